//! What there is at each start.

use std::collections::BTreeSet;

use ghl_users_sandbox::Start;
use ghl_users_sandbox::seed::messy::*;
use ghl_users_sandbox::seed::{COMPANY_ID, LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Sandbox, all, new_user};

fn seed(sandbox: &mut Sandbox) -> Value {
    sandbox.control("GET /__sandbox/seed", Value::Null).json()
}

fn user(sandbox: &mut Sandbox, id: &str) -> Value {
    sandbox.v2(&format!("GET /users/{id}"), Value::Null).json()
}

fn ids<'a>(found: &'a Value, list: &str) -> Vec<&'a str> {
    let items = found[list].as_array().unwrap().iter();
    items.map(|item| item["id"].as_str().unwrap()).collect()
}

#[test]
fn the_tour_says_which_start_it_is_and_what_it_has() {
    for (start, users, contacts) in [
        (Start::Agency, 120, 600),
        (Start::Messy, 134, 603),
        (Start::Empty, 1, 0),
    ] {
        let mut sandbox = Sandbox::started(start);
        let tour = seed(&mut sandbox);
        assert_eq!(
            (&tour["start"], &tour["userCount"], &tour["contactCount"]),
            (&json!(start.name()), &json!(users), &json!(contacts))
        );
        assert_eq!(sandbox.search("")["count"], users, "{}", start.name());
        let exported = sandbox.state.export();
        let things = exported["things"]["all"].as_array().unwrap().iter();
        let own = things.filter(|thing| thing["kind"] == "Contact");
        assert_eq!(own.count(), contacts, "{}", start.name());
        sandbox.v2("POST /users/", new_user());
        assert_eq!(seed(&mut sandbox), tour, "it tells of the start");
    }
}

#[test]
fn every_start_is_found_by_its_name_and_a_wrong_name_is_told_the_nearest() {
    for start in Start::ALL {
        assert_eq!(Start::named(start.name()), Ok(start));
    }
    assert_eq!(
        Start::named("Mess"),
        Err(
            "\"Mess\": expected one of agency, large, messy, empty, of which messy is the nearest"
                .into()
        )
    );
}

#[test]
fn a_large_company_begins_as_the_agency_and_has_10_000_users_and_20_000_contacts() {
    let mut sandbox = Sandbox::started(Start::Large);
    let tour = seed(&mut sandbox);
    assert_eq!(
        (&tour["userCount"], &tour["contactCount"]),
        (&json!(10_000), &json!(20_000))
    );
    let found = sandbox.search("limit=10000&sort=dateAdded");
    for field in ["id", "email"] {
        let distinct: BTreeSet<_> = all(&found, field).into_iter().collect();
        assert_eq!(distinct.len(), 10_000, "{field}");
    }
    let latest = all(&found, "dateAdded");
    assert!(
        latest.last() < Some(&"2026-11-22"),
        "nobody comes from the future: {latest:?}"
    );
    let agency = Sandbox::new().search("limit=120&sort=dateAdded");
    assert_eq!(
        found["users"].as_array().unwrap()[..120],
        agency["users"].as_array().unwrap()[..]
    );

    let first = json!({ "locationId": TOKEN_LOCATION_ID, "pageLimit": 500 });
    let mut contacts = BTreeSet::new();
    let mut more = first.clone();
    loop {
        let page = sandbox.get(200, "POST /contacts/search", more.clone());
        assert_eq!(page["total"], 12_000);
        let items = page["contacts"].as_array().unwrap();
        let Some(last) = items.last() else { break };
        more = first.clone();
        more["searchAfter"] = last["searchAfter"].clone();
        contacts.extend(items.iter().map(|contact| contact["email"].to_string()));
    }
    assert_eq!(contacts.len(), 12_000, "each with an address of its own");
}

#[test]
fn an_empty_company_has_its_owner_and_three_locations_and_nothing_in_them() {
    let mut sandbox = Sandbox::started(Start::Empty);
    let owner = sandbox.search("");
    assert_eq!(owner["users"][0]["name"], "Olivia Smith");
    assert_eq!(owner["users"][0]["roles"]["role"], "admin");
    assert_eq!(
        sandbox.state.size().0,
        1 + 1 + 3,
        "the owner, the company, the locations"
    );
    for location in LOCATIONS {
        let found = sandbox.v2(&format!("GET /locations/{}", location.id), Value::Null);
        assert_eq!(found.json()["location"]["name"], location.name);
    }
    for (line, list) in [
        ("GET /calendars/", "calendars"),
        ("GET /businesses/", "businesses"),
        ("GET /opportunities/pipelines", "pipelines"),
    ] {
        let found = sandbox.get(
            200,
            &format!("{line}?locationId={TOKEN_LOCATION_ID}"),
            Value::Null,
        );
        assert_eq!(found[list], json!([]), "{line}");
    }
    let created = sandbox.v2("POST /users/", new_user());
    assert_eq!(created.status(), 201);
}

#[test]
fn a_messy_company_has_people_to_be_called_by_name() {
    let mut sandbox = Sandbox::started(Start::Messy);
    let tour = seed(&mut sandbox);
    assert_eq!(tour["people"]["formerAdmin"], FORMER_ADMIN);
    assert_eq!(tour["people"].as_object().unwrap().len(), PEOPLE.len());
    for person in PEOPLE {
        let gone = person.id == DELETED_MANAGER;
        let found = sandbox.v2(&format!("GET /users/{}", person.id), Value::Null);
        assert_eq!(
            found.status(),
            if gone { 404 } else { 200 },
            "{}",
            person.name
        );
        let id = person.id;
        assert!(
            id.len() == 20 && id.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{id}"
        );
    }
    assert_eq!(seed(&mut Sandbox::new())["people"], json!({}));
}

#[test]
fn a_messy_company_has_nine_admins_of_the_agency() {
    let mut sandbox = Sandbox::started(Start::Messy);
    let admins = sandbox.search("type=agency&role=admin");
    assert_eq!(admins["count"], 9);
    let own = ids(&admins, "users");
    for id in [
        FORMER_ADMIN,
        CONTRACTOR,
        SHARED_ADMIN,
        SECOND_OWNER,
        ACCIDENTAL_ADMIN,
    ] {
        assert!(own.contains(&id), "{id}");
    }
}

#[test]
fn messy_receptionists_have_drifted_from_each_other() {
    let mut sandbox = Sandbox::started(Start::Messy);
    let ids = [RECEPTIONIST, NARROW_RECEPTIONIST, WIDE_RECEPTIONIST];
    let [usual, narrow, wide] = ids.map(|id| {
        let user = user(&mut sandbox, id);
        assert_eq!(user["roles"]["locationIds"], json!([TOKEN_LOCATION_ID]));
        let permissions = user["permissions"].as_object().unwrap().clone();
        permissions
            .values()
            .filter(|on| **on == json!(true))
            .count()
    });
    assert_eq!((narrow + 3, wide), (usual, usual + 3));
}

#[test]
fn messy_accounts_are_doubled_stray_or_without_a_location() {
    let mut sandbox = Sandbox::started(Start::Messy);
    let doubles = sandbox.search("query=mina%20park");
    assert_eq!(ids(&doubles, "users"), [DOUBLE, DOUBLE_AGAIN]);
    assert_eq!(doubles["users"][0]["phone"], doubles["users"][1]["phone"]);
    let emails = json!({ "companyId": COMPANY_ID, "emails": "MINA.PARK@example.com" });
    let found = sandbox
        .v2("POST /users/search/filter-by-email", emails)
        .json();
    assert_eq!(found["count"], 2);
    for (id, locations) in [
        (NOWHERE, json!([])),
        (NOWHERE_ADMIN, json!([])),
        (STRAY, json!([GONE_LOCATION_ID])),
    ] {
        assert_eq!(user(&mut sandbox, id)["roles"]["locationIds"], locations);
    }
    let gone = sandbox.v2(&format!("GET /locations/{GONE_LOCATION_ID}"), Value::Null);
    assert_eq!(gone.status(), 403);
}

#[test]
fn messy_contacts_are_there_twice_or_belong_to_somebody_who_is_gone() {
    let mut sandbox = Sandbox::started(Start::Messy);
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "pageLimit": 500 });
    let found = sandbox.get(200, "POST /contacts/search", body);
    let contacts = found["contacts"].as_array().unwrap();
    let addresses: BTreeSet<_> = contacts.iter().map(|it| it["email"].to_string()).collect();
    assert_eq!((contacts.len(), addresses.len()), (203, 200));
    let left = contacts
        .iter()
        .filter(|it| it["assignedTo"] == DELETED_MANAGER);
    let left: Vec<_> = left.collect();
    assert_eq!(left.len(), 2);
    let line = format!("GET /contacts/{}/tasks", left[0]["id"].as_str().unwrap());
    let tasks = sandbox.get(200, &line, Value::Null);
    let tasks = tasks["tasks"].as_array().unwrap();
    assert!(
        tasks
            .iter()
            .any(|task| task["assignedTo"] == DELETED_MANAGER)
    );
}
