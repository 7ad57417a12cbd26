//! Events of a calendar, a group or a user in a window of time.

use serde_json::json;

use super::view::shown;
use crate::call::Call;
use crate::input::{milliseconds, text};
use crate::kinds::EVENT;
use crate::object::is_set;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::span::Span;
use crate::state::State;

/// What the query may name, and the field that has it.
const SOURCES: [(&str, &str); 3] = [
    ("calendarId", "calendarId"),
    ("userId", "assignedUserId"),
    ("groupId", "groupId"),
];

/// `GET /calendars/events`
pub(super) fn appointments(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    list(state, call, false)
}

/// `GET /calendars/blocked-slots`
pub(super) fn blocked(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    list(state, call, true)
}

fn list(state: &State, call: &Call, blocked: bool) -> Result<Response, Refusal> {
    let named = |(name, field)| Some((field, text(&call.query, name)?));
    let named: Vec<_> = SOURCES.into_iter().filter_map(named).collect();
    let Some((field, value)) = named.first() else {
        let words = "Either of userId, calendarId or groupId is required";
        return Err(Refusal::Malformed(words.to_owned()));
    };
    let begins = milliseconds(&call.query, "startTime", 0);
    let ends = milliseconds(&call.query, "endTime", u64::MAX);
    let found = state.store().list(&EVENT, field, value).filter(|event| {
        let mut others = named.iter().skip(1);
        event.location_id == call.location_id
            && is_set(&event.fields, "blocked") == blocked
            && Span::of(&event.fields).is_some_and(|span| (begins..=ends).contains(&span.0))
            && others.all(|(field, value)| event.fields.get(*field) == Some(&json!(value)))
    });
    let found = found.map(|event| shown(state.store(), event, call.version()));
    let found: Vec<_> = found.collect();
    Ok(Response::json(200, &json!({ "events": found })))
}
