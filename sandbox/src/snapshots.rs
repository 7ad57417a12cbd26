//! The calls about snapshots: what a location may begin with. One is loaded with the location that it is named for.

use serde_json::json;

use crate::call::Call;
use crate::entry::Entry;
use crate::input::{number, text};
use crate::kinds::{PUSH, SNAPSHOT};
use crate::moment::milliseconds;
use crate::object::{Object, text_of};
use crate::page::cut;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;
use crate::thing::Thing;
use crate::validate::{Field, fields};

const OF_COMPANY: &[Field] = fields! {
    "companyId" Text, must;
};
const SHARE: &[Field] = fields! {
    "snapshot_id" Text, must;
    "share_type" OneOf(&["link", "permanent_link", "agency_link", "location_link"]), must;
    "relationship_number" Text;
    "share_location_id" Text;
};
/// The spec requires `lastDoc`, too, which no first page can have.
const PUSHES: &[Field] = fields! {
    "companyId" Text, must;
    "from" Text, must;
    "to" Text, must;
    "lastDoc" Text;
    "limit" NumberText;
};

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "snapshots.list",
        "GET /snapshots",
        "snapshots.readonly",
        Entry::list(&SNAPSHOT, "snapshots").asks(OF_COMPANY),
    )
    .for_agency(),
    Row::of(
        "snapshots.share",
        "POST /snapshots/share/link",
        "snapshots.write",
        Entry::own(&SNAPSHOT, share).asks(OF_COMPANY).takes(SHARE),
    )
    .for_agency(),
    Row::of(
        "snapshots.pushes.list",
        "GET /snapshots/snapshot-status/{snapshotId}",
        "snapshots.readonly",
        Entry::own(&PUSH, pushes).asks(PUSHES),
    )
    .for_agency(),
    Row::of(
        "snapshots.pushes.get",
        "GET /snapshots/snapshot-status/{snapshotId}/location/{locationId}",
        "snapshots.readonly",
        Entry::own(&PUSH, last_push).asks(OF_COMPANY),
    )
    .for_agency(),
];

fn share(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = text_of(&call.body, "snapshot_id");
    let snapshot = state.store().get(&SNAPSHOT, id);
    let snapshot = snapshot.ok_or_else(|| Refusal::no_such(&SNAPSHOT, id))?;
    let link = format!("https://affiliates.example.com/?share={}", snapshot.id);
    Ok(Response::json(
        201,
        &json!({ "id": *snapshot.id, "shareLink": link }),
    ))
}

/// Where a snapshot has been loaded, the newest first, from behind the one that is named.
fn pushes(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let snapshot = call.thing(&SNAPSHOT)?;
    let begins = day(call, "from").unwrap_or(0);
    let ends = day(call, "to").unwrap_or(u64::MAX);
    let found = state.store().list(&PUSH, "snapshotId", &snapshot.id).rev();
    let found = found.filter(|push| (begins..=ends).contains(&push.added_ms));
    let found: Vec<_> = found.collect();
    let last = text(&call.query, "lastDoc");
    let place = last.and_then(|id| found.iter().position(|push| *push.id == *id));
    let skip = place.map_or(0, |place| place + 1);
    let (found, _) = cut(found.into_iter(), skip, number(&call.query, "limit", 10));
    let found: Vec<_> = found.into_iter().map(|push| shown(push)).collect();
    Ok(Response::json(200, &json!({ "data": found })))
}

fn last_push(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let snapshot = call.thing(&SNAPSHOT)?;
    let mut found = state.store().list(&PUSH, "snapshotId", &snapshot.id).rev();
    let found = found.find(|push| push.location_id == call.location_id);
    let found = found.ok_or_else(|| Refusal::no_such(&PUSH, &call.location_id))?;
    let mut push = shown(found);
    push.insert("completed".to_owned(), json!(["custom_fields", "tags"]));
    push.insert("pending".to_owned(), json!([]));
    Ok(Response::json(200, &json!({ "data": push })))
}

fn shown(push: &Thing) -> Object {
    let mut fields = push.fields.clone();
    fields.remove("snapshotId");
    fields
}

/// A moment, or the beginning of a day, in the forms of v3; those of v2 bound nothing.
fn day(call: &Call, name: &str) -> Option<u64> {
    let text = text(&call.query, name)?;
    milliseconds(text).or_else(|| milliseconds(&format!("{text}T00:00:00Z")))
}
