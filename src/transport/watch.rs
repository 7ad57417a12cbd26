//! What the caller is told while its calls are under way.

use js_sys::Function;
use wasm_bindgen::JsValue;

/// The function that is told of events, if there is one. It must not throw.
pub struct Watch(Option<Function>);

impl Watch {
    /// Takes the function.
    pub fn new(observer: Option<Function>) -> Watch {
        Watch(observer)
    }

    /// Tells of an event, which is made if somebody listens.
    pub fn tell(&self, event: impl FnOnce() -> JsValue) {
        if let Some(observer) = &self.0 {
            // The TypeScript half sees to it that nothing is thrown; what a Rust caller's function throws is its own.
            let _ = observer.call1(&JsValue::UNDEFINED, &event());
        }
    }
}
