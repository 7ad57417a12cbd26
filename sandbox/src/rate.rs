//! How many calls a token has left, by the clock of the requests.

use std::collections::HashMap;

use crate::auth::Caller;

const INTERVAL_MS: u64 = 10_000;
const INTERVAL_LIMIT: u64 = 100;
const DAY_MS: u64 = 86_400_000;
const DAY_LIMIT: u64 = 200_000;

/// The calls counted so far, per holder of a token.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter {
    counts: HashMap<Caller, Count>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    interval: Window,
    day: Window,
}

/// The calls in one window. Windows are aligned with the clock, so that they need no beginning.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    index: u64,
    calls: u64,
}

impl Window {
    fn count(&mut self, index: u64) -> u64 {
        if self.index != index {
            *self = Self { index, calls: 0 };
        }
        self.calls += 1;
        self.calls
    }
}

/// What a call leaves of the limits.
#[derive(Debug, PartialEq)]
pub(crate) struct Quota {
    pub remaining: u64,
    pub daily_remaining: u64,
    /// Whether this call was one too many.
    pub exceeded: bool,
}

impl Meter {
    /// Counts one call.
    pub(crate) fn count(&mut self, caller: Caller, now_ms: u64) -> Quota {
        let count = self.counts.entry(caller).or_default();
        let calls = count.interval.count(now_ms / INTERVAL_MS);
        let daily_calls = count.day.count(now_ms / DAY_MS);
        Quota {
            remaining: INTERVAL_LIMIT.saturating_sub(calls),
            daily_remaining: DAY_LIMIT.saturating_sub(daily_calls),
            exceeded: calls > INTERVAL_LIMIT || daily_calls > DAY_LIMIT,
        }
    }
}

impl Quota {
    /// The headers that tell it.
    pub(crate) fn headers(&self) -> [(String, String); 5] {
        [
            ("x-ratelimit-limit-daily", DAY_LIMIT),
            ("x-ratelimit-daily-remaining", self.daily_remaining),
            ("x-ratelimit-interval-milliseconds", INTERVAL_MS),
            ("x-ratelimit-max", INTERVAL_LIMIT),
            ("x-ratelimit-remaining", self.remaining),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_string()))
    }
}
