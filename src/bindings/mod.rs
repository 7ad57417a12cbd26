//! What the JavaScript half of the npm package sees of the engine: one class, one method. No logic.

mod allocator;

use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    api,
    transport::{Answer, Failure, Session, drive, value, watch::budget_object},
};

#[wasm_bindgen]
extern "C" {
    /// What takes the result of a call.
    #[wasm_bindgen(js_name = Function)]
    pub type Done;

    #[wasm_bindgen(catch, method)]
    fn call(
        this: &Done,
        nobody: &JsValue,
        data: &JsValue,
        response: &web_sys::Response,
        attempts: u32,
    ) -> Result<(), JsValue>;
}

/// The engine of one client.
#[wasm_bindgen(skip_typescript)]
pub struct Engine {
    // Shared with the calls in flight, so that `free()` during a call takes nothing from it.
    session: Rc<Session>,
}

#[wasm_bindgen]
impl Engine {
    /// Makes an engine from the constructor's options; throws a failure object if one is wrong. `observer` is told what
    /// happens to the calls, and must not throw.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue, observer: Option<Function>) -> Result<Engine, JsValue> {
        match Session::new(options, observer) {
            Ok(session) => Ok(Engine {
                session: Rc::new(session),
            }),
            Err(error) => Err(failure_object(error.into())),
        }
    }

    /// Makes a call. Either `done` is called, with the data, the response and the number of attempts, or `failed`, with a
    /// failure object. Neither may throw.
    // Not an `async fn`: that would borrow the engine until the call ends, and `free()` would throw meanwhile.
    pub fn request(
        &self,
        operation: &JsValue,
        input: &JsValue,
        options: &JsValue,
        done: Done,
        failed: Function,
    ) {
        let session = &self.session;
        let id = operation.as_string().unwrap_or_default();
        let found = api::find(session.config().api, &id);
        let prepared = found.and_then(|operation| session.prepare(operation, input, options));
        let settle = Box::new(move |outcome: Result<Answer, Failure>| {
            let nobody = &JsValue::UNDEFINED;
            // They are a promise's own, which call nobody back before this returns, and cannot fail.
            let _ = match outcome {
                Ok(Answer {
                    data,
                    response,
                    attempts,
                }) => done.call(nobody, &data, &response, attempts),
                Err(failure) => failed.call1(nobody, &failure_object(failure)).map(drop),
            };
        });
        match prepared {
            Ok(prepared) => drive(Rc::clone(session), prepared, settle),
            Err(error) => settle(Err(error.into())),
        }
    }

    /// Replaces the token, by a string or a function; throws a failure object if it is neither.
    #[wasm_bindgen(js_name = setToken)]
    pub fn set_token(&self, token: &JsValue) -> Result<(), JsValue> {
        let replaced = self.session.set_token(token);
        replaced.map_err(|error| failure_object(error.into()))
    }

    /// Returns what the client may still send.
    #[wasm_bindgen(js_name = rateLimit)]
    pub fn rate_limit(&self) -> JsValue {
        budget_object(&self.session.budget())
    }
}

fn failure_object(failure: Failure) -> JsValue {
    let error = failure.error;
    let mut messages = JsValue::UNDEFINED;
    if !error.messages.is_empty() {
        let list = Array::new();
        for message in &error.messages {
            list.push(&message.into());
        }
        messages = list.into();
    }
    value::object(&[
        ("code", error.code.as_str().into()),
        ("message", error.message.into()),
        ("operation", error.operation.into()),
        ("status", error.status.into()),
        ("traceId", error.trace_id.into()),
        ("body", failure.body),
        ("cause", failure.cause),
        ("messages", messages),
        ("retryAfterMs", error.retry_after_ms.into()),
        ("attempts", error.attempts.into()),
    ])
}
