//! Fields that no specification has.

use ghl_users::{
    api,
    core::{call::request::Request, error::Error, model::version::Api},
};
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

fn build(api: Api, id: &str, input: Value, extra: Doc) -> Result<Request, Box<Error>> {
    let config = config(json!({ "api": api.name(), "token": TOKEN, "companyId": "c" })).unwrap();
    Request::build(
        api::find(api, id)?,
        &config,
        &Doc::Json(input),
        Some(&extra),
    )
}

fn refusal(id: &str, extra: Doc) -> String {
    let input = match id {
        "users.search" => json!({}),
        _ => json!({ "userId": "u1" }),
    };
    build(Api::V2, id, input, extra).err().unwrap().message
}

#[test]
fn what_no_spec_has_travels_in_the_body_as_it_is() {
    let extra = json!({ "a\"b": { "c": [1, null, "é"] }, "n": null, "flag": false, "half": 0.5 });
    let request = build(
        Api::V3,
        "users.update",
        json!({ "userId": "u1", "firstName": "Jo" }),
        Doc::Json(extra.clone()),
    );
    let body: Value = serde_json::from_str(&request.unwrap().body.unwrap()).unwrap();
    let mut expected = extra;
    expected["firstName"] = "Jo".into();
    expected["companyId"] = "c".into();
    assert_eq!(body, expected);
    let alone = build(
        Api::V1,
        "users.update",
        json!({ "userId": "u1", "firstName": "J", "lastName": "D", "email": "e", "type": "account", "role": "user", "locationIds": [] }),
        Doc::Json(json!({})),
    );
    assert!(alone.is_ok(), "nothing is extra, too");
}

#[test]
fn what_no_spec_has_travels_in_the_query_where_there_is_no_body() {
    let extra = json!({ "a&b": "c d", "list": ["x", 2], "n": 1, "flag": true });
    let request = build(
        Api::V2,
        "users.search",
        json!({ "limit": 5 }),
        Doc::Json(extra),
    )
    .unwrap();
    assert!(
        request
            .url
            .ends_with("/users/search?limit=5&companyId=c&a%26b=c%20d&flag=true&list=x&list=2&n=1"),
        "{}",
        request.url
    );
    assert_eq!(request.body, None);
}

#[test]
fn a_field_of_the_call_cannot_be_given_twice() {
    for (id, name) in [
        ("users.search", "limit"),
        ("users.update", "firstName"),
        ("users.get", "userId"),
        ("users.delete", "userId"),
    ] {
        let message = refusal(id, Doc::Json(json!({ name: "x" })));
        assert_eq!(
            message,
            format!("{id}: \"extra.{name}\" is a field of this call: give it in the input")
        );
    }
    let elsewhere = json!({ "userId": "u1", "firstName": "J", "lastName": "D", "email": "e", "type": "account", "role": "user", "locationIds": [] });
    let request = build(
        Api::V1,
        "users.update",
        elsewhere,
        Doc::Json(json!({ "phone": "+1" })),
    );
    assert!(
        request.unwrap().body.unwrap().contains("\"phone\":\"+1\""),
        "v1 has no such field"
    );
}

#[test]
fn what_cannot_be_sent_is_named() {
    assert_eq!(
        refusal("users.update", Doc::Holding("x", Box::new(Doc::Function))),
        "users.update: \"extra.x\" is a function: expected what can be sent there"
    );
    for (given, place, words) in [
        (json!(null), "x", "null"),
        (json!([]), "x", "an array"),
        (json!({}), "x", "an object"),
        (json!([1, [2]]), "x[1]", "an array"),
        (json!([null]), "x[0]", "null"),
    ] {
        assert_eq!(
            refusal("users.search", Doc::Json(json!({ "x": given }))),
            format!("users.search: \"extra.{place}\" is {words}: expected what can be sent there")
        );
    }
}
