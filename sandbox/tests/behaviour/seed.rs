use std::collections::BTreeSet;

use ghl_users_sandbox::seed::{COMPANY_ID, LOCATIONS, USER_COUNT};
use serde_json::Value;

use crate::support::Sandbox;

fn everyone() -> Vec<Value> {
    let found = Sandbox::new().search("limit=1000&sort=dateAdded");
    found["users"].as_array().unwrap().clone()
}

fn distinct(users: &[Value], field: &str) -> usize {
    users
        .iter()
        .map(|user| user[field].to_string())
        .collect::<BTreeSet<_>>()
        .len()
}

#[test]
fn is_the_same_in_every_run() {
    assert_eq!(everyone(), everyone());
    // Written down, so that a change of the seed is a decision: other people's tests name these users.
    let by_name = |name: &str| {
        everyone()
            .into_iter()
            .find(|user| user["name"] == name)
            .unwrap()
    };
    let owner = by_name("Olivia Smith");
    assert_eq!(
        (owner["id"].as_str(), owner["dateAdded"].as_str()),
        (
            Some("zXypXgXhWmbuoCGLzxQi"),
            Some("2024-01-08T19:00:00.000Z")
        )
    );
    assert_eq!(by_name("Johan Jørgensen")["id"], "hmJt8Khung39YINtO21h");
}

#[test]
fn has_120_people_with_ids_and_emails_of_their_own() {
    let users = everyone();
    assert_eq!(users.len(), USER_COUNT);
    for field in ["id", "email", "name"] {
        assert_eq!(distinct(&users, field), USER_COUNT, "{field}");
    }
    let ids = users.iter().map(|user| user["id"].as_str().unwrap());
    let ids = ids
        .chain(LOCATIONS.iter().map(|location| location.id))
        .chain([COMPANY_ID]);
    for id in ids {
        assert!(
            id.len() == 20 && id.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{id}"
        );
    }
}

#[test]
fn writes_to_example_domains_only() {
    for user in everyone() {
        let (_, domain) = user["email"].as_str().unwrap().split_once('@').unwrap();
        assert!(
            [
                "example.com",
                "example.org",
                "example.net",
                "mail.example.com"
            ]
            .contains(&domain),
            "{domain}"
        );
    }
}

#[test]
fn is_varied_enough_to_test_with() {
    let users = everyone();
    let count = |what: fn(&Value) -> bool| users.iter().filter(|user| what(user)).count();
    assert!(distinct(&users, "permissions") > 80);
    assert!(distinct(&users, "scopes") > 40);
    assert!(distinct(&users, "platformLanguage") == 7);
    assert!(count(|user| user.get("phone").is_none()) > 10);
    assert!(count(|user| user["lcPhone"].as_object().unwrap().is_empty()) < 110);
    assert!(count(|user| user["permissions"].get("gokollabEnabled").is_some()) > 20);
    assert!(count(|user| user["roles"]["restrictSubAccount"] == true) == 4);
    assert!(count(|user| user["roles"]["locationIds"].as_array().unwrap().len() == 3) > 3);
    assert!(count(|user| !user["name"].as_str().unwrap().is_ascii()) > 10);
}
