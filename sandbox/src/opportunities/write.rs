//! Writes that answer in ways of their own.

use serde_json::json;

use super::draft::draft;
use super::view::shown;
use crate::call::Call;
use crate::entry::SUCCEDED_AND_SUCCESS;
use crate::kinds::OPPORTUNITY;
use crate::moment::moment;
use crate::object::{is_set, merge, object, text_of, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

/// `PUT /opportunities/{id}/status`
pub(super) fn set_status(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let opportunity = call.thing(&OPPORTUNITY)?;
    let mut changes = call.body.clone();
    let changed = object(json!({ "lastStatusChangeAt": moment(call.now_ms()) }));
    changes.extend(changed);
    let store = state.store_mut();
    store.amend(&OPPORTUNITY, &opportunity.id, call.now_ms(), |fields| {
        merge(fields, changes);
    });
    Ok(Response::json(
        200,
        &SUCCEDED_AND_SUCCESS.words(call.version()),
    ))
}

/// `POST /opportunities/upsert`: changes the one that is named, or creates one.
pub(super) fn upsert(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = text_of(&call.body, "id");
    let known = match id {
        "" => None,
        id => Some(call.own(state.store(), &OPPORTUNITY, id)?.clone()),
    };
    let mut fields = draft(state, call, known.as_deref())?;
    for name in ["id", "isRemoveAllFollowers", "followersActionType"] {
        fields.remove(name);
    }
    let before = known
        .as_ref()
        .map(|known| texts_of(&known.fields, "followers"));
    let followers = followers(call, before.unwrap_or_default());
    fields.insert("followers".to_owned(), json!(followers));
    let (store, now_ms) = (state.store_mut(), call.now_ms());
    let opportunity = match &known {
        Some(known) => store.amend(&OPPORTUNITY, &known.id, now_ms, |all| merge(all, fields)),
        None => Some(store.insert(&OPPORTUNITY, &call.location_id, fields, now_ms)),
    };
    let opportunity = opportunity.ok_or_else(|| Refusal::no_such(&OPPORTUNITY, id))?;
    let opportunity = shown(state.store(), &opportunity, call.version());
    let answer = json!({ "opportunity": opportunity, "new": known.is_none() });
    Ok(Response::json(200, &answer))
}

fn followers(call: &Call, mut followers: Vec<String>) -> Vec<String> {
    if is_set(&call.body, "isRemoveAllFollowers") {
        followers.clear();
    }
    let named = texts_of(&call.body, "followers");
    followers.retain(|id| !named.contains(id));
    if text_of(&call.body, "followersActionType") != "remove" {
        followers.extend(named);
    }
    followers
}
