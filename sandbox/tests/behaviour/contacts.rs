//! Contacts by themselves: created, read, changed, deleted; one of a kind in their location.

use ghl_users_sandbox::seed::{LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::Sandbox;

pub fn ada() -> Value {
    json!({
        "locationId": TOKEN_LOCATION_ID, "name": "Ada Byron", "email": " Ada@Example.com",
        "phone": "+1 (808) 555-7777", "tags": ["New", "vip", "NEW"],
    })
}

pub fn create(sandbox: &mut Sandbox) -> Value {
    sandbox.get(201, "POST /contacts/", ada())["contact"].clone()
}

/// The first of the seeded contacts.
pub fn seeded(sandbox: &mut Sandbox) -> Value {
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "pageLimit": 1,
        "sort": [{ "field": "dateAdded", "direction": "asc" }],
    });
    sandbox.get(200, "POST /contacts/search", body)["contacts"][0].clone()
}

#[test]
fn what_is_created_is_read_found_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let contact = create(&mut sandbox);
    assert_eq!(
        (
            &contact["firstName"],
            &contact["lastName"],
            &contact["fullNameLowerCase"]
        ),
        (&json!("Ada"), &json!("Byron"), &json!("ada byron"))
    );
    assert_eq!(
        (&contact["email"], &contact["phone"], &contact["tags"]),
        (
            &json!("ada@example.com"),
            &json!("+18085557777"),
            &json!(["new", "vip"])
        )
    );
    let one = format!("/contacts/{}", contact["id"].as_str().unwrap());
    // v2's answer to a creation has no whole name.
    assert_eq!(contact.get("name"), None);
    let mut contact = contact;
    contact["name"] = json!("Ada Byron");
    assert_eq!(
        sandbox.get(200, &format!("GET {one}"), Value::Null)["contact"],
        contact
    );
    let line = format!(
        "GET /contacts/search/duplicate?locationId={TOKEN_LOCATION_ID}&email=ADA%40example.com"
    );
    assert_eq!(sandbox.get(200, &line, Value::Null)["contact"], contact);
    let tags = sandbox.get(
        200,
        &format!("GET /locations/{TOKEN_LOCATION_ID}/tags"),
        Value::Null,
    );
    let tags = tags["tags"].as_array().unwrap();
    assert_eq!(tags.iter().filter(|tag| tag["name"] == "new").count(), 1);

    sandbox.now_ms += 5;
    let body = json!({ "phone": null, "city": "London", "tags": ["a"] });
    let changed = sandbox.get(200, &format!("PUT {one}"), body);
    assert_eq!(changed["succeded"], true);
    let changed = &changed["contact"];
    assert_eq!(
        (
            changed.get("phone"),
            &changed["city"],
            &changed["tags"],
            &changed["lastName"]
        ),
        (None, &json!("London"), &json!(["a"]), &json!("Byron"))
    );
    assert_eq!(changed["dateUpdated"], "2026-11-22T00:00:00.005Z");
    let gone = sandbox
        .ask("v3", &format!("DELETE {one}"), Value::Null)
        .json();
    assert_eq!(gone, json!({ "succeded": true, "succeeded": true }));
    let words = sandbox.get(400, &format!("GET {one}"), Value::Null)["message"].clone();
    assert_eq!(
        words,
        format!(
            "Contact with id {} not found",
            contact["id"].as_str().unwrap()
        )
    );
    assert_eq!(sandbox.get(200, &line, Value::Null)["contact"], Value::Null);
}

#[test]
fn a_location_has_no_two_contacts_of_one_address_or_number() {
    let mut sandbox = Sandbox::new();
    let contact = create(&mut sandbox);
    let known = |field: &str| json!({ "contactId": contact["id"], "contactName": "Ada Byron", "matchingField": field });
    let again = sandbox.get(400, "POST /contacts/", ada());
    assert_eq!(
        again["message"],
        "This location does not allow duplicated contacts."
    );
    assert_eq!(again["meta"], known("email"));
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "phone": "+18085557777" });
    assert_eq!(
        sandbox.get(400, "POST /contacts/", body)["meta"],
        known("phone")
    );
    let other = seeded(&mut sandbox);
    let line = format!("PUT /contacts/{}", other["id"].as_str().unwrap());
    let body = json!({ "email": "ada@example.com" });
    assert_eq!(sandbox.get(400, &line, body)["meta"], known("email"));
    // One's own address is no duplicate.
    sandbox.get(200, &line, json!({ "email": other["email"] }));
}

#[test]
fn an_upsert_changes_the_one_that_there_is_or_creates_one() {
    let mut sandbox = Sandbox::new();
    let mut body = ada();
    let first = sandbox.get(200, "POST /contacts/upsert", body.clone());
    assert_eq!(first["new"], true);
    body["city"] = json!("London");
    body["phone"] = seeded(&mut sandbox)["phone"].clone();
    let second = sandbox.get(200, "POST /contacts/upsert", body);
    assert_eq!(
        (&second["new"], &second["contact"]["id"]),
        (&json!(false), &first["contact"]["id"])
    );
    // The number is another's: it stays as it was, and nobody is told.
    assert_eq!(
        (&second["contact"]["city"], &second["contact"]["phone"]),
        (&json!("London"), &json!("+18085557777"))
    );
}

#[test]
fn custom_fields_are_named_by_id_or_key_and_channels_as_the_version_does() {
    let mut sandbox = Sandbox::new();
    let line = format!("GET /locations/{TOKEN_LOCATION_ID}/customFields");
    let fields = sandbox.get(200, &line, Value::Null)["customFields"].clone();
    let mut body = ada();
    body["customFields"] = json!([
        { "id": fields[0]["id"], "field_value": "blue" },
        { "key": "visits", "field_value": 3 },
        { "id": "unknown", "field_value": "lost" },
    ]);
    body["dndSettings"] =
        json!({ "SMS": { "status": "active" }, "WhatsApp": { "status": "inactive" } });
    let contact = sandbox.get(201, "POST /contacts/", body)["contact"].clone();
    let values = json!([
        { "id": fields[0]["id"], "value": "blue" },
        { "id": fields[1]["id"], "value": 3 },
    ]);
    assert_eq!(contact["customFields"], values);
    assert_eq!(contact["dndSettings"]["WhatsApp"]["status"], "inactive");
    let one = format!("/contacts/{}", contact["id"].as_str().unwrap());
    let later = sandbox.ask("v3", &format!("GET {one}"), Value::Null).json();
    let settings = json!({ "sms": { "status": "active" }, "whatsApp": { "status": "inactive" } });
    assert_eq!(later["contact"]["dndSettings"], settings);
    let body = json!({ "customFields": [{ "id": fields[1]["id"], "fieldValue": 4 }] });
    let later = sandbox.ask("v3", &format!("PUT {one}"), body).json();
    assert_eq!(later["succeeded"], true);
    assert_eq!(later["contact"]["customFields"][1]["value"], 4);
    assert_eq!(later["contact"]["customFields"][0]["value"], "blue");
}

#[test]
fn complains_of_all_that_is_wrong_with_a_contact() {
    let mut sandbox = Sandbox::new();
    let body = json!({
        "firstName": 1, "tags": "vip", "customFields": [{ "value": 1 }],
        "dndSettings": { "SMS": {} }, "additionalEmails": [],
    });
    assert_eq!(
        sandbox.ask("v2", "POST /contacts/", body).complaints(),
        [
            "property additionalEmails should not exist",
            "firstName must be a string",
            "locationId should not be empty",
            "dndSettings.SMS.status should not be empty",
            "tags must be an array",
            "property customFields.0.value should not exist",
        ]
    );
}

#[test]
fn a_token_of_one_location_reaches_no_contact_of_another() {
    let mut sandbox = Sandbox::new();
    let order = json!({ "authorize": { "locationId": LOCATIONS[1].id } });
    let code = sandbox.control("POST /__sandbox/oauth", order).json()["code"].clone();
    let token = sandbox.exchange(code.as_str().unwrap())["access_token"].clone();
    let own = seeded(&mut sandbox);
    let line = format!("GET /contacts/{}", own["id"].as_str().unwrap());
    let call = crate::support::Call::new(&line).version("v3");
    assert_eq!(
        sandbox.send(call.token(token.as_str().unwrap())).status(),
        403
    );
    let mut body = ada();
    body["locationId"] = json!(LOCATIONS[1].id);
    sandbox.get(403, "POST /contacts/", body);
}
