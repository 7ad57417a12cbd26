//! The calls about what appointments need besides people: rooms and equipment. Their answers have an id, which the spec leaves
//! out, since nobody could use them otherwise.

mod fields;

use std::sync::Arc;

use serde_json::json;

use crate::call::Call;
use crate::entry::{Entry, SUCCESS};
use crate::input::number;
use crate::kinds::ROOM;
use crate::object::{Object, merge, text_of, without};
use crate::page::cut;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;
use crate::thing::Thing;
use crate::validate::{Problem, Rule};

const READ: &str = "calendars/resources.readonly";
const WRITE: &str = "calendars/resources.write";

const TYPES: &[&str] = &["equipments", "rooms"];

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "calendars.resources.list",
        "GET /calendars/resources/{resourceType}",
        READ,
        Entry::own(&ROOM, list).asks(fields::LIST),
    )
    .early(),
    Row::of(
        "calendars.resources.create",
        "POST /calendars/resources/{resourceType}",
        WRITE,
        Entry::create(&ROOM, 201, "")
            .takes(fields::CREATE)
            .drafted(draft),
    )
    .early(),
    Row::of(
        "calendars.resources.get",
        "GET /calendars/resources/{resourceType}/{id}",
        READ,
        Entry::own(&ROOM, get),
    )
    .early(),
    Row::of(
        "calendars.resources.update",
        "PUT /calendars/resources/{resourceType}/{id}",
        WRITE,
        Entry::own(&ROOM, update).takes(fields::UPDATE),
    )
    .early(),
    Row::of(
        "calendars.resources.delete",
        "DELETE /calendars/resources/{resourceType}/{id}",
        WRITE,
        Entry::own(&ROOM, delete),
    )
    .early(),
];

fn list(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let wanted = kind(call)?;
    let found = state.store().all(&ROOM, &call.location_id);
    let found = found.filter(|room| text_of(&room.fields, "resourceType") == wanted);
    let (skip, limit) = (
        number(&call.query, "skip", 0),
        number(&call.query, "limit", 10),
    );
    let (found, _) = cut(found, skip, limit);
    let found: Vec<_> = found.into_iter().map(|room| &room.fields).collect();
    Ok(Response::json(200, &found))
}

fn draft(_: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    let mut fields = call.body.clone();
    fields.insert("resourceType".to_owned(), json!(kind(call)?));
    Ok(fields)
}

fn get(_: &mut State, call: &Call) -> Result<Response, Refusal> {
    Ok(Response::json(200, &room(call)?.fields))
}

/// The answer to a change does not tell of the calendars.
fn update(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = &room(call)?.id;
    let mut changes = call.body.clone();
    changes.remove("locationId");
    let store = state.store_mut();
    let room = store.amend(&ROOM, id, call.now_ms(), |fields| merge(fields, changes));
    let room = room.ok_or_else(|| Refusal::no_such(&ROOM, id))?;
    let shown = without(room.fields.clone(), &["calendarIds"]);
    Ok(Response::json(200, &shown))
}

fn delete(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = &room(call)?.id;
    state.store_mut().remove(&ROOM, id);
    Ok(Response::json(200, &SUCCESS.words(call.version())))
}

/// The type that the path names.
fn kind<'a>(call: &'a Call) -> Result<&'a str, Refusal> {
    match TYPES.contains(&call.word()) {
        true => Ok(call.word()),
        false => Err(Refusal::Invalid(vec![Problem::new(
            "resourceType",
            Rule::OneOf(TYPES),
        )])),
    }
}

/// The one that the path names, if it is of the type that it names.
fn room<'a>(call: &'a Call) -> Result<&'a Arc<Thing>, Refusal> {
    let (kind, room) = (kind(call)?, call.thing(&ROOM)?);
    match text_of(&room.fields, "resourceType") == kind {
        true => Ok(room),
        false => Err(Refusal::no_such(&ROOM, &room.id)),
    }
}
