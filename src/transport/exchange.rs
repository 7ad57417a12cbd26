//! One exchange with a server: the hardened side of gloo-net.
//!
//! gloo-net reads the response and its headers. Sending, and reading a body, go through `fetch` directly: there gloo-net
//! panics, and so leaves the caller's promise pending for ever, when `fetch` rejects with something that is not an
//! `Error`, when a header value is invalid, and when a stubbed `fetch` returns something that is not a `Response`.
//! `fetch` gets a URL and a plain object rather than a `Request` and `Headers`: a stand-in from another realm or package
//! does not know ours.

use gloo_net::http::Response;
use js_sys::{Function, JsString, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

use super::{failure::Failure, value};
use crate::core::{document::Document, error::Code, request::Request};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetch)]
    fn global_fetch(url: &str, init: &JsValue) -> Result<JsValue, JsValue>;
}

/// Where and how a request travels.
pub struct Exchange<'a> {
    /// The operation, for errors.
    pub operation: &'static str,
    /// The `fetch` to use instead of the global one.
    pub fetch: Option<&'a Function>,
    /// What ends the exchange early.
    pub signal: Option<&'a AbortSignal>,
}

/// An answer whose body is read.
pub struct Reply {
    /// The body.
    pub text: JsString,
    /// The answer itself.
    pub response: Response,
}

impl Exchange<'_> {
    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// [`Code::Aborted`] and [`Code::Network`], with what was thrown as the cause.
    pub async fn run(&self, request: &Request) -> Result<Reply, Failure> {
        if self.signal.is_some_and(is_aborted) {
            return Err(self.failure("", JsValue::UNDEFINED));
        }
        let answer = settled(self.send(request)).await;
        let answer = answer.map_err(|cause| self.failure("the request got no answer", cause))?;
        if !is_response(&answer) {
            let sentence = "fetch returned something that is not a Response";
            return Err(self.failure(sentence, JsValue::UNDEFINED));
        }
        let response: web_sys::Response = answer.unchecked_into();
        let text = settled(response.text().map(JsValue::from)).await;
        let text = text.map_err(|cause| self.failure("the answer broke off", cause))?;
        Ok(Reply {
            text: text.unchecked_into(),
            response: response.into(),
        })
    }

    fn send(&self, request: &Request) -> Result<JsValue, JsValue> {
        let mut headers = Vec::new();
        for (name, value) in &request.headers {
            headers.push((*name, JsValue::from_str(value)));
        }
        let body = request.body.as_deref().map(JsValue::from_str);
        let init = value::object(&[
            ("method", request.method.as_str().into()),
            ("headers", value::object(&headers)),
            ("redirect", "manual".into()),
            ("signal", self.signal.map(JsValue::from).unwrap_or_default()),
            ("body", body.unwrap_or_default()),
        ]);
        match self.fetch {
            Some(fetch) => fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init),
            None => global_fetch(&request.url, &init),
        }
    }

    /// Makes the failure for what was thrown: an abort if the signal says so, whatever the reason given to it.
    fn failure(&self, sentence: &str, cause: JsValue) -> Failure {
        match self.signal.filter(|signal| is_aborted(signal)) {
            Some(signal) => {
                let sentence = "the call was aborted";
                Failure::thrown(
                    Code::Aborted,
                    self.operation,
                    sentence,
                    signal.member("reason").unwrap_or_default(),
                )
            }
            None => Failure::thrown(Code::Network, self.operation, sentence, cause),
        }
    }
}

fn is_aborted(signal: &AbortSignal) -> bool {
    signal
        .member("aborted")
        .is_some_and(|aborted| aborted.is_truthy())
}

/// Waits for a value that may be a promise.
pub async fn settled(value: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&value?)).await
}

/// Returns whether a value behaves like a `Response`, also one of another realm or package, where `instanceof` fails.
fn is_response(value: &JsValue) -> bool {
    let status = value.member("status").and_then(|status| status.as_f64());
    let headers = value.member("headers");
    status.is_some()
        && value::function(value, "text").is_some()
        && headers.is_some_and(|headers| value::function(&headers, "get").is_some())
}
