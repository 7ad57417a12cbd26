//! What relates two objects.

use serde_json::{Value, json};

use crate::call::Call;
use crate::input::number;
use crate::kinds::{ASSOCIATION, RELATION};
use crate::object::{Object, text_of};
use crate::page::cut;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::thing::Thing;

const ENDS: [&str; 3] = ["associationId", "firstRecordId", "secondRecordId"];

/// The fields of a relation: its ends, and what the spec shows of its association. The same one twice is refused.
pub(super) fn draft(state: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    let id = text_of(&call.body, "associationId");
    let association = call.own(state.store(), &ASSOCIATION, id)?;
    let first = text_of(&call.body, "firstRecordId");
    let mut others = state.store().list(&RELATION, "firstRecordId", first);
    let same = |it: &Thing| {
        ENDS.iter()
            .all(|end| it.fields.get(*end) == call.body.get(*end))
    };
    if let Some(known) = others.find(|it| same(it)) {
        return Err(Refusal::Duplicate {
            message: "duplicate relation",
            more: json!({ "error": "Bad Request", "meta": { "relationId": *known.id } }),
        });
    }
    let mut fields = association.fields.clone();
    fields.extend(ENDS.iter().filter_map(|end| {
        let value = call.body.get(*end)?;
        Some(((*end).to_owned(), value.clone()))
    }));
    Ok(fields)
}

/// The relations that begin or end at a record, of these associations if it is said which.
pub(super) fn list(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let record = call.word();
    let wanted: Vec<&str> = match call.query.get("associationIds") {
        Some(Value::String(ids)) => ids.split(',').collect(),
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let begun = state.store().list(&RELATION, "firstRecordId", record);
    let ended = state.store().list(&RELATION, "secondRecordId", record);
    let found = begun.chain(ended).filter(|relation| {
        relation.location_id == call.location_id
            && (wanted.is_empty() || wanted.contains(&text_of(&relation.fields, "associationId")))
    });
    let (skip, limit) = (
        number(&call.query, "skip", 0),
        number(&call.query, "limit", 100),
    );
    let (found, all) = cut(found, skip, limit);
    let found: Vec<_> = found.into_iter().map(|relation| &relation.fields).collect();
    Ok(Response::json(
        200,
        &json!({ "relations": found, "total": all }),
    ))
}

pub(super) fn delete(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let relation = call.thing(&RELATION)?;
    state.store_mut().remove(&RELATION, &relation.id);
    Ok(Response::json(200, &relation.fields))
}
