//! What the JavaScript half of the npm package sees of the engine: one class, one method. No logic.

mod allocator;
mod failure;

use std::{cell::RefCell, rc::Rc};

use js_sys::Function;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use self::failure::failure_object;
use crate::{
    core::model::{known, operation::Operation, pack},
    transport::{self, Answer, Failure, Session, drive, objects::budget_object},
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

thread_local! {
    /// The operations that JavaScript has handed over, resource by resource.
    static KNOWN: RefCell<Vec<&'static [Operation]>> = const { RefCell::new(Vec::new()) };
}

/// Takes in the operations of a resource, for every client. Returns the number of the first, or a failure object if the text
/// is no pack of this version.
#[wasm_bindgen(skip_typescript)]
pub fn learn(pack: String) -> JsValue {
    match pack::read(pack) {
        Ok(rows) => KNOWN.with_borrow_mut(|known| {
            let first: usize = known.iter().map(|rows| rows.len()).sum();
            known.push(rows);
            first.into()
        }),
        Err(error) => failure_object(error.into()),
    }
}

/// Says of the call with this number what has happened to it.
#[wasm_bindgen(skip_typescript)]
pub fn hear(call: f64, happening: u32, value: JsValue) {
    transport::hear(call, happening, value);
}

/// Takes [`hear`] as JavaScript calls it. Comes before any call.
// A closure would do without, and bring the glue of all closures along.
#[wasm_bindgen(skip_typescript)]
pub fn listen(hear: JsValue) {
    transport::listen(|| hear);
}

/// The engine of one client.
#[wasm_bindgen(skip_typescript)]
pub struct Engine {
    // Shared with the calls in flight, so that `free()` during a call takes nothing from it.
    session: Rc<Session>,
}

/// Makes an engine from the constructor's options. Returns a failure object if one is wrong. `observer` is told what happens to
/// the calls, and must not throw.
// Not a constructor, which would have to throw.
#[wasm_bindgen(skip_typescript)]
pub fn open(options: &JsValue, observer: Option<Function>) -> JsValue {
    match Engine::new(options, observer) {
        Ok(engine) => engine.into(),
        Err(failure) => failure,
    }
}

impl Engine {
    /// Makes an engine, as [`open`] does.
    ///
    /// # Errors
    /// A failure object.
    pub fn new(options: &JsValue, observer: Option<Function>) -> Result<Engine, JsValue> {
        match Session::new(options, observer) {
            Ok(session) => Ok(Engine {
                session: Rc::new(session),
            }),
            Err(error) => Err(failure_object(error.into())),
        }
    }
}

#[wasm_bindgen]
impl Engine {
    /// Makes a call of the operation with this number, or this id. Either `done` is called, with the data, the response and the number of attempts, or `failed`, with a
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
        let api = session.config().api;
        let found = KNOWN.with_borrow(|known| match operation.as_f64() {
            Some(number) => known::numbered(known, api, number as usize),
            None => known::find(known, api, &operation.as_string().unwrap_or_default()),
        });
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

    /// Replaces the token, by a string or a function. Returns a failure object if it is neither.
    #[wasm_bindgen(js_name = setToken)]
    pub fn set_token(&self, token: &JsValue) -> JsValue {
        match self.session.set_token(token) {
            Ok(()) => JsValue::UNDEFINED,
            Err(error) => failure_object(error.into()),
        }
    }

    /// Returns what the client may still send.
    #[wasm_bindgen(js_name = rateLimit)]
    pub fn rate_limit(&self) -> JsValue {
        budget_object(&self.session.budget())
    }
}
