//! The days that statistics are about.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::post::DAY_MS;
use crate::input::text;
use crate::moment::milliseconds;
use crate::refusal::Refusal;

/// The first day of 1970 was a Thursday.
const NAMES: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const WEEK_MS: u64 = 7 * DAY_MS;
const LONGEST_MS: u64 = 366 * DAY_MS;

/// From one moment to another, both of them included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Period {
    from_ms: u64,
    to_ms: u64,
}

/// A period, and the one that it is compared with.
pub(super) struct Periods {
    pub(super) current: Period,
    pub(super) previous: Option<Period>,
}

impl Periods {
    /// Those of a checked input: without a range the last seven days, today left out, and the seven days before.
    pub(super) fn read(input: &Map<String, Value>, now_ms: u64) -> Result<Self, Refusal> {
        let (current, previous) = (input.get("currentRange"), input.get("prevRange"));
        let read = |name, range: Option<&Value>| {
            let range = range.and_then(Value::as_object);
            range.map(|range| Period::read(name, range)).transpose()
        };
        let previous = read("prevRange", previous)?;
        match read("currentRange", current)? {
            Some(current) => Ok(Self { current, previous }),
            None if previous.is_some() => Err(Refusal::Unacceptable(
                "prevRange can only be provided with currentRange".into(),
            )),
            None => {
                let today_ms = now_ms - now_ms % DAY_MS;
                Ok(Self {
                    current: Period::week_before(today_ms),
                    previous: Some(Period::week_before(today_ms.saturating_sub(WEEK_MS))),
                })
            }
        }
    }
}

impl Period {
    fn week_before(end_ms: u64) -> Self {
        Self {
            from_ms: end_ms.saturating_sub(WEEK_MS),
            to_ms: end_ms.saturating_sub(1),
        }
    }

    fn read(name: &str, range: &Map<String, Value>) -> Result<Self, Refusal> {
        let unacceptable = |message: String| Err(Refusal::Unacceptable(message));
        let moment = |end: &str| text(range, end).and_then(milliseconds);
        let Some(from_ms) = moment("startDate") else {
            return unacceptable(format!("{name}.startDate must be a valid ISO 8601 date"));
        };
        let Some(to_ms) = moment("endDate") else {
            return unacceptable(format!("{name}.endDate must be a valid ISO 8601 date"));
        };
        if to_ms <= from_ms {
            return unacceptable(format!("{name}.endDate must be after startDate"));
        }
        if to_ms - from_ms > LONGEST_MS {
            return unacceptable(format!("{name} must not be longer than 366 days"));
        }
        Ok(Self { from_ms, to_ms })
    }

    pub(super) fn contains(&self, moment_ms: u64) -> bool {
        (self.from_ms..=self.to_ms).contains(&moment_ms)
    }

    /// The days that it touches, counted from 1970.
    pub(super) fn days(&self) -> RangeInclusive<u64> {
        self.from_ms / DAY_MS..=self.to_ms / DAY_MS
    }

    /// Their names.
    pub(super) fn day_names(&self) -> Vec<&'static str> {
        let names = self
            .days()
            .filter_map(|day| NAMES.get((day % 7) as usize).copied());
        names.collect()
    }
}
