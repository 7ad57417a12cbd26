//! A limit of requests.

/// A number of requests in any span of this time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The most requests.
    pub requests: usize,
    /// The time, in milliseconds.
    pub per_ms: f64,
}

impl Limit {
    /// Returns for how long a request counts: clocks tell no more than milliseconds.
    pub(crate) fn span(&self) -> f64 {
        self.per_ms + 1.0
    }
}
