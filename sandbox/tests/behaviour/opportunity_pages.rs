//! The order of opportunities, and where a page of them begins.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::opportunities::{SEARCH, ids};
use crate::support::Sandbox;

#[test]
fn pages_have_each_opportunity_once_by_number_by_cursor_and_in_the_other_search() {
    let mut sandbox = Sandbox::new();
    let whole = sandbox.get(200, &format!("{SEARCH}&limit=100"), Value::Null);
    let all = ids(&whole);
    assert_eq!(all.len(), 40);
    let (mut by_number, mut by_cursor, mut advanced) = (Vec::new(), Vec::new(), Vec::new());
    for page in 1..=3 {
        by_number.push(sandbox.get(200, &format!("{SEARCH}&limit=15&page={page}"), Value::Null));
    }
    assert_eq!(by_number.iter().flat_map(ids).collect::<Vec<_>>(), all);
    let meta = |name: &str| -> Vec<_> {
        let pages = by_number.iter().map(|page| page["meta"].get(name));
        pages.map(|page| page.and_then(Value::as_u64)).collect()
    };
    assert_eq!(meta("prevPage"), [None, Some(1), Some(2)]);
    assert_eq!(meta("nextPage"), [Some(2), Some(3), None]);
    assert_eq!(by_number[0]["meta"].get("prevPage"), None);
    assert_eq!(by_number[2]["meta"].get("nextPageUrl"), None);
    let mut more = String::new();
    loop {
        let page = sandbox.get(200, &format!("{SEARCH}&limit=15{more}"), Value::Null);
        let id = page["meta"]["startAfterId"].as_str().map(str::to_owned);
        more = format!("&startAfter={}&startAfterId=", page["meta"]["startAfter"]);
        by_cursor.push(page);
        let Some(id) = id else { break };
        more.push_str(&id);
    }
    assert_eq!(by_cursor.iter().flat_map(ids).collect::<Vec<_>>(), all);
    let mut body = json!({ "locationId": TOKEN_LOCATION_ID, "limit": 15 });
    loop {
        let page = sandbox.get(200, "POST /opportunities/search", body.clone());
        let last = page["opportunities"].as_array().unwrap().last().cloned();
        advanced.push(page);
        let Some(last) = last else { break };
        body["searchAfter"] = last["sort"].clone();
    }
    assert_eq!(advanced.iter().flat_map(ids).collect::<Vec<_>>(), all);
}

#[test]
fn a_page_goes_on_where_the_last_one_ended_though_its_last_opportunity_is_gone() {
    let mut sandbox = Sandbox::new();
    let by_order = |sandbox: &mut Sandbox, more: &str| {
        let line = format!("{SEARCH}&limit=10&order=added_asc{more}");
        sandbox.get(200, &line, Value::Null)
    };
    let mut body = json!({
        "locationId": TOKEN_LOCATION_ID, "limit": 10,
        "sort": [{ "field": "date_updated", "direction": "desc" }],
    });
    let (first, found) = (
        by_order(&mut sandbox, ""),
        sandbox.get(200, "POST /opportunities/search", body.clone()),
    );
    let whole = by_order(&mut sandbox, "&page=2");
    let all = sandbox.get(200, "POST /opportunities/search", {
        let mut body = body.clone();
        body["page"] = json!(2);
        body
    });
    body["searchAfter"] = found["opportunities"][9]["sort"].clone();
    for id in [
        &first["opportunities"][9]["id"],
        &found["opportunities"][9]["id"],
    ] {
        let line = format!("DELETE /opportunities/{}", id.as_str().unwrap());
        sandbox.ask("v2", &line, Value::Null);
    }
    let after = format!(
        "&startAfter={}&startAfterId={}",
        first["meta"]["startAfter"],
        first["meta"]["startAfterId"].as_str().unwrap()
    );
    let next = by_order(&mut sandbox, &after);
    assert_eq!(ids(&next), ids(&whole));
    let next = sandbox.get(200, "POST /opportunities/search", body);
    assert_eq!(ids(&next), ids(&all));
}

#[test]
fn a_search_has_four_orders() {
    let mut sandbox = Sandbox::new();
    let mut sorted = |order: &str, field: &str| {
        let line = format!("{SEARCH}&limit=100&order={order}");
        let found = sandbox.get(200, &line, Value::Null);
        let found = found["opportunities"].as_array().unwrap().clone();
        let texts = found
            .iter()
            .map(|it| it[field].as_str().unwrap().to_lowercase());
        texts.collect::<Vec<_>>()
    };
    for (by, field) in [("added", "createdAt"), ("name", "name")] {
        assert!(sorted(&format!("{by}_asc"), field).is_sorted());
        assert!(
            sorted(&format!("{by}_desc"), field)
                .iter()
                .rev()
                .is_sorted()
        );
    }
}
