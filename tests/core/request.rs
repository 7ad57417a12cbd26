//! The requests, against the specs' own examples.

use ghl_users::{api::users, core::model::version::Api};
use serde_json::{Value, json};
use url::Url;

use crate::support::{TOKEN, build, build_with};

fn fixtures(api: Api) -> Value {
    let text = match api {
        Api::V1 => include_str!("../fixtures/requests/v1.json"),
        Api::V2 => include_str!("../fixtures/requests/v2.json"),
        Api::V3 => include_str!("../fixtures/requests/v3.json"),
    };
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_operation_sends_what_its_fixture_says() {
    for api in Api::ALL {
        for (id, fixture) in fixtures(api).as_object().unwrap() {
            let name = format!("{id} in {}", api.name());
            let request = build(api, id, fixture["input"].clone()).unwrap();
            let headers: Value = request
                .headers
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let body = request
                .body
                .map(|body| serde_json::from_str::<Value>(&body).unwrap());
            let (sent, expected) = (Url::parse(&request.url), fixture["url"].as_str().unwrap());
            assert_eq!(
                parts(&sent.unwrap()),
                parts(&Url::parse(expected).unwrap()),
                "{name}"
            );
            assert_eq!(request.method.as_str(), fixture["method"], "{name}");
            assert_eq!(headers, fixture["headers"], "{name}");
            assert_eq!(body.as_ref(), fixture.get("body"), "{name}");
        }
    }
}

/// Splits a URL into what is before its query, and the query in an order of its own.
fn parts(url: &Url) -> (String, Vec<String>) {
    let (before, query) = url.as_str().split_once('?').unwrap_or((url.as_str(), ""));
    let mut pairs: Vec<String> = query.split('&').map(str::to_owned).collect();
    pairs.sort();
    (before.to_owned(), pairs)
}

/// Of the others, the conformance suite makes the requests itself.
#[test]
fn every_operation_on_users_has_a_fixture() {
    for api in Api::ALL {
        let fixtures = fixtures(api);
        for row in users::OPERATIONS {
            assert_eq!(
                row.access(api).is_some(),
                fixtures[row.id].is_object(),
                "{}",
                row.id
            );
        }
    }
}

#[test]
fn the_clients_company_fills_a_call_that_needs_one() {
    let options = json!({ "token": TOKEN, "companyId": "mine" });
    let search = build_with(options.clone(), "users.search", json!({})).unwrap();
    assert!(search.url.ends_with("/users/search?companyId=mine"));
    let update = build_with(
        options.clone(),
        "users.update",
        json!({ "userId": "u", "firstName": "A" }),
    )
    .unwrap();
    assert_eq!(
        update.body.unwrap(),
        r#"{"firstName":"A","companyId":"mine"}"#
    );
    let named = build_with(options, "users.search", json!({ "companyId": "other" })).unwrap();
    assert!(named.url.ends_with("?companyId=other"));
}

#[test]
fn the_clients_location_fills_only_a_call_that_requires_one() {
    let v2 = json!({ "token": TOKEN, "companyId": "c", "locationId": "mine" });
    assert!(
        build_with(v2.clone(), "users.list", json!({}))
            .unwrap()
            .url
            .ends_with("?locationId=mine")
    );
    assert!(
        !build_with(v2, "users.search", json!({}))
            .unwrap()
            .url
            .contains("mine")
    );
    let v1 = json!({ "api": "v1", "token": TOKEN, "locationId": "mine" });
    assert!(
        build_with(v1, "users.list", json!({}))
            .unwrap()
            .url
            .ends_with("/v1/users/")
    );
}

#[test]
fn the_path_of_a_base_url_is_kept() {
    let options = json!({ "token": TOKEN, "baseUrl": "http://127.0.0.1:4010/gateway/" });
    let request = build_with(options, "users.get", json!({ "userId": "u" })).unwrap();
    assert_eq!(request.url, "http://127.0.0.1:4010/gateway/users/u");
}

#[test]
fn a_gateway_needs_no_token() {
    let request = build_with(
        json!({ "baseUrl": "https://gateway.example" }),
        "users.get",
        json!({ "userId": "u" }),
    );
    assert!(
        request
            .unwrap()
            .headers
            .iter()
            .all(|(name, _)| *name != "authorization")
    );
}

#[test]
fn fields_are_sent_in_the_order_in_which_they_were_given() {
    let permissions = json!({ "alpha": true, "contactsEnabled": false, "zebra": true });
    let input = json!({ "firstName": "A", "permissions": permissions, "userId": "u" });
    let body = build(Api::V2, "users.update", input).unwrap().body.unwrap();
    let expected =
        r#"{"firstName":"A","permissions":{"alpha":true,"contactsEnabled":false,"zebra":true}}"#;
    assert_eq!(body, expected);
}
