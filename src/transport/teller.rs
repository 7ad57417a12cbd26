//! What tells the engine that something has happened to a call.
//!
//! JavaScript knows calls by number: a function of the engine is bound to it, and keeps nothing of the call.

use js_sys::Function;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The function that is told of a call's number, of what has happened, and of a value.
    pub type Listener;

    #[wasm_bindgen(method)]
    fn bind(this: &Listener, nothing: &JsValue, call: f64, what: u32) -> Function;
}

/// What a function of a [`Teller`] says.
#[derive(Clone, Copy)]
pub enum Happening {
    /// A promise was kept.
    Kept,
    /// A promise was broken.
    Broken,
    /// A timer has run out, or the queue has moved on.
    Woken,
    /// The call's time is up.
    Late,
    /// The caller's signal says something.
    Signal,
}

/// Makes functions that say what has happened to a call.
#[derive(Clone, Copy)]
pub struct Teller {
    /// The call's number.
    pub call: u64,
    /// Who is told.
    pub listener: &'static Listener,
}

impl Teller {
    /// Makes the function that says this.
    pub fn of(&self, happening: Happening) -> Function {
        let Teller { call, listener } = self;
        listener.bind(&JsValue::UNDEFINED, *call as f64, happening as u32)
    }
}
