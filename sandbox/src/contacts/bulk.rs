//! Many contacts at once.

use serde_json::{Value, json};

use super::tags::{join, normal, retag};
use crate::call::Call;
use crate::entry::SUCCEDED;
use crate::kinds::{BUSINESS, CONTACT};
use crate::object::{Object, is_set, merge, object, text_of, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::validate::{Problem, Rule};

const TYPES: &[&str] = &["add", "remove"];

/// `POST /contacts/bulk/tags/update/{type}`: contacts that do not exist are counted, and stop nothing. The spec says that the
/// responses are texts; its example, of which these are, has objects.
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
    let mut unknown = 0;
    let mut responses = Vec::new();
    for id in texts_of(&call.body, "contacts") {
        let Ok(contact) = call.own(state.store(), &CONTACT, &id) else {
            unknown += 1;
            let message = "contact does not belong to location";
            responses.push(json!({ "contactId": id, "message": message, "type": "error" }));
            continue;
        };
        let before = tags_of(&contact.fields);
        let after = retag(state, &call.location_id, &id, call.now_ms(), |tags| {
            if all {
                tags.clear();
            }
            match adds {
                true => join(tags, named.clone()),
                false => tags.retain(|tag| !named.contains(tag)),
            }
        });
        responses.push(json!({
            "contactId": id,
            "message": "Tags updated",
            "type": "success",
            "tagsAdded": without(&after, &before),
            "tagsRemoved": without(&before, &after),
            "oldTags": before,
        }));
    }
    let mut answer = SUCCEDED.words(call.version());
    answer.extend(object(
        json!({ "errorCount": unknown, "responses": responses }),
    ));
    Ok(Response::json(201, &answer))
}

fn tags_of(contact: &Object) -> Vec<Value> {
    let tags = contact.get("tags").and_then(Value::as_array);
    tags.cloned().unwrap_or_default()
}

/// Those of the tags that are not among the others.
fn without<'a>(tags: &'a [Value], others: &[Value]) -> Vec<&'a Value> {
    tags.iter().filter(|tag| !others.contains(tag)).collect()
}

/// `POST /contacts/bulk/business`: a business for all, or none for null.
pub(super) fn business(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = text_of(&call.body, "businessId");
    if !id.is_empty() {
        call.own(state.store(), &BUSINESS, id)?;
    }
    let mut known = texts_of(&call.body, "ids");
    known.retain(|id| call.own(state.store(), &CONTACT, id).is_ok());
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
