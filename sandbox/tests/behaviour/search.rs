use std::collections::BTreeSet;

use ghl_users_sandbox::seed::{AGENCY_TOKEN, COMPANY_ID, LOCATIONS};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox, all};

#[test]
fn pages_through_everyone_exactly_once() {
    let mut sandbox = Sandbox::new();
    let mut ids = BTreeSet::new();
    for skip in (0..125).step_by(25) {
        let page = sandbox.search(&format!("skip={skip}&limit=25"));
        assert_eq!(page["count"], 120);
        ids.extend(all(&page, "id").into_iter().map(str::to_owned));
    }
    assert_eq!(ids.len(), 120);
    assert_eq!(sandbox.search("skip=120")["users"], json!([]));
    assert_eq!(sandbox.search("")["users"].as_array().unwrap().len(), 25);
    assert_eq!(
        sandbox.search("skip=99999999999999999999999")["users"],
        json!([])
    );
}

#[test]
fn finds_a_term_in_the_name_the_email_and_the_phone_whatever_its_case() {
    let mut sandbox = Sandbox::new();
    for term in [
        "aMÉLIE%20dubois",
        "am%C3%A9lie+dubois",
        "AMELIE.DUBOIS@",
        "+1 808-555-0110",
    ] {
        let term = term.replace("+1 ", "%2B1%20");
        let found = sandbox.search(&format!("query={term}"));
        assert_eq!(all(&found, "name"), ["Amélie Dubois"], "{term}");
        assert_eq!(found["count"], 1);
    }
    assert_eq!(sandbox.search("query=nobody")["count"], 0);
}

#[test]
fn decodes_a_plus_sign_in_the_query() {
    let found = Sandbox::new().search("query=%2Bghl&limit=100");
    let emails = all(&found, "email");
    assert_eq!(emails.len(), 13);
    assert!(emails.iter().all(|email| email.contains("+ghl@")));
}

#[test]
fn filters_by_type_role_location_ids_and_two_way_sync() {
    let mut sandbox = Sandbox::new();
    assert_eq!(sandbox.search("type=agency")["count"], 12);
    assert_eq!(sandbox.search("type=agency&role=admin")["count"], 4);
    assert_eq!(sandbox.search("type=account&role=admin")["count"], 18);
    assert_eq!(sandbox.search("role=owner")["count"], 0);
    let synced = sandbox.search("enabled2waySync=true")["count"]
        .as_u64()
        .unwrap();
    let unsynced = sandbox.search("enabled2waySync=false")["count"]
        .as_u64()
        .unwrap();
    assert!(synced > 0);
    assert_eq!(synced + unsynced, 120);
    let page = sandbox.search("skip=7&limit=2");
    let ids = all(&page, "id").join("%2C");
    assert_eq!(
        sandbox.search(&format!("ids={ids}"))["users"],
        page["users"]
    );
}

#[test]
fn misses_agency_users_when_it_is_limited_to_a_location() {
    let mut sandbox = Sandbox::new();
    let found = sandbox.search(&format!("limit=100&locationId={}", LOCATIONS[2].id));
    assert_eq!(found["count"], 47);
    for user in found["users"].as_array().unwrap() {
        assert_eq!(user["roles"]["type"], "account");
    }
}

#[test]
fn sorts_by_name_and_else_by_the_field_that_is_named() {
    let mut sandbox = Sandbox::new();
    let by_name = sandbox.search("limit=3");
    assert_eq!(
        all(&by_name, "name"),
        ["Aisha Andersson", "Aisha Lopez", "Aisha Okafor"]
    );
    let newest = sandbox.search("sort=dateAdded&sortDirection=desc&limit=120");
    let dates = all(&newest, "dateAdded");
    assert!(dates.is_sorted_by(|a, b| a >= b));
    let oldest = sandbox.search("sort=dateAdded&sortDirection=asc&limit=1");
    assert_eq!(all(&oldest, "dateAdded").first(), dates.last());
}

#[test]
fn refuses_a_search_without_company_in_the_form_of_422() {
    let mut sandbox = Sandbox::new();
    assert_eq!(
        sandbox.v2("GET /users/search", Value::Null).complaints(),
        ["companyId should not be empty"]
    );
}

#[test]
fn refuses_what_a_search_does_not_take() {
    let mut sandbox = Sandbox::new();
    let line = format!(
        "GET /users/search?companyId={COMPANY_ID}&locationID=1&limit=ten&sortDirection=up&enabled2waySync=1&skip=1&skip=2"
    );
    assert_eq!(
        sandbox.v2(&line, Value::Null).complaints(),
        [
            "property locationID should not exist",
            "skip must be a number string",
            "limit must be a number string",
            "sortDirection must be one of the following values: asc, desc",
            "enabled2waySync must be a boolean value",
        ]
    );
}

#[test]
fn serves_v3_as_v2() {
    let mut sandbox = Sandbox::new();
    let v2 = sandbox.search("limit=5");
    let line = format!("GET /users/search?companyId={COMPANY_ID}&limit=5");
    assert_eq!(
        sandbox
            .send(Call::new(&line).version("v3").token(AGENCY_TOKEN))
            .json(),
        v2
    );
}
