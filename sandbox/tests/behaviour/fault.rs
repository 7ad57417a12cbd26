use serde_json::{Value, json};

use crate::support::{Reply, Sandbox};

fn order(sandbox: &mut Sandbox, order: Value) {
    let reply = sandbox.control("POST /__sandbox/fault", order);
    assert_eq!(reply.status(), 200, "{}", reply.text());
}

fn call(sandbox: &mut Sandbox) -> Reply {
    sandbox.v2("GET /users/nobody", Value::Null)
}

#[test]
fn answers_the_next_calls_as_ordered_and_then_as_ever() {
    let mut sandbox = Sandbox::new();
    order(
        &mut sandbox,
        json!({ "times": 2, "status": 429, "body": { "message": "slow down" }, "headers": { "Retry-After": "3" } }),
    );
    for _ in 0..2 {
        let reply = call(&mut sandbox);
        assert_eq!(
            (reply.status(), reply.json()),
            (429, json!({ "message": "slow down" }))
        );
        assert_eq!(reply.header("retry-after"), Some("3"));
        assert_eq!(
            reply.header("content-type"),
            Some("application/json; charset=utf-8")
        );
    }
    assert_eq!(call(&mut sandbox).status(), 404);
}

#[test]
fn carries_orders_out_in_turn() {
    let mut sandbox = Sandbox::new();
    order(&mut sandbox, json!({ "status": 500 }));
    order(
        &mut sandbox,
        json!({ "status": 502, "body": "<h1>Bad Gateway</h1>", "contentType": "text/html" }),
    );
    let reply = sandbox.control("POST /__sandbox/fault", json!({ "drop": true, "times": 3 }));
    assert_eq!(reply.json(), json!({ "pending": 5 }));
    assert_eq!(call(&mut sandbox).json()["statusCode"], 500);
    let html = call(&mut sandbox);
    assert_eq!(
        (html.status(), html.text(), html.header("content-type")),
        (502, "<h1>Bad Gateway</h1>", Some("text/html"))
    );
    assert!(call(&mut sandbox).0.drop);
}

#[test]
fn takes_no_effect_on_the_users_when_it_answers_itself() {
    let mut sandbox = Sandbox::new();
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    order(&mut sandbox, json!({ "drop": true }));
    sandbox.v2(&format!("DELETE /users/{id}"), Value::Null);
    sandbox.now_ms += 10_000;
    assert_eq!(sandbox.search("")["count"], 120);
}

#[test]
fn delays_the_true_answer_and_adds_headers_to_it() {
    let mut sandbox = Sandbox::new();
    order(
        &mut sandbox,
        json!({ "delayMs": 250, "headers": { "X-RateLimit-Remaining": "0" } }),
    );
    let reply = call(&mut sandbox);
    assert_eq!((reply.status(), reply.0.delay_ms), (404, 250));
    assert_eq!(reply.header("x-ratelimit-remaining"), Some("0"));
    assert_eq!(call(&mut sandbox).0.delay_ms, 0);
}

#[test]
fn answers_a_body_alone_with_200_and_a_bodiless_status_without_one() {
    let mut sandbox = Sandbox::new();
    order(
        &mut sandbox,
        json!({ "body": "not json", "contentType": "application/json" }),
    );
    order(&mut sandbox, json!({ "status": 204 }));
    let reply = call(&mut sandbox);
    assert_eq!(
        (reply.status(), reply.text(), reply.header("content-type")),
        (200, "not json", Some("application/json"))
    );
    let empty = call(&mut sandbox);
    assert_eq!((empty.status(), empty.text()), (204, ""));
}

#[test]
fn leaves_control_calls_alone() {
    let mut sandbox = Sandbox::new();
    order(&mut sandbox, json!({ "status": 500 }));
    assert_eq!(
        sandbox.control("GET /__sandbox/seed", Value::Null).status(),
        200
    );
    assert_eq!(call(&mut sandbox).status(), 500);
}

#[test]
fn refuses_a_wrong_order_and_names_the_field() {
    for (order, named) in [
        (json!({ "times": 0 }), "times is 0: expected 1 to 1000"),
        (json!({ "times": "two" }), "times: invalid type: string"),
        (json!({ "status": 99 }), "status is 99: expected 200 to 599"),
        (
            json!({ "status": 204, "body": "x" }),
            "body is given: expected none",
        ),
        (
            json!({ "delayMs": 3_600_000 }),
            "delayMs is 3600000: expected 0 to 60000",
        ),
        (
            json!({ "headers": { "a b": "c" } }),
            "headers has the name \"a b\"",
        ),
        (
            json!({ "headers": { "Content-Length": "1" } }),
            "headers has the name \"Content-Length\"",
        ),
        (
            json!({ "headers": { "a": "b\nc" } }),
            "headers has the value",
        ),
        (
            json!({ "headers": { "a": 1 } }),
            "headers.a: invalid type: integer",
        ),
        (
            json!({ "drop": true, "status": 500 }),
            "drop is true: expected no status",
        ),
        (
            json!({ "contentType": "text/html" }),
            "contentType is given: expected a body",
        ),
        (
            json!({ "delay": 1 }),
            "unknown field `delay`, expected one of",
        ),
        (json!("drop"), "invalid type: string"),
    ] {
        let mut sandbox = Sandbox::new();
        let reply = sandbox.control("POST /__sandbox/fault", order);
        assert_eq!(reply.status(), 400);
        let message = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(
            message.starts_with("fault: ") && message.contains(named),
            "{message}"
        );
        assert_eq!(call(&mut sandbox).status(), 404, "nothing was ordered");
    }
}
