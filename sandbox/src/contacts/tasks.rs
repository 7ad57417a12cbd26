//! `POST /locations/{locationId}/tasks/search`: the tasks of all contacts.

use serde_json::{Value, json};

use crate::call::Call;
use crate::case::Small;
use crate::kinds::{CONTACT, TASK};
use crate::object::{is_set, text_of, texts_of};
use crate::page::cut;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;

pub(super) fn search(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let store = state.store();
    let found = store.all(&TASK, &call.location_id);
    let found = found.filter(|task| fits(store, call, task));
    let number = |name: &str| call.body.get(name).and_then(Value::as_u64);
    let skip = number("skip").unwrap_or(0) as usize;
    let (found, _) = cut(found, skip, number("limit").unwrap_or(25) as usize);
    let found: Vec<_> = found.into_iter().map(|task| &task.fields).collect();
    Ok(Response::json(200, &json!({ "tasks": found })))
}

fn fits(store: &Store, call: &Call, task: &Thing) -> bool {
    let body = &call.body;
    let is_one_of = |name: &str| {
        let wanted = texts_of(body, name);
        wanted.is_empty() || wanted.iter().any(|id| text_of(&task.fields, name) == id)
    };
    let term = text_of(body, "query").small();
    let business = text_of(body, "businessId");
    let contact = store.get(&CONTACT, text_of(&task.fields, "contactId"));
    let works_there = || contact.is_some_and(|it| text_of(&it.fields, "businessId") == business);
    is_one_of("contactId")
        && is_one_of("assignedTo")
        && (!body.contains_key("completed")
            || is_set(body, "completed") == is_set(&task.fields, "completed"))
        && text_of(&task.fields, "title").small().contains(&term)
        && (business.is_empty() || works_there())
}
