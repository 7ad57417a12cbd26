//! The first lines of an answer.

/// The first lines of an answer.
pub struct Head<'a> {
    /// The HTTP status; 0 for a redirect that the browser keeps to itself.
    pub status: u16,
    /// Looks a header up by its name.
    pub header: &'a dyn Fn(&str) -> Option<String>,
    /// Reads a date, as milliseconds since 1970.
    pub date: &'a dyn Fn(&str) -> Option<f64>,
}

impl Head<'_> {
    /// Returns whether the answer succeeded.
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }
}
