use ghl_users_sandbox::Config;
use ghl_users_sandbox::seed::{AGENCY_CODE, LOCATION_CODE};
use serde_json::{Value, json};

use crate::support::Sandbox;

#[test]
fn gives_the_same_new_tokens_for_thirty_seconds_and_then_refuses() {
    let mut sandbox = Sandbox::new();
    let old = sandbox.exchange(AGENCY_CODE);
    let new = sandbox.refresh(&old["refresh_token"]).json();
    for field in ["access_token", "refresh_token"] {
        assert_ne!(new[field], old[field], "{field}");
    }
    sandbox.now_ms += 30_000;
    let again = sandbox.refresh(&old["refresh_token"]).json();
    for field in ["access_token", "refresh_token", "scope"] {
        assert_eq!(again[field], new[field], "{field}");
    }
    assert_eq!(again["expires_in"], 86_369);
    sandbox.now_ms += 1;
    let late = sandbox.refresh(&old["refresh_token"]);
    let words = "Invalid grant: refresh token is invalid";
    assert_eq!(late.json(), json!({ "statusCode": 400, "message": words }));
    assert_eq!(sandbox.refresh(&new["refresh_token"]).status(), 200);
}

#[test]
fn refuses_a_refresh_token_after_a_year() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(AGENCY_CODE);
    sandbox.now_ms += 365 * 86_400_000;
    assert_eq!(sandbox.refresh(&tokens["refresh_token"]).status(), 400);
    sandbox.now_ms -= 1;
    assert_eq!(sandbox.refresh(&tokens["refresh_token"]).status(), 200);
}

#[test]
fn opens_the_users_api_until_the_access_token_expires() {
    let mut sandbox = Sandbox::with(Config {
        access_token_seconds: 2,
        ..Config::default()
    });
    let tokens = sandbox.exchange(LOCATION_CODE);
    assert_eq!(tokens["expires_in"], 2);
    sandbox.now_ms += 1_999;
    assert_eq!(sandbox.search_with(&tokens["access_token"]).0, 200);
    sandbox.now_ms += 1;
    assert_eq!(
        sandbox.search_with(&tokens["access_token"]),
        (401, json!("Invalid JWT"))
    );
    let new = sandbox.refresh(&tokens["refresh_token"]).json();
    assert_eq!(sandbox.search_with(&new["access_token"]).0, 200);
    assert_eq!(
        sandbox.search_with(&new["refresh_token"]),
        (401, json!("Invalid JWT"))
    );
}

#[test]
fn never_gives_the_same_token_twice() {
    let mut sandbox = Sandbox::new();
    let mut tokens = sandbox.exchange(AGENCY_CODE);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..50 {
        for field in ["access_token", "refresh_token"] {
            assert!(seen.insert(tokens[field].as_str().unwrap().to_owned()));
        }
        tokens = sandbox.refresh(&tokens["refresh_token"]).json();
    }
}

#[test]
fn rotates_though_the_answer_is_lost() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(AGENCY_CODE);
    sandbox.control("POST /__sandbox/fault", json!({ "drop": "answer" }));
    sandbox.refresh(&tokens["refresh_token"]);
    assert_eq!(sandbox.refresh(&tokens["refresh_token"]).status(), 200);
    let counts = sandbox.control("GET /__sandbox/oauth", Value::Null).json();
    assert_eq!(
        (&counts["refreshes"], &counts["graceAnswers"]),
        (&json!(1), &json!(1))
    );
}
