//! Slots in which nothing can be booked.

use serde_json::json;

use super::appointment::time;
use crate::call::Call;
use crate::kinds::{CALENDAR, EVENT};
use crate::object::{Object, is_set, text_of};
use crate::refusal::Refusal;
use crate::state::State;
use crate::thing::Thing;

/// The fields to write: of a calendar or of a user, from one time to another.
pub(super) fn draft(
    state: &mut State,
    call: &Call,
    before: Option<&Thing>,
) -> Result<Object, Refusal> {
    if let Some(event) = before.filter(|event| !is_set(&event.fields, "blocked")) {
        return Err(Refusal::no_such(&EVENT, &event.id));
    }
    let (calendar_id, user_id) = (
        text_of(&call.body, "calendarId"),
        text_of(&call.body, "assignedUserId"),
    );
    if calendar_id.is_empty() == user_id.is_empty() && before.is_none() {
        let words = "Either calendarId or assignedUserId is required, but not both";
        return Err(Refusal::Malformed(words.to_owned()));
    }
    if !calendar_id.is_empty() {
        call.own(state.store(), &CALENDAR, calendar_id)?;
    }
    let mut all = before.map(|event| event.fields.clone()).unwrap_or_default();
    all.extend(call.body.clone());
    if time(&all, "startTime")? > time(&all, "endTime")? {
        let words = "endTime must be after startTime";
        return Err(Refusal::Malformed(words.to_owned()));
    }
    let mut fields = call.body.clone();
    fields.remove("locationId");
    fields.insert("blocked".to_owned(), json!(true));
    if before.is_none() {
        fields.entry("title").or_insert_with(|| json!("Blocked"));
    }
    Ok(fields)
}
