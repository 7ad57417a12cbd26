//! Stretches of time that appointments and blocked slots take.

use std::sync::Arc;

use serde_json::Value;

use crate::moment::milliseconds;
use crate::object::{Object, text_of};
use crate::thing::Thing;

/// From one moment to another, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span(pub(crate) u64, pub(crate) u64);

impl Span {
    /// When an event is, if it says so.
    pub(crate) fn of(event: &Object) -> Option<Self> {
        let begins = milliseconds(text_of(event, "startTime"))?;
        let ends = milliseconds(text_of(event, "endTime"))?;
        Some(Self(begins, ends))
    }

    /// Whether two have a moment in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 < other.1 && other.0 < self.1
    }
}

/// When these events take time: those that do not happen take none.
pub(crate) fn busy<'a>(events: impl Iterator<Item = &'a Arc<Thing>>) -> impl Iterator<Item = Span> {
    let happening = events.filter(|event| {
        let status = text_of(&event.fields, "appointmentStatus");
        !["cancelled", "invalid", "noshow"].contains(&status)
    });
    happening.filter_map(|event| Span::of(&event.fields))
}

/// A calendar's number of minutes, which it may have in hours; 30 where it has none.
pub(crate) fn minutes(calendar: &Object, name: &str) -> u64 {
    let number = calendar.get(name).and_then(Value::as_u64);
    let number = number.filter(|number| *number > 0).unwrap_or(30);
    match text_of(calendar, &format!("{name}Unit")) {
        "hours" => number.saturating_mul(60),
        _ => number,
    }
}
