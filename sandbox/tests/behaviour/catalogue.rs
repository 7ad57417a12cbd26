//! What all calls of the catalogue have in common.

use ghl_users_sandbox::seed::{AGENCY_TOKEN, LOCATION_CODE, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Call, NOW_MS, Sandbox};

/// A call of each kind of token and of each date of v2, with nothing wrong.
fn call() -> Call {
    Call::new(&format!("GET /businesses/?locationId={TOKEN_LOCATION_ID}"))
}

#[test]
fn asks_for_the_version_of_the_call_for_a_token_and_for_its_kind() {
    let mut sandbox = Sandbox::new();
    let mut words = |call: Call, status: u16| {
        let reply = sandbox.send(call);
        assert_eq!(reply.status(), status, "{}", reply.text());
        reply.json()["message"].clone()
    };
    assert_eq!(words(call(), 401), "version header was not found.");
    let early = call().version("2021-04-15");
    assert_eq!(words(early, 401), "version header is invalid.");
    assert_eq!(words(call().version("v3"), 401), "Invalid JWT");
    let agency = call().version("v3").token(AGENCY_TOKEN);
    assert_eq!(
        words(agency, 401),
        "The token is not authorized for this scope."
    );
}

#[test]
fn an_app_that_a_location_has_installed_may_make_the_calls() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(LOCATION_CODE);
    let token = tokens["access_token"].as_str().unwrap();
    let reply = sandbox.send(call().version("v3").token(token));
    assert_eq!(reply.status(), 200, "{}", reply.text());
}

#[test]
fn what_one_state_writes_no_other_sees_and_a_reset_forgets() {
    let mut sandbox = Sandbox::new();
    let seeded = sandbox.state.size();
    let body = json!({ "name": "Ada", "locationId": TOKEN_LOCATION_ID });
    let id = sandbox.get(201, "POST /businesses/", body.clone())["buiseness"]["id"].clone();
    assert_ne!(sandbox.state.size(), seeded);
    assert_eq!(Sandbox::new().state.size(), seeded);
    sandbox.control("POST /__sandbox/reset", Value::Null);
    assert_eq!(sandbox.state.size(), seeded);
    let again = sandbox.get(201, "POST /businesses/", body)["buiseness"]["id"].clone();
    assert_eq!(again, id);
}

#[test]
fn many_calls_leave_no_more_behind_than_their_contents() {
    let mut sandbox = Sandbox::new();
    let seeded = sandbox.state.size();
    for round in 0..5_000 {
        sandbox.now_ms = NOW_MS + round;
        let body = json!({ "name": format!("No. {round}"), "locationId": TOKEN_LOCATION_ID });
        let created = sandbox.get(201, "POST /businesses/", body);
        let one = format!(
            "/businesses/{}",
            created["buiseness"]["id"].as_str().unwrap()
        );
        sandbox.get(200, &format!("PUT {one}"), json!({ "city": "London" }));
        sandbox.get(200, &format!("GET {one}"), Value::Null);
        sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    }
    assert_eq!(sandbox.state.size(), seeded);
}
