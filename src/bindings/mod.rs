//! What the JavaScript half of the npm package sees of the engine: one class, one method. No logic.

mod allocator;

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;

use crate::{
    api,
    transport::{Answer, Failure, Session, value},
};

/// The engine of one client.
#[wasm_bindgen(skip_typescript)]
pub struct Engine {
    // Shared with the calls in flight, so that `free()` during a call takes nothing from it.
    session: Rc<Session>,
}

#[wasm_bindgen]
impl Engine {
    /// Makes an engine from the constructor's options; throws a failure object if one is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Engine, JsValue> {
        match Session::new(options) {
            Ok(session) => Ok(Engine {
                session: Rc::new(session),
            }),
            Err(error) => Err(failure_object(error.into())),
        }
    }

    /// Makes a call. The promise resolves to `{ data, response }` or rejects with a failure object.
    // Not an `async fn`: that would borrow the engine until the call ends, and `free()` would throw meanwhile.
    pub fn request(&self, operation: &JsValue, input: &JsValue, options: &JsValue) -> Promise {
        let session = Rc::clone(&self.session);
        let found = api::find(
            session.config().api,
            &operation.as_string().unwrap_or_default(),
        );
        let call = found.and_then(|operation| session.prepare(operation, input, options));
        future_to_promise(async move {
            let answer = async { session.send(call?).await };
            answer.await.map(answer_object).map_err(failure_object)
        })
    }
}

fn answer_object(answer: Answer) -> JsValue {
    value::object(&[("data", answer.data), ("response", answer.response.into())])
}

fn failure_object(failure: Failure) -> JsValue {
    let error = failure.error;
    value::object(&[
        ("code", error.code.as_str().into()),
        ("message", error.message.into()),
        ("operation", error.operation.into()),
        ("status", error.status.into()),
        ("traceId", error.trace_id.into()),
        ("body", failure.body),
        ("cause", failure.cause),
    ])
}
