//! Whether a failed call is sent again, and when.

use crate::core::{
    error::{Code, Error},
    model::operation::Operation,
};

/// The longest first wait, in milliseconds; it doubles with every try.
const BASE_MS: f64 = 500.0;

/// What the longest wait grows to, in milliseconds.
const MOST_MS: f64 = 8000.0;

/// What a call may be sent again for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    /// The most times that it is sent again.
    pub most: f64,
    /// Whether a POST that writes is sent again after a 429.
    pub post_after_429: bool,
}

impl Retry {
    /// Returns how many milliseconds to wait before sending a call again; nothing if it has failed for good.
    ///
    /// `advised` is the wait that the server asks for; `random` is a number from 0 up to 1. Jitter is added to the
    /// server's wait, so that many clients do not come back at once; in place of it, the wait is all jitter.
    pub fn wait(
        &self,
        operation: &Operation,
        error: &Error,
        advised: Option<f64>,
        random: f64,
    ) -> Option<f64> {
        let sent = error.attempts;
        let again = match (error.code, error.status) {
            (Code::RateLimited, _) => operation.repeatable() || self.post_after_429,
            (Code::Network, _) | (_, Some(408 | 500 | 502..=504 | 520..=524 | 527 | 530)) => {
                operation.repeatable()
            }
            _ => false,
        };
        if !again || f64::from(sent) > self.most {
            return None;
        }
        let doubled = BASE_MS * f64::from(1u32 << sent.saturating_sub(1).min(16));
        let wait = match advised {
            Some(asked) => asked + random * (asked / 10.0).max(BASE_MS),
            None => random * doubled.min(MOST_MS),
        };
        Some(wait.ceil())
    }
}
