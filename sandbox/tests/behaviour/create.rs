use ghl_users_sandbox::seed::{AGENCY_TOKEN, LOCATIONS};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox, new_user, new_user_with};

fn create(body: Value) -> Reply {
    Sandbox::new().v2("POST /users/", body)
}

#[test]
fn creates_a_user_with_the_specs_default_permissions() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.v2(
        "POST /users/",
        new_user_with(
            "permissions",
            json!({ "botService": true, "novelKey": false }),
        ),
    );
    assert_eq!(reply.status(), 201);
    let user = reply.json();
    assert_eq!(user["name"], "Ada Byron");
    assert_eq!(user["roles"]["locationIds"], json!([LOCATIONS[0].id]));
    assert_eq!(user["permissions"]["botService"], true);
    assert_eq!(user["permissions"]["campaignsEnabled"], true);
    assert_eq!(user["permissions"]["campaignsReadOnly"], false);
    assert_eq!(user["permissions"]["novelKey"], false);
    assert_eq!(user["permissions"].as_object().unwrap().len(), 39);
    assert_eq!(user["dateAdded"], "2026-11-22T00:00:00.000Z");
    assert!(user.get("password").is_none());
    let id = user["id"].as_str().unwrap();
    assert_eq!(id.len(), 20);
    assert_eq!(
        sandbox.v2(&format!("GET /users/{id}"), Value::Null).json()["email"],
        "ada.byron@example.com"
    );
    assert_eq!(sandbox.search("")["count"], 121);
}

#[test]
fn names_every_missing_field_of_a_create_at_once() {
    let complaints = create(json!({})).complaints();
    let required = [
        "companyId",
        "firstName",
        "lastName",
        "email",
        "type",
        "role",
        "locationIds",
    ];
    assert_eq!(
        complaints,
        required.map(|field| format!("{field} should not be empty"))
    );
}

#[test]
fn takes_a_create_without_password_and_an_empty_one() {
    assert_eq!(create(new_user_with("password", Value::Null)).status(), 201);
    assert_eq!(create(new_user_with("password", json!(""))).status(), 201);
}

#[test]
fn refuses_a_weak_password() {
    for weak in [
        "Short-1",
        "no-capitals-here-1",
        "NO-SMALL-LETTERS-1",
        "No-Digits-At-All",
        "NoSpecials12345",
    ] {
        let complaints = create(new_user_with("password", json!(weak))).complaints();
        assert!(
            complaints[0].starts_with("password must have at least 12 characters"),
            "{weak}"
        );
        assert!(!complaints[0].contains(weak));
    }
}

#[test]
fn refuses_each_field_of_the_wrong_kind() {
    for (field, value, complaint) in [
        ("firstName", json!(1), "firstName must be a string"),
        ("email", json!("ada"), "email must be an email"),
        (
            "type",
            json!("employee"),
            "type must be one of the following values: account, agency",
        ),
        (
            "role",
            json!("owner"),
            "role must be one of the following values: admin, user",
        ),
        ("locationIds", json!("a,b"), "locationIds must be an array"),
        (
            "locationIds",
            json!([1]),
            "each value in locationIds must be a string",
        ),
        ("permissions", json!([]), "permissions must be an object"),
        (
            "permissions",
            json!({ "botService": "yes" }),
            "permissions.botService must be a boolean value",
        ),
        ("scopes", json!("contacts.write"), "scopes must be an array"),
        (
            "twilioPhone",
            json!({ "a": "808" }),
            "twilioPhone.a must be a valid phone number",
        ),
        (
            "restrictSubAccount",
            json!(true),
            "property restrictSubAccount should not exist",
        ),
    ] {
        assert_eq!(
            create(new_user_with(field, value)).complaints(),
            [complaint]
        );
    }
    let language = create(new_user_with("platformLanguage", json!("jp"))).complaints();
    assert!(
        language[0].starts_with("platformLanguage must be one of the following values: en_US, es,")
    );
}

#[test]
fn refuses_a_second_user_of_an_email() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.v2(
        "POST /users/",
        new_user_with("email", json!("Amelie.Dubois@Example.net")),
    );
    assert_eq!(reply.status(), 400);
    assert_eq!(
        reply.json()["message"],
        "A user with this email already exists"
    );
    assert_eq!(sandbox.search("")["count"], 120);
}

#[test]
fn reads_no_body_without_a_json_content_type() {
    let call = || {
        Call::new("POST /users/")
            .version("v3")
            .token(AGENCY_TOKEN)
            .body("{}garbage")
    };
    assert_eq!(Sandbox::new().send(call()).complaints().len(), 7);
    let reply =
        Sandbox::new().send(call().header("content-type", "application/json; charset=utf-8"));
    assert_eq!(reply.status(), 400);
    assert!(
        reply.json()["message"]
            .as_str()
            .unwrap()
            .starts_with("the body is not JSON")
    );
}

#[test]
fn gives_every_created_user_an_id_of_its_own() {
    let mut sandbox = Sandbox::new();
    let mut ids: Vec<Value> = Vec::new();
    for n in 0..5 {
        let mut user = new_user();
        user["email"] = json!(format!("n{n}@example.com"));
        ids.push(sandbox.v2("POST /users/", user).json()["id"].clone());
    }
    ids.extend(
        sandbox.search("limit=200")["users"]
            .as_array()
            .unwrap()
            .iter()
            .map(|user| user["id"].clone()),
    );
    ids.sort_by_key(Value::to_string);
    ids.dedup();
    assert_eq!(ids.len(), 125);
}

#[test]
fn takes_the_permissions_of_a_user_that_was_just_read() {
    let mut sandbox = Sandbox::new();
    let found = sandbox.search("limit=100");
    let users = found["users"].as_array().unwrap();
    let whole = users
        .iter()
        .find(|user| user["permissions"].as_object().unwrap().len() == 48)
        .unwrap();
    let read = sandbox.v2(
        &format!("GET /users/{}", whole["id"].as_str().unwrap()),
        Value::Null,
    );
    let permissions = read.json()["permissions"].clone();
    assert!(permissions["customMenuLinkWrite"].is_boolean());
    let created = sandbox.v2(
        "POST /users/",
        new_user_with("permissions", permissions.clone()),
    );
    assert_eq!(
        (created.status(), &created.json()["permissions"]),
        (201, &permissions)
    );
}

#[test]
fn keeps_the_id_that_an_identity_provider_has() {
    let mut sandbox = Sandbox::new();
    let created = sandbox.v2(
        "POST /users/",
        new_user_with("externalUserId", json!("okta|1")),
    );
    assert_eq!(created.status(), 201);
    let id = created.json()["id"].as_str().unwrap().to_owned();
    let shown = |sandbox: &mut Sandbox| {
        let user = sandbox.v2(&format!("GET /users/{id}"), Value::Null).json();
        user["externalUserId"].clone()
    };
    assert_eq!(shown(&mut sandbox), "okta|1");
    for (changes, expected) in [
        (json!({ "firstName": "Augusta" }), "okta|1"),
        (json!({ "externalUserId": "okta|2" }), "okta|2"),
    ] {
        sandbox.v2(&format!("PUT /users/{id}"), changes);
        assert_eq!(shown(&mut sandbox), expected);
    }
    assert!(
        sandbox.search("query=ada.byron")["users"][0]
            .get("externalUserId")
            .is_none()
    );
    let wrong = create(new_user_with("externalUserId", json!(7)));
    assert_eq!(wrong.complaints(), ["externalUserId must be a string"]);
    assert!(sandbox.account_user().get("externalUserId").is_none());
}
