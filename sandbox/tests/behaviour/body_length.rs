//! How long a body may be, whoever brings it.

use ghl_users_sandbox::seed::AGENCY_TOKEN;
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

const MEBIBYTE: usize = 1024 * 1024;

/// A body of so many bytes, in which nothing is wrong.
fn sized(length: usize) -> String {
    let text = json!({ "firstName": "Ada" }).to_string();
    let blanks = " ".repeat(length - text.len());
    text + &blanks
}

fn update(sandbox: &mut Sandbox, length: usize) -> Reply {
    let call = Call::new("PUT /users/nobody")
        .version("v3")
        .token(AGENCY_TOKEN);
    let call = call.header("Content-Type", "application/json");
    sandbox.send(call.body(&sized(length)))
}

#[test]
fn refuses_a_body_beyond_one_mebibyte() {
    let mut sandbox = Sandbox::new();
    assert_eq!(update(&mut sandbox, MEBIBYTE).status(), 404);
    let refused = update(&mut sandbox, MEBIBYTE + 1);
    assert_eq!(
        (refused.status(), refused.json()),
        (
            413,
            json!({ "statusCode": 413, "message": "request entity too large" })
        )
    );
    let mut headers: Vec<_> = refused.0.headers.iter().map(|(name, _)| name).collect();
    headers.sort();
    assert_eq!(headers, ["access-control-allow-origin", "content-type"]);
}

#[test]
fn refuses_it_before_all_else_in_every_version() {
    for line in [
        "POST /users/",
        "POST /v1/users/",
        "POST /oauth/token",
        "POST /nowhere",
    ] {
        let call = Call::new(line).body(&sized(MEBIBYTE + 1));
        assert_eq!(Sandbox::new().send(call).status(), 413, "{line}");
    }
}

#[test]
fn a_call_that_is_too_long_is_in_the_log_and_meets_faults_like_any_other() {
    let mut sandbox = Sandbox::new();
    sandbox.control(
        "POST /__sandbox/fault",
        json!({ "status": 503, "execute": true }),
    );
    assert_eq!(update(&mut sandbox, MEBIBYTE + 1).status(), 503);
    let log = sandbox
        .control("GET /__sandbox/requests", Value::Null)
        .json();
    assert_eq!(
        (
            &log[0]["operation"],
            &log[0]["status"],
            &log[0]["apiStatus"]
        ),
        (&json!("users.update"), &json!(503), &json!(413))
    );
}

#[test]
fn an_order_may_bring_back_whatever_a_company_has() {
    let mut sandbox = Sandbox::new();
    let state = sandbox.control("GET /__sandbox/export", Value::Null).json();
    let order = json!({ "state": state });
    assert!(order.to_string().len() > MEBIBYTE);
    assert_eq!(
        sandbox.control("POST /__sandbox/reset", order).status(),
        200
    );
    let longer = Call::new("POST /__sandbox/reset").body(&sized(64 * MEBIBYTE + 1));
    assert_eq!(sandbox.send(longer).status(), 413);
}
