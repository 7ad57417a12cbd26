//! `POST /oauth/token`: tokens for an authorization code or a refresh token.

use serde_json::{Map, Value, json};

use super::fields;
use super::spelling::{Name, REFRESH_TOKEN, tokens};
use crate::caller::Caller;
use crate::input::{checked, text};
use crate::ledger::Issued;
use crate::media_type::JSON;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::seed;
use crate::state::State;
use crate::version::{USUAL_DATE, Version};

const CLIENT_ID: Name = Name("client_id", "clientId");
const CLIENT_SECRET: Name = Name("client_secret", "clientSecret");
const GRANT_TYPE: Name = Name("grant_type", "grantType");
const CODE: Name = Name("code", "code");
const USER_TYPE: Name = Name("user_type", "userType");

/// A checked body and the version whose names it uses.
struct Parameters {
    input: Map<String, Value>,
    version: Version,
}

impl Parameters {
    fn read(request: &Request) -> Result<Self, Refusal> {
        let version = version(request)?;
        let (input, fields) = match version {
            Version::V2 => (request.form_object(), fields::TOKEN_V2),
            Version::V3 if request.has_media_type(JSON) => {
                (request.body_object()?, fields::TOKEN_V3)
            }
            Version::V3 => (request.form_object(), fields::TOKEN_V3),
        };
        let input = checked(input, fields)?;
        Ok(Self { input, version })
    }

    fn optional(&self, name: Name) -> Option<&str> {
        text(&self.input, name.of(self.version))
    }

    fn required(&self, name: Name) -> Result<&str, Refusal> {
        let missing = || format!("Missing parameter: {}", name.of(self.version));
        self.optional(name)
            .ok_or_else(|| Refusal::Unacceptable(missing()))
    }

    fn invalid(&self, name: Name) -> Refusal {
        Refusal::Unacceptable(format!("Invalid parameter: {}", name.of(self.version)))
    }

    /// Whether the tokens are of the type that was asked for, if one was.
    fn check_user_type(&self, caller: Caller) -> Result<(), Refusal> {
        match self.optional(USER_TYPE) {
            Some(wanted) if wanted != user_type(caller) => Err(self.invalid(USER_TYPE)),
            _ => Ok(()),
        }
    }
}

/// v2 has no `Version` here, but many clients send it with every call.
fn version(request: &Request) -> Result<Version, Refusal> {
    match request.version(USUAL_DATE) {
        Err(Refusal::NoVersion) => Ok(Version::V2),
        version => version,
    }
}

/// Answers with tokens for a code or a refresh token.
pub(crate) fn token(state: &mut State, request: &Request) -> Result<Response, Refusal> {
    let parameters = Parameters::read(request)?;
    let client_id = parameters.required(CLIENT_ID)?;
    let client_secret = parameters.required(CLIENT_SECRET)?;
    let grant_type = parameters.required(GRANT_TYPE)?;
    if (client_id, client_secret) != (seed::CLIENT_ID, seed::CLIENT_SECRET) {
        return Err(Refusal::WrongClient);
    }
    let issued = match grant_type {
        "authorization_code" => exchange(state, &parameters, request.now_ms),
        "refresh_token" => refresh(state, &parameters, request.now_ms),
        _ => Err(parameters.invalid(GRANT_TYPE)),
    }?;
    Ok(Response::json(200, &answer(&issued, parameters.version)))
}

fn exchange(state: &mut State, parameters: &Parameters, now_ms: u64) -> Result<Issued, Refusal> {
    let invalid = || Refusal::Unacceptable("Invalid grant: authorization code is invalid".into());
    let code = parameters.required(CODE)?;
    let grant = state.oauth.code(code).ok_or_else(invalid)?;
    parameters.check_user_type(grant.caller)?;
    let seconds = state.config.access_token_seconds;
    state
        .oauth
        .exchange(code, seconds, now_ms)
        .ok_or_else(invalid)
}

fn refresh(state: &mut State, parameters: &Parameters, now_ms: u64) -> Result<Issued, Refusal> {
    let invalid = || Refusal::Unacceptable("Invalid grant: refresh token is invalid".into());
    let token = parameters.required(REFRESH_TOKEN)?;
    let grant = state.oauth.renewal(token, now_ms).ok_or_else(invalid)?;
    parameters.check_user_type(grant.caller)?;
    let seconds = state.config.access_token_seconds;
    state
        .oauth
        .refresh(token, seconds, now_ms)
        .ok_or_else(invalid)
}

fn user_type(caller: Caller) -> &'static str {
    match caller {
        Caller::Agency => "Company",
        Caller::Location(_) => "Location",
    }
}

/// Both versions spell these names alike.
fn answer(issued: &Issued, version: Version) -> Map<String, Value> {
    let caller = issued.grant.caller;
    let mut answer = tokens(issued, version);
    let mut tell = |name: &str, value: Value| answer.insert(name.to_owned(), value);
    tell("userType", json!(user_type(caller)));
    tell("companyId", json!(seed::COMPANY_ID));
    tell("isBulkInstallation", json!(caller == Caller::Agency));
    match caller {
        Caller::Agency => {
            tell("approvedLocations", json!(seed::INSTALLED_LOCATION_IDS));
            tell("installToFutureLocations", json!(false));
            tell("approveAllLocations", json!(false));
        }
        Caller::Location(id) => {
            tell("locationId", json!(id));
        }
    }
    answer
}
