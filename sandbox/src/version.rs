//! The versions of the API, and what requests call them.

/// A version with a header of its own; v1 has a path instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V2,
    V3,
}

/// The date by which v2 knows the calls about calendars and conversations.
pub(crate) const EARLY_DATE: &str = "2021-04-15";
/// The date by which it knows all others.
pub(crate) const USUAL_DATE: &str = "2021-07-28";

impl Version {
    /// The version that a header names, where v2 goes by this date.
    pub(crate) fn named(header: &str, date: &str) -> Option<Self> {
        match header {
            "v3" => Some(Self::V3),
            _ if header == date => Some(Self::V2),
            _ => None,
        }
    }
}
