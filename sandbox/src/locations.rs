//! The calls about locations themselves.

mod countries;
mod fields;

use serde_json::{Value, json};

use crate::call::Call;
use crate::caller::may_manage;
use crate::entry::Entry;
use crate::input::{number, text};
use crate::kinds::{LOCATION, PUSH, SNAPSHOT};
use crate::object::{Object, object, text_of, without};
use crate::page::cut;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::seed::COMPANY_ID;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

const READ: &str = "locations.readonly";
const WRITE: &str = "locations.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "locations.search",
        "GET /locations/search",
        READ,
        Entry::own(&LOCATION, search).asks(fields::SEARCH),
    )
    .for_anyone(),
    Row::of(
        "locations.get",
        "GET /locations/{locationId}",
        READ,
        Entry::get(&LOCATION, "location").shown(shown),
    )
    .for_anyone(),
    Row::of(
        "locations.create",
        "POST /locations",
        WRITE,
        Entry::own(&LOCATION, create).takes(fields::CREATE),
    )
    .for_agency(),
    Row::of(
        "locations.update",
        "PUT /locations/{locationId}",
        WRITE,
        Entry::update(&LOCATION, "")
            .takes(fields::UPDATE)
            .drafted(draft)
            .shown(written),
    )
    .for_agency(),
    Row::of(
        "locations.delete",
        "DELETE /locations/{locationId}",
        WRITE,
        Entry::own(&LOCATION, delete).asks(fields::DELETE),
    )
    .for_agency(),
];

/// A location alone. When it was added has been seen in searches only.
fn shown(_: &Store, location: &Thing, _: Version) -> Object {
    without(location.fields.clone(), &["dateAdded"])
}

/// A location that has been written, without the person whom it is dealt with.
fn written(_: &Store, location: &Thing, _: Version) -> Object {
    let hidden = ["dateAdded", "firstName", "lastName"];
    without(location.fields.clone(), &hidden)
}

/// A location in a search, which is the company's own.
fn item(location: &Thing) -> Object {
    let hidden = ["companyId", "firstName", "lastName"];
    without(location.fields.clone(), &hidden)
}

/// A location finds itself only.
fn search(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let own = call.visit.caller().location_id();
    let email = text(&call.query, "email");
    let found = state.store().list(&LOCATION, "companyId", COMPANY_ID);
    let found = found.filter(|location| {
        own.is_none_or(|id| *location.id == *id)
            && email.is_none_or(|email| text_of(&location.fields, "email") == email)
    });
    let mut found: Vec<_> = found.collect();
    if text(&call.query, "order") == Some("desc") {
        found.reverse();
    }
    let most = state.config.paging.most.unwrap_or(usize::MAX);
    let limit = number(&call.query, "limit", 10).min(most);
    let (found, _) = cut(found.into_iter(), number(&call.query, "skip", 0), limit);
    let found: Vec<_> = found.into_iter().map(|location| item(location)).collect();
    Ok(Response::json(200, &json!({ "locations": found })))
}

/// A location is in itself, as the things are that it has. A snapshot is loaded at once, and brings nothing.
fn create(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let fields = draft(state, call, None)?;
    let snapshot_id = text_of(&call.body, "snapshotId");
    if !snapshot_id.is_empty() && state.store().get(&SNAPSHOT, snapshot_id).is_none() {
        return Err(Refusal::no_such(&SNAPSHOT, snapshot_id));
    }
    let store = state.store_mut();
    let location = store.found(&LOCATION, fields, call.now_ms());
    if !snapshot_id.is_empty() {
        let fields = object(json!({ "snapshotId": snapshot_id }));
        store.insert(&PUSH, &location.id, fields, call.now_ms());
    }
    let location = written(state.store(), &location, call.version());
    Ok(Response::json(200, &location))
}

/// The credentials of mail and telephone services are taken, and shown by no answer.
fn draft(_: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    may_manage(text_of(&call.body, "companyId"))?;
    let mut fields = call.body.clone();
    for name in [
        "twilio",
        "mailgun",
        "snapshotId",
        "snapshot",
        "prospectInfo",
    ] {
        fields.remove(name);
    }
    if let Some(Value::Object(person)) = call.body.get("prospectInfo") {
        fields.extend(person.clone());
    }
    Ok(fields)
}

fn delete(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    state.store_mut().remove_location(&call.location_id);
    let words = "Location deleted successfully";
    Ok(Response::json(
        200,
        &json!({ "success": true, "message": words }),
    ))
}
