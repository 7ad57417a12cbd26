use ghl_users_sandbox::seed::COMPANY_ID;
use ghl_users_sandbox::{Delivery, Length, Loss, Pace};
use serde_json::{Value, json};

use crate::support::{Reply, Sandbox, new_user};

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
    assert_eq!(reply.json(), json!({ "id": 3, "pending": 5 }));
    assert_eq!(call(&mut sandbox).json()["statusCode"], 500);
    let html = call(&mut sandbox);
    assert_eq!(
        (html.status(), html.text(), html.header("content-type")),
        (502, "<h1>Bad Gateway</h1>", Some("text/html"))
    );
    assert_eq!(call(&mut sandbox).0.delivery.loss, Some(Loss::Call));
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
    assert_eq!((reply.status(), reply.0.delivery.delay_ms), (404, 250));
    assert_eq!(reply.header("x-ratelimit-remaining"), Some("0"));
    assert_eq!(call(&mut sandbox).0.delivery.delay_ms, 0);
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
fn carries_a_call_out_before_its_answer_is_lost_or_replaced() {
    for (place, order_of) in [
        json!({ "drop": "answer" }),
        json!({ "drop": "body" }),
        json!({ "drop": "rest" }),
        json!({ "status": 502, "execute": true }),
        json!({ "bodyBytes": "endless", "execute": true }),
        json!({ "truncateAt": 10 }),
    ]
    .into_iter()
    .enumerate()
    {
        let mut sandbox = Sandbox::new();
        order(&mut sandbox, order_of);
        sandbox.v2("POST /users/", new_user());
        assert_eq!(sandbox.search("")["count"], 121, "order {place}");
    }
}

#[test]
fn strikes_only_the_calls_that_it_is_for() {
    let mut sandbox = Sandbox::new();
    order(
        &mut sandbox,
        json!({ "status": 500, "only": { "method": "POST" } }),
    );
    order(
        &mut sandbox,
        json!({ "status": 502, "only": { "method": "GET", "pathPrefix": "/users/search" } }),
    );
    order(&mut sandbox, json!({ "status": 503 }));
    let search = format!("GET /users/search?companyId={COMPANY_ID}");
    let status = |sandbox: &mut Sandbox, line: &str, body| sandbox.v2(line, body).status();
    assert_eq!(status(&mut sandbox, "GET /users/nobody", Value::Null), 503);
    assert_eq!(status(&mut sandbox, "GET /users/nobody", Value::Null), 404);
    assert_eq!(status(&mut sandbox, &search, Value::Null), 502);
    assert_eq!(status(&mut sandbox, &search, Value::Null), 200);
    assert_eq!(status(&mut sandbox, "POST /users/", new_user()), 500);
    assert_eq!(status(&mut sandbox, "POST /users/", new_user()), 201);
}

#[test]
fn cuts_a_body_off_without_a_trace() {
    let mut sandbox = Sandbox::new();
    order(&mut sandbox, json!({ "truncateAt": 7 }));
    let reply = call(&mut sandbox);
    assert_eq!((reply.status(), reply.text()), (404, "{\"statu"));
    assert_eq!(reply.0.delivery, Delivery::default());
}

#[test]
fn tells_the_transport_how_an_answer_travels() {
    let mut sandbox = Sandbox::new();
    order(
        &mut sandbox,
        json!({ "delayMs": 5, "pace": { "bytes": 3, "everyMs": 20 }, "chunked": true, "drop": "rest" }),
    );
    order(&mut sandbox, json!({ "bodyBytes": 1_000, "status": 500 }));
    order(&mut sandbox, json!({ "bodyBytes": "endless" }));
    assert_eq!(
        call(&mut sandbox).0.delivery,
        Delivery {
            delay_ms: 5,
            pace: Some(Pace {
                bytes: 3,
                every_ms: 20
            }),
            chunked: true,
            filler: None,
            loss: Some(Loss::Rest),
        }
    );
    let large = call(&mut sandbox);
    assert_eq!(
        (large.status(), large.header("content-type")),
        (500, Some("application/json"))
    );
    assert_eq!(
        (large.0.delivery.filler, large.0.delivery.chunked),
        (Some(Length::Bytes(1_000)), false)
    );
    let endless = call(&mut sandbox);
    assert_eq!(
        (endless.0.delivery.filler, endless.0.delivery.chunked),
        (Some(Length::Endless), true)
    );
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
fn answers_429_without_any_header_of_a_limit() {
    let mut sandbox = Sandbox::new();
    order(&mut sandbox, json!({ "status": 429 }));
    let reply = call(&mut sandbox);
    let names = reply.0.headers.iter().map(|(name, _)| name.as_str());
    assert_eq!(
        (reply.status(), names.collect::<Vec<_>>()),
        (429, vec!["content-type", "access-control-allow-origin"])
    );
}

#[test]
fn answers_a_header_of_any_text() {
    for value in [
        "10, 10",
        "Sun, 22 Nov 2026 00:00:03 GMT",
        "Sunday, 22-Nov-26 00:00:03 GMT",
        "Sun Nov 22 00:00:03 2026",
        "-1",
        "später\t",
        "",
    ] {
        let mut sandbox = Sandbox::new();
        order(
            &mut sandbox,
            json!({ "status": 503, "headers": { "Retry-After": value } }),
        );
        assert_eq!(call(&mut sandbox).header("retry-after"), Some(value));
    }
}

#[test]
fn strikes_only_the_calls_that_reuse_a_connection() {
    let mut sandbox = Sandbox::new();
    order(
        &mut sandbox,
        json!({ "drop": "answer", "only": { "method": "POST", "fromNth": 2 } }),
    );
    let mut nth = |method: &str, connection_call| {
        let request = ghl_users_sandbox::Request {
            method: method.into(),
            path: "/users/".into(),
            connection_call,
            ..ghl_users_sandbox::Request::default()
        };
        ghl_users_sandbox::handle(&mut sandbox.state, &request)
            .delivery
            .loss
    };
    assert_eq!(nth("POST", 1), None);
    assert_eq!(nth("GET", 2), None);
    assert_eq!(nth("POST", 3), Some(Loss::Answer));
    assert_eq!(nth("POST", 4), None, "once is once");
}

#[test]
fn calls_over_no_connection_are_taken_for_those_of_one_since_the_reset() {
    let mut sandbox = Sandbox::new();
    let later = json!({ "status": 503, "only": { "fromNth": 3 }, "times": "untilOff" });
    order(&mut sandbox, later.clone());
    let met = |sandbox: &mut Sandbox| [(); 4].map(|()| call(sandbox).status());
    let [first, second, ..] = met(&mut sandbox);
    assert!(first < 500 && second < 500);
    assert_eq!(met(&mut sandbox), [503; 4]);
    sandbox.control("POST /__sandbox/reset", Value::Null);
    order(&mut sandbox, later);
    assert_eq!(
        met(&mut sandbox),
        [first, second, 503, 503],
        "orders are no calls"
    );
}
