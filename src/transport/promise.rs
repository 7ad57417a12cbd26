//! Promises, whatever `then` they may have.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/transport/promise.js")]
extern "C" {
    /// Calls a function, and returns a promise of what it returns, promises or throws.
    pub fn promised(call: &Function, given: &JsValue) -> Promise;

    /// Has one of two functions called with what a promise comes to.
    pub fn then(promise: &Promise, kept: &Function, broken: &Function);

    /// Has a function called as soon as nothing else is running.
    pub fn soon(call: &Function);
}
