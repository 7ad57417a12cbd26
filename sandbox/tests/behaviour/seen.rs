use ghl_users_sandbox::Config;
use ghl_users_sandbox::seed::{AGENCY_TOKEN, LOCATION_TOKEN, V1_AGENCY_KEY};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

const JSON: &str = "application/json";
const HTML: &str = "text/html; charset=UTF-8";

fn order(sandbox: &mut Sandbox, order: Value) {
    let reply = sandbox.control("POST /__sandbox/fault", order);
    assert_eq!(reply.status(), 200, "{}", reply.text());
}

fn struck(fault: Value) -> Reply {
    let mut sandbox = Sandbox::new();
    order(&mut sandbox, fault);
    sandbox.v2("GET /users/nobody", Value::Null)
}

#[test]
fn answers_each_401_of_the_wild_by_its_name() {
    for (name, body) in [
        (
            "invalidToken",
            json!({ "statusCode": 401, "message": "Invalid JWT" }),
        ),
        ("v1Unauthorized", json!({ "msg": "Unauthorized" })),
        (
            "unknownUser",
            json!({ "message": "The user does not exist.", "error": "Unauthorized", "statusCode": 401 }),
        ),
        (
            "wrongScope",
            json!({ "statusCode": 401, "message": "The token is not authorized for this scope." }),
        ),
        (
            "wrongUserType",
            json!({ "statusCode": 401, "message": "Token's user type mismatch!" }),
        ),
        (
            "wrongAuthClass",
            json!({ "statusCode": 401, "message": "This authClass type is not allowed to access this scope" }),
        ),
        (
            "unsupportedRoute",
            json!({ "statusCode": 401, "message": "This route is not yet supported by the IAM Service" }),
        ),
        (
            "noVersion",
            json!({ "statusCode": 401, "message": "version header was not found." }),
        ),
    ] {
        let reply = struck(json!({ "seen": name }));
        assert_eq!((reply.status(), reply.json()), (401, body), "{name}");
        assert_eq!(reply.header("content-type"), Some(JSON), "{name}");
    }
    let empty = struck(json!({ "seen": "emptyUnauthorized" }));
    assert_eq!((empty.status(), empty.text()), (401, ""));
    assert_eq!(empty.header("content-type"), None);
}

#[test]
fn says_by_itself_what_it_was_seen_to_say() {
    let search = || Call::new("GET /users/search?companyId=any");
    for (name, call) in [
        ("invalidToken", search().version("v3")),
        ("noVersion", search().token(AGENCY_TOKEN)),
        (
            "wrongScope",
            Call::new("POST /users/search/filter-by-email")
                .version("v3")
                .token(LOCATION_TOKEN),
        ),
        ("v1Unauthorized", Call::new("GET /v1/users/")),
    ] {
        let own = Sandbox::new().send(call);
        let seen = struck(json!({ "seen": name }));
        assert_eq!(
            (own.status(), own.json()),
            (seen.status(), seen.json()),
            "{name}"
        );
    }
}

#[test]
fn answers_what_stands_before_the_api() {
    for (name, status, content_type, words) in [
        (
            "cloudflare1010",
            403,
            "text/plain; charset=UTF-8",
            "error code: 1010",
        ),
        ("cloudflare1020", 403, HTML, "<h1>Error 1020</h1>"),
        (
            "cloudflareChallenge",
            403,
            HTML,
            "<title>Just a moment...</title>",
        ),
        ("cloudflare520", 520, HTML, "520: Web server is returning"),
        ("cloudflare521", 521, HTML, "521: Web server is down"),
        ("cloudflare522", 522, HTML, "522: Connection timed out"),
        ("cloudflare523", 523, HTML, "523: Origin is unreachable"),
        ("cloudflare524", 524, HTML, "524: A timeout occurred"),
        ("cloudflare525", 525, HTML, "525: SSL handshake failed"),
        ("cloudflare526", 526, HTML, "526: Invalid SSL certificate"),
        ("cloudflare527", 527, HTML, "527: Railgun error"),
        ("cloudflare530", 530, HTML, "530: Origin DNS error"),
        ("proxyNotFound", 404, HTML, "<center>nginx</center>"),
    ] {
        let reply = struck(json!({ "seen": name }));
        assert_eq!(reply.status(), status, "{name}");
        assert_eq!(reply.header("content-type"), Some(content_type), "{name}");
        assert!(reply.text().contains(words), "{name}: {}", reply.text());
    }
}

#[test]
fn lets_an_order_change_what_was_seen() {
    let reply = struck(
        json!({ "seen": "cloudflare1010", "status": 429, "headers": { "Retry-After": "10" } }),
    );
    assert_eq!((reply.status(), reply.text()), (429, "error code: 1010"));
    assert_eq!(reply.header("retry-after"), Some("10"));
    let reply = struck(json!({ "seen": "proxyNotFound", "body": { "message": "no" } }));
    assert_eq!(
        (reply.status(), reply.json()["message"].as_str()),
        (404, Some("no"))
    );
    assert_eq!(
        reply.header("content-type"),
        Some("application/json; charset=utf-8"),
        "the type belongs to the body"
    );
    let reply = struck(json!({ "seen": "cloudflare522", "contentType": "text/plain" }));
    assert_eq!(reply.header("content-type"), Some("text/plain"));
}

#[test]
fn answers_an_unknown_user_in_the_form_of_the_wild_when_told_to() {
    let mut sandbox = Sandbox::new();
    let user = sandbox.account_user();
    let gone = format!("/users/{}", user["id"].as_str().unwrap());
    let reset = sandbox.control(
        "POST /__sandbox/reset",
        json!({ "wild": true, "deleteAfterMs": 0 }),
    );
    assert_eq!(reset.json()["wild"], true);
    assert_eq!(
        sandbox.v2(&format!("DELETE {gone}"), Value::Null).status(),
        200
    );
    for path in ["/users/nobody", gone.as_str()] {
        for method in ["GET", "PUT", "DELETE"] {
            let reply = sandbox.v2(&format!("{method} {path}"), json!({}));
            assert_eq!(
                (reply.status(), reply.json()),
                (
                    401,
                    json!({ "message": "The user does not exist.", "error": "Unauthorized", "statusCode": 401 })
                ),
                "{method} {path}"
            );
        }
    }
    let v1 = sandbox.v1("GET /v1/users/nobody", Value::Null);
    assert_eq!(
        (v1.status(), v1.json()),
        (400, json!({ "msg": "Bad Request" }))
    );

    let mut tame = Sandbox::with(Config {
        wild: false,
        ..Config::default()
    });
    assert_eq!(tame.v2("GET /users/nobody", Value::Null).status(), 404);
    let mut wild = Sandbox::with(Config {
        wild: true,
        ..Config::default()
    });
    assert_eq!(wild.v2("GET /users/nobody", Value::Null).status(), 401);
    let known = wild.account_user()["id"].as_str().unwrap().to_owned();
    assert_eq!(
        wild.v2(&format!("GET /users/{known}"), Value::Null)
            .status(),
        200
    );
    let key = Call::new(&format!("GET /v1/users/{known}")).token(V1_AGENCY_KEY);
    assert_eq!(wild.send(key).status(), 200);
}
