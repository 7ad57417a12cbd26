use ghl_users_sandbox::seed::{LOCATIONS, TOKEN_LOCATION_ID, V1_LOCATION_KEY};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox, new_user, new_user_with};

/// The eight fields of v1's documented body.
fn v1_user() -> Value {
    let mut user = new_user_with("companyId", Value::Null);
    user["permissions"] = json!({ "tagsEnabled": false });
    user
}

#[test]
fn lists_everyone_or_those_of_a_location() {
    let mut sandbox = Sandbox::new();
    let count = |reply: Value| reply["users"].as_array().unwrap().len();
    assert_eq!(count(sandbox.v1("GET /v1/users/", Value::Null).json()), 120);
    assert_eq!(count(sandbox.v1("GET /v1/users", Value::Null).json()), 120);
    let line = format!("GET /v1/users/?locationId={}", LOCATIONS[1].id);
    assert_eq!(count(sandbox.v1(&line, Value::Null).json()), 50);
}

#[test]
fn lists_the_location_of_the_key() {
    let reply = Sandbox::new().send(Call::new("GET /v1/users/location").token(V1_LOCATION_KEY));
    let users = reply.json()["users"].as_array().unwrap().clone();
    assert_eq!(users.len(), 46);
    for user in users {
        assert!(
            user["roles"]["locationIds"]
                .as_array()
                .unwrap()
                .contains(&json!(TOKEN_LOCATION_ID))
        );
        assert!(user.get("deleted").is_none() && user.get("scopes").is_none());
    }
}

#[test]
fn looks_up_one_bare_user_by_email() {
    let mut sandbox = Sandbox::new();
    let found = sandbox.v1(
        "GET /v1/users/lookup?email=bjorn.rossi%2Bghl%40example.org",
        Value::Null,
    );
    assert_eq!(found.json()["name"], "Björn Rossi");
    let nobody = sandbox.v1("GET /v1/users/lookup?email=no@example.com", Value::Null);
    assert_eq!((nobody.status(), nobody.json()), (200, json!({})));
    let unasked = sandbox.v1("GET /v1/users/lookup", Value::Null);
    assert_eq!(
        (unasked.status(), unasked.json()),
        (400, json!({ "msg": "Bad Request" }))
    );
}

#[test]
fn creates_with_200_and_answers_the_user() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.v1("POST /v1/users/", v1_user());
    assert_eq!(reply.status(), 200);
    let user = reply.json();
    assert_eq!(
        (&user["email"], &user["permissions"]["tagsEnabled"]),
        (&json!("ada.byron@example.com"), &json!(false))
    );
    assert_eq!(
        sandbox
            .v1(
                &format!("GET /v1/users/{}", user["id"].as_str().unwrap()),
                Value::Null
            )
            .json(),
        user
    );
    let again = sandbox.v1("POST /v1/users/", v1_user());
    assert_eq!(
        (again.status(), again.json()),
        (
            400,
            json!({ "msg": "A user with this email already exists" })
        )
    );
}

#[test]
fn maps_each_wrong_field_to_its_message_and_rule() {
    let mut sandbox = Sandbox::new();
    let mut user = v1_user();
    user["permissions"]["tagsEnabled"] = json!("no");
    user["role"] = json!("owner");
    user["locationIds"] = json!(["nowhere"]);
    user.as_object_mut().unwrap().remove("lastName");
    let reply = sandbox.v1("POST /v1/users/", user);
    assert_eq!(reply.status(), 422);
    assert_eq!(
        reply.json(),
        json!({
            "lastName": { "message": "The lastName field is mandatory.", "rule": "required" },
            "role": { "message": "The selected role is invalid.", "rule": "in" },
            "locationIds": { "message": "The selected locationIds is invalid.", "rule": "in" },
            "permissions.tagsEnabled": { "message": "The permissions.tagsEnabled must be a boolean.", "rule": "boolean" },
        })
    );
}

#[test]
fn passes_over_the_fields_that_only_later_versions_have() {
    let mut sandbox = Sandbox::new();
    let mut user = new_user();
    user["phone"] = json!("+18085550199");
    user["scopes"] = json!(["contacts.write"]);
    let id = sandbox.v1("POST /v1/users/", user).json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let stored = sandbox.state.user(&id).unwrap();
    assert_eq!((&stored.phone, stored.scopes.len()), (&None, 0));
}

#[test]
fn wants_the_whole_user_on_put_and_changes_the_email() {
    let mut sandbox = Sandbox::new();
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    let line = format!("PUT /v1/users/{id}");
    let part = sandbox.v1(&line, json!({ "firstName": "Ada" }));
    assert_eq!(part.status(), 422);
    assert_eq!(part.json().as_object().unwrap().len(), 5);
    let whole = sandbox.v1(&line, v1_user());
    assert_eq!(
        (whole.status(), &whole.json()["email"]),
        (200, &json!("ada.byron@example.com"))
    );
    assert_eq!(
        sandbox.v1(&line, v1_user()).status(),
        200,
        "its own email is not taken"
    );
    let mut taken = v1_user();
    taken["email"] = json!("amelie.dubois@example.net");
    assert_eq!(sandbox.v1(&line, taken).status(), 400);
}

#[test]
fn deletes_at_once_and_answers_an_empty_json_string() {
    let mut sandbox = Sandbox::new();
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    let reply = sandbox.v1(&format!("DELETE /v1/users/{id}"), Value::Null);
    assert_eq!((reply.status(), reply.text()), (200, "\"\""));
    for method in ["GET", "PUT", "DELETE"] {
        let gone = sandbox.v1(&format!("{method} /v1/users/{id}"), v1_user());
        assert_eq!(
            (gone.status(), gone.json()),
            (400, json!({ "msg": "Bad Request" })),
            "{method}"
        );
    }
}

#[test]
fn tells_no_rate_limits() {
    let reply = Sandbox::new().v1("GET /v1/users/", Value::Null);
    assert!(
        reply
            .0
            .headers
            .iter()
            .all(|(name, _)| !name.starts_with("x-ratelimit"))
    );
}
