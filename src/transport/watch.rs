//! What the caller is told while its calls are under way.

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::value;
use crate::core::call::{Call, rate_limit::Budget};

/// The function that is told of events, if there is one. It must not throw.
pub struct Watch(Option<Function>);

impl Watch {
    /// Takes the function.
    pub fn new(observer: Option<Function>) -> Watch {
        Watch(observer)
    }

    /// Returns whether anybody listens.
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Tells what happens to a call: the event, the code of its error or nothing, and numbers, of which `NaN` is left out.
    pub fn tell(
        &self,
        event: &str,
        call: &Call,
        code: &str,
        numbers: &[(&str, f64)],
        budget: &Budget,
    ) {
        let Some(observer) = &self.0 else {
            return;
        };
        let mut members = vec![
            ("type", event.into()),
            ("operation", call.operation.id.into()),
            ("rateLimit", budget_object(budget)),
        ];
        if !code.is_empty() {
            members.push(("code", code.into()));
        }
        for (name, number) in numbers {
            if !number.is_nan() {
                members.push((name, (*number).into()));
            }
        }
        // The TypeScript half sees to it that nothing is thrown; what a Rust caller's function throws is its own.
        let _ = observer.call1(&JsValue::UNDEFINED, &value::object(&members));
    }
}

/// Makes the object that shows a budget.
pub fn budget_object(budget: &Budget) -> JsValue {
    let number = |number: Option<f64>| number.map(JsValue::from).unwrap_or_default();
    let daily = match budget.daily_remaining {
        None => JsValue::UNDEFINED,
        remaining => value::object(&[
            ("limit", number(budget.daily_limit)),
            ("remaining", number(remaining)),
        ]),
    };
    let limit = budget.limit;
    let remaining = limit.map(|_| budget.remaining as f64);
    value::object(&[
        ("requests", number(limit.map(|limit| limit.requests as f64))),
        ("perMs", number(limit.map(|limit| limit.per_ms))),
        ("remaining", number(remaining)),
        ("waiting", (budget.waiting as f64).into()),
        ("daily", daily),
    ])
}
