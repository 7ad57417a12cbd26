//! When a calendar has room.

use serde_json::{Value, json};

use crate::call::Call;
use crate::input::{milliseconds, text};
use crate::kinds::{CALENDAR, EVENT};
use crate::moment::moment;
use crate::object::Object;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::span::{Span, busy, minutes};
use crate::state::State;
use crate::store::Store;

const MINUTE_MS: u64 = 60_000;
const DAY_MS: u64 = 86_400_000;
const MOST_MS: u64 = 31 * DAY_MS;

/// `GET /calendars/{calendarId}/free-slots`: the beginnings of free slots by day, and among the days a trace id.
pub(super) fn free(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let calendar = call.thing(&CALENDAR)?;
    let (begins, ends) = (
        milliseconds(&call.query, "startDate", 0),
        milliseconds(&call.query, "endDate", 0),
    );
    if ends < begins || ends - begins > MOST_MS {
        let words = "The date range must be from startDate to endDate, of 31 days at the most";
        return Err(Refusal::Malformed(words.to_owned()));
    }
    let taken = taken(state.store(), &calendar.id, call);
    let length = minutes(&calendar.fields, "slotDuration") * MINUTE_MS;
    let step = minutes(&calendar.fields, "slotInterval").max(5) * MINUTE_MS;
    let mut days = Object::new();
    for day in begins / DAY_MS..=ends / DAY_MS {
        let mut slots = Vec::new();
        for (opens, closes) in open(&calendar.fields, day) {
            let (first, last) = (
                day * DAY_MS + opens * MINUTE_MS,
                day * DAY_MS + closes * MINUTE_MS,
            );
            let mut start = first;
            while start + length <= last {
                let slot = Span(start, start + length);
                let wanted = (begins..=ends).contains(&start);
                if wanted && !taken.iter().any(|span| span.meets(slot)) {
                    slots.push(moment(start));
                }
                start += step;
            }
        }
        if let Some(date) = moment(day * DAY_MS).filter(|_| !slots.is_empty()) {
            let date = date.split('T').next().unwrap_or_default().to_owned();
            days.insert(date, json!({ "slots": slots }));
        }
    }
    days.insert("traceId".to_owned(), json!(call.visit.trace_id));
    Ok(Response::json(200, &days))
}

/// What stands in the calendar, and in the days of the users who are named.
fn taken(store: &Store, calendar_id: &str, call: &Call) -> Vec<Span> {
    let mut users: Vec<&str> = text(&call.query, "userId").into_iter().collect();
    match call.query.get("userIds") {
        Some(Value::String(ids)) => users.extend(ids.split(',')),
        Some(Value::Array(ids)) => users.extend(ids.iter().filter_map(Value::as_str)),
        _ => {}
    }
    let mut taken: Vec<_> = busy(store.list(&EVENT, "calendarId", calendar_id)).collect();
    for user in users {
        taken.extend(busy(store.list(&EVENT, "assignedUserId", user)));
    }
    taken
}

/// From which minute of a day to which a calendar is open.
fn open(calendar: &Object, day: u64) -> Vec<(u64, u64)> {
    // 1970 began on a Thursday; Sunday is 0.
    let weekday = (day + 4) % 7;
    let Some(Value::Array(rules)) = calendar.get("openHours") else {
        let workday = (1..=5).contains(&weekday);
        return workday.then_some((9 * 60, 17 * 60)).into_iter().collect();
    };
    let rules = rules.iter().filter(|rule| {
        let days = rule["daysOfTheWeek"].as_array();
        days.is_some_and(|days| days.contains(&json!(weekday)))
    });
    let hours = rules.filter_map(|rule| rule["hours"].as_array()).flatten();
    let minute = |hours: &Value, hour: &str, minute: &str| {
        hours[hour].as_u64().unwrap_or(0) * 60 + hours[minute].as_u64().unwrap_or(0)
    };
    let spans = hours.map(|hours| {
        (
            minute(hours, "openHour", "openMinute"),
            minute(hours, "closeHour", "closeMinute"),
        )
    });
    spans.collect()
}
