//! Whatever the input is, it is sent whole, or refused by name.

use ghl_users::{
    api,
    core::{call::request::Request, config::Config, model::version::Api},
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        prop_oneof![
            Just("admin"),
            Just("account"),
            Just("."),
            Just(""),
            Just("a,b")
        ]
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any_key(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn any_key() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "userId",
        "companyId",
        "firstName",
        "lastName",
        "email",
        "password",
        "type",
        "role",
        "locationIds",
        "permissions",
        "contactsEnabled",
        "scopes",
        "twilioPhone",
        "skip",
        "limit",
        "ids",
        "emails",
        "query",
    ];
    prop_oneof![8 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => ".{0,6}"]
}

fn members_of(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.values().map(|value| 1 + members_of(value)).sum(),
        Value::Array(items) => items.iter().map(members_of).sum(),
        _ => 0,
    }
}

fn any_config() -> Config {
    config(json!({ "token": TOKEN, "companyId": "c" })).unwrap()
}

proptest! {
    #[test]
    fn any_input_is_sent_whole_or_refused_by_name(
        input in prop::collection::btree_map(any_key(), any_value(), 0..8),
        row in prop::sample::select(&["users.search", "users.filterByEmail", "users.create", "users.update"][..]),
    ) {
        let input = Value::Object(input.into_iter().collect());
        match Request::build(api::find(Api::V2, row).unwrap(), &any_config(), &Doc::Json(input.clone()), None) {
            Ok(request) => {
                let sent = match &request.body {
                    Some(body) => members_of(&serde_json::from_str(body).unwrap()) + usize::from(row == "users.update"),
                    None => request.url.split('&').count(),
                };
                let filled = usize::from(input.get("companyId").is_none());
                prop_assert_eq!(sent, members_of(&input) + filled);
            }
            Err(error) => {
                prop_assert_eq!(error.code.as_str(), "invalid_input");
                prop_assert!(error.message.starts_with(row));
                prop_assert!(error.message.contains('"'));
            }
        }
    }
}
