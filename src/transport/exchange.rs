//! One request and the first lines of its answer.
//!
//! Sending does not go through gloo-net, which panics, and so leaves the caller's promise pending for ever, when `fetch`
//! rejects with something that is not an `Error`, when a header value is invalid, and when a stubbed `fetch` returns
//! something that is not a `Response`. `fetch` gets a URL and a plain object rather than a `Request` and `Headers`: a
//! stand-in from another realm or package does not know ours.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::AbortSignal;

use super::value;
use crate::core::{document::Document, request::Request};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetch)]
    fn global_fetch(url: &str, init: &JsValue) -> Result<JsValue, JsValue>;
}

/// Why there is no answer, or only a part of it.
pub enum Trouble {
    /// Something was thrown while this happened.
    Thrown(&'static str, JsValue),
    /// `fetch` returned something that is not a `Response`.
    NoResponse,
    /// The body has too many bytes.
    TooLong,
}

/// Sends a request with this `fetch`, or else the global one. Returns what it returned or threw.
pub fn send(
    request: &Request,
    fetch: Option<&Function>,
    signal: &AbortSignal,
) -> Result<JsValue, JsValue> {
    let mut headers = Vec::new();
    for (name, value) in &request.headers {
        headers.push((*name, JsValue::from_str(value)));
    }
    let body = request.body.as_deref().map(JsValue::from_str);
    let init = value::object(&[
        ("method", request.method.as_str().into()),
        ("headers", value::object(&headers)),
        ("redirect", "manual".into()),
        ("signal", signal.into()),
        ("body", body.unwrap_or_default()),
    ]);
    match fetch {
        Some(fetch) => fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init),
        None => global_fetch(&request.url, &init),
    }
}

/// Takes the `Response` that a `fetch` came to.
///
/// # Errors
/// [`Trouble`].
pub fn response(settled: Result<JsValue, JsValue>) -> Result<web_sys::Response, Trouble> {
    let answer = settled.map_err(|thrown| Trouble::Thrown("the request got no answer", thrown))?;
    match is_response(&answer) {
        true => Ok(answer.unchecked_into()),
        false => Err(Trouble::NoResponse),
    }
}

/// Returns whether a value behaves like a `Response`, also one of another realm or package, where `instanceof` fails.
fn is_response(value: &JsValue) -> bool {
    let status = value.member("status").and_then(|status| status.as_f64());
    let headers = value.member("headers");
    status.is_some()
        && value::function(value, "text").is_some()
        && headers.is_some_and(|headers| value::function(&headers, "get").is_some())
}
