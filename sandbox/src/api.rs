//! From a request to the call it means, and back to a response.

use serde_json::json;

use crate::grant::Grant;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::route::{Call, Route};
use crate::state::State;
use crate::version::Version;
use crate::{auth, oauth, read, social, v1, write};

/// Answers a call of any version.
pub(crate) fn answer(state: &mut State, request: &Request) -> Response {
    let trace_id = state.next_trace_id();
    let response = match Route::find(&request.method, &request.path) {
        None => no_route(request).modern(&trace_id),
        Some(Route::Legacy(call)) => {
            v1::answer(state, request, &call).unwrap_or_else(Refusal::legacy)
        }
        Some(Route::Token) => {
            oauth::token(state, request).unwrap_or_else(|refusal| refusal.modern(&trace_id))
        }
        Some(Route::Modern(call)) => modern(state, request, &call, &trace_id),
    };
    response.with_header("x-request-id", trace_id)
}

fn modern(state: &mut State, request: &Request, call: &Call, trace_id: &str) -> Response {
    let (version, grant) = match identify(state, request, call) {
        Ok(identity) => identity,
        Err(refusal) => return refusal.modern(trace_id),
    };
    let quota = state
        .meter
        .count(&state.config, grant.caller, request.now_ms);
    let refused = quota.is_exceeded() && state.config.enforce_rate_limit;
    let result = if refused {
        Err(Refusal::RateLimited)
    } else {
        perform(state, request, call, version, &grant, trace_id)
    };
    let mut response = result.unwrap_or_else(|refusal| refusal.modern(trace_id));
    response.headers.extend(quota.headers(&state.config));
    if refused {
        response
            .headers
            .extend(quota.retry_header(state.config.retry_after, request.now_ms));
    }
    response
}

fn identify(state: &State, request: &Request, call: &Call) -> Result<(Version, Grant), Refusal> {
    let version = Version::of(request)?;
    if !call.belongs_to(version) {
        return Err(no_route(request));
    }
    Ok((version, auth::grant(state, request)?))
}

fn perform(
    state: &mut State,
    request: &Request,
    call: &Call,
    version: Version,
    grant: &Grant,
    trace_id: &str,
) -> Result<Response, Refusal> {
    auth::permit(grant, call)?;
    let caller = grant.caller;
    match call {
        Call::Search => read::search(state, request, caller),
        Call::FilterByEmail => read::filter_by_email(state, request),
        Call::List => read::list(state, request, caller),
        Call::Get(id) => read::get(state, request, caller, id, trace_id),
        Call::Create => write::create(state, request, caller, trace_id),
        Call::Update(id) => write::update(state, request, caller, id, trace_id),
        Call::Delete(id) => {
            let message = write::delete(state, request, caller, id)?;
            // v2's spelling is the vendor's.
            let succeeded = match version {
                Version::V2 => "succeded",
                Version::V3 => "succeeded",
            };
            let body = json!({ succeeded: true, "message": message, "traceId": trace_id });
            Ok(Response::json(200, &body))
        }
        Call::LocationToken(_) => oauth::location_token(state, request, version, grant),
        Call::InstalledLocations(_) => oauth::installed_locations(state, request, version),
        Call::Tags(location_id) => social::tags(state, request, caller, location_id),
        Call::TagsByIds(location_id) => social::tags_by_ids(request, caller, location_id),
        Call::Statistics => social::statistics(request, caller, version, trace_id),
        Call::ListOwnLocation | Call::Lookup => Err(no_route(request)),
    }
}

fn no_route(request: &Request) -> Refusal {
    let version = request
        .header("version")
        .map(|version| format!(" for Version {version}"));
    Refusal::NoRoute(format!(
        "{} {}{}",
        request.method,
        request.path,
        version.unwrap_or_default()
    ))
}
