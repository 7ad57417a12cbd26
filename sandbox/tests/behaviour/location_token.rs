use ghl_users_sandbox::seed::{
    AGENCY_CODE, AGENCY_TOKEN, APP_ID, COMPANY_ID, LOCATION_CODE, LOCATION_TOKEN, LOCATIONS,
    VERSION_ID,
};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

const V2: &str = "POST /oauth/locationToken";
const V3: &str = "POST /oauth/location-token";
const UNAUTHORIZED: &str = "The token is not authorized for this scope.";

fn ask(sandbox: &mut Sandbox, line: &str, token: &str, location_id: &str) -> Reply {
    let version = if line == V2 { "2021-07-28" } else { "v3" };
    let form = [("companyId", COMPANY_ID), ("locationId", location_id)];
    let call = Call::new(line).version(version).token(token);
    sandbox.send(call.form(&form))
}

fn agency(sandbox: &mut Sandbox) -> String {
    let tokens = sandbox.exchange(AGENCY_CODE);
    tokens["access_token"].as_str().unwrap().to_owned()
}

#[test]
fn derives_a_location_token_in_the_names_of_each_version() {
    for (line, access, refresh, expires) in [
        (V2, "access_token", "refresh_token", "expires_in"),
        (V3, "accessToken", "refreshToken", "expiresIn"),
    ] {
        let mut sandbox = Sandbox::new();
        let company = agency(&mut sandbox);
        let reply = ask(&mut sandbox, line, &company, LOCATIONS[1].id);
        assert_eq!(reply.status(), 200, "{}", reply.text());
        let tokens = reply.json();
        assert_eq!(tokens.as_object().unwrap().len(), 9, "{tokens}");
        assert_eq!(
            [
                &tokens["locationId"],
                &tokens["appId"],
                &tokens["versionId"]
            ],
            [LOCATIONS[1].id, APP_ID, VERSION_ID]
        );
        assert_eq!(
            (&tokens[expires], &tokens["scope"]),
            (&json!(86_399), &json!("users.readonly users.write"))
        );
        let call = Call::new(&format!("GET /users/?locationId={}", LOCATIONS[1].id));
        let call = call.token(tokens[access].as_str().unwrap());
        assert_eq!(sandbox.send(call.version("2021-07-28")).status(), 200);
        let renewed = sandbox.refresh(&tokens[refresh]).json();
        assert_eq!(
            (&renewed["userType"], &renewed["locationId"]),
            (&json!("Location"), &json!(LOCATIONS[1].id))
        );
    }
}

#[test]
fn keeps_a_location_token_to_its_location_and_its_level() {
    let mut sandbox = Sandbox::new();
    let company = agency(&mut sandbox);
    let tokens = ask(&mut sandbox, V2, &company, LOCATIONS[1].id).json();
    let token = tokens["access_token"].as_str().unwrap();
    let elsewhere = format!(
        "GET /users/search?companyId={COMPANY_ID}&locationId={}",
        LOCATIONS[0].id
    );
    let reply = sandbox.send(Call::new(&elsewhere).version("v3").token(token));
    assert_eq!(reply.status(), 403);
    let filter = Call::new("POST /users/search/filter-by-email")
        .json(json!({ "companyId": COMPANY_ID, "emails": "a@example.com" }));
    let reply = sandbox.send(filter.version("v3").token(token));
    assert_eq!(
        (reply.status(), reply.json()["message"].as_str()),
        (401, Some(UNAUTHORIZED))
    );
}

#[test]
fn refuses_private_integration_tokens_and_tokens_of_a_location() {
    let mut sandbox = Sandbox::new();
    let location = sandbox.exchange(LOCATION_CODE)["access_token"].clone();
    for token in [AGENCY_TOKEN, LOCATION_TOKEN, location.as_str().unwrap()] {
        for line in [V2, V3] {
            let reply = ask(&mut sandbox, line, token, LOCATIONS[0].id);
            assert_eq!(
                reply.json(),
                json!({ "statusCode": 401, "message": UNAUTHORIZED })
            );
        }
    }
    let reply = ask(&mut sandbox, V2, "unknown", LOCATIONS[0].id);
    assert_eq!(reply.json()["message"], "Invalid JWT");
}

#[test]
fn refuses_a_location_without_the_app_a_foreign_company_and_a_wrong_body() {
    let mut sandbox = Sandbox::new();
    let company = agency(&mut sandbox);
    for location in [LOCATIONS[2].id, "nowhere"] {
        let reply = ask(&mut sandbox, V2, &company, location);
        assert_eq!(reply.status(), 400, "{}", reply.text());
    }
    let call = || Call::new(V3).version("v3").token(&company);
    let foreign = call().form(&[("companyId", "other"), ("locationId", LOCATIONS[0].id)]);
    assert_eq!(sandbox.send(foreign).status(), 400);
    let json = call().json(json!({ "companyId": COMPANY_ID, "locationId": LOCATIONS[0].id }));
    for wrong in [json, call()] {
        assert_eq!(
            sandbox.send(wrong).complaints(),
            [
                "companyId should not be empty",
                "locationId should not be empty"
            ]
        );
    }
}

#[test]
fn has_each_path_in_its_own_version_only() {
    let mut sandbox = Sandbox::new();
    let token = agency(&mut sandbox);
    for (line, version) in [
        (V2, "v3"),
        (V3, "2021-07-28"),
        ("GET /oauth/installedLocations", "v3"),
        ("GET /oauth/installed-locations", "2021-07-28"),
        ("GET /oauth/token", "v3"),
        ("POST /v1/oauth/token", "v3"),
    ] {
        let reply = sandbox.send(Call::new(line).version(version).token(&token));
        assert_eq!(reply.status(), 501, "{line}");
    }
    let reply = sandbox.send(Call::new(V2).token(&token));
    assert_eq!(
        reply.json()["message"],
        Value::from("version header was not found.")
    );
}
