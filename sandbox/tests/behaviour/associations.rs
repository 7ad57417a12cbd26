//! Associations, and the relations that they allow.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::support::Sandbox;

const OF: &str = "locationId=hD3kPz8WmVq1TyB6nGfR";

fn student_teacher() -> Value {
    json!({
        "locationId": TOKEN_LOCATION_ID, "key": "boss",
        "firstObjectLabel": "Boss", "firstObjectKey": "contact",
        "secondObjectLabel": "Hand", "secondObjectKey": "custom_objects.hands",
    })
}

#[test]
fn what_is_created_is_read_listed_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let created = sandbox.get(201, "POST /associations/", student_teacher());
    assert_eq!(created["associationType"], "USER_DEFINED");
    let id = created["id"].as_str().unwrap();
    let one = format!("/associations/{id}");
    for line in [
        format!("GET {one}"),
        format!("GET /associations/key/boss?{OF}"),
    ] {
        assert_eq!(sandbox.get(200, &line, Value::Null), created);
    }
    let list = sandbox.get(
        200,
        &format!("GET /associations/?{OF}&skip=3&limit=5"),
        Value::Null,
    );
    assert_eq!(list, json!({ "associations": [created], "total": 4 }));
    let line = "GET /associations/objectKey/custom_objects.hands";
    let list = sandbox.get(200, line, Value::Null);
    assert_eq!(list["associations"], json!([created]));

    let body = json!({ "firstObjectLabel": "Head", "secondObjectLabel": "Hand" });
    let changed = sandbox.get(200, &format!("PUT {one}"), body);
    assert_eq!(changed["firstObjectLabel"], "Head");
    let gone = sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    assert_eq!((&gone["deleted"], &gone["id"]), (&json!(true), &json!(id)));
    sandbox.get(404, &format!("GET {one}"), Value::Null);
    sandbox.get(
        404,
        &format!("GET /associations/key/boss?{OF}"),
        Value::Null,
    );
}

#[test]
fn a_relation_is_created_once_listed_from_either_end_and_goes_with_its_association() {
    let mut sandbox = Sandbox::new();
    let association = sandbox.get(201, "POST /associations/", student_teacher());
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "associationId": association["id"],
        "firstRecordId": "one", "secondRecordId": "two",
    });
    let relation = sandbox.get(201, "POST /associations/relations", body.clone());
    assert_eq!(
        (&relation["key"], &relation["firstRecordId"]),
        (&json!("boss"), &json!("one"))
    );
    let again = sandbox.get(400, "POST /associations/relations", body.clone());
    assert_eq!(again["meta"]["relationId"], relation["id"]);

    let mut count = |record: &str, more: &str| {
        let line = format!("GET /associations/relations/{record}?{OF}&skip=0&limit=9{more}");
        sandbox.get(200, &line, Value::Null)["total"].clone()
    };
    assert_eq!(
        (count("one", ""), count("two", ""), count("three", "")),
        (1.into(), 1.into(), 0.into())
    );
    assert_eq!(count("one", "&associationIds=other"), 0);

    let id = relation["id"].as_str().unwrap();
    let line = format!("DELETE /associations/relations/{id}?{OF}");
    assert_eq!(sandbox.get(200, &line, Value::Null), relation);
    sandbox.get(201, "POST /associations/relations", body);
    let line = format!(
        "DELETE /associations/{}",
        association["id"].as_str().unwrap()
    );
    sandbox.get(200, &line, Value::Null);
    assert_eq!(sandbox.state.size(), Sandbox::new().state.size());
}

#[test]
fn a_relation_needs_an_association_and_a_list_its_page() {
    let mut sandbox = Sandbox::new();
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "associationId": "none",
        "firstRecordId": "one", "secondRecordId": "two",
    });
    sandbox.get(404, "POST /associations/relations", body);
    let reply = sandbox.ask("v3", &format!("GET /associations/?{OF}"), Value::Null);
    assert_eq!(
        reply.complaints(),
        ["skip should not be empty", "limit should not be empty"]
    );
}
