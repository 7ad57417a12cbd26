use serde_json::{Value, json};

use crate::support::Sandbox;

#[test]
fn refuses_a_wrong_order_and_names_the_field() {
    for (order, named) in [
        (json!({ "times": 0 }), "times is 0: expected 1 to 100000"),
        (
            json!({ "times": "two" }),
            "times: it is \"two\": expected 1 to 100000, or \"untilOff\"",
        ),
        (
            json!({ "only": { "operation": "contacts.gte" } }),
            "only.operation is \"contacts.gte\": expected the id of an operation, or the beginning of some with its dot, such as \"contacts.get\"",
        ),
        (
            json!({ "only": { "operation": "contact." } }),
            "only.operation is \"contact.\": expected the id of an operation, or the beginning of some with its dot, such as \"contacts.\"",
        ),
        (
            json!({ "only": { "operation": "contacts" } }),
            "such as \"contacts.",
        ),
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
            "drop is given: expected no status",
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
        (
            json!({ "drop": "head" }),
            "drop: it is \"head\": expected true, \"call\"",
        ),
        (
            json!({ "drop": "answer", "body": "x" }),
            "drop is given: expected no status",
        ),
        (
            json!({ "drop": "call", "execute": true }),
            "execute is true: expected drop to be \"answer\"",
        ),
        (
            json!({ "execute": false, "delayMs": 1 }),
            "execute is false: expected a status",
        ),
        (
            json!({ "drop": "rest", "bodyBytes": "endless" }),
            "drop is \"rest\": expected a body that ends",
        ),
        (
            json!({ "bodyBytes": 1 }),
            "bodyBytes: it is 1: expected 27 to",
        ),
        (
            json!({ "bodyBytes": "forever" }),
            "bodyBytes: it is \"forever\": expected 27 to 1073741824, or \"endless\"",
        ),
        (
            json!({ "bodyBytes": 100, "body": "x" }),
            "bodyBytes is given: expected either it or body",
        ),
        (
            json!({ "bodyBytes": 100, "truncateAt": 50 }),
            "truncateAt is given: expected none",
        ),
        (
            json!({ "status": 204, "bodyBytes": 100 }),
            "body is given: expected none",
        ),
        (
            json!({ "pace": { "bytes": 0, "everyMs": 1 } }),
            "pace.bytes is 0: expected 1 or more",
        ),
        (
            json!({ "pace": { "bytes": 1, "everyMs": 60_001 } }),
            "pace.everyMs is 60001: expected 0 to 60000",
        ),
        (
            json!({ "pace": { "bytes": 1 } }),
            "pace: missing field `everyMs`",
        ),
        (
            json!({ "seen": "cloudflare999" }),
            "seen: it is \"cloudflare999\": expected one of invalidToken, v1Unauthorized",
        ),
        (
            json!({ "seen": "unknownUser", "drop": "answer" }),
            "drop is given: expected no status",
        ),
        (
            json!({ "seen": "unknownUser", "bodyBytes": 100 }),
            "bodyBytes is given: expected either it or body",
        ),
        (
            json!({ "headers": { "a": "b\u{7f}" } }),
            "expected no control characters",
        ),
        (
            json!({ "only": { "fromNth": -1 } }),
            "only.fromNth: invalid value",
        ),
        (
            json!({ "only": { "path": "/" } }),
            "only.path: unknown field `path`",
        ),
    ] {
        let mut sandbox = Sandbox::new();
        let reply = sandbox.control("POST /__sandbox/fault", order);
        assert_eq!(reply.status(), 400);
        let message = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(
            message.starts_with("fault: ") && message.contains(named),
            "{message}"
        );
        assert_eq!(
            sandbox.v2("GET /users/nobody", Value::Null).status(),
            404,
            "nothing was ordered"
        );
    }
}
