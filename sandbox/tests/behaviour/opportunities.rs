//! Opportunities, their pipelines, and the two searches.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::contacts::create as contact;
use crate::support::Sandbox;

pub const SEARCH: &str = "GET /opportunities/search?location_id=hD3kPz8WmVq1TyB6nGfR";

fn pipelines(sandbox: &mut Sandbox) -> Value {
    let line = format!("GET /opportunities/pipelines?locationId={TOKEN_LOCATION_ID}");
    sandbox.get(200, &line, Value::Null)["pipelines"].clone()
}

fn order(sandbox: &mut Sandbox) -> Value {
    let contact = contact(sandbox);
    let pipeline = pipelines(sandbox)[0]["id"].clone();
    json!({
        "locationId": TOKEN_LOCATION_ID, "pipelineId": pipeline, "name": "Engine",
        "status": "open", "contactId": contact["id"], "monetaryValue": 12.5,
    })
}

pub fn ids(answer: &Value) -> Vec<&str> {
    let found = answer["opportunities"].as_array().unwrap().iter();
    found.map(|it| it["id"].as_str().unwrap()).collect()
}

#[test]
fn what_is_created_is_read_found_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let body = order(&mut sandbox);
    let stages = pipelines(&mut sandbox)[0]["stages"].clone();
    let created = sandbox.get(201, "POST /opportunities/", body.clone())["opportunity"].clone();
    assert_eq!(created["pipelineStageId"], stages[0]["id"]);
    assert_eq!(created["contact"]["name"], "Ada Byron");
    let one = format!("/opportunities/{}", created["id"].as_str().unwrap());
    let read = sandbox.get(200, &format!("GET {one}"), Value::Null);
    assert_eq!(read["opportunity"], created);
    let found = sandbox.get(200, &format!("{SEARCH}&q=ada%40example"), Value::Null);
    assert_eq!(found["opportunities"], json!([created]));
    assert_eq!(found["meta"]["total"], 1);

    sandbox.now_ms += 1;
    let change = json!({ "pipelineStageId": stages[2]["id"], "monetaryValue": null });
    let changed = sandbox.get(200, &format!("PUT {one}"), change)["opportunity"].clone();
    assert_eq!(
        (&changed["pipelineStageId"], changed.get("monetaryValue")),
        (&stages[2]["id"], None)
    );
    assert_ne!(changed["lastStageChangeAt"], created["lastStageChangeAt"]);
    assert_eq!(changed["lastStatusChangeAt"], created["lastStatusChangeAt"]);
    let answer = sandbox
        .ask(
            "v3",
            &format!("PUT {one}/status"),
            json!({ "status": "won" }),
        )
        .json();
    assert_eq!(answer, json!({ "succeded": true, "success": true }));
    let read = sandbox.get(200, &format!("GET {one}"), Value::Null);
    assert_eq!(read["opportunity"]["status"], "won");

    let gone = sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    assert_eq!(gone, json!({ "succeded": true }));
    sandbox.get(404, &format!("GET {one}"), Value::Null);
}

#[test]
fn a_contact_has_one_opportunity_in_a_pipeline() {
    let mut sandbox = Sandbox::new();
    let mut body = order(&mut sandbox);
    let first = sandbox.get(201, "POST /opportunities/", body.clone())["opportunity"].clone();
    let again = sandbox.get(400, "POST /opportunities/", body.clone());
    assert_eq!(again["code"], "OPPORTUNITY_NO_DUPLICATE");
    assert_eq!(again["meta"]["existingId"], first["id"]);
    body["pipelineId"] = pipelines(&mut sandbox)[1]["id"].clone();
    sandbox.get(201, "POST /opportunities/", body);
}

#[test]
fn an_opportunity_needs_a_pipeline_a_stage_and_a_contact_that_there_are() {
    let mut sandbox = Sandbox::new();
    let body = order(&mut sandbox);
    let other = pipelines(&mut sandbox)[1]["stages"][0]["id"].clone();
    for (name, value) in [
        ("pipelineId", json!("none")),
        ("contactId", json!("none")),
        ("pipelineStageId", other),
    ] {
        let mut wrong = body.clone();
        wrong[name] = value;
        sandbox.get(400, "POST /opportunities/", wrong);
    }
    let reply = sandbox.ask("v3", "POST /opportunities/", json!({ "status": "lively" }));
    assert_eq!(reply.complaints().len(), 5);
}

#[test]
fn an_upsert_changes_the_one_that_is_named_and_its_followers() {
    let mut sandbox = Sandbox::new();
    let pipeline = pipelines(&mut sandbox)[0]["id"].clone();
    let mut body = json!({
        "locationId": TOKEN_LOCATION_ID, "pipelineId": pipeline, "name": "Engine",
        "followers": ["u1", "u2"], "isRemoveAllFollowers": false, "followersActionType": "add",
    });
    let first = sandbox.get(200, "POST /opportunities/upsert", body.clone());
    assert_eq!(first["new"], true);
    body["id"] = first["opportunity"]["id"].clone();
    body["followers"] = json!(["u2"]);
    body["followersActionType"] = json!("remove");
    let second = sandbox.get(200, "POST /opportunities/upsert", body.clone());
    assert_eq!(
        (&second["new"], &second["opportunity"]["followers"]),
        (&json!(false), &json!(["u1"]))
    );
    let line = format!(
        "DELETE /opportunities/{}/followers",
        body["id"].as_str().unwrap()
    );
    let left = sandbox.get(
        200,
        &format!("{line}?isRemoveAllFollowers=true"),
        json!({ "followers": [] }),
    );
    assert_eq!(left, json!({ "followers": [], "followersRemoved": ["u1"] }));
    body["id"] = json!("none");
    sandbox.get(404, "POST /opportunities/upsert", body);
}

#[test]
fn an_upsert_needs_no_followers_and_may_name_a_contact() {
    let mut sandbox = Sandbox::new();
    let pipeline = pipelines(&mut sandbox)[0]["id"].clone();
    let mut body = json!({
        "locationId": TOKEN_LOCATION_ID, "pipelineId": pipeline, "name": "Boat",
        "contactId": "nobody",
    });
    sandbox.get(400, "POST /opportunities/upsert", body.clone());
    body.as_object_mut().unwrap().remove("contactId");
    let first = sandbox.get(200, "POST /opportunities/upsert", body.clone());
    body["id"] = first["opportunity"]["id"].clone();
    body["followers"] = json!(["u1"]);
    sandbox.get(200, "POST /opportunities/upsert", body.clone());
    body.as_object_mut().unwrap().remove("followers");
    let last = sandbox.get(200, "POST /opportunities/upsert", body);
    assert_eq!(last["opportunity"]["followers"], json!(["u1"]));
}

#[test]
fn a_search_has_the_names_of_its_version_days_and_a_status() {
    let mut sandbox = Sandbox::new();
    let mut total = |version: &str, more: &str| {
        let name = if version == "v3" {
            "locationId"
        } else {
            "location_id"
        };
        let line = format!("GET /opportunities/search?{name}={TOKEN_LOCATION_ID}{more}");
        let reply = sandbox.ask(version, &line, Value::Null);
        assert_eq!(reply.status(), 200, "{}", reply.text());
        reply.json()["meta"]["total"].as_u64().unwrap()
    };
    let open = total("v2", "&status=open");
    assert!(open > 5 && open < 40);
    assert_eq!(total("v3", "&status=all&pipelineId=none"), 0);
    assert_eq!(total("v2", "&pipeline_id=none"), 0);
    assert_eq!(total("v2", "&date=01-06-2025"), 40);
    assert_eq!(total("v2", "&endDate=01-06-2025"), 1);
    let reply = sandbox.ask("v3", SEARCH, Value::Null);
    assert_eq!(
        reply.complaints(),
        [
            "property location_id should not exist",
            "locationId should not be empty"
        ]
    );
    sandbox.get(400, &format!("{SEARCH}&date=2025-01-06"), Value::Null);
}

#[test]
fn a_search_brings_the_notes_of_the_contact_if_it_is_asked_to() {
    let mut sandbox = Sandbox::new();
    let mut notes = |more: &str| {
        let found = sandbox.get(200, &format!("{SEARCH}&limit=100{more}"), Value::Null);
        let found = found["opportunities"].as_array().unwrap().clone();
        found
            .iter()
            .map(|it| it["notes"].as_array().unwrap().len())
            .sum::<usize>()
    };
    assert_eq!(notes(""), 0);
    assert!(notes("&getNotes=true") > 5);
    let line = format!("GET /opportunities/lost-reason?locationId={TOKEN_LOCATION_ID}&limit=2");
    let reasons = sandbox.get(200, &line, Value::Null);
    assert_eq!(
        (
            reasons["lostReasons"].as_array().unwrap().len(),
            &reasons["total"]
        ),
        (2, &json!(3))
    );
}

#[test]
fn the_other_search_takes_filters_and_an_order() {
    let mut sandbox = Sandbox::new();
    let pipeline = pipelines(&mut sandbox)[1]["id"].clone();
    let of_pipeline = json!({ "field": "pipeline_id", "operator": "eq", "value": pipeline });
    let dear = json!({ "field": "monetary_value", "operator": "range", "value": { "gte": 5_000 } });
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "limit": 40, "filters": [of_pipeline, dear],
        "sort": [{ "field": "monetary_value", "direction": "desc" }],
    });
    let answer = sandbox.get(200, "POST /opportunities/search", body);
    let found = answer["opportunities"].as_array().unwrap();
    let values: Vec<_> = found
        .iter()
        .map(|it| it["monetaryValue"].as_u64().unwrap())
        .collect();
    assert!(found.iter().all(|it| it["pipelineId"] == pipeline));
    assert!(values.len() > 2 && values.is_sorted_by(|one, other| one >= other));
    assert!(values.iter().all(|value| *value >= 5_000));
}
