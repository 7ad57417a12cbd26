//! A contact's tags.

use serde_json::{Value, json};

use crate::call::Call;
use crate::case::Small;
use crate::kinds::{CONTACT, TAG};
use crate::object::{Object, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

pub(super) fn add(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let added = normal(texts_of(&call.body, "tags").iter().map(String::as_str));
    let tags = change(state, call, |tags| join(tags, added))?;
    Ok(Response::json(201, &json!({ "tags": tags })))
}

pub(super) fn remove(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let removed = normal(texts_of(&call.body, "tags").iter().map(String::as_str));
    let tags = change(state, call, |tags| {
        tags.retain(|tag| !removed.contains(tag))
    })?;
    Ok(Response::json(200, &json!({ "tags": tags })))
}

fn change(
    state: &mut State,
    call: &Call,
    change: impl FnOnce(&mut Vec<Value>),
) -> Result<Vec<Value>, Refusal> {
    let id = &call.thing(&CONTACT)?.id;
    Ok(retag(state, &call.location_id, id, call.now_ms(), change))
}

/// Changes the tags of a contact, and tells what they are now.
pub(super) fn retag(
    state: &mut State,
    location_id: &str,
    id: &str,
    now_ms: u64,
    change: impl FnOnce(&mut Vec<Value>),
) -> Vec<Value> {
    let store = state.store_mut();
    let contact = store.amend(&CONTACT, id, now_ms, |fields| {
        let tags = fields.entry("tags").or_insert_with(|| json!([]));
        if let Value::Array(tags) = tags {
            change(tags);
        }
    });
    let Some(contact) = contact else {
        return Vec::new();
    };
    know(state, location_id, &contact.fields, now_ms);
    let tags = contact.fields.get("tags").and_then(Value::as_array);
    tags.cloned().unwrap_or_default()
}

/// Tags in small letters, each once.
pub(super) fn normal<'a>(tags: impl Iterator<Item = &'a str>) -> Vec<Value> {
    let mut all = Vec::new();
    join(&mut all, tags.map(|tag| json!(tag.trim().small())));
    all
}

/// Adds the tags that are not among them.
pub(super) fn join(tags: &mut Vec<Value>, added: impl IntoIterator<Item = Value>) {
    for tag in added {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
}

/// A location knows all tags of its contacts.
pub(super) fn know(state: &mut State, location_id: &str, contact: &Object, now_ms: u64) {
    for name in texts_of(contact, "tags") {
        let known = state.store().find(&TAG, location_id, "name", &name);
        if known.is_none() {
            let fields = Object::from_iter([("name".to_owned(), json!(name))]);
            state.store_mut().insert(&TAG, location_id, fields, now_ms);
        }
    }
}
