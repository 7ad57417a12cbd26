//! How many calls a token has left, by the clock of the requests.

use std::collections::VecDeque;

use crate::caller::Caller;
use crate::config::Config;
use crate::limit::{RateLimit, RetryAfter, Window};
use crate::moment::http_date;

const DAY_MS: u64 = 86_400_000;

/// The calls counted so far, per holder of a token.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter {
    /// There are few callers. Who called last stands last.
    pub(crate) counts: Vec<(Caller, Count)>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Count {
    /// When the calls arrived that may still count in the window.
    pub(crate) arrivals: VecDeque<u64>,
    pub(crate) day: u64,
    pub(crate) daily_calls: u64,
}

/// What a call leaves of the limits.
#[derive(Debug, PartialEq)]
pub(crate) struct Quota {
    remaining: u64,
    daily_remaining: u64,
    /// How long until another call is taken, in milliseconds, if this call was one too many.
    retry_in_ms: Option<u64>,
}

impl Meter {
    /// Counts one call.
    pub(crate) fn count(&mut self, config: &Config, caller: Caller, now_ms: u64) -> Quota {
        let place = self.counts.iter().position(|(own, _)| *own == caller);
        let own = place.map(|place| self.counts.swap_remove(place).1);
        let mut count = own.unwrap_or_default();
        let (calls, retry_in_ms) = count.arrive(config.rate_limit, now_ms);
        let daily_calls = count.today(now_ms / DAY_MS);
        let tomorrow_in_ms = DAY_MS - now_ms % DAY_MS;
        self.counts.push((caller, count));
        Quota {
            remaining: config.rate_limit.requests.saturating_sub(calls),
            daily_remaining: config.daily_limit.saturating_sub(daily_calls),
            retry_in_ms: if daily_calls > config.daily_limit {
                Some(tomorrow_in_ms)
            } else {
                retry_in_ms
            },
        }
    }
}

impl Count {
    /// Counts an arrival: how many there are in the window now, and how long it stays too full.
    fn arrive(&mut self, limit: RateLimit, now_ms: u64) -> (u64, Option<u64>) {
        let RateLimit {
            requests,
            per_ms,
            window,
        } = limit;
        let leaves = |arrival: &u64| match window {
            Window::Fixed => (arrival / per_ms).saturating_add(1).saturating_mul(per_ms),
            Window::Sliding => arrival.saturating_add(per_ms),
        };
        // A clock may be set back: what has yet to come does not count.
        while self.arrivals.back().is_some_and(|last| *last > now_ms) {
            self.arrivals.pop_back();
        }
        while self
            .arrivals
            .front()
            .map(leaves)
            .is_some_and(|moment| moment <= now_ms)
        {
            self.arrivals.pop_front();
        }
        self.arrivals.push_back(now_ms);
        let calls = self.arrivals.len() as u64;
        let last_to_leave = calls
            .checked_sub(requests)
            .filter(|surplus| *surplus > 0)
            .and_then(|surplus| self.arrivals.get(surplus as usize));
        let retry_in_ms = last_to_leave.map(|arrival| leaves(arrival).saturating_sub(now_ms));
        (calls, retry_in_ms)
    }

    fn today(&mut self, day: u64) -> u64 {
        if self.day != day {
            (self.day, self.daily_calls) = (day, 0);
        }
        self.daily_calls += 1;
        self.daily_calls
    }
}

impl Quota {
    /// Whether this call was one too many.
    pub(crate) fn is_exceeded(&self) -> bool {
        self.retry_in_ms.is_some()
    }

    /// The headers that tell what is left.
    pub(crate) fn headers(&self, config: &Config) -> [(String, String); 5] {
        [
            ("x-ratelimit-limit-daily", config.daily_limit),
            ("x-ratelimit-daily-remaining", self.daily_remaining),
            (
                "x-ratelimit-interval-milliseconds",
                config.rate_limit.per_ms,
            ),
            ("x-ratelimit-max", config.rate_limit.requests),
            ("x-ratelimit-remaining", self.remaining),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_string()))
    }

    /// The header that tells a refused call when to come back. Whole seconds are never too early.
    pub(crate) fn retry_header(&self, form: RetryAfter, now_ms: u64) -> Option<(String, String)> {
        let retry_in_ms = self.retry_in_ms?;
        let (name, value) = match form {
            RetryAfter::None => return None,
            RetryAfter::Ms => ("retry-after-ms", retry_in_ms.to_string()),
            RetryAfter::Seconds => ("retry-after", retry_in_ms.div_ceil(1_000).to_string()),
            RetryAfter::Date => {
                let second = now_ms.saturating_add(retry_in_ms).div_ceil(1_000);
                ("retry-after", http_date(second)?)
            }
        };
        Some((name.to_owned(), value))
    }
}
