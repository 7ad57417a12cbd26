//! How many calls the API takes, and how it says that it takes no more.

use serde::{Deserialize, Serialize};

/// So many calls in so much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RateLimit {
    /// How many calls fit into the window.
    pub requests: u64,
    /// How long the window is, in milliseconds.
    pub per_ms: u64,
    /// Where the window lies.
    pub window: Window,
}

impl Default for RateLimit {
    fn default() -> Self {
        Self {
            requests: 100,
            per_ms: 10_000,
            window: Window::Fixed,
        }
    }
}

/// Where a window of time lies. Every call in it counts, also one that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Window {
    /// Windows follow each other, aligned with the clock.
    Fixed,
    /// The window ends with the call: any stretch of this length is one.
    Sliding,
}

/// How a refused call learns when to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RetryAfter {
    /// It does not.
    None,
    /// `Retry-After: 3`
    Seconds,
    /// `Retry-After: Sun, 22 Nov 2026 00:00:03 GMT`
    Date,
    /// `retry-after-ms: 2600`
    Ms,
}
