//! The calls about who is told what of a calendar's appointments.

mod fields;

use serde_json::json;

use crate::call::Call;
use crate::entry::{Count, Entry, Listing, Pages};
use crate::kinds::{CALENDAR, NOTIFICATION};
use crate::object::{Object, merge, object, without};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

const READ: &str = "calendars/events.readonly";
const WRITE: &str = "calendars/events.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "calendars.notifications.list",
        "GET /calendars/{calendarId}/notifications",
        READ,
        Entry::list(&NOTIFICATION, "")
            .asks(fields::LIST)
            .listing(Listing {
                filters: &[("isActive", "isActive"), ("deleted", "deleted")],
                searched: ("", &[]),
                pages: Pages::From("skip", 100),
                count: Count::None,
            })
            .shown(shown),
    )
    .early(),
    Row::of(
        "calendars.notifications.create",
        "POST /calendars/{calendarId}/notifications",
        WRITE,
        Entry::own(&NOTIFICATION, create).takes_each(fields::CREATE),
    )
    .early(),
    Row::of(
        "calendars.notifications.get",
        "GET /calendars/{calendarId}/notifications/{notificationId}",
        READ,
        Entry::get(&NOTIFICATION, "").shown(shown),
    )
    .early(),
    Row::of(
        "calendars.notifications.update",
        "PUT /calendars/{calendarId}/notifications/{notificationId}",
        WRITE,
        Entry::own(&NOTIFICATION, update).takes(fields::UPDATE),
    )
    .early(),
    Row::of(
        "calendars.notifications.delete",
        "DELETE /calendars/{calendarId}/notifications/{notificationId}",
        WRITE,
        Entry::own(&NOTIFICATION, delete),
    )
    .early(),
];

/// Takes a list, and answers with one.
fn create(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let calendar = call.thing(&CALENDAR)?;
    let (store, now_ms) = (state.store_mut(), call.now_ms());
    let created = call.items.iter().map(|item| {
        let mut fields = item.clone();
        fields.extend(object(json!({ "calendarId": *calendar.id })));
        store.insert(&NOTIFICATION, &calendar.location_id, fields, now_ms)
    });
    let created: Vec<_> = created.collect();
    let created = created
        .iter()
        .map(|it| shown(state.store(), it, call.version()));
    let created: Vec<_> = created.collect();
    Ok(Response::json(200, &created))
}

/// Its calendar stands in the path, and not in the answer; who sends it no answer tells.
fn shown(_: &Store, notification: &Thing, _: Version) -> Object {
    let hidden = ["calendarId", "fromAddress", "fromName", "fromNumber"];
    without(notification.fields.clone(), &hidden)
}

fn update(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = &call.thing(&NOTIFICATION)?.id;
    let changes = call.body.clone();
    let store = state.store_mut();
    store.amend(&NOTIFICATION, id, call.now_ms(), |fields| {
        merge(fields, changes);
    });
    let words = "Notification updated successfully";
    Ok(Response::json(200, &json!({ "message": words })))
}

fn delete(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = &call.thing(&NOTIFICATION)?.id;
    state.store_mut().remove(&NOTIFICATION, id);
    let words = "Notification deleted successfully";
    Ok(Response::json(200, &json!({ "message": words })))
}
