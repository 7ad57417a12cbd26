//! What was thrown beneath a failure, with nothing secret in it.

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::value::Members;
use crate::core::{document::Document, redaction::Redaction};

/// How many causes beneath each other are copied.
const DEEPEST_CAUSE: usize = 6;

#[wasm_bindgen(module = "/src/transport/visible.js")]
extern "C" {
    /// Gives a text, or nothing.
    fn visible(value: &JsValue) -> JsValue;
}

/// Returns a cause as it is if it shows nothing secret; otherwise an error with its name, its words and its code, redacted,
/// and its own cause likewise.
pub fn redacted(cause: JsValue, secrets: &Redaction) -> JsValue {
    redacted_to(cause, secrets, DEEPEST_CAUSE)
}

fn redacted_to(cause: JsValue, secrets: &Redaction, depth: usize) -> JsValue {
    if is_clean(&cause, secrets) {
        return cause;
    }
    let text = |key| cause.member(key).and_then(|text| text.as_string());
    let name = text("name");
    let clean = |text: String| {
        // An error of this package quotes nothing that it was not made to show. Of others nobody knows what they quote.
        let clean = match name.as_deref() {
            Some("HighLevelError") => secrets.apply(&text),
            _ => secrets.apply_to_thrown(&text),
        };
        clean.unwrap_or(text)
    };
    let said = cause.as_string().or_else(|| text("message"));
    let copy = js_sys::Error::new(&clean(said.unwrap_or_default()));
    let members: &Members = copy.unchecked_ref();
    for (key, text) in [("code", text("code")), ("name", name.clone())] {
        if let Some(text) = text.map(&clean) {
            members.set_text(key, &text);
        }
    }
    if let (Some(beneath), true) = (cause.member("cause"), depth > 0) {
        members.set("cause", &redacted_to(beneath, secrets, depth - 1));
    }
    copy.into()
}

/// Returns whether nothing that can be seen of a value is secret, and all of it can be seen.
fn is_clean(value: &JsValue, secrets: &Redaction) -> bool {
    let texts = visible(value).as_string();
    texts.is_some_and(|texts| secrets.apply_to_thrown(&texts).is_none())
}

/// Returns whether all of a value can be read without harm.
pub fn is_harmless(value: &JsValue) -> bool {
    visible(value).is_string()
}
