//! The users who follow a contact.

use serde_json::{Value, json};

use super::tags::join;
use crate::call::Call;
use crate::kinds::CONTACT;
use crate::object::{merge, object, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

pub(super) fn add(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let named = texts_of(&call.body, "followers");
    let before = texts_of(&call.thing(&CONTACT)?.fields, "followers");
    let mut after: Vec<Value> = before.iter().map(|id| json!(id)).collect();
    join(&mut after, named.iter().map(|id| json!(id)));
    let added: Vec<_> = named.iter().filter(|id| !before.contains(id)).collect();
    write(state, call, &after)?;
    let answer = json!({ "followers": after, "followersAdded": added });
    Ok(Response::json(201, &answer))
}

pub(super) fn remove(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let named = texts_of(&call.body, "followers");
    let before = texts_of(&call.thing(&CONTACT)?.fields, "followers");
    let (removed, after): (Vec<_>, Vec<_>) = before.into_iter().partition(|id| named.contains(id));
    let after: Vec<_> = after.into_iter().map(Value::String).collect();
    write(state, call, &after)?;
    let answer = json!({ "followers": after, "followersRemoved": removed });
    Ok(Response::json(200, &answer))
}

fn write(state: &mut State, call: &Call, followers: &[Value]) -> Result<(), Refusal> {
    let id = &call.thing(&CONTACT)?.id;
    let changes = object(json!({ "followers": followers }));
    let store = state.store_mut();
    store.amend(&CONTACT, id, call.now_ms(), |fields| merge(fields, changes));
    Ok(())
}
