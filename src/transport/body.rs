//! The body of an answer, read up to a limit.

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::AbortSignal;

use super::exchange::Trouble;

#[wasm_bindgen(module = "/src/transport/body.js")]
extern "C" {
    /// Begins to read the body of a response, of at most so many bytes: as a `Blob` of a type, or else as text.
    pub fn read(response: &JsValue, most: f64, signal: &AbortSignal, kind: &JsValue) -> Promise;
}

/// Takes what [`read`] came to: a text or a `Blob`.
///
/// # Errors
/// [`Trouble`].
pub fn take(body: Result<JsValue, JsValue>) -> Result<JsValue, Trouble> {
    let body = body.map_err(|thrown| Trouble::Thrown("the answer broke off", thrown))?;
    match body.is_null() {
        _ if body.is_undefined() => Err(Trouble::NoResponse),
        true => Err(Trouble::TooLong),
        false => Ok(body),
    }
}
