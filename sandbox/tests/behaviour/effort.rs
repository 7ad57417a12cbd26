//! What a call costs, in users looked at and in entries kept: times would depend on the machine.

use ghl_users_sandbox::seed::{COMPANY_ID, LOCATIONS};
use serde_json::{Value, json};

use crate::support::{Sandbox, new_user_with};

/// How many users the sandbox looks at for a call.
fn looks(sandbox: &mut Sandbox, line: &str, body: Value) -> u64 {
    let before = sandbox.state.looked_at();
    let reply = sandbox.v2(line, body);
    assert!(reply.status() < 300, "{line}: {}", reply.text());
    sandbox.state.looked_at() - before
}

fn create(sandbox: &mut Sandbox, number: usize) -> (Value, u64) {
    let body = new_user_with("email", json!(format!("{number}@example.com")));
    let looked = looks(sandbox, "POST /users/", body);
    let found = sandbox.v1(
        &format!("GET /v1/users/lookup?email={number}@example.com"),
        Value::Null,
    );
    (found.json(), looked)
}

#[test]
fn a_user_is_found_by_id_and_address_among_thousands_without_a_look_at_the_others() {
    let mut sandbox = Sandbox::new();
    let users: Vec<(Value, u64)> = (0..2_000)
        .map(|number| create(&mut sandbox, number))
        .collect();
    assert!(users.iter().all(|(_, looked)| *looked == 0));
    let one = format!("/users/{}", users[1_000].0["id"].as_str().unwrap());
    let changes = json!({ "firstName": "Zoë" });
    assert_eq!(looks(&mut sandbox, &format!("GET {one}"), Value::Null), 1);
    assert_eq!(looks(&mut sandbox, &format!("PUT {one}"), changes), 1);
    assert_eq!(
        looks(&mut sandbox, &format!("DELETE {one}"), Value::Null),
        1
    );
    let emails =
        json!({ "companyId": COMPANY_ID, "emails": "7@example.com, 8@EXAMPLE.com,9@example.com" });
    assert_eq!(
        looks(&mut sandbox, "POST /users/search/filter-by-email", emails),
        3
    );
    let search = format!("GET /users/search?companyId={COMPANY_ID}&sort=email");
    assert_eq!(
        looks(&mut sandbox, &search, Value::Null),
        2_120,
        "each of them once"
    );
}

#[test]
fn a_creation_looks_only_at_those_who_had_the_address_before() {
    let mut sandbox = Sandbox::new();
    for round in 0..3 {
        let (user, looked) = create(&mut sandbox, 1);
        assert_eq!(looked, round, "those who had it before");
        sandbox.v1(
            &format!("DELETE /v1/users/{}", user["id"].as_str().unwrap()),
            Value::Null,
        );
    }
}

#[test]
fn many_changes_of_users_leave_nothing_behind_in_the_indices() {
    let mut sandbox = Sandbox::new();
    let (user, _) = create(&mut sandbox, 1);
    let size = sandbox.state.size();
    let line = format!("PUT /v1/users/{}", user["id"].as_str().unwrap());
    for round in 0..100 {
        let body = json!({
            "firstName": format!("Ada {round}"), "lastName": "Byron", "email": format!("{round}@example.org"),
            "type": "account", "role": "user", "locationIds": [LOCATIONS[round % 3].id],
        });
        assert_eq!(sandbox.v1(&line, body).status(), 200);
        assert_eq!(
            sandbox.search(&format!("query=ada%20{round}%20byron"))["count"],
            1
        );
        let lookup = format!("GET /v1/users/lookup?email={round}@EXAMPLE.org");
        assert_eq!(sandbox.v1(&lookup, Value::Null).json()["id"], user["id"]);
    }
    assert_eq!(sandbox.search("query=ada%201%20byron")["count"], 0);
    assert_eq!(sandbox.state.size(), size);
}

#[test]
fn sorts_by_every_text_that_the_items_have() {
    let mut sandbox = Sandbox::new();
    for field in [
        "id",
        "name",
        "firstName",
        "lastName",
        "email",
        "phone",
        "extension",
        "platformLanguage",
        "dateAdded",
        "dateUpdated",
    ] {
        let found = sandbox.search(&format!("sort={field}&limit=120"));
        let users = found["users"].as_array().unwrap().iter();
        let texts = users.map(|user| user[field].as_str().unwrap_or_default().to_lowercase());
        let texts: Vec<_> = texts.collect();
        assert!(
            texts.is_sorted() && texts.first() != texts.last(),
            "{field}: {texts:?}"
        );
    }
}
