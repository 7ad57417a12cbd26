//! What the locations have at the start: the same in every run, and of one piece.

use std::collections::BTreeSet;

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::support::Sandbox;

const OF: &str = "locationId=hD3kPz8WmVq1TyB6nGfR";

fn contacts(sandbox: &mut Sandbox) -> Vec<Value> {
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "pageLimit": 500 });
    let found = sandbox.get(200, "POST /contacts/search", body);
    found["contacts"].as_array().unwrap().clone()
}

fn list(sandbox: &mut Sandbox, path: &str, key: &str) -> Vec<Value> {
    let answer = sandbox.get(200, &format!("GET {path}"), Value::Null);
    answer[key].as_array().unwrap().clone()
}

fn texts(things: &[Value], field: &str) -> BTreeSet<String> {
    let texts = things.iter().filter_map(|thing| thing[field].as_str());
    texts.map(str::to_owned).collect()
}

#[test]
fn is_the_same_in_every_run() {
    let first = |sandbox: &mut Sandbox| contacts(sandbox).last().cloned().unwrap();
    let contact = first(&mut Sandbox::new());
    assert_eq!(contact, first(&mut Sandbox::new()));
    // Written down, so that a change of the seed is a decision: other people's tests name them.
    assert_eq!(
        (&contact["id"], &contact["firstName"], &contact["email"]),
        (
            &json!("nvRWOhljKQBBy6hVZ05I"),
            &json!("Olivia"),
            &json!("olivia.smith0@example.com")
        )
    );
}

#[test]
fn has_contacts_of_200_names_addresses_and_numbers() {
    let contacts = contacts(&mut Sandbox::new());
    for field in ["id", "email", "phone"] {
        assert_eq!(texts(&contacts, field).len(), 200, "{field}");
    }
    assert!(texts(&contacts, "firstName").len() >= 40);
}

#[test]
fn what_names_another_thing_names_one_of_the_location() {
    let mut sandbox = Sandbox::new();
    let all = contacts(&mut sandbox);
    let ids = texts(&all, "id");
    let orders = format!("/opportunities/search?location_id={TOKEN_LOCATION_ID}&limit=100");
    let opportunities = list(&mut sandbox, &orders, "opportunities");
    let line = format!("/conversations/search?{OF}&limit=100");
    let conversations = list(&mut sandbox, &line, "conversations");
    let calendars = list(&mut sandbox, &format!("/calendars/?{OF}"), "calendars");
    let mut events = Vec::new();
    for calendar in &calendars {
        let id = calendar["id"].as_str().unwrap();
        let line =
            format!("/calendars/events?{OF}&startTime=0&endTime=9000000000000&calendarId={id}");
        events.extend(list(&mut sandbox, &line, "events"));
    }
    assert_eq!(
        (opportunities.len(), conversations.len(), events.len()),
        (40, 30, 40)
    );
    for things in [&opportunities, &conversations, &events] {
        assert!(texts(things, "contactId").is_subset(&ids));
    }
    // Whose a conversation is, it tells alone.
    let conversations: Vec<_> = texts(&conversations, "id")
        .iter()
        .map(|id| sandbox.get(200, &format!("GET /conversations/{id}"), Value::Null))
        .collect();
    let businesses = list(&mut sandbox, &format!("/businesses/?{OF}"), "businesses");
    assert!(texts(&all, "businessId").is_subset(&texts(&businesses, "id")));
    let users = sandbox.search(&format!("locationId={TOKEN_LOCATION_ID}&limit=200"));
    let users = texts(users["users"].as_array().unwrap(), "id");
    for (things, field) in [
        (&all, "assignedTo"),
        (&opportunities, "assignedTo"),
        (&conversations, "assignedTo"),
        (&events, "assignedUserId"),
    ] {
        let named = texts(things, field);
        assert!(!named.is_empty() && named.is_subset(&users), "{field}");
    }
}

#[test]
fn has_calls_and_emails_among_its_messages() {
    let mut sandbox = Sandbox::new();
    let line = format!("/conversations/search?{OF}&limit=100");
    let conversations = list(&mut sandbox, &line, "conversations");
    let mut types = BTreeSet::new();
    for id in texts(&conversations, "id") {
        let line = format!("GET /conversations/{id}/messages?limit=100");
        let messages = sandbox.get(200, &line, Value::Null)["messages"]["messages"].clone();
        types.extend(texts(messages.as_array().unwrap(), "messageType"));
    }
    assert_eq!(
        types.into_iter().collect::<Vec<_>>(),
        ["TYPE_CALL", "TYPE_EMAIL", "TYPE_SMS"]
    );
}
