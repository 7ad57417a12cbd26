//! What an answer's headers say about when to call again.
//!
//! HighLevel documents `X-RateLimit-*` (OAuth pages, June 2026) but for `X-RateLimit-Daily-Reset`, which its servers send
//! all the same, in a form that is not documented. `Retry-After` is not documented at all; gateways send it.

use crate::core::{
    answer::{head::Head, http_date},
    limit::Limit,
    text::whole,
};

/// The longest interval that is believed, in milliseconds: a minute. Nothing would correct a longer one, and the client
/// would stand still for as long.
const LONGEST_INTERVAL_MS: f64 = 60_000.0;

/// A day, in milliseconds.
const DAY_MS: f64 = 86_400_000.0;

/// The headers of an answer that say when to call again. Each may be absent, and is in a page that CORS keeps them from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Advice {
    /// How long to wait before the same call, in milliseconds.
    pub retry_after_ms: Option<f64>,
    /// The server's limit for a short time.
    pub limit: Option<Limit>,
    /// How many requests of it are left.
    pub remaining: Option<f64>,
    /// The limit of a day.
    pub daily_limit: Option<f64>,
    /// How many requests of it are left.
    pub daily_remaining: Option<f64>,
    /// How long until the day's limit begins anew, in milliseconds.
    pub daily_wait_ms: f64,
}

impl Advice {
    /// Reads the headers. `now` is in milliseconds since 1970.
    pub fn read(head: &Head, now: f64) -> Advice {
        let number = |name| number(head, name);
        let interval = number("x-ratelimit-interval-milliseconds");
        let interval = interval.filter(|interval| (1.0..=LONGEST_INTERVAL_MS).contains(interval));
        let most = number("x-ratelimit-max").filter(|most| *most > 0.0);
        // Each look at a header takes its time, and who has got what it wanted is not asked to wait.
        let asked = (!head.is_good()).then(|| asked(head, now)).flatten();
        Advice {
            retry_after_ms: asked.or(interval.filter(|_| head.status == 429)),
            limit: most.zip(interval).map(|(most, per_ms)| Limit {
                requests: most as usize,
                per_ms,
            }),
            remaining: number("x-ratelimit-remaining"),
            daily_limit: number("x-ratelimit-limit-daily"),
            daily_remaining: number("x-ratelimit-daily-remaining"),
            daily_wait_ms: reset(number("x-ratelimit-daily-reset"), now),
        }
    }
}

/// Reads how long to wait before the same call, in milliseconds, if the server says so.
fn asked(head: &Head, now: f64) -> Option<f64> {
    number(head, "retry-after-ms").or_else(|| {
        let after = (head.header)("retry-after")?;
        let after = after.trim_ascii();
        let seconds = whole(after).map(|seconds| seconds * 1000.0);
        seconds.or_else(|| http_date::parse(after, head.date).map(|date| (date - now).max(0.0)))
    })
}

/// Reads a header that is a whole number.
// Written out at each of its places, it took 0.1 KB more after gzip.
#[inline(never)]
fn number(head: &Head, name: &str) -> Option<f64> {
    whole((head.header)(name)?.trim_ascii())
}

/// Returns how many milliseconds remain until a reset. It is given since 1970, in milliseconds or seconds, or from now, in
/// seconds or milliseconds: each is told from the others by its size. If not, the day is taken to end at midnight UTC.
fn reset(given: Option<f64>, now: f64) -> f64 {
    let wait = match given {
        Some(moment) if moment >= 1e12 => moment - now,
        Some(seconds) if seconds >= 1e9 => seconds * 1000.0 - now,
        Some(seconds) if seconds <= DAY_MS / 1000.0 => seconds * 1000.0,
        Some(wait) => wait,
        None => ((now / DAY_MS).floor() + 1.0) * DAY_MS - now,
    };
    wait.clamp(0.0, DAY_MS)
}
