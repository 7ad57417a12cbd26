use ghl_users_sandbox::seed::{LOCATION_TOKEN, LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox};

#[test]
fn shows_deleted_in_lists_and_a_trace_id_and_the_authenticator_only_alone() {
    let mut sandbox = Sandbox::new();
    let item = sandbox.account_user();
    let alone = sandbox.v2(
        &format!("GET /users/{}", item["id"].as_str().unwrap()),
        Value::Null,
    );
    let (mut item, mut single) = (item, alone.json());
    assert_eq!(
        item.as_object_mut().unwrap().remove("deleted"),
        Some(json!(false))
    );
    let trace_id = single.as_object_mut().unwrap().remove("traceId").unwrap();
    let totp_enabled = single.as_object_mut().unwrap().remove("totpEnabled");
    assert!(totp_enabled.unwrap().is_boolean());
    assert_eq!(alone.header("x-request-id"), trace_id.as_str());
    assert_eq!(item, single);
}

#[test]
fn never_shows_the_twilio_numbers_that_it_keeps() {
    let mut sandbox = Sandbox::new();
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    let changes = json!({ "twilioPhone": { LOCATIONS[0].id: "+18085550123" } });
    let shown = sandbox.v2(&format!("PUT /users/{id}"), changes);
    assert!(!shown.text().contains("+18085550123"));
    assert_eq!(
        sandbox.state.user(&id).unwrap().twilio_phone[LOCATIONS[0].id],
        "+18085550123"
    );
}

#[test]
fn answers_an_unknown_id_with_404_even_when_it_was_encoded() {
    let mut sandbox = Sandbox::new();
    for id in ["nobody", "search%2Fx", "a%20b"] {
        let reply = sandbox.v2(&format!("GET /users/{id}"), Value::Null);
        assert_eq!(reply.status(), 404);
        assert_eq!(reply.json()["message"], "User not found");
    }
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    let encoded: String = id.bytes().map(|byte| format!("%{byte:02X}")).collect();
    assert_eq!(
        sandbox
            .v2(&format!("GET /users/{encoded}"), Value::Null)
            .json()["id"],
        json!(id)
    );
}

#[test]
fn lists_the_account_users_of_the_tokens_location() {
    let mut sandbox = Sandbox::new();
    let list = |query: &str| {
        Call::new(&format!("GET /users/{query}"))
            .version("2021-07-28")
            .token(LOCATION_TOKEN)
    };
    let reply = sandbox.send(list(&format!("?locationId={TOKEN_LOCATION_ID}")));
    assert_eq!(reply.json()["users"].as_array().unwrap().len(), 45);
    assert_eq!(reply.json()["users"][0]["deleted"], false);
    assert_eq!(
        sandbox.send(list("")).complaints(),
        ["locationId should not be empty"]
    );
}
