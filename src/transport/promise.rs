//! Promises, whatever `then` they may have.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Makes a promise of a value, unless it is one. One that looks like a promise may throw when it is looked at.
    ///
    /// # Errors
    /// What was thrown.
    #[wasm_bindgen(catch, js_namespace = Promise, js_name = resolve)]
    pub fn of(value: &JsValue) -> Result<Promise, JsValue>;

    // That of all promises.
    #[wasm_bindgen(catch, js_namespace = ["Promise", "prototype", "then"], js_name = call)]
    fn then_of(promise: &Promise, kept: &Function, broken: &Function) -> Result<(), JsValue>;
}

/// Has one of two functions called with what a value comes to, which may be a promise.
///
/// # Errors
/// What was thrown, by something that behaves like a promise up to here.
pub fn then(value: &JsValue, kept: &Function, broken: &Function) -> Result<(), JsValue> {
    then_of(&of(value)?, kept, broken)
}

/// Has a function called as soon as nothing else is running.
pub fn soon(callback: &Function) {
    // A promise of `undefined` is one like all others.
    let _ = then(&JsValue::UNDEFINED, callback, callback);
}
