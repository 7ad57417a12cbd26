//! Contacts found by their address or number, and written whether they are there or not.

use serde_json::json;

use super::draft::{draft, email, phone, twin, written};
use super::tags::know;
use super::view::shown;
use crate::call::Call;
use crate::input::text;
use crate::kinds::CONTACT;
use crate::object::{Object, is_set, merge};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

/// `GET /contacts/search/duplicate`
pub(super) fn find_duplicate(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let mut wanted = Object::new();
    if let Some(text) = text(&call.query, "email") {
        wanted.insert("email".to_owned(), json!(email(text)));
    }
    if let Some(text) = text(&call.query, "number") {
        wanted.insert("phone".to_owned(), json!(phone(text)));
    }
    if wanted.is_empty() {
        let words = "Pass at least one of number, email query parameter";
        return Err(Refusal::Unacceptable(words.to_owned()));
    }
    let found = twin(state.store(), &call.location_id, &wanted, None);
    let found = found.map(|(contact, _)| shown(state.store(), contact, call.version()));
    Ok(Response::json(200, &json!({ "contact": found })))
}

/// `POST /contacts/upsert`: the address counts before the number, and a number that is another contact's is not taken.
pub(super) fn upsert(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let sent = written(state.store(), call, None);
    let found = twin(state.store(), &call.location_id, &sent, None);
    let known = found.and_then(|(contact, _)| state.store().get(&CONTACT, &contact.id).cloned());
    let another = is_set(&call.body, "createNewIfDuplicateAllowed")
        && call.allows(state.store(), "allowDuplicateContact");
    let known = known.filter(|_| !another);
    let is_new = known.is_none();
    let contact = match known {
        Some(known) => {
            let mut fields = written(state.store(), call, Some(&known));
            if twin(state.store(), &call.location_id, &fields, Some(&known.id)).is_some() {
                fields.remove("phone");
            }
            let store = state.store_mut();
            let changed = store.amend(&CONTACT, &known.id, call.now_ms(), |all| merge(all, fields));
            changed.unwrap_or(known)
        }
        None => {
            let fields = draft(state, call, None)?;
            let store = state.store_mut();
            store.insert(&CONTACT, &call.location_id, fields, call.now_ms())
        }
    };
    know(state, &call.location_id, &contact.fields, call.now_ms());
    let contact = shown(state.store(), &contact, call.version());
    let answer = json!({ "new": is_new, "contact": contact, "traceId": call.visit.trace_id });
    Ok(Response::json(200, &answer))
}
