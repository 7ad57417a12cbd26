//! What was thrown beneath a failure, with nothing secret in it.

use js_sys::{Reflect, Symbol};
use wasm_bindgen::{JsCast, JsValue};

use super::value::Members;
use crate::core::{
    document::{Document, Type},
    redaction::Redaction,
};

/// How many causes beneath each other are copied.
const DEEPEST_CAUSE: usize = 6;

/// How deep a cause is looked into: the module's stack is small. What is deeper is not known to be clean.
const DEEPEST: usize = 32;

/// How many values of a cause are looked at. What there is beyond them is not known to be clean.
const MOST_VALUES: usize = 500;

/// Returns a cause as it is if it shows nothing secret; otherwise an error with its name, its words and its code, redacted,
/// and its own cause likewise.
pub fn redacted(cause: JsValue, secrets: &Redaction) -> JsValue {
    redacted_to(cause, secrets, DEEPEST_CAUSE)
}

fn redacted_to(cause: JsValue, secrets: &Redaction, depth: usize) -> JsValue {
    if is_clean(&cause, secrets, DEEPEST, &mut Vec::new()) {
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

/// Returns whether all of a value can be read without harm.
pub fn is_harmless(value: &JsValue) -> bool {
    is_clean(value, &Redaction::default(), DEEPEST, &mut Vec::new())
}

/// Returns whether nothing that can be seen of a value is secret. Only texts, errors, plain objects, arrays and functions
/// can be looked into; of others, such as `Headers`, nobody knows what a console makes of them.
fn is_clean(value: &JsValue, secrets: &Redaction, depth: usize, seen: &mut Vec<JsValue>) -> bool {
    if let Some(text) = value.as_string() {
        return secrets.apply_to_thrown(&text).is_none();
    }
    match value.kind() {
        Type::Null | Type::Flag | Type::Number => return true,
        Type::Object | Type::List | Type::Function => {}
        Type::Foreign if value.is_symbol() => {
            let described = value.unchecked_ref::<Symbol>().to_string();
            return is_clean(&described, secrets, depth, seen);
        }
        Type::Foreign => match value.name() {
            name if name.ends_with("BigInt") => return true,
            name if name.ends_with("Error") || name.ends_with("DOMException") => {}
            _ => return false,
        },
        Type::Text => return false,
    }
    if seen.contains(value) {
        return true;
    }
    if depth == 0 || seen.len() == MOST_VALUES || value.member("toJSON").is_some() {
        return false;
    }
    seen.push(value.clone());
    let Ok(keys) = Reflect::own_keys(value) else {
        return false;
    };
    // A DOMException has its words from its prototype.
    for key in ["name", "message", "stack"] {
        keys.push(&key.into());
    }
    let mut index = 0;
    while let Some(key) = keys.item(index) {
        let member = Reflect::get(value, &key);
        // What a text of its own would say, only calling it tells.
        let is_clean = key != "toString"
            && is_clean(&key, secrets, depth, seen)
            && member.is_ok_and(|member| is_clean(&member, secrets, depth - 1, seen));
        if !is_clean {
            return false;
        }
        index += 1;
    }
    true
}
