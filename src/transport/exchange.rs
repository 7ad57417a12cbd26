//! One request and the first lines of its answer.
//!
//! It does not go through gloo-net, which panics, and so leaves the caller's promise pending for ever, when `fetch`
//! rejects with something that is not an `Error`, when a header value is invalid, and when a stubbed `fetch` returns
//! something that is not a `Response`. `fetch` gets a URL and a plain object rather than a `Request` and `Headers`: a
//! stand-in from another realm or package does not know ours.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::AbortSignal;

use super::{clock, value};
use crate::core::{answer::head::Head, call::request::Request, document::Document};

#[wasm_bindgen(module = "/src/transport/exchange.js")]
extern "C" {
    #[wasm_bindgen(js_name = send)]
    fn send_with(
        fetch: &JsValue,
        url: &str,
        method: &str,
        headers: &str,
        body: &JsValue,
        signal: &AbortSignal,
    ) -> Promise;

    // A text, or nothing: of a stand-in's, the glue would take a number for a text, and write over memory.
    #[wasm_bindgen(js_name = headerOf)]
    fn header_of(headers: &JsValue, name: &str) -> JsValue;
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

/// Sends a request with this `fetch`, or else the global one.
pub fn send(request: &Request, fetch: &JsValue, signal: &AbortSignal) -> Promise {
    let mut headers = String::new();
    for (name, value) in &request.headers {
        for line in [name, "\n", value, "\n"] {
            headers.push_str(line);
        }
    }
    let body = request.body.as_deref().into();
    send_with(
        fetch,
        &request.url,
        request.method.as_str(),
        &headers,
        &body,
        signal,
    )
}

/// The first lines of an answer.
pub struct Reply {
    /// The `Response`.
    pub response: web_sys::Response,
    headers: JsValue,
    status: u16,
}

impl Reply {
    /// Takes what a `fetch` came to: what behaves like a `Response`, also one of another realm or package, where
    /// `instanceof` fails. Its body is looked at when it is read.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn new(settled: Result<JsValue, JsValue>) -> Result<Reply, Trouble> {
        let thrown = |thrown| Trouble::Thrown("the request got no answer", thrown);
        let answer = settled.map_err(thrown)?;
        let status = value::number(&answer, "status");
        let headers = answer.member("headers");
        let headers = headers.filter(|headers| value::function(headers, "get").is_some());
        match (status, headers) {
            (Some(status), Some(headers)) => Ok(Reply {
                status: status as u16,
                headers,
                response: answer.unchecked_into(),
            }),
            _ => Err(Trouble::NoResponse),
        }
    }

    /// Shows it to the core.
    pub fn read<T>(&self, read: impl FnOnce(&Head) -> T) -> T {
        read(&Head {
            status: self.status,
            header: &|name| header_of(&self.headers, name).as_string(),
            date: &clock::date,
        })
    }
}
