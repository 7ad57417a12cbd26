//! Contacts in numbers: searched, listed, of a business, many at once.

use std::collections::BTreeSet;

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::contacts::create;
use crate::support::Sandbox;

fn search(sandbox: &mut Sandbox, more: Value) -> Value {
    let mut body = json!({ "locationId": TOKEN_LOCATION_ID, "pageLimit": 500 });
    body.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    sandbox.get(200, "POST /contacts/search", body)
}

fn ids(list: &Value) -> Vec<String> {
    let items = list["contacts"].as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn pages_by_number_and_by_cursor_have_each_contact_once() {
    let mut sandbox = Sandbox::new();
    let all = ids(&search(&mut sandbox, json!({})));
    assert_eq!(
        (all.len(), all.iter().collect::<BTreeSet<_>>().len()),
        (200, 200)
    );
    let mut by_number = Vec::new();
    for page in 1..=5 {
        by_number.extend(ids(&search(
            &mut sandbox,
            json!({ "page": page, "pageLimit": 45 }),
        )));
    }
    assert_eq!(by_number, all);
    let sort = json!([{ "field": "lastName", "direction": "asc" }]);
    let whole = ids(&search(&mut sandbox, json!({ "sort": sort })));
    let (mut by_cursor, mut more) = (Vec::new(), json!({ "pageLimit": 45, "sort": sort }));
    loop {
        let page = search(&mut sandbox, more.clone());
        let items = page["contacts"].as_array().unwrap();
        let Some(last) = items.last() else { break };
        more["searchAfter"] = last["searchAfter"].clone();
        by_cursor.extend(ids(&page));
    }
    assert_eq!(by_cursor, whole);
}

#[test]
fn filters_are_conditions_and_groups_of_them() {
    let mut sandbox = Sandbox::new();
    create(&mut sandbox);
    let mut count =
        |filters: Value| search(&mut sandbox, json!({ "filters": filters }))["total"].clone();
    let is = |field: &str, operator: &str, value: &str| json!({ "field": field, "operator": operator, "value": value });
    assert_eq!(count(json!([is("email", "eq", "ADA@example.com")])), 1);
    assert_eq!(count(json!([is("tags", "contains", "new")])), 1);
    assert_eq!(
        count(json!([
            is("tags", "contains", "new"),
            is("city", "exists", "")
        ])),
        0
    );
    let either =
        json!([{ "group": "OR", "filters": [is("tags", "eq", "new"), is("city", "exists", "")] }]);
    assert_eq!(count(either), 201);
    let range = json!([{ "field": "dateAdded", "operator": "range", "value": { "gte": "2026-01-01T00:00:00Z" } }]);
    assert_eq!(count(range), 1);
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "pageLimit": 1,
        "filters": [is("tags", "resembles", "new")],
    });
    sandbox.get(400, "POST /contacts/search", body);
    assert_eq!(
        ids(&search(&mut sandbox, json!({ "query": "ada byr" }))).len(),
        1
    );
}

#[test]
fn a_search_says_where_and_how_many_and_reaches_no_further_than_10_000_by_number() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.ask("v2", "POST /contacts/search", json!({}));
    assert_eq!(
        reply.complaints(),
        [
            "locationId should not be empty",
            "pageLimit should not be empty"
        ]
    );
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "pageLimit": 100, "page": 101 });
    sandbox.get(400, "POST /contacts/search", body);
}

#[test]
fn the_list_of_v2_leads_from_page_to_page_and_v3_has_none() {
    let mut sandbox = Sandbox::new();
    let line = format!("GET /contacts/?locationId={TOKEN_LOCATION_ID}");
    let (mut all, mut more) = (Vec::new(), "&limit=90".to_owned());
    loop {
        let page = sandbox.get(200, &format!("{line}{more}"), Value::Null);
        all.extend(ids(&page));
        let meta = &page["meta"];
        assert_eq!(meta["total"], 200);
        let Some(id) = meta["startAfterId"].as_str() else {
            break;
        };
        more = format!(
            "&limit=90&startAfterId={id}&startAfter={}",
            meta["startAfter"]
        );
    }
    assert_eq!(all, ids(&search(&mut sandbox, json!({}))));
    sandbox.get(400, &format!("{line}&limit=101"), Value::Null);
    assert_eq!(sandbox.ask("v3", &line, Value::Null).status(), 501);
}

#[test]
fn a_list_has_the_whole_name_under_another_name_and_a_search_the_street_as_well() {
    let mut sandbox = Sandbox::new();
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "name": "Ada Byron", "address1": "1 Pier Road", "timezone": "Europe/London",
    });
    sandbox.get(201, "POST /contacts/", body);
    let line = format!("GET /contacts/?locationId={TOKEN_LOCATION_ID}&limit=1");
    let listed = sandbox.get(200, &line, Value::Null)["contacts"][0].clone();
    let found = search(&mut sandbox, json!({ "pageLimit": 1 }))["contacts"][0].clone();
    let have = |name: &str| [&listed, &found].map(|it| it[name].as_str().map(str::to_owned));
    let both = |text: &str| [Some(text.to_owned()), Some(text.to_owned())];
    assert_eq!(have("contactName"), both("Ada Byron"));
    assert_eq!(have("name"), [None, None]);
    assert_eq!(have("address1"), [Some("1 Pier Road".to_owned()), None]);
    assert_eq!(found["address"], "1 Pier Road");
    assert_eq!(have("timezone"), [Some("Europe/London".to_owned()), None]);
}

#[test]
fn many_contacts_get_a_business_and_are_listed_by_it() {
    let mut sandbox = Sandbox::new();
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "name": "Engines" });
    let business = sandbox.get(201, "POST /businesses/", body)["buiseness"]["id"].clone();
    let some: Vec<_> = ids(&search(&mut sandbox, json!({ "pageLimit": 3 })));
    let mut body = json!({ "locationId": TOKEN_LOCATION_ID, "ids": some, "businessId": business });
    let answer = sandbox.get(200, "POST /contacts/bulk/business", body.clone());
    assert_eq!(answer, json!({ "success": true, "ids": some }));
    let line = format!(
        "GET /contacts/business/{}?locationId={TOKEN_LOCATION_ID}",
        business.as_str().unwrap()
    );
    let listed = sandbox.get(200, &format!("{line}&skip=1&limit=1"), Value::Null);
    assert_eq!((ids(&listed).len(), &listed["count"]), (1, &json!(3)));
    body["businessId"] = Value::Null;
    sandbox.get(200, "POST /contacts/bulk/business", body.clone());
    assert_eq!(sandbox.get(200, &line, Value::Null)["count"], 0);
    body["businessId"] = json!("nobody");
    sandbox.get(404, "POST /contacts/bulk/business", body);
}

#[test]
fn many_contacts_get_tags_and_lose_them() {
    let mut sandbox = Sandbox::new();
    let id = ids(&search(&mut sandbox, json!({ "pageLimit": 1 })))[0].clone();
    let body =
        json!({ "locationId": TOKEN_LOCATION_ID, "contacts": [id, "nobody"], "tags": ["Bulk"] });
    let line = "POST /contacts/bulk/tags/update";
    let answer = sandbox.get(201, &format!("{line}/add"), body.clone());
    assert_eq!(
        (&answer["succeded"], &answer["errorCount"]),
        (&json!(true), &json!(1))
    );
    assert_eq!(answer["responses"][0]["tagsAdded"], json!(["bulk"]));
    assert_eq!(answer["responses"][0]["tagsRemoved"], json!([]));
    assert_eq!(answer["responses"][1]["type"], "error");
    let mut tags = || {
        let contact = sandbox.get(200, &format!("GET /contacts/{id}"), Value::Null);
        contact["contact"]["tags"]
            .as_array()
            .unwrap()
            .contains(&json!("bulk"))
    };
    assert!(tags());
    sandbox.get(201, &format!("{line}/remove"), body.clone());
    let contact = sandbox.get(200, &format!("GET /contacts/{id}"), Value::Null);
    assert!(
        !contact["contact"]["tags"]
            .as_array()
            .unwrap()
            .contains(&json!("bulk"))
    );
    sandbox.get(422, &format!("{line}/replace"), body);
}
