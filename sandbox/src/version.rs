//! The version that a request of v2 or v3 names.

use crate::refusal::Refusal;
use crate::request::Request;

/// A version with a header of its own; v1 has a path instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V2,
    V3,
}

/// The date by which v2 knows the calls about calendars and conversations.
pub(crate) const EARLY_DATE: &str = "2021-04-15";
/// The date by which most calls of v2 know it.
pub(crate) const USUAL_DATE: &str = "2021-07-28";

impl Version {
    /// What the request's header says, where v2 goes by this date.
    pub(crate) fn of(request: &Request, date: &str) -> Result<Self, Refusal> {
        match request.header("version") {
            None => Err(Refusal::NoVersion),
            Some("v3") => Ok(Self::V3),
            Some(version) if version == date => Ok(Self::V2),
            Some(_) => Err(Refusal::UnknownVersion),
        }
    }
}
