//! Who calls: which token opens what.

use crate::message::Request;
use crate::refusal::Refusal;
use crate::route::Call;
use crate::seed;
use crate::user::User;

/// The holder of a valid token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Caller {
    /// The company, with all its locations.
    Agency,
    /// One location, by its id.
    Location(&'static str),
}

/// The version that a request of v2 or v3 names.
#[derive(Debug, Clone, Copy, PartialEq)]
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

impl Caller {
    /// The holder of the request's v2 or v3 token.
    pub(crate) fn modern(request: &Request) -> Result<Self, Refusal> {
        Self::holding(request, seed::AGENCY_TOKEN, seed::LOCATION_TOKEN)
    }

    /// The holder of the request's v1 key.
    pub(crate) fn legacy(request: &Request) -> Result<Self, Refusal> {
        Self::holding(request, seed::V1_AGENCY_KEY, seed::V1_LOCATION_KEY)
    }

    fn holding(request: &Request, agency: &str, location: &str) -> Result<Self, Refusal> {
        let header = request.header("authorization").unwrap_or_default();
        match header.strip_prefix("Bearer ") {
            Some(token) if token == agency => Ok(Self::Agency),
            Some(token) if token == location => Ok(Self::Location(seed::TOKEN_LOCATION_ID)),
            _ => Err(Refusal::InvalidToken),
        }
    }

    /// Whether this caller may make this call of v2 or v3 at all.
    pub(crate) fn may_call(self, call: &Call) -> Result<(), Refusal> {
        match (call, self) {
            (Call::FilterByEmail, Self::Location(_)) | (Call::List, Self::Agency) => {
                Err(Refusal::WrongTokenKind)
            }
            _ => Ok(()),
        }
    }

    /// Whether this caller may make this call of v1 at all.
    pub(crate) fn may_call_legacy(self, call: &Call) -> Result<(), Refusal> {
        match (call, self) {
            (Call::ListOwnLocation, Self::Location(_)) => Ok(()),
            (Call::ListOwnLocation, Self::Agency) | (_, Self::Location(_)) => {
                Err(Refusal::WrongTokenKind)
            }
            _ => Ok(()),
        }
    }

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
