use std::collections::BTreeMap;

use ghl_users_sandbox::seed::{AGENCY_TOKEN, CLIENT_ID, LOCATION_TOKEN};
use ghl_users_sandbox::{Config, operations};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox};

/// What the log calls one call.
fn name(call: Call) -> Value {
    let mut sandbox = Sandbox::new();
    sandbox.send(call);
    let log = sandbox.control("GET /__sandbox/requests", Value::Null);
    log.json()[0]["operation"].clone()
}

fn modern(line: &str, version: &str) -> Value {
    name(Call::new(line).version(version).token(AGENCY_TOKEN))
}

#[test]
fn names_the_operation_of_each_call_of_every_version() {
    for (line, operation) in [
        ("GET /users/search?companyId=a", "users.search"),
        ("GET /users/a%20b", "users.get"),
        ("DELETE /contacts/a/tasks/b/", "contacts.tasks.delete"),
        ("GET /contacts/search/duplicate", "contacts.findDuplicate"),
        (
            "DELETE /contacts/a/campaigns/remove-all",
            "contacts.campaigns.removeAll",
        ),
        ("POST /oauth/location-token", "oauth.locationToken"),
    ] {
        assert_eq!(modern(line, "v3"), operation, "{line}");
    }
    let early = "DELETE /contacts/a/campaigns/removeAll";
    assert_eq!(modern(early, "2021-07-28"), "contacts.campaigns.removeAll");
    for (line, operation) in [
        ("GET /v1/users/", "users.list"),
        ("GET /v1/users/location", "users.listOwnLocation"),
        ("GET /v1/users/lookup?email=a", "users.lookup"),
        ("GET /v1/users/a", "users.get"),
    ] {
        assert_eq!(name(Call::new(line)), operation, "{line}");
    }
    let token = Call::new("POST /oauth/token").form(&[("client_id", CLIENT_ID)]);
    assert_eq!(name(token), "oauth.token");
}

#[test]
fn names_the_operation_of_a_call_that_is_refused() {
    assert_eq!(name(Call::new("GET /users/abc")), "users.get");
    assert_eq!(modern("PUT /users/abc", "2020-01-01"), "users.update");
    assert_eq!(name(Call::new("POST /v1/users/")), "users.create");
}

#[test]
fn no_two_calls_of_a_version_have_one_name_but_where_a_path_was_renamed() {
    let mut lines = BTreeMap::<&str, Vec<&str>>::new();
    for (operation, line) in operations().filter(|(_, line)| !line.contains(" /v1/")) {
        lines.entry(operation).or_default().push(line);
    }
    let shared = lines.iter().filter(|(_, lines)| lines.len() > 1);
    assert_eq!(
        shared.map(|(name, _)| *name).collect::<Vec<_>>(),
        [
            "contacts.campaigns.removeAll",
            "oauth.installedLocations.list",
            "oauth.locationToken"
        ]
    );
}

#[test]
fn tells_apart_what_no_call_fits() {
    let mut sandbox = Sandbox::new();
    sandbox.v2("GET /users/abc", Value::Null);
    sandbox.v2("GET /user/abc", Value::Null);
    sandbox.control(
        "POST /__sandbox/fault",
        json!({ "status": 200, "body": {} }),
    );
    sandbox.v2("POST /contact", Value::Null);
    sandbox.ask("v3", "GET /contacts/", Value::Null);
    sandbox.send(Call::new("PATCH /v1/users/"));
    let unmatched = sandbox
        .control("GET /__sandbox/unmatched", Value::Null)
        .json();
    let asked = unmatched.as_array().unwrap().iter();
    let asked = asked.map(|call| (call["path"].as_str().unwrap(), call["status"].clone()));
    assert_eq!(
        asked.collect::<Vec<_>>(),
        [
            ("/user/abc", json!(501)),
            ("/contact", json!(200)),
            ("/contacts/", json!(501)),
            ("/v1/users/", json!(501)),
        ]
    );
}

#[test]
fn lets_a_call_that_there_is_not_pass_where_it_is_lenient() {
    let mut sandbox = Sandbox::with(Config {
        lenient: true,
        ..Config::default()
    });
    for line in ["GET /surveys/", "POST /v1/contacts/"] {
        let reply = sandbox.send(Call::new(line).json(json!({ "name": "Ada" })));
        assert_eq!((reply.status(), reply.json()), (200, json!({})), "{line}");
    }
    let unmatched = sandbox
        .control("GET /__sandbox/unmatched", Value::Null)
        .json();
    assert_eq!(unmatched.as_array().unwrap().len(), 2);
    let call = Call::new("GET /users/abc")
        .version("v3")
        .token(LOCATION_TOKEN);
    assert_eq!(sandbox.send(call).status(), 404);
}
