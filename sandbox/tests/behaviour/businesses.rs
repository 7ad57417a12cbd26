//! The five calls about businesses.

use ghl_users_sandbox::seed::{LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::Sandbox;

fn list(sandbox: &mut Sandbox, more: &str) -> Vec<Value> {
    let line = format!("GET /businesses/?locationId={TOKEN_LOCATION_ID}{more}");
    let answer = sandbox.get(200, &line, Value::Null);
    answer["businesses"].as_array().unwrap().clone()
}

#[test]
fn what_is_created_is_read_listed_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let before = list(&mut sandbox, "").len();
    let body = json!({ "name": "Ada & Co", "locationId": TOKEN_LOCATION_ID, "city": "London" });
    let created = sandbox.get(201, "POST /businesses/", body);
    assert_eq!(created["success"], true);
    let business = created["buiseness"].clone();
    assert_eq!(
        (
            &business["name"],
            &business["locationId"],
            &business["createdAt"]
        ),
        (
            &json!("Ada & Co"),
            &json!(TOKEN_LOCATION_ID),
            &json!("2026-11-22T00:00:00.000Z")
        )
    );
    let id = business["id"].as_str().unwrap();
    let one = format!("/businesses/{id}");
    let read = sandbox.get(200, &format!("GET {one}"), Value::Null);
    assert_eq!(read, json!({ "business": business }));
    let all = list(&mut sandbox, "");
    assert_eq!((all.len(), all.last()), (before + 1, Some(&business)));

    sandbox.now_ms += 1_000;
    let changed = sandbox.get(
        200,
        &format!("PUT {one}"),
        json!({ "name": "Ada", "city": null }),
    );
    let changed = &changed["buiseness"];
    assert_eq!(
        (&changed["name"], changed.get("city"), &changed["updatedAt"]),
        (&json!("Ada"), None, &json!("2026-11-22T00:00:01.000Z"))
    );
    let gone = sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    assert_eq!(gone, json!({ "success": true }));
    sandbox.get(404, &format!("GET {one}"), Value::Null);
    sandbox.get(404, &format!("DELETE {one}"), Value::Null);
    assert_eq!(list(&mut sandbox, "").len(), before);
}

#[test]
fn a_list_is_cut_by_skip_and_limit() {
    let mut sandbox = Sandbox::new();
    let all = list(&mut sandbox, "");
    assert_eq!(list(&mut sandbox, "&skip=1&limit=2"), all[1..3]);
    assert!(list(&mut sandbox, "&skip=100").is_empty());
}

#[test]
fn complains_of_all_that_is_wrong_with_a_business() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.ask("v3", "POST /businesses/", json!({ "city": 7, "tags": [] }));
    assert_eq!(
        reply.complaints(),
        [
            "property tags should not exist",
            "name should not be empty",
            "locationId should not be empty",
            "city must be a string",
        ]
    );
    let reply = sandbox.ask("v2", "GET /businesses/?skip=one", Value::Null);
    assert_eq!(
        reply.complaints(),
        [
            "locationId should not be empty",
            "skip must be a number string"
        ]
    );
}

#[test]
fn a_token_of_one_location_reaches_no_business_of_another() {
    let mut sandbox = Sandbox::new();
    let body = json!({ "name": "Ada", "locationId": LOCATIONS[1].id });
    sandbox.get(403, "POST /businesses/", body);
    let line = format!("GET /businesses/?locationId={}", LOCATIONS[1].id);
    sandbox.get(403, &line, Value::Null);
}
