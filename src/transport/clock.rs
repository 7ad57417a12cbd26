//! Time and chance, as the runtime has them.

use std::cell::Cell;

use js_sys::Function;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn wall() -> f64;

    #[wasm_bindgen(js_namespace = Date, js_name = parse)]
    fn parse(text: &str) -> f64;

    #[wasm_bindgen(js_namespace = Math)]
    pub fn random() -> f64;

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, ms: f64) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    pub fn clear_timeout(timer: &JsValue);
}

/// The longest time that a timer takes.
const LONGEST_MS: f64 = 2_147_483_647.0;

/// A clock that never goes back, whatever is done to the machine's.
#[derive(Default)]
pub struct Clock {
    last: Cell<f64>,
    behind: Cell<f64>,
}

impl Clock {
    /// Returns the milliseconds since 1970.
    pub fn now(&self) -> f64 {
        let now = wall() + self.behind.get();
        let lost = (self.last.get() - now).max(0.0);
        self.behind.set(self.behind.get() + lost);
        self.last.set(now + lost);
        now + lost
    }
}

/// Reads a date, as milliseconds since 1970.
pub fn date(text: &str) -> Option<f64> {
    Some(parse(text)).filter(|date| !date.is_nan())
}

/// Has `callback` called after so many milliseconds. Returns what stops it.
pub fn after(ms: f64, callback: &Function) -> JsValue {
    set_timeout(callback, ms.min(LONGEST_MS))
}
