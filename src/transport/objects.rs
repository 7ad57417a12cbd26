//! What the caller is shown, as plain objects. A number that is none (`NaN`) and an empty text are left out.

use js_sys::Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::core::call::{Call, rate_limit::Budget};

#[wasm_bindgen(module = "/src/transport/objects.js")]
extern "C" {
    #[wasm_bindgen(js_name = budgetOf)]
    fn budget_of(
        requests: f64,
        per_ms: f64,
        remaining: f64,
        waiting: f64,
        daily_limit: f64,
        daily_remaining: f64,
    ) -> JsValue;

    #[wasm_bindgen(js_name = eventOf)]
    fn event_of(
        kind: &str,
        operation: &str,
        budget: &JsValue,
        code: &str,
        attempt: f64,
        status: f64,
        duration_ms: f64,
        wait_ms: f64,
    ) -> JsValue;
}

/// Something that happens to a call.
pub struct Event {
    /// What it is.
    pub kind: &'static str,
    /// The code of its error, if there is one.
    pub code: &'static str,
    /// Which request of the call it is about.
    pub attempt: f64,
    /// The HTTP status.
    pub status: f64,
    /// How long the answer took.
    pub duration_ms: f64,
    /// How long the call waits now.
    pub wait_ms: f64,
}

impl Event {
    /// Makes one of which nothing is known but what it is.
    pub fn new(kind: &'static str) -> Event {
        Event {
            kind,
            code: "",
            attempt: f64::NAN,
            status: f64::NAN,
            duration_ms: f64::NAN,
            wait_ms: f64::NAN,
        }
    }

    /// Makes the object that tells of it.
    pub fn object(&self, call: &Call, budget: &Budget) -> JsValue {
        event_of(
            self.kind,
            call.operation.id,
            &budget_object(budget),
            self.code,
            self.attempt,
            self.status,
            self.duration_ms,
            self.wait_ms,
        )
    }
}

/// Makes an array of texts.
pub fn texts(texts: &[String]) -> JsValue {
    let list = Array::new();
    for text in texts {
        list.push(&text.into());
    }
    list.into()
}

/// Makes the object that shows a budget.
pub fn budget_object(budget: &Budget) -> JsValue {
    let (requests, per_ms, remaining) = match budget.limit {
        Some(limit) => (limit.requests as f64, limit.per_ms, budget.remaining as f64),
        None => (f64::NAN, f64::NAN, f64::NAN),
    };
    budget_of(
        requests,
        per_ms,
        remaining,
        budget.waiting as f64,
        budget.daily_limit.unwrap_or(f64::NAN),
        budget.daily_remaining.unwrap_or(f64::NAN),
    )
}
