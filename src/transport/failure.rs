//! A failed call, with what only JavaScript can hold.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

use super::{cause, value};
use crate::core::{error::Error, redaction::Redaction, text};

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

/// Makes what a failure shows of the text of a body.
fn redacted_body(body: JsValue, secrets: &Redaction) -> JsValue {
    let Ok(text) = body.dyn_into::<JsString>() else {
        return JsValue::UNDEFINED;
    };
    // JSON is looked at as JSON is written here, in which a secret has one form only.
    let json = match text.length() <= LOOKED_AT {
        true => value::parse(&text).and_then(|parsed| value::stringify(&parsed)),
        false => None,
    };
    let shown = json.as_ref().unwrap_or(&text);
    let clean = cleaned(shown, LOOKED_AT, secrets);
    let parsed = (json.is_some() && clean.len() <= LONGEST_BODY)
        .then(|| value::parse(&JsString::from(clean.as_str())));
    match parsed {
        Some(Some(parsed)) => parsed,
        _ => text::start(&clean, LONGEST_BODY).into(),
    }
}

/// Returns the beginning of a body that is no JSON, without secrets.
pub fn beginning(body: &JsString, secrets: &Redaction) -> String {
    cleaned(body, LONGEST_BODY as u32, secrets)
}

/// Returns at most so many UTF-16 units of a text, without secrets.
fn cleaned(text: &JsString, most: u32, secrets: &Redaction) -> String {
    let shown = String::from(text.slice(0, most));
    let clean = secrets.apply(&shown).unwrap_or(shown);
    // A secret may begin where the text was cut.
    let uncertain = if text.length() > most {
        secrets.longest()
    } else {
        0
    };
    text::start(&clean, clean.len().saturating_sub(uncertain)).to_owned()
}

impl From<Box<Error>> for Failure {
    fn from(mut error: Box<Error>) -> Self {
        // Somebody may have given a token in the place of an id or of a name, which messages show.
        if let Some(clean) = Redaction::default().apply(&error.message) {
            error.message = clean;
        }
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
