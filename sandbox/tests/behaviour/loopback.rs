use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

const HERE: &str = "127.0.0.1:4010";

fn reset(headers: &[(&str, &str)]) -> Reply {
    let call = Call::new("POST /__sandbox/reset");
    let call = headers
        .iter()
        .fold(call, |call, (name, value)| call.header(name, value));
    Sandbox::new().send(call)
}

#[test]
fn takes_orders_under_every_loopback_name() {
    for host in [
        "127.0.0.1",
        HERE,
        "127.1.2.3:80",
        "localhost",
        "LocalHost:4010",
        "localhost.",
        "app.localhost:4010",
        "[::1]",
        "[::1]:4010",
        "[0:0:0:0:0:0:0:1]:4010",
    ] {
        assert_eq!(reset(&[("Host", host)]).status(), 200, "{host}");
        let origin = format!("http://{host}");
        let reply = reset(&[("Host", HERE), ("Origin", &origin)]);
        assert_eq!(reply.status(), 200, "{origin}");
    }
    let secure = reset(&[("Host", HERE), ("Origin", "https://localhost:8443")]);
    assert_eq!(secure.status(), 200);
    assert_eq!(
        reset(&[]).status(),
        200,
        "a call within the process has neither"
    );
}

#[test]
fn takes_none_under_a_name_that_may_mean_another_machine() {
    for host in [
        "rebound.example",
        "rebound.example:4010",
        "127.0.0.1.rebound.example",
        "localhost.rebound.example:4010",
        "notlocalhost",
        "0.0.0.0:4010",
        "192.168.0.2:4010",
        "128.0.0.1",
        "[::2]:4010",
        "[::ffff:10.0.0.1]",
        "::1",
        "127.0.0.1:4010:1",
        "",
    ] {
        let reply = reset(&[("host", host)]);
        assert_eq!(reply.status(), 403, "{host}");
        assert_eq!(
            reply.json()["message"],
            format!(
                "reset: host is {host:?}: expected a loopback name, such as 127.0.0.1 or localhost"
            )
        );
    }
    let twice = reset(&[("Host", HERE), ("Host", "rebound.example")]);
    assert_eq!(twice.status(), 403);
}

#[test]
fn takes_none_from_a_page_of_another_machine() {
    for origin in [
        "null",
        "https://website.example",
        "http://website.example:4010",
        "http://127.0.0.1.website.example",
        "http://192.168.0.2",
        "http://localhost.website.example",
        "file://",
        "chrome-extension://abcdefghijklmnop",
        "127.0.0.1:4010",
        "http://127.0.0.1 http://website.example",
        "",
    ] {
        let reply = reset(&[("Host", HERE), ("Origin", origin)]);
        assert_eq!(reply.status(), 403, "{origin}");
        let message = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(
            message.starts_with(&format!("reset: Origin is {origin:?}: expected none")),
            "{message}"
        );
    }
}

#[test]
fn changes_nothing_for_an_order_that_it_does_not_take() {
    let website = ("Origin", "https://website.example");
    let mut sandbox = Sandbox::new();
    for (line, body) in [
        ("POST /__sandbox/fault", json!({ "status": 500 })),
        (
            "POST /__sandbox/storm",
            json!({ "seed": 1, "faults": [{ "weight": 1, "fault": { "status": 500 } }] }),
        ),
        ("POST /__sandbox/reset", Value::Null),
        ("GET /__sandbox/requests", Value::Null),
        ("GET /__sandbox/seed", Value::Null),
        ("POST /__sandbox/nothing", Value::Null),
    ] {
        let refused = sandbox.send(Call::new(line).json(body).header(website.0, website.1));
        assert_eq!(refused.status(), 403, "{line}");
        assert!(!refused.text().contains("pit-"), "{line}");
    }
    assert_eq!(sandbox.v2("GET /users/nobody", Value::Null).status(), 404);
    let log = sandbox.control("GET /__sandbox/requests", Value::Null);
    assert_eq!(log.json().as_array().unwrap().len(), 1);
}

#[test]
fn leaves_the_api_open_to_every_page() {
    let call = Call::new("GET /users/nobody").version("v3");
    let call = call
        .token(ghl_users_sandbox::seed::AGENCY_TOKEN)
        .header("Host", "gateway.example")
        .header("Origin", "https://website.example");
    assert_eq!(Sandbox::new().send(call).status(), 404);
}
