//! A failed call, with what only JavaScript can hold.

use js_sys::JsString;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::objects;
use crate::core::{error::Error, secret::Secrets};

#[wasm_bindgen(module = "/src/transport/redaction.js")]
extern "C" {
    /// Gives a text.
    fn redacted(text: &str, secrets: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/transport/failure.js")]
extern "C" {
    #[wasm_bindgen(js_name = bodyOf)]
    fn body_of(text: &JsValue, secrets: &JsValue) -> JsValue;

    /// Gives a text.
    #[wasm_bindgen(js_name = beginningOf)]
    fn beginning_of(text: &JsString, secrets: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/transport/cause.js")]
extern "C" {
    #[wasm_bindgen(js_name = causeOf)]
    fn cause_of(cause: &JsValue, secrets: &JsValue, is_wary: bool) -> JsValue;

    /// Gives a text, or nothing.
    fn visible(value: &JsValue) -> JsValue;
}

/// A failed call.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The reason.
    pub error: Box<Error>,
    /// The body of the server's answer: parsed if it is JSON of at most 4,096 bytes, otherwise its first 4,096 bytes.
    /// `undefined` if there is none. Its whole text, until it is redacted.
    pub body: JsValue,
    /// What was thrown; `undefined` if nothing was. A copy that says less, if it had a secret.
    pub cause: JsValue,
}

impl Failure {
    /// Makes a failure because `cause` was thrown.
    pub(crate) fn thrown(error: Box<Error>, cause: JsValue) -> Self {
        Failure {
            cause,
            ..error.into()
        }
    }

    /// Takes the secrets out of everything that the failure shows, and shortens its body.
    pub(super) fn redacted(mut self, secrets: &Secrets) -> Self {
        let known = objects::texts(secrets.known());
        clean(&mut self.error, &known);
        self.body = body_of(&self.body, &known);
        self.cause = cause_of(&self.cause, &known, secrets.is_wary());
        self
    }
}

/// Returns the beginning of a body that is no JSON, without secrets.
pub fn beginning(body: &JsString, secrets: &Secrets) -> String {
    let beginning = beginning_of(body, &objects::texts(secrets.known()));
    beginning.as_string().unwrap_or_default()
}

/// Returns whether all of a value can be read without harm.
pub fn is_harmless(value: &JsValue) -> bool {
    visible(value).is_string()
}

/// Takes secrets out of what an error says.
fn clean(error: &mut Error, secrets: &JsValue) {
    let texts = [&mut error.message].into_iter().chain(&mut error.messages);
    for text in texts.chain(&mut error.trace_id) {
        *text = redacted(text, secrets).as_string().unwrap_or_default();
    }
}

impl From<Box<Error>> for Failure {
    fn from(mut error: Box<Error>) -> Self {
        // Somebody may have given a token in the place of an id or of a name, which messages show.
        clean(&mut error, &objects::texts(&[]));
        Failure {
            error,
            body: JsValue::UNDEFINED,
            cause: JsValue::UNDEFINED,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.error)
    }
}
