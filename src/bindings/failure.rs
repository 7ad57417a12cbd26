//! A failure as JavaScript makes an error of it.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::transport::{Failure, objects};

#[wasm_bindgen(module = "/src/bindings/failure.js")]
extern "C" {
    #[wasm_bindgen(js_name = failureOf)]
    fn failure_of(
        code: &str,
        message: &str,
        operation: &str,
        messages: &JsValue,
        status: f64,
        trace_id: &str,
        retry_after_ms: f64,
        attempts: f64,
        body: &JsValue,
        cause: &JsValue,
    ) -> JsValue;
}

/// Makes the object that says how a call has failed. A number that is none (`NaN`) and an empty text are left out.
pub fn failure_object(failure: Failure) -> JsValue {
    let error = failure.error;
    failure_of(
        error.code.as_str(),
        &error.message,
        error.operation.unwrap_or_default(),
        &objects::texts(&error.messages),
        error.status.map_or(f64::NAN, f64::from),
        &error.trace_id.unwrap_or_default(),
        error.retry_after_ms.unwrap_or(f64::NAN),
        f64::from(error.attempts),
        &failure.body,
        &failure.cause,
    )
}
