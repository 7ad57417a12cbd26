//! What was thrown beneath a failure, with nothing secret in it.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use crate::core::{
    document::{Document, Type},
    redaction::Redaction,
};

/// How deep a cause is looked into. What is deeper is not known to be clean.
const DEEPEST: usize = 6;

/// How many values of a cause are looked at.
const MOST_VALUES: usize = 500;

/// Returns a cause as it is if it shows nothing secret; otherwise an error with its name and its words, redacted, and its
/// own cause likewise.
pub fn redacted(cause: JsValue, secrets: &Redaction) -> JsValue {
    redacted_to(cause, secrets, DEEPEST)
}

fn redacted_to(cause: JsValue, secrets: &Redaction, depth: usize) -> JsValue {
    let mut left = MOST_VALUES;
    if is_clean(&cause, secrets, DEEPEST, &mut left) {
        return cause;
    }
    let text = |key| cause.member(key).and_then(|text| text.as_string());
    let clean = |text: String| secrets.apply(&text).unwrap_or(text);
    let said = cause.as_string().or_else(|| text("message"));
    let copy = js_sys::Error::new(&clean(said.unwrap_or_default()));
    if let Some(name) = text("name") {
        copy.set_name(&clean(name));
    }
    if let (Some(beneath), true) = (cause.member("cause"), depth > 0) {
        copy.set_cause(&redacted_to(beneath, secrets, depth - 1));
    }
    copy.into()
}

/// Returns whether nothing that can be seen of a value is secret. Only texts, errors, plain objects and arrays can be
/// looked into; of others, such as `Headers`, nobody knows what a console makes of them.
fn is_clean(value: &JsValue, secrets: &Redaction, depth: usize, left: &mut usize) -> bool {
    if depth == 0 || *left == 0 {
        return false;
    }
    *left -= 1;
    if let Some(text) = value.as_string() {
        return secrets.apply(&text).is_none();
    }
    match value.kind() {
        Type::Null | Type::Flag | Type::Number | Type::Function => return true,
        Type::Object | Type::List => {}
        _ if value.name().ends_with("Error") || value.name().ends_with("DOMException") => {}
        _ => return false,
    }
    let Ok(keys) = Reflect::own_keys(value) else {
        return false;
    };
    // A DOMException has its words from its prototype.
    let keys = keys.concat(&Array::of2(&"message".into(), &"stack".into()));
    keys.iter().all(|key| {
        Reflect::get(value, &key).is_ok_and(|member| is_clean(&member, secrets, depth - 1, left))
    })
}
