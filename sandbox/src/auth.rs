//! Which token opens what.

use crate::caller::Caller;
use crate::grant::Grant;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::row::{Holder, Row};
use crate::seed;
use crate::state::State;

/// What the request's token allows: a private integration token, or an access token that has not expired.
pub(crate) fn grant(state: &State, request: &Request) -> Result<Grant, Refusal> {
    let private = |caller| Grant {
        caller,
        scope: seed::PRIVATE_SCOPE.into(),
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

/// Whether the holder of this grant may make this call at all.
pub(crate) fn permit(grant: &Grant, row: &Row) -> Result<(), Refusal> {
    let fitting_level = match row.holder {
        Holder::Anyone => true,
        Holder::Agency => grant.caller == Caller::Agency,
        Holder::Location => grant.caller != Caller::Agency,
    };
    if fitting_level && grant.names(row.scope) {
        Ok(())
    } else {
        Err(Refusal::WrongTokenKind)
    }
}

/// The holder of the request's v1 key.
pub(crate) fn legacy_caller(request: &Request) -> Result<Caller, Refusal> {
    match bearer(request)? {
        seed::V1_AGENCY_KEY => Ok(Caller::Agency),
        seed::V1_LOCATION_KEY => Ok(Caller::Location(seed::TOKEN_LOCATION_ID)),
        _ => Err(Refusal::InvalidToken),
    }
}

fn bearer(request: &Request) -> Result<&str, Refusal> {
    let header = request.header("authorization").unwrap_or_default();
    header.strip_prefix("Bearer ").ok_or(Refusal::InvalidToken)
}
