//! Who calls: which token opens what.

use crate::message::Request;
use crate::refusal::Refusal;
use crate::route::Call;
use crate::seed;
use crate::state::State;
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

/// What a v2 or v3 token allows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grant {
    pub(crate) caller: Caller,
    /// What the token is for: names with spaces between them, as on the wire.
    pub(crate) scope: String,
}

impl Grant {
    /// What the request's token allows: a private integration token, or an access token that has not expired.
    pub(crate) fn of(state: &State, request: &Request) -> Result<Self, Refusal> {
        let private = |caller| Self {
            caller,
            scope: seed::PRIVATE_SCOPE.to_owned(),
        };
        match bearer(request)? {
            seed::AGENCY_TOKEN => Ok(private(Caller::Agency)),
            seed::LOCATION_TOKEN => Ok(private(Caller::Location(seed::TOKEN_LOCATION_ID))),
            token => {
                let issued = state.oauth.access(token, request.now_ms);
                issued.cloned().ok_or(Refusal::InvalidToken)
            }
        }
    }

    /// Whether its holder may make this call of v2 or v3 at all.
    pub(crate) fn permits(&self, call: &Call) -> Result<(), Refusal> {
        let fitting_level = match call {
            Call::FilterByEmail | Call::LocationToken(_) | Call::InstalledLocations(_) => {
                self.caller == Caller::Agency
            }
            Call::List => self.caller != Caller::Agency,
            _ => true,
        };
        let mut scopes = self.scope.split(' ');
        if fitting_level && scopes.any(|scope| scope == call.scope()) {
            Ok(())
        } else {
            Err(Refusal::WrongTokenKind)
        }
    }
}

fn bearer(request: &Request) -> Result<&str, Refusal> {
    let header = request.header("authorization").unwrap_or_default();
    header.strip_prefix("Bearer ").ok_or(Refusal::InvalidToken)
}

impl Caller {
    /// The holder of the request's v1 key.
    pub(crate) fn legacy(request: &Request) -> Result<Self, Refusal> {
        match bearer(request)? {
            seed::V1_AGENCY_KEY => Ok(Self::Agency),
            seed::V1_LOCATION_KEY => Ok(Self::Location(seed::TOKEN_LOCATION_ID)),
            _ => Err(Refusal::InvalidToken),
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
