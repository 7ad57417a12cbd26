//! Appointments: a contact's time in a calendar.

use serde_json::{Value, json};

use super::view::shown;
use crate::call::Call;
use crate::kinds::{CALENDAR, CONTACT, EVENT};
use crate::moment::{milliseconds, moment};
use crate::names::full_name;
use crate::object::{Object, is_set, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::span::{Span, busy, minutes};
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;

/// What is said to HighLevel and kept by none of its answers.
const ORDERS: [&str; 5] = [
    "locationId",
    "ignoreDateRange",
    "ignoreFreeSlotValidation",
    "overrideLocationConfig",
    "toNotify",
];

/// `GET /calendars/events/appointments/{eventId}`
pub(super) fn get(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let event = call.thing(&EVENT)?;
    refuse_blocked(event)?;
    let event = shown(state.store(), event, call.version());
    Ok(Response::json(200, &json!({ "event": event })))
}

/// The fields to write: in a calendar and of a contact that there are, at a time when nothing else is there.
pub(super) fn draft(
    state: &mut State,
    call: &Call,
    before: Option<&Thing>,
) -> Result<Object, Refusal> {
    before.map_or(Ok(()), refuse_blocked)?;
    let mut all = before.map(|event| event.fields.clone()).unwrap_or_default();
    all.extend(call.body.clone());
    let store = state.store();
    let calendar = call.own(store, &CALENDAR, text_of(&all, "calendarId"))?;
    let contact = call.own(store, &CONTACT, text_of(&all, "contactId"))?;

    let mut fields = call.body.clone();
    fields.retain(|name, _| !ORDERS.contains(&name.as_str()));
    let mut places = ["startTime", "endTime", "calendarId"].iter();
    if before.is_none() || places.any(|name| call.body.contains_key(*name)) {
        let begins = time(&all, "startTime")?;
        // One that begins at another time ends when it has its length again.
        if call.body.contains_key("startTime") && !call.body.contains_key("endTime") {
            let length = 60_000 * minutes(&calendar.fields, "slotDuration");
            let ends = json!(moment(begins + length));
            all.insert("endTime".to_owned(), ends.clone());
            fields.insert("endTime".to_owned(), ends);
        }
        let wanted = Span(begins, time(&all, "endTime")?);
        if !is_set(&call.body, "ignoreFreeSlotValidation") {
            refuse_taken(store, calendar, before, wanted)?;
        }
    }
    if before.is_none() {
        let title = json!(full_name(&contact.fields));
        fields.entry("title").or_insert(title);
        let status = json!("confirmed");
        fields.entry("appointmentStatus").or_insert(status);
    }
    if before.is_none() || call.body.contains_key("calendarId") {
        inherit(&mut fields, calendar);
    }
    Ok(fields)
}

fn refuse_taken(
    store: &Store,
    calendar: &Thing,
    before: Option<&Thing>,
    wanted: Span,
) -> Result<(), Refusal> {
    let others = store.list(&EVENT, "calendarId", &calendar.id);
    let others = others.filter(|other| before.is_none_or(|own| other.id != own.id));
    let words = "The slot you have selected is no longer available.";
    match busy(others).any(|span| span.meets(wanted)) {
        true => Err(Refusal::Malformed(words.to_owned())),
        false => Ok(()),
    }
}

/// An appointment is its calendar's first member's, and its group's.
fn inherit(fields: &mut Object, calendar: &Thing) {
    let members = calendar.fields.get("teamMembers");
    if let Some(user) = members.and_then(|members| members.get(0)?.get("userId")) {
        let user = user.clone();
        fields.entry("assignedUserId").or_insert(user);
    }
    if let Some(group) = calendar.fields.get("groupId") {
        fields.insert("groupId".to_owned(), group.clone());
    }
}

/// A blocked slot is no appointment.
fn refuse_blocked(event: &Thing) -> Result<(), Refusal> {
    match is_set(&event.fields, "blocked") {
        true => Err(Refusal::no_such(&EVENT, &event.id)),
        false => Ok(()),
    }
}

/// The milliseconds of a time that is written with its offset.
pub(super) fn time(fields: &Object, name: &str) -> Result<u64, Refusal> {
    let text = fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let words = || format!("{name} must be a valid ISO 8601 date string");
    milliseconds(text).ok_or_else(|| Refusal::Malformed(words()))
}
