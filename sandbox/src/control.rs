//! `/__sandbox/…`: what is not the vendor's. Tests and pages of this machine read the seed, start over, order faults and
//! storms, intervene in what OAuth has given out, have webhooks signed, and read the log.

use serde::de::DeserializeOwned;
use serde_json::json;

use crate::config::Config;
use crate::fault::Fault;
use crate::loopback;
use crate::oauth::Intervention;
use crate::request::Request;
use crate::response::Response;
use crate::schedule::Storm;
use crate::seed;
use crate::state::State;
use crate::webhook;

const PREFIX: &str = "/__sandbox/";

/// Whether a path belongs here.
pub(crate) fn owns(path: &str) -> bool {
    path.starts_with(PREFIX)
}

/// Answers a control call. None of them is in the log, and none of them meets a fault.
pub(crate) fn answer(state: &mut State, request: &Request) -> Response {
    let name = request.path.strip_prefix(PREFIX).unwrap_or_default();
    if let Err(message) = loopback::admit(request) {
        return failure(403, &format!("{name}: {message}"));
    }
    let result = match (request.method.as_str(), name) {
        ("GET", "seed") => seed_tour(),
        ("GET", "requests") => Ok(Response::json(200, &state.log.entries())),
        ("GET", "unmatched") => Ok(Response::json(200, &state.log.unmatched())),
        ("POST", "reset") => reset(state, request),
        ("POST", "fault") => order(state, request),
        ("POST", "storm") => brew(state, request),
        ("GET", "oauth") => Ok(Response::json(200, &state.oauth.tally())),
        ("POST", "oauth") => intervene(state, request),
        ("POST", "webhook") => deliver(state, request),
        _ => {
            let message = format!(
                "the sandbox has no route {} {}",
                request.method, request.path
            );
            Ok(failure(501, &message))
        }
    };
    result.unwrap_or_else(|message| failure(400, &format!("{name}: {message}")))
}

/// What a visitor needs to know in order to call.
fn seed_tour() -> Result<Response, String> {
    let tour = json!({
        "companyId": seed::COMPANY_ID,
        "locations": seed::LOCATIONS,
        "tokens": {
            "agency": seed::AGENCY_TOKEN,
            "location": seed::LOCATION_TOKEN,
            "v1Agency": seed::V1_AGENCY_KEY,
            "v1Location": seed::V1_LOCATION_KEY,
        },
        "locationTokenLocationId": seed::TOKEN_LOCATION_ID,
        "userCount": seed::USER_COUNT,
        "profiles": seed::PROFILES,
        "oauth": {
            "clientId": seed::CLIENT_ID,
            "clientSecret": seed::CLIENT_SECRET,
            "appId": seed::APP_ID,
            "versionId": seed::VERSION_ID,
            "agencyCode": seed::AGENCY_CODE,
            "locationCode": seed::LOCATION_CODE,
            "locationCodeLocationId": seed::TOKEN_LOCATION_ID,
            "installedLocationIds": seed::INSTALLED_LOCATION_IDS,
        },
        "webhookPublicKeys": {
            "ed25519": webhook::public_key()?,
            "rsa": webhook::legacy_public_key()?,
        },
    });
    Ok(Response::json(200, &tour))
}

fn reset(state: &mut State, request: &Request) -> Result<Response, String> {
    let config: Config = if request.body.is_empty() {
        Config::default()
    } else {
        read(&request.body)?
    };
    config.check()?;
    let response = Response::json(200, &config);
    *state = State::new(config);
    Ok(response)
}

fn order(state: &mut State, request: &Request) -> Result<Response, String> {
    let fault: Fault = read(&request.body)?;
    state.faults.push(fault.checked()?);
    let pending = state.faults.pending();
    Ok(Response::json(200, &json!({ "pending": pending })))
}

fn brew(state: &mut State, request: &Request) -> Result<Response, String> {
    let storm: Storm = read(&request.body)?;
    state.faults.brew(storm.checked()?);
    Ok(Response::json(200, &json!({})))
}

fn intervene(state: &mut State, request: &Request) -> Result<Response, String> {
    let intervention: Intervention = read(&request.body)?;
    let answer = intervention.carry_out(&mut state.oauth)?;
    Ok(Response::json(200, &answer))
}

fn deliver(state: &State, request: &Request) -> Result<Response, String> {
    let delivery = webhook::deliver(state, read(&request.body)?)?;
    Ok(Response::json(200, &delivery))
}

/// Reads a JSON body; an error names the field that is wrong.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        match error.path().to_string().as_str() {
            "." => error.inner().to_string(),
            path => format!("{path}: {}", error.inner()),
        }
    })?;
    json.end().map_err(|error| error.to_string())?;
    Ok(value)
}

fn failure(status: u16, message: &str) -> Response {
    Response::json(status, &json!({ "statusCode": status, "message": message }))
}
