//! Custom fields, custom values and tags.

use ghl_users_sandbox::seed::{AGENCY_TOKEN, LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox};

/// Kind by kind: the path, the names of one and of all, the status of a creation, two bodies, and what the first becomes.
fn kinds() -> [(&'static str, &'static str, u16, Value, Value, Value); 3] {
    [
        (
            "customFields",
            "customField",
            201,
            json!({
                "name": "Shoe size", "dataType": "SINGLE_OPTIONS", "isMultipleFile": false,
                "textBoxListOptions": [{ "label": "41" }, { "label": "42" }],
            }),
            json!({ "name": "Size" }),
            json!({
                "name": "Shoe size", "dataType": "SINGLE_OPTIONS", "isMultiFileAllowed": false,
                "picklistOptions": ["41", "42"], "fieldKey": "contact.shoe_size",
                "model": "contact", "placeholder": "", "position": 0,
            }),
        ),
        (
            "customValues",
            "customValue",
            201,
            json!({ "name": "Wi-Fi", "value": "open" }),
            json!({ "name": "Wi-Fi", "value": "closed" }),
            json!({ "name": "Wi-Fi", "value": "open", "fieldKey": "{{ custom_values.wi_fi }}" }),
        ),
        (
            "tags",
            "tag",
            200,
            json!({ "name": "Früh" }),
            json!({ "name": "Spät" }),
            json!({ "name": "früh" }),
        ),
    ]
}

#[test]
fn what_is_created_is_read_listed_changed_and_deleted() {
    for (all, key, status, body, change, shown) in kinds() {
        let mut sandbox = Sandbox::new();
        let line = format!("/locations/{TOKEN_LOCATION_ID}/{all}");
        let created = sandbox.get(status, &format!("POST {line}"), body)[key].clone();
        let mut expected = shown;
        expected["locationId"] = json!(TOKEN_LOCATION_ID);
        expected["id"] = created["id"].clone();
        assert_eq!(created, expected);
        let one = format!("{line}/{}", created["id"].as_str().unwrap());
        let read = sandbox.get(200, &format!("GET {one}"), Value::Null);
        assert_eq!(read[key], created);
        let list = sandbox.get(200, &format!("GET {line}"), Value::Null);
        assert_eq!(list[all].as_array().unwrap().last(), Some(&created));

        let changed = sandbox.get(200, &format!("PUT {one}"), change);
        assert_ne!(changed[key], created);
        assert_eq!(changed[key]["id"], created["id"]);
        let gone = sandbox.get(200, &format!("DELETE {one}"), Value::Null);
        assert_eq!(gone, json!({ "succeded": true }));
        sandbox.get(404, &format!("GET {one}"), Value::Null);
    }
}

#[test]
fn custom_fields_are_listed_by_model() {
    let mut sandbox = Sandbox::new();
    let mut count = |model: &str| {
        let line = format!("GET /locations/{TOKEN_LOCATION_ID}/customFields?model={model}");
        let answer = sandbox.get(200, &line, Value::Null);
        answer["customFields"].as_array().unwrap().len()
    };
    assert_eq!(
        [count("contact"), count("opportunity"), count("all")],
        [4, 2, 6]
    );
}

#[test]
fn the_agency_reaches_every_location_and_a_location_itself_only() {
    let mut sandbox = Sandbox::new();
    for (all, ..) in kinds() {
        let line = format!("GET /locations/{}/{all}", LOCATIONS[1].id);
        sandbox.get(403, &line, Value::Null);
        let theirs = sandbox
            .send(Call::new(&line).version("v3").token(AGENCY_TOKEN))
            .json();
        let id = theirs[all][0]["id"].as_str().unwrap();
        // A thing of one location is none in another.
        let wrong = format!("GET /locations/{TOKEN_LOCATION_ID}/{all}/{id}");
        let call = Call::new(&wrong).version("v3").token(AGENCY_TOKEN);
        assert_eq!(sandbox.send(call).status(), 404);
    }
}
