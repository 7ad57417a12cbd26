use ghl_users_sandbox::seed::{AGENCY_CODE, CLIENT_SECRET, LOCATION_CODE, LOCATIONS};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox, new_user};

fn counts(sandbox: &mut Sandbox) -> Value {
    sandbox.control("GET /__sandbox/oauth", Value::Null).json()
}

#[test]
fn counts_what_was_given_out_since_the_reset() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(AGENCY_CODE);
    for _ in 0..3 {
        sandbox.refresh(&tokens["refresh_token"]);
    }
    sandbox.refresh(&json!("unknown"));
    assert_eq!(
        counts(&mut sandbox),
        json!({ "exchanges": 1, "refreshes": 1, "graceAnswers": 2, "locationTokens": 0 })
    );
    sandbox.control("POST /__sandbox/reset", Value::Null);
    assert_eq!(counts(&mut sandbox)["exchanges"], 0);
    assert_eq!(
        sandbox.search_with(&tokens["access_token"]),
        (401, json!("Invalid JWT"))
    );
}

#[test]
fn expires_all_access_tokens_at_once() {
    let mut sandbox = Sandbox::new();
    let codes = [AGENCY_CODE, LOCATION_CODE];
    let tokens = codes.map(|code| sandbox.exchange(code));
    let reply = sandbox.control(
        "POST /__sandbox/oauth",
        json!({ "expireAccessTokens": true }),
    );
    assert_eq!((reply.status(), reply.json()), (200, json!({})));
    for tokens in tokens {
        let refused = (401, json!("Invalid JWT"));
        assert_eq!(sandbox.search_with(&tokens["access_token"]), refused);
        let new = sandbox.refresh(&tokens["refresh_token"]).json();
        assert_eq!(sandbox.search_with(&new["access_token"]).0, 200);
    }
}

#[test]
fn revokes_all_refresh_tokens_at_once() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(AGENCY_CODE);
    sandbox.refresh(&tokens["refresh_token"]);
    sandbox.control(
        "POST /__sandbox/oauth",
        json!({ "revokeRefreshTokens": true }),
    );
    let reply = sandbox.refresh(&tokens["refresh_token"]);
    assert_eq!(
        reply.json()["message"],
        "Invalid grant: refresh token is invalid"
    );
}

#[test]
fn gives_out_one_more_code_with_the_scopes_it_is_told() {
    let mut sandbox = Sandbox::new();
    let order =
        json!({ "authorize": { "scopes": ["users.readonly"], "locationId": LOCATIONS[1].id } });
    let code = sandbox.control("POST /__sandbox/oauth", order).json()["code"].clone();
    let tokens = sandbox.exchange(code.as_str().unwrap());
    assert_eq!(
        (&tokens["scope"], &tokens["locationId"]),
        (&json!("users.readonly"), &json!(LOCATIONS[1].id))
    );
    assert_eq!(sandbox.search_with(&tokens["access_token"]).0, 200);
    let token = tokens["access_token"].as_str().unwrap();
    let create = Call::new("POST /users/").json(new_user());
    let reply = sandbox.send(create.version("v3").token(token));
    assert_eq!(
        (reply.status(), reply.json()["message"].as_str()),
        (401, Some("The token is not authorized for this scope."))
    );
    let reply = sandbox.control("POST /__sandbox/oauth", json!({ "authorize": {} }));
    let tokens = sandbox.exchange(reply.json()["code"].as_str().unwrap());
    assert_eq!(tokens["userType"], "Company");
}

#[test]
fn refuses_an_intervention_it_does_not_know() {
    for (body, named) in [
        (json!({ "expire": true }), "unknown field `expire`"),
        (
            json!({ "expireAccessTokens": 1 }),
            "expireAccessTokens: invalid type",
        ),
        (
            json!({ "authorize": { "locationId": LOCATIONS[2].id } }),
            "authorize.locationId is wF9gNb4QpXh6ZsU1tVcK",
        ),
    ] {
        let reply = Sandbox::new().control("POST /__sandbox/oauth", body);
        assert_eq!(reply.status(), 400);
        let words = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(words.contains(named), "{words}");
    }
}

#[test]
fn shortens_the_secrets_of_oauth_in_the_log() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(AGENCY_CODE);
    let refresh = tokens["refresh_token"].as_str().unwrap();
    sandbox.refresh(&tokens["refresh_token"]);
    let json = json!({ "clientSecret": CLIENT_SECRET, "refreshToken": refresh });
    sandbox.send(Call::new("POST /oauth/token").version("v3").json(json));
    let form = format!("client_secret={CLIENT_SECRET}&code={LOCATION_CODE}&password={refresh}");
    sandbox.send(Call::new("POST /oauth/token").body(&form));
    sandbox.send(Call::new(&format!("POST /oauth/token?{form}")));
    let log = sandbox
        .control("GET /__sandbox/requests", Value::Null)
        .json();
    for secret in [CLIENT_SECRET, AGENCY_CODE, LOCATION_CODE, refresh] {
        assert!(!log.to_string().contains(secret), "{log}");
    }
    let shown = form_urlencoded::parse(log[0]["body"].as_str().unwrap().as_bytes());
    let secret = shown.into_iter().find(|(name, _)| name == "client_secret");
    assert_eq!(secret.unwrap().1, "5a4d…e701");
    let end = &refresh[refresh.len() - 4..];
    let shown: Value = serde_json::from_str(log[2]["body"].as_str().unwrap()).unwrap();
    assert_eq!(
        shown,
        json!({ "clientSecret": "5a4d…e701", "refreshToken": format!("eyJh…{end}") })
    );
}
