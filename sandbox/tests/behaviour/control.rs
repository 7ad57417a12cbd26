use ghl_users_sandbox::seed::{AGENCY_TOKEN, COMPANY_ID, V1_AGENCY_KEY};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox, new_user};

fn requests(sandbox: &mut Sandbox) -> Value {
    sandbox
        .control("GET /__sandbox/requests", Value::Null)
        .json()
}

#[test]
fn tells_what_a_visitor_needs_to_call() {
    let mut sandbox = Sandbox::new();
    let tour = sandbox.control("GET /__sandbox/seed", Value::Null).json();
    assert_eq!(tour["companyId"], COMPANY_ID);
    assert_eq!(tour["locations"].as_array().unwrap().len(), 3);
    assert_eq!(tour["locationTokenLocationId"], tour["locations"][0]["id"]);
    assert_eq!(tour["userCount"], 120);
    let location = json!(tour["locationTokenLocationId"]);
    let profiles = tour["profiles"].as_array().unwrap().iter();
    let own = profiles.filter(|profile| profile["locationId"] == location);
    let platforms: Vec<_> = own.map(|profile| &profile["platform"]).collect();
    assert_eq!((platforms.len(), platforms[0]), (8, &json!("facebook")));
    let search = format!("GET /users/search?companyId={COMPANY_ID}");
    for token in ["agency", "location"] {
        let call = Call::new(&search)
            .version("v3")
            .token(tour["tokens"][token].as_str().unwrap());
        assert_eq!(sandbox.send(call).status(), 200, "{token}");
    }
    for (key, path) in [
        ("v1Agency", "/v1/users/"),
        ("v1Location", "/v1/users/location"),
    ] {
        let call = Call::new(&format!("GET {path}")).token(tour["tokens"][key].as_str().unwrap());
        assert_eq!(sandbox.send(call).status(), 200, "{key}");
    }
}

#[test]
fn records_what_it_was_asked_with_tokens_shortened() {
    let mut sandbox = Sandbox::new();
    let line = "PUT /users/abc%20d?x=1&y=%2B";
    let call = Call::new(line)
        .version("v3")
        .token(AGENCY_TOKEN)
        .json(json!({ "firstName": "Zoë" }));
    sandbox.send(call.header("X-Twice", "a").header("x-twice", "b"));
    sandbox.send(Call::new("GET /v1/users/").token(V1_AGENCY_KEY));
    sandbox.send(Call::new("GET /nowhere").header("Authorization", "short"));
    let log = requests(&mut sandbox);
    assert_eq!(
        log[0],
        json!({
            "atMs": sandbox.now_ms,
            "operation": "users.update",
            "method": "PUT",
            "path": "/users/abc%20d",
            "query": "x=1&y=%2B",
            "headers": {
                "authorization": "Bearer pit-…9f2c",
                "content-type": "application/json",
                "version": "v3",
                "x-twice": "a, b",
            },
            "body": "{\"firstName\":\"Zoë\"}",
            "status": 404,
            "apiStatus": 404,
        })
    );
    assert_eq!(log[1]["headers"]["authorization"], "Bearer eyJh…a2V5");
    assert_eq!(
        (&log[2]["headers"]["authorization"], &log[2]["status"]),
        (&json!("…"), &json!(501))
    );
    assert_eq!(log.as_array().unwrap().len(), 3);
}

#[test]
fn masks_passwords_and_hides_a_body_where_it_cannot_find_them() {
    let mut sandbox = Sandbox::new();
    sandbox.v2("POST /users/", new_user());
    for body in [
        "password=Analytical-Engine-1843",
        r#"{"pass\u0077ord":"Analytical-Engine-1843"}"#,
    ] {
        sandbox.send(Call::new("POST /users/").body(body));
    }
    let log = requests(&mut sandbox);
    assert!(!log.to_string().contains("Analytical"), "{log}");
    let shown: Value = serde_json::from_str(log[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!(
        (&shown["password"], &shown["firstName"]),
        (&json!("********"), &json!("Ada"))
    );
    assert_eq!(
        log[1]["body"],
        "(not shown: it is neither JSON nor a form, and speaks of a secret)"
    );
}

#[test]
fn records_a_dropped_call_without_a_status() {
    let mut sandbox = Sandbox::new();
    sandbox.control("POST /__sandbox/fault", json!({ "drop": true }));
    sandbox.v2("GET /users/abc", Value::Null);
    let log = requests(&mut sandbox);
    assert_eq!(
        (&log[0]["status"], &log[0]["apiStatus"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn records_what_the_api_did_though_its_answer_is_lost_or_replaced() {
    let mut sandbox = Sandbox::new();
    for order in [
        json!({ "drop": "answer" }),
        json!({ "status": 502, "execute": true }),
        json!({ "status": 502 }),
    ] {
        sandbox.control("POST /__sandbox/fault", order);
        sandbox.v2("POST /users/", new_user());
    }
    let log = requests(&mut sandbox);
    let statuses = [0, 1, 2].map(|call| (&log[call]["status"], &log[call]["apiStatus"]));
    assert_eq!(
        statuses,
        [
            (&Value::Null, &json!(201)),
            (&json!(502), &json!(400)),
            (&json!(502), &Value::Null),
        ]
    );
}

#[test]
fn keeps_as_many_calls_as_it_is_told() {
    let mut sandbox = Sandbox::new();
    for (size, kept) in [(0, 0), (3, 3), (20_000, 5)] {
        sandbox.control("POST /__sandbox/reset", json!({ "logSize": size }));
        for _ in 0..5 {
            sandbox.v2("GET /users/nobody", Value::Null);
        }
        assert_eq!(requests(&mut sandbox).as_array().unwrap().len(), kept);
    }
}

#[test]
fn keeps_the_last_thousand_calls_and_short_bodies() {
    let mut sandbox = Sandbox::new();
    for n in 0..1_001 {
        sandbox.send(
            Call::new(&format!("GET /n/{n}")).body(&"é".repeat(if n == 1_000 { 9_000 } else { 0 })),
        );
    }
    let log = requests(&mut sandbox);
    assert_eq!(log.as_array().unwrap().len(), 1_000);
    assert_eq!(
        (&log[0]["path"], &log[999]["path"]),
        (&json!("/n/1"), &json!("/n/1000"))
    );
    assert_eq!(log[999]["body"].as_str().unwrap().chars().count(), 8_193);
}

#[test]
fn starts_over_with_what_it_is_told() {
    let mut sandbox = Sandbox::new();
    sandbox.v2("POST /users/", new_user());
    sandbox.control(
        "POST /__sandbox/fault",
        json!({ "status": 500, "times": 9 }),
    );
    let reply = sandbox.control("POST /__sandbox/reset", json!({ "deleteAfterMs": 0 }));
    assert_eq!(
        reply.json(),
        json!({
            "deleteAfterMs": 0,
            "enforceRateLimit": false,
            "rateLimit": { "requests": 100, "perMs": 10_000, "window": "fixed" },
            "dailyLimit": 200_000,
            "retryAfter": "none",
            "logSize": 1_000,
            "accessTokenSeconds": 86_399,
            "paging": { "most": null, "count": "all" },
            "wild": false,
            "lenient": false,
        })
    );
    assert_eq!(requests(&mut sandbox), json!([]));
    assert_eq!(sandbox.search("")["count"], 120);
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    sandbox.v2(&format!("DELETE /users/{id}"), Value::Null);
    assert_eq!(sandbox.search("")["count"], 119);
    let plain = sandbox.control("POST /__sandbox/reset", Value::Null);
    assert_eq!(plain.json()["deleteAfterMs"], 1_500);
}

#[test]
fn refuses_a_wrong_reset_and_an_unknown_control_call() {
    let mut sandbox = Sandbox::new();
    for (body, named) in [
        (json!({ "deleteAfter": 1 }), "deleteAfter"),
        (json!({ "enforceRateLimit": 1 }), "enforceRateLimit: "),
        (
            json!({ "rateLimit": { "requests": 0 } }),
            "rateLimit.requests is 0: expected 1 or more",
        ),
        (
            json!({ "rateLimit": { "window": "round" } }),
            "rateLimit.window: unknown variant",
        ),
        (
            json!({ "retryAfter": "soon" }),
            "retryAfter: unknown variant `soon`, expected one of `none`, `seconds`, `date`, `ms`",
        ),
        (
            json!({ "logSize": 100_001 }),
            "logSize is 100001: expected 0 to 100000",
        ),
        (
            json!({ "accessTokenSeconds": 0 }),
            "accessTokenSeconds is 0: expected 1 to 31536000",
        ),
    ] {
        let reply = sandbox.control("POST /__sandbox/reset", body);
        assert_eq!(reply.status(), 400);
        assert!(reply.json()["message"].as_str().unwrap().contains(named));
    }
    for line in [
        "GET /__sandbox/reset",
        "GET /__sandbox/",
        "POST /__sandbox/nothing",
    ] {
        let reply = sandbox.control(line, Value::Null);
        assert_eq!(reply.status(), 501);
        assert_eq!(
            reply.json()["message"],
            format!("the sandbox has no route {line}")
        );
    }
}
