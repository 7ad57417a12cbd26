use ghl_users_sandbox::seed::{
    AGENCY_CODE, CLIENT_ID, CLIENT_SECRET, COMPANY_ID, INSTALLED_LOCATION_IDS, LOCATION_CODE,
    TOKEN_LOCATION_ID,
};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

fn v3() -> Call {
    Call::new("POST /oauth/token").version("v3")
}

fn app() -> Value {
    json!({ "clientId": CLIENT_ID, "clientSecret": CLIENT_SECRET })
}

fn app_with(more: Value) -> Value {
    let mut body = app();
    let fields = more.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(fields);
    body
}

/// A refusal of the spec's BadRequestDTO or UnauthorizedDTO.
fn refusal(reply: &Reply) -> (u16, String) {
    let body = reply.json();
    assert_eq!(body["statusCode"], reply.status(), "{body}");
    (reply.status(), body["message"].as_str().unwrap().to_owned())
}

fn names(value: &Value) -> Vec<&str> {
    let fields = value.as_object().unwrap();
    fields.keys().map(String::as_str).collect()
}

#[test]
fn exchanges_an_agency_code_in_the_names_of_v2() {
    let tokens = Sandbox::new().exchange(AGENCY_CODE);
    assert_eq!(
        names(&tokens),
        [
            "access_token",
            "approveAllLocations",
            "approvedLocations",
            "companyId",
            "expires_in",
            "installToFutureLocations",
            "isBulkInstallation",
            "refresh_token",
            "scope",
            "token_type",
            "userId",
            "userType",
        ]
    );
    assert_eq!(
        (&tokens["token_type"], &tokens["expires_in"]),
        (&json!("Bearer"), &json!(86_399))
    );
    assert_eq!(
        (&tokens["userType"], &tokens["companyId"]),
        (&json!("Company"), &json!(COMPANY_ID))
    );
    assert_eq!(
        tokens["scope"],
        "users.readonly users.write oauth.readonly oauth.write"
    );
    assert_eq!(tokens["approvedLocations"], json!(INSTALLED_LOCATION_IDS));
}

#[test]
fn exchanges_a_location_code_in_the_names_of_v3_as_json_and_as_a_form() {
    let fields = json!({ "grantType": "authorization_code", "code": LOCATION_CODE });
    let body = app_with(fields);
    let pairs: Vec<_> = body.as_object().unwrap().iter().collect();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
        .collect();
    let form = Sandbox::new().send(v3().form(&pairs));
    let tokens = Sandbox::new().send(v3().json(body)).json();
    assert_eq!(form.json(), tokens);
    assert_eq!(
        names(&tokens),
        [
            "accessToken",
            "companyId",
            "expiresIn",
            "isBulkInstallation",
            "locationId",
            "refreshToken",
            "scope",
            "tokenType",
            "userId",
            "userType",
        ]
    );
    assert_eq!(
        (&tokens["userType"], &tokens["locationId"]),
        (&json!("Location"), &json!(TOKEN_LOCATION_ID))
    );
}

#[test]
fn takes_a_code_once() {
    let mut sandbox = Sandbox::new();
    sandbox.exchange(AGENCY_CODE);
    let again = sandbox.token(&[("grant_type", "authorization_code"), ("code", AGENCY_CODE)]);
    let words = "Invalid grant: authorization code is invalid";
    assert_eq!(refusal(&again), (400, words.into()));
    sandbox.control("POST /__sandbox/reset", Value::Null);
    sandbox.exchange(AGENCY_CODE);
}

#[test]
fn names_the_parameter_that_is_missing_or_invalid() {
    for (body, words) in [
        (json!({}), "Missing parameter: clientId"),
        (
            json!({ "clientId": CLIENT_ID }),
            "Missing parameter: clientSecret",
        ),
        (app(), "Missing parameter: grantType"),
        (
            app_with(json!({ "grantType": "client_credentials" })),
            "Invalid parameter: grantType",
        ),
        (
            app_with(json!({ "grantType": "authorization_code" })),
            "Missing parameter: code",
        ),
        (
            app_with(json!({ "grantType": "refresh_token" })),
            "Missing parameter: refreshToken",
        ),
        (
            app_with(json!({ "grantType": "refresh_token", "refreshToken": "unknown" })),
            "Invalid grant: refresh token is invalid",
        ),
        (
            app_with(json!({
                "grantType": "authorization_code", "code": AGENCY_CODE, "userType": "Location",
            })),
            "Invalid parameter: userType",
        ),
    ] {
        let reply = Sandbox::new().send(v3().json(body));
        assert_eq!(reply.json(), json!({ "statusCode": 400, "message": words }));
    }
    let reply = Sandbox::new().token(&[]);
    assert_eq!(
        refusal(&reply),
        (400, "Missing parameter: grant_type".into())
    );
}

#[test]
fn reads_each_version_in_its_own_names_and_content_type_only() {
    let body = app_with(json!({ "grantType": "authorization_code", "code": AGENCY_CODE }));
    let no_version = Sandbox::new().send(Call::new("POST /oauth/token").json(body));
    let words = "Missing parameter: client_id";
    assert_eq!(refusal(&no_version), (400, words.into()));
    let snake = v3().form(&[("client_id", CLIENT_ID)]);
    assert_eq!(
        Sandbox::new().send(snake).complaints(),
        ["property client_id should not exist"]
    );
    let number = v3().json(json!({ "clientId": 1 }));
    assert_eq!(
        Sandbox::new().send(number).complaints(),
        ["clientId must be a string"]
    );
    let other = Call::new("POST /oauth/token").version("v4");
    assert_eq!(Sandbox::new().send(other).status(), 401);
}

#[test]
fn refuses_a_wrong_client_without_spending_the_code() {
    let mut sandbox = Sandbox::new();
    for (id, secret) in [(CLIENT_ID, "wrong"), ("wrong", CLIENT_SECRET)] {
        let reply = sandbox.send(Call::new("POST /oauth/token").form(&[
            ("client_id", id),
            ("client_secret", secret),
            ("grant_type", "authorization_code"),
            ("code", AGENCY_CODE),
        ]));
        assert_eq!(
            refusal(&reply),
            (401, "Invalid client: client is invalid".into())
        );
    }
    sandbox.exchange(AGENCY_CODE);
}
