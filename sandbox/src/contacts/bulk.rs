//! Many contacts at once.

use serde_json::{Value, json};

use super::tags::{join, normal, retag};
use crate::call::Call;
use crate::entry::SUCCEDED;
use crate::kinds::{BUSINESS, CONTACT};
use crate::object::{is_set, merge, object, text_of, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::validate::{Problem, Rule};

const TYPES: &[&str] = &["add", "remove"];

/// `POST /contacts/bulk/tags/update/{type}`: contacts that do not exist are counted, and stop nothing.
pub(super) fn tags(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let adds = match call.word() {
        "add" => true,
        "remove" => false,
        _ => {
            return Err(Refusal::Invalid(vec![Problem::new(
                "type",
                Rule::OneOf(TYPES),
            )]));
        }
    };
    let named = normal(texts_of(&call.body, "tags").iter().map(String::as_str));
    let all = is_set(&call.body, "removeAllTags");
    let (known, unknown) = partition(state, call, "contacts");
    for id in &known {
        retag(state, &call.location_id, id, call.now_ms(), |tags| {
            if all {
                tags.clear();
            }
            match adds {
                true => join(tags, named.clone()),
                false => tags.retain(|tag| !named.contains(tag)),
            }
        });
    }
    let mut answer = SUCCEDED.words(call.version());
    answer.extend(object(json!({ "errorCount": unknown, "responses": known })));
    Ok(Response::json(201, &answer))
}

/// `POST /contacts/bulk/business`: a business for all, or none for null.
pub(super) fn business(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = text_of(&call.body, "businessId");
    if !id.is_empty() {
        call.own(&state.store, &BUSINESS, id)?;
    }
    let (known, _) = partition(state, call, "ids");
    let value = Value::from(Some(id).filter(|id| !id.is_empty()));
    let changes = object(json!({ "businessId": value }));
    let store = state.store_mut();
    for id in &known {
        store.amend(&CONTACT, id, call.now_ms(), |fields| {
            merge(fields, changes.clone());
        });
    }
    Ok(Response::json(
        200,
        &json!({ "success": true, "ids": known }),
    ))
}

/// The ids that contacts of the location have, and how many have none.
fn partition(state: &State, call: &Call, name: &str) -> (Vec<String>, usize) {
    let (known, unknown): (Vec<_>, Vec<_>) = texts_of(&call.body, name)
        .into_iter()
        .partition(|id| call.own(&state.store, &CONTACT, id).is_ok());
    (known, unknown.len())
}
