//! A failed call, with what only JavaScript can hold.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

use super::{cause, value};
use crate::core::{error::Error, redaction::Redaction};

/// The longest body that a failure keeps, in bytes.
const LONGEST_BODY: usize = 4096;

/// How much of a body is looked at, in UTF-16 units.
const LOOKED_AT: u32 = 65_536;

/// A failed call.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The reason.
    pub error: Box<Error>,
    /// The body of the server's answer: parsed if it is JSON of at most 4,096 bytes, otherwise its first 4,096 bytes.
    /// `undefined` if there is none.
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
    pub(super) fn redacted(mut self, secrets: &Redaction) -> Self {
        let error = &mut self.error;
        let texts = [&mut error.message].into_iter().chain(&mut error.messages);
        for text in texts.chain(&mut error.trace_id) {
            if let Some(clean) = secrets.apply(text) {
                *text = clean;
            }
        }
        self.body = redacted_body(self.body, secrets);
        self.cause = cause::redacted(self.cause, secrets);
        self
    }
}

fn redacted_body(body: JsValue, secrets: &Redaction) -> JsValue {
    // JSON is looked at as JSON writes it, in which a secret has one form only.
    let json = (!body.is_string())
        .then(|| value::stringify(&body))
        .flatten();
    let text: JsString = match (&json, body.is_undefined()) {
        (_, true) => return body,
        (Some(json), _) => json.clone(),
        (None, _) => body.clone().unchecked_into(),
    };
    let text = String::from(text.slice(0, LOOKED_AT));
    let clean = secrets.apply(&text);
    let shown = clean.as_deref().unwrap_or(&text);
    if shown.len() <= LONGEST_BODY && json.is_some() {
        return match clean {
            Some(clean) => value::parse(&JsString::from(clean)).unwrap_or_default(),
            None => body,
        };
    }
    let mut end = shown.len().min(LONGEST_BODY);
    while !shown.is_char_boundary(end) {
        end -= 1;
    }
    shown.get(..end).unwrap_or_default().into()
}

impl From<Box<Error>> for Failure {
    fn from(error: Box<Error>) -> Self {
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
