//! The calls about groups of calendars.

mod fields;

use serde_json::json;

use crate::call::Call;
use crate::entry::{Entry, SUCCESS};
use crate::kinds::GROUP;
use crate::object::{merge, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;

const READ: &str = "calendars/groups.readonly";
const WRITE: &str = "calendars/groups.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "calendars.groups.list",
        "GET /calendars/groups",
        READ,
        Entry::list(&GROUP, "groups").asks(fields::LIST),
    )
    .early(),
    Row::of(
        "calendars.groups.create",
        "POST /calendars/groups",
        WRITE,
        Entry::create(&GROUP, 201, "group").takes(fields::CREATE),
    )
    .early(),
    Row::of(
        "calendars.groups.validateSlug",
        "POST /calendars/groups/validate-slug",
        WRITE,
        Entry::own(&GROUP, validate_slug).takes(fields::SLUG),
    )
    .early(),
    Row::of(
        "calendars.groups.update",
        "PUT /calendars/groups/{groupId}",
        WRITE,
        Entry::update(&GROUP, "group").takes(fields::UPDATE),
    )
    .early(),
    Row::of(
        "calendars.groups.setStatus",
        "PUT /calendars/groups/{groupId}/status",
        WRITE,
        Entry::own(&GROUP, set_status).takes(fields::STATUS),
    )
    .early(),
    Row::of(
        "calendars.groups.delete",
        "DELETE /calendars/groups/{groupId}",
        WRITE,
        Entry::delete(&GROUP, SUCCESS),
    )
    .early(),
];

fn validate_slug(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let slug = text_of(&call.body, "slug");
    let known = state.store().find(&GROUP, &call.location_id, "slug", slug);
    Ok(Response::json(
        200,
        &json!({ "available": known.is_none() }),
    ))
}

fn set_status(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = &call.thing(&GROUP)?.id;
    let changes = call.body.clone();
    let store = state.store_mut();
    store.amend(&GROUP, id, call.now_ms(), |fields| merge(fields, changes));
    Ok(Response::json(200, &SUCCESS.words(call.version())))
}
