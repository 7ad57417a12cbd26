use ghl_users_sandbox::seed::COMPANY_ID;
use serde_json::{Value, json};

use crate::support::{Reply, Sandbox, all};

fn filter(sandbox: &mut Sandbox, more: Value) -> Reply {
    let mut body = json!({ "companyId": COMPANY_ID });
    body.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    sandbox.v2("POST /users/search/filter-by-email", body)
}

#[test]
fn filters_by_a_comma_list_of_emails_and_shows_only_id_and_email() {
    let mut sandbox = Sandbox::new();
    let reply = filter(
        &mut sandbox,
        json!({ "emails": "Amelie.Dubois@example.net, bjorn.muller@example.org,no@example.com" }),
    );
    assert_eq!(reply.status(), 200);
    let found = reply.json();
    assert_eq!(found["count"], 2);
    assert_eq!(
        all(&found, "email"),
        ["amelie.dubois@example.net", "bjorn.muller@example.org"]
    );
    assert_eq!(
        found["users"][0]
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        ["email", "id"]
    );
}

#[test]
fn projects_all_fields_or_those_that_are_listed() {
    let mut sandbox = Sandbox::new();
    let all = filter(
        &mut sandbox,
        json!({ "emails": "amelie.dubois@example.net", "projection": "all" }),
    )
    .json();
    assert_eq!(all["users"][0]["roles"]["type"], "agency");
    let some = json!({ "emails": "amelie.dubois@example.net", "projection": "firstName,lastName" });
    let some = filter(&mut sandbox, some).json();
    assert_eq!(
        some["users"][0]
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        ["firstName", "id", "lastName"]
    );
}

#[test]
fn pages_a_filter_by_strings_only() {
    let mut sandbox = Sandbox::new();
    let emails = "amelie.dubois@example.net,bjorn.muller@example.org";
    let second = filter(
        &mut sandbox,
        json!({ "emails": emails, "skip": "1", "limit": "1" }),
    )
    .json();
    assert_eq!(second["count"], 2);
    assert_eq!(all(&second, "email"), ["bjorn.muller@example.org"]);
    let wrong = json!({ "emails": [emails], "skip": 1, "limit": "x", "deleted": "true" });
    assert_eq!(
        filter(&mut sandbox, wrong).complaints(),
        [
            "emails must be a string",
            "deleted must be a boolean value",
            "skip must be a number string",
            "limit must be a number string",
        ]
    );
}
