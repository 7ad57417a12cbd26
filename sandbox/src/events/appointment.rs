//! Appointments: a contact's time in a calendar.

use serde_json::{Value, json};

use super::view::shown;
use crate::call::Call;
use crate::kinds::{CALENDAR, CONTACT, EVENT};
use crate::moment::{milliseconds, moment};
use crate::object::{Object, is_set, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::span::{Span, busy, minutes};
use crate::state::State;
use crate::store::Thing;

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
    let event = shown(&state.store, event, call.version());
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
    let store = &state.store;
    let calendar = call.own(store, &CALENDAR, text_of(&all, "calendarId"))?;
    let contact = call.own(store, &CONTACT, text_of(&all, "contactId"))?;

    let mut fields = call.body.clone();
    fields.retain(|name, _| !ORDERS.contains(&name.as_str()));
    let moves = before.is_none()
        || ["startTime", "endTime", "calendarId"]
            .iter()
            .any(|name| call.body.contains_key(*name));
    let begins = time(&all, "startTime")?;
    let ends = match (call.body.contains_key("endTime"), before) {
        (true, _) => time(&all, "endTime")?,
        (false, Some(event)) if !call.body.contains_key("startTime") => {
            time(&event.fields, "endTime")?
        }
        _ => begins + 60_000 * minutes(&calendar.fields, "slotDuration"),
    };
    if moves {
        if !call.body.contains_key("endTime") {
            fields.insert("endTime".to_owned(), json!(moment(ends)));
        }
        let wanted = Span(begins, ends);
        let others = state.store.list(&EVENT, "calendarId", &calendar.id);
        let others = others.filter(|it| before.is_none_or(|own| it.id != own.id));
        let ignores = is_set(&call.body, "ignoreFreeSlotValidation");
        if !ignores && busy(others).any(|span| span.meets(wanted)) {
            let words = "The slot you have selected is no longer available.";
            return Err(Refusal::Malformed(words.to_owned()));
        }
    }
    if before.is_none() {
        let (first, last) = (
            text_of(&contact.fields, "firstName"),
            text_of(&contact.fields, "lastName"),
        );
        let name = format!("{first} {last}");
        fields.entry("title").or_insert_with(|| json!(name.trim()));
        fields
            .entry("appointmentStatus")
            .or_insert_with(|| json!("confirmed"));
    }
    if before.is_none() || call.body.contains_key("calendarId") {
        let member = calendar
            .fields
            .get("teamMembers")
            .and_then(|members| members.get(0));
        if let Some(user) = member
            .map(|member| &member["userId"])
            .filter(|user| user.is_string())
        {
            fields
                .entry("assignedUserId")
                .or_insert_with(|| user.clone());
        }
        if let Some(group) = calendar.fields.get("groupId") {
            fields.insert("groupId".to_owned(), group.clone());
        }
    }
    Ok(fields)
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
