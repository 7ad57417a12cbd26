//! `POST /oauth/locationToken` and v3's `/oauth/location-token`: tokens of one location out of the company's.

use serde_json::json;

use super::fields;
use super::spelling::tokens;
use crate::caller::Caller;
use crate::grant::Grant;
use crate::input::{checked, text};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::seed;
use crate::state::State;
use crate::visit::Visit;

/// Answers with tokens of a location that the app is installed in.
pub(super) fn location_token(state: &mut State, visit: &Visit) -> Result<Response, Refusal> {
    let request = visit.request;
    let body = checked(request.form_object(), fields::LOCATION_TOKEN)?;
    if text(&body, "companyId") != Some(seed::COMPANY_ID) {
        return Err(Refusal::Unacceptable("Company not found".into()));
    }
    let wanted = text(&body, "locationId").unwrap_or_default();
    let mut installed = seed::INSTALLED_LOCATION_IDS.into_iter();
    let id = installed
        .find(|id| *id == wanted)
        .ok_or_else(|| Refusal::Unacceptable("The app is not installed in this location".into()))?;
    let grant = Grant {
        caller: Caller::Location(id),
        scope: without_oauth(&visit.grant.scope).into(),
    };
    let seconds = state.config.access_token_seconds;
    let issued = state.oauth.derive(grant, seconds, request.now_ms);
    let mut answer = tokens(&issued, visit.version);
    for (name, value) in [
        ("locationId", json!(id)),
        ("appId", json!(seed::APP_ID)),
        ("versionId", json!(seed::VERSION_ID)),
    ] {
        answer.insert(name.to_owned(), value);
    }
    Ok(Response::json(200, &answer))
}

/// A company's scope, as far as it makes sense for a location.
fn without_oauth(scope: &str) -> String {
    let scopes = scope
        .split(' ')
        .filter(|scope| !scope.starts_with("oauth."));
    scopes.collect::<Vec<_>>().join(" ")
}
