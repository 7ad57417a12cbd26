//! One request and the first lines of its answer.
//!
//! It does not go through gloo-net, which panics, and so leaves the caller's promise pending for ever, when `fetch`
//! rejects with something that is not an `Error`, when a header value is invalid, and when a stubbed `fetch` returns
//! something that is not a `Response`. `fetch` gets a URL and a plain object rather than a `Request` and `Headers`: a
//! stand-in from another realm or package does not know ours.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::AbortSignal;

use super::{
    clock,
    value::{self, Members},
};
use crate::core::{answer::head::Head, call::request::Request, document::Document};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetch)]
    fn global_fetch(url: &str, init: &JsValue) -> Result<JsValue, JsValue>;

    type Fetch;

    /// What has headers, or says so.
    #[wasm_bindgen(js_name = Headers)]
    type Headers;

    // Whatever it gives: of a stand-in's, the glue would take a number for a text, and write over memory.
    #[wasm_bindgen(catch, method)]
    fn get(this: &Headers, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn call(this: &Fetch, nobody: &JsValue, url: &str, init: &JsValue) -> Result<JsValue, JsValue>;
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
    let headers = Members::new();
    for (name, value) in &request.headers {
        headers.set_text(name, value);
    }
    let init = Members::new();
    init.set_text("method", request.method.as_str());
    init.set("headers", &headers);
    init.set_text("redirect", "manual");
    init.set("signal", signal);
    if let Some(body) = &request.body {
        init.set_text("body", body);
    }
    match fetch {
        Some(fetch) => {
            let fetch: &Fetch = fetch.unchecked_ref();
            fetch.call(&JsValue::UNDEFINED, &request.url, &init)
        }
        None => global_fetch(&request.url, &init),
    }
}

/// The first lines of an answer.
pub struct Reply {
    /// The `Response`.
    pub response: web_sys::Response,
    headers: Headers,
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
                headers: headers.unchecked_into(),
                response: answer.unchecked_into(),
            }),
            _ => Err(Trouble::NoResponse),
        }
    }

    /// Shows it to the core.
    pub fn read<T>(&self, read: impl FnOnce(&Head) -> T) -> T {
        read(&Head {
            status: self.status,
            header: &|name| self.headers.get(name).ok()?.as_string(),
            date: &clock::date,
        })
    }
}
