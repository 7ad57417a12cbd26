//! Who calls, and where they may go.

use crate::refusal::Refusal;
use crate::seed;
use crate::user::User;

/// The holder of a valid token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    /// The company, with all its locations.
    Agency,
    /// One location, by its id.
    Location(&'static str),
}

impl Caller {
    /// The location that the token is bound to.
    pub(crate) fn location_id(self) -> Option<&'static str> {
        match self {
            Self::Agency => None,
            Self::Location(id) => Some(id),
        }
    }

    /// Whether this caller may work in this location.
    pub(crate) fn may_enter(self, location_id: &str) -> Result<(), Refusal> {
        let open = match self {
            Self::Agency => seed::LOCATIONS
                .iter()
                .any(|location| location.id == location_id),
            Self::Location(own) => own == location_id,
        };
        if open {
            Ok(())
        } else {
            Err(Refusal::ForeignLocation)
        }
    }

    /// Whether this caller sees this user: a location sees its account users, never those of the agency.
    pub(crate) fn sees(self, user: &User) -> bool {
        match self {
            Self::Agency => true,
            Self::Location(own) => user.works_in(own),
        }
    }
}

/// Whether this is the company of the tokens; there is no other.
pub(crate) fn may_manage(company_id: &str) -> Result<(), Refusal> {
    if company_id == seed::COMPANY_ID {
        Ok(())
    } else {
        Err(Refusal::ForeignCompany)
    }
}
