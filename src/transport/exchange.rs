//! One exchange with a server: the hardened side of gloo-net.
//!
//! gloo-net builds and reads what cannot fail here: the response and its headers. Sending, and reading a body, go
//! through `fetch` directly, because gloo-net panics, and so leaves the caller's promise pending for ever, when `fetch`
//! rejects with something that is not an `Error`, when a header value is invalid, and when a stubbed `fetch` returns
//! something that is not a `Response`. `fetch` gets a URL and an init object rather than a `Request`: a stand-in from
//! another realm or package does not know our `Request`.

use gloo_net::http::Response;
use js_sys::{Function, JsString, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, RequestRedirect};

use super::{failure::Failure, value};
use crate::core::{error::Code, request::Request, response::Head};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetch)]
    fn global_fetch(url: &str, init: &RequestInit) -> Result<JsValue, JsValue>;
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
    /// Its first lines.
    pub head: Head,
    /// Its body.
    pub text: JsString,
    /// The answer itself, for callers who ask for it.
    pub response: web_sys::Response,
}

impl Exchange<'_> {
    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// [`Code::Aborted`] and [`Code::Network`], with what was thrown as the cause.
    pub async fn run(&self, request: &Request) -> Result<Reply, Failure> {
        if self.signal.is_some_and(AbortSignal::aborted) {
            return Err(self.failure("", JsValue::UNDEFINED));
        }
        let init = self.init(request)?;
        let sent = match self.fetch {
            Some(fetch) => {
                fetch.call2(&JsValue::UNDEFINED, &JsValue::from_str(&request.url), &init)
            }
            None => global_fetch(&request.url, &init),
        };
        let broken = |cause| self.failure("the request got no answer", cause);
        let answer = JsFuture::from(Promise::resolve(&sent.map_err(broken)?))
            .await
            .map_err(broken)?;
        let Some(raw) = as_response(answer) else {
            return Err(self.failure(
                "fetch returned something that is not a Response",
                JsValue::UNDEFINED,
            ));
        };
        let cut = |cause| self.failure("the answer broke off", cause);
        let text = JsFuture::from(raw.text().map_err(cut)?)
            .await
            .map_err(cut)?;
        let response = Response::from(raw);
        let head = Head {
            status: response.status(),
            request_id: response.headers().get("x-request-id"),
        };
        Ok(Reply {
            head,
            text: text.unchecked_into(),
            response: response.into(),
        })
    }

    fn init(&self, request: &Request) -> Result<RequestInit, Failure> {
        let init = RequestInit::new();
        let headers =
            Headers::new().map_err(|cause| self.failure("fetch is not supported here", cause))?;
        for (name, value) in &request.headers {
            // The thrown error quotes the value, which may be the token: it must not become the cause.
            let set = headers.set(name, value);
            set.map_err(|_| self.failure("a header could not be set", JsValue::UNDEFINED))?;
        }
        init.set_method(request.method.as_str());
        init.set_headers(&headers);
        init.set_redirect(RequestRedirect::Manual);
        init.set_signal(self.signal);
        if let Some(body) = &request.body {
            init.set_body(&JsValue::from_str(body));
        }
        Ok(init)
    }

    /// Makes the failure for what was thrown: an abort if the signal says so, whatever the reason given to it.
    fn failure(&self, message: &str, cause: JsValue) -> Failure {
        match self.signal.filter(|signal| signal.aborted()) {
            Some(signal) => Failure::thrown(
                Code::Aborted,
                self.operation,
                "the call was aborted",
                signal.reason(),
            ),
            None => Failure::thrown(Code::Network, self.operation, message, cause),
        }
    }
}

/// Takes what behaves like a `Response`, also from another realm or package, where `instanceof` fails.
fn as_response(value: JsValue) -> Option<web_sys::Response> {
    let status = Reflect::get(&value, &"status".into()).ok()?.as_f64();
    let headers = Reflect::get(&value, &"headers".into()).ok()?;
    status?;
    value::function(&value, "text")?;
    value::function(&headers, "get")?;
    Some(value.unchecked_into())
}
