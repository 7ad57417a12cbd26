use ghl_users_sandbox::seed::{COMPANY_ID, LOCATIONS};
use serde_json::{Value, json};

use crate::support::Sandbox;

fn update(sandbox: &mut Sandbox, id: &str, changes: Value) -> Value {
    let reply = sandbox.v2(&format!("PUT /users/{id}"), changes);
    assert_eq!(reply.status(), 200, "{}", reply.text());
    reply.json()
}

#[test]
fn changes_only_what_a_put_names() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.account_user();
    let id = before["id"].as_str().unwrap();
    let after = update(
        &mut sandbox,
        id,
        json!({ "firstName": "Renamed", "companyId": COMPANY_ID }),
    );
    assert_eq!(
        after["name"],
        format!("Renamed {}", before["lastName"].as_str().unwrap())
    );
    for field in [
        "lastName",
        "email",
        "permissions",
        "roles",
        "scopes",
        "dateAdded",
    ] {
        assert_eq!(after[field], before[field], "{field}");
    }
}

#[test]
fn ignores_an_email_in_a_put() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.account_user();
    let after = update(
        &mut sandbox,
        before["id"].as_str().unwrap(),
        json!({ "email": "new@example.com" }),
    );
    assert_eq!(after["email"], before["email"]);
}

#[test]
fn merges_permissions_on_put() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.account_user();
    let turned = !before["permissions"]["tagsEnabled"].as_bool().unwrap();
    let changes = json!({ "permissions": { "tagsEnabled": turned, "novelKey": true } });
    let after = update(&mut sandbox, before["id"].as_str().unwrap(), changes);
    let mut expected = before["permissions"].clone();
    expected["tagsEnabled"] = json!(turned);
    expected["novelKey"] = json!(true);
    assert_eq!(after["permissions"], expected);
}

#[test]
fn replaces_location_ids_and_scopes_on_put() {
    let mut sandbox = Sandbox::new();
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    let first = json!({
        "locationIds": [LOCATIONS[0].id, LOCATIONS[1].id],
        "scopes": ["contacts.write", "campaigns.readonly"],
        "scopesAssignedToOnly": ["contacts.write"],
    });
    update(&mut sandbox, &id, first);
    let second = json!({ "locationIds": [LOCATIONS[2].id], "scopes": ["invoices.write"], "scopesAssignedToOnly": [] });
    let after = update(&mut sandbox, &id, second);
    assert_eq!(after["roles"]["locationIds"], json!([LOCATIONS[2].id]));
    assert_eq!(after["scopes"], json!(["invoices.write"]));
    assert_eq!(after["scopesAssignedToOnly"], json!([]));
}

#[test]
fn replaces_twilio_numbers_and_clears_them() {
    let mut sandbox = Sandbox::new();
    let id = sandbox.account_user()["id"].as_str().unwrap().to_owned();
    let [a, b, c] = LOCATIONS.map(|location| location.id);
    let mut stored = |changes: Value| {
        update(&mut sandbox, &id, changes);
        json!(sandbox.state.user(&id).unwrap().twilio_phone)
    };
    assert_eq!(
        stored(json!({ "twilioPhone": { a: "+1808", b: "+1809" } })),
        json!({ a: "+1808", b: "+1809" })
    );
    assert_eq!(
        stored(json!({ "phone": "+1800" })),
        json!({ a: "+1808", b: "+1809" })
    );
    assert_eq!(
        stored(json!({ "twilioPhone": { b: "+1809", c: "" } })),
        json!({ b: "+1809" })
    );
    assert_eq!(stored(json!({ "twilioPhone": {} })), json!({}));
}

#[test]
fn changes_every_field_that_a_put_names_and_the_date_of_it() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.account_user();
    assert_eq!(before["roles"]["role"], "admin");
    let id = before["id"].as_str().unwrap().to_owned();
    let changes = json!({
        "firstName": "Ada", "lastName": "Byron", "phone": "+18085550177", "type": "agency", "role": "user",
        "password": "Analytical-Engine-1843", "platformLanguage": "it", "profilePhoto": "https://example.com/a.png",
    });
    let after = update(&mut sandbox, &id, changes);
    for (field, value) in [
        ("name", "Ada Byron"),
        ("phone", "+18085550177"),
        ("platformLanguage", "it"),
    ] {
        assert_eq!(after[field], value);
    }
    assert_eq!(
        (&after["roles"]["type"], &after["roles"]["role"]),
        (&json!("agency"), &json!("user"))
    );
    assert_eq!(after["dateUpdated"], "2026-11-22T00:00:00.000Z");
    let stored = sandbox.state.user(&id).unwrap();
    assert_eq!(
        stored.profile_photo.as_deref(),
        Some("https://example.com/a.png")
    );
}
