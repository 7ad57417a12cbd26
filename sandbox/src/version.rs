//! The version that a request of v2 or v3 names.

use crate::refusal::Refusal;
use crate::request::Request;

/// A version with a header of its own; v1 has a path instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V2,
    V3,
}

impl Version {
    pub(crate) fn of(request: &Request) -> Result<Self, Refusal> {
        match request.header("version") {
            None => Err(Refusal::NoVersion),
            Some("2021-07-28") => Ok(Self::V2),
            Some("v3") => Ok(Self::V3),
            Some(_) => Err(Refusal::UnknownVersion),
        }
    }
}
