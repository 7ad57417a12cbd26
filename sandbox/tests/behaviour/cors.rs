use serde_json::{Value, json};

use crate::support::{Call, Sandbox};

#[test]
fn answers_a_preflight_with_the_four_headers_and_no_more() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.send(
        Call::new("OPTIONS /users/abc")
            .header("Origin", "http://127.0.0.1:8080")
            .header("Access-Control-Request-Method", "PUT"),
    );
    assert_eq!((reply.status(), reply.text()), (204, ""));
    assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        reply.header("access-control-allow-methods"),
        Some("GET, POST, PUT, DELETE")
    );
    assert_eq!(
        reply.header("access-control-allow-headers"),
        Some("Authorization, Version, Accept, Content-Type")
    );
    assert_eq!(
        sandbox
            .control("GET /__sandbox/requests", Value::Null)
            .json(),
        json!([])
    );
}

#[test]
fn opens_every_answer_to_pages() {
    let mut sandbox = Sandbox::new();
    sandbox.control(
        "POST /__sandbox/fault",
        json!({ "status": 503, "headers": { "Access-Control-Allow-Origin": "null" } }),
    );
    for line in [
        "GET /users/fault",
        "GET /users/unauthorized",
        "GET /nowhere",
        "GET /v1/users/",
        "GET /__sandbox/seed",
    ] {
        let reply = sandbox.send(Call::new(line));
        let origins = reply
            .0
            .headers
            .iter()
            .filter(|(name, _)| name == "access-control-allow-origin");
        assert_eq!(
            origins.map(|(_, value)| value.as_str()).collect::<Vec<_>>(),
            ["*"],
            "{line}"
        );
    }
}
