//! What all calls of the catalogue have in common.

use ghl_users_sandbox::seed::{AGENCY_TOKEN, LOCATION_CODE, LOCATION_TOKEN, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::calendars::create as calendar;
use crate::support::{Call, NOW_MS, Sandbox};

/// A call of each kind of token and of each date of v2, with nothing wrong.
fn call() -> Call {
    Call::new(&format!("GET /businesses/?locationId={TOKEN_LOCATION_ID}"))
}

#[test]
fn asks_for_the_version_of_the_call_for_a_token_and_for_its_kind() {
    let mut sandbox = Sandbox::new();
    let mut words = |call: Call, status: u16| {
        let reply = sandbox.send(call);
        assert_eq!(reply.status(), status, "{}", reply.text());
        reply.json()["message"].clone()
    };
    assert_eq!(words(call(), 401), "version header was not found.");
    let early = call().version("2021-04-15");
    assert_eq!(words(early, 401), "version header is invalid.");
    assert_eq!(words(call().version("v3"), 401), "Invalid JWT");
    let agency = call().version("v3").token(AGENCY_TOKEN);
    assert_eq!(
        words(agency, 401),
        "The token is not authorized for this scope."
    );
}

/// Every call with a word in the place of each id, in a version that has it.
fn every_call() -> Vec<(Call, &'static str)> {
    let calls = ghl_users_sandbox::calls().filter(|line| !line.contains("/oauth/"));
    let calls = calls.map(|line| {
        let names = line
            .split('/')
            .map(|name| if name.starts_with('{') { "x" } else { name });
        let made = names.collect::<Vec<_>>().join("/");
        let version = match line {
            "GET /users" | "GET /contacts" | "DELETE /contacts/{contactId}/campaigns/removeAll" => {
                "2021-07-28"
            }
            _ => "v3",
        };
        (Call::new(&made).version(version), line)
    });
    calls.collect()
}

#[test]
fn no_call_is_open_to_a_token_that_is_for_something_else() {
    let mut sandbox = Sandbox::new();
    let order = json!({ "authorize": { "locationId": TOKEN_LOCATION_ID, "scopes": ["other"] } });
    let code = sandbox.control("POST /__sandbox/oauth", order).json()["code"].clone();
    let tokens = sandbox.exchange(code.as_str().unwrap());
    let token = tokens["access_token"].as_str().unwrap();
    for (call, line) in every_call() {
        let reply = sandbox.send(call.token(token));
        let words = json!("The token is not authorized for this scope.");
        assert_eq!(
            (reply.status(), &reply.json()["message"]),
            (401, &words),
            "{line}"
        );
    }
}

#[test]
fn every_call_is_open_to_one_of_the_private_tokens() {
    let mut sandbox = Sandbox::new();
    let closed_to = |sandbox: &mut Sandbox, token: &str| {
        let closed = every_call().into_iter().filter_map(|(call, line)| {
            let status = sandbox.send(call.token(token)).status();
            (status == 401).then_some(line)
        });
        closed.collect::<Vec<_>>()
    };
    let closed_to_location = closed_to(&mut sandbox, LOCATION_TOKEN);
    let closed_to_agency = closed_to(&mut sandbox, AGENCY_TOKEN);
    let both = closed_to_location
        .iter()
        .filter(|line| closed_to_agency.contains(line));
    assert_eq!(both.collect::<Vec<_>>(), Vec::<&&str>::new());
    assert_eq!(
        closed_to_location,
        [
            "POST /users/search/filter-by-email",
            "GET /companies/{companyId}",
            "GET /snapshots",
            "POST /snapshots/share/link",
            "GET /snapshots/snapshot-status/{snapshotId}",
            "GET /snapshots/snapshot-status/{snapshotId}/location/{locationId}",
            "POST /locations",
            "PUT /locations/{locationId}",
            "DELETE /locations/{locationId}",
        ]
    );
}

#[test]
fn an_app_that_a_location_has_installed_may_make_the_calls() {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(LOCATION_CODE);
    let token = tokens["access_token"].as_str().unwrap();
    let reply = sandbox.send(call().version("v3").token(token));
    assert_eq!(reply.status(), 200, "{}", reply.text());
}

#[test]
fn what_one_state_writes_no_other_sees_and_a_reset_forgets() {
    let mut sandbox = Sandbox::new();
    let seeded = sandbox.state.size();
    let body = json!({ "name": "Ada", "locationId": TOKEN_LOCATION_ID });
    let id = sandbox.get(201, "POST /businesses/", body.clone())["buiseness"]["id"].clone();
    assert_ne!(sandbox.state.size(), seeded);
    assert_eq!(Sandbox::new().state.size(), seeded);
    sandbox.control("POST /__sandbox/reset", Value::Null);
    assert_eq!(sandbox.state.size(), seeded);
    let again = sandbox.get(201, "POST /businesses/", body)["buiseness"]["id"].clone();
    assert_eq!(again, id);
}

#[test]
fn many_calls_leave_no_more_behind_than_their_contents() {
    let mut sandbox = Sandbox::new();
    let calendar = calendar(&mut sandbox)["id"].clone();
    let seeded = sandbox.state.size();
    for round in 0..1_000 {
        sandbox.now_ms = NOW_MS + round;
        let location = json!({ "locationId": TOKEN_LOCATION_ID });
        let with = |more: Value| {
            let mut body = location.as_object().unwrap().clone();
            body.extend(more.as_object().unwrap().clone());
            Value::Object(body)
        };
        let id = |answer: &Value| answer["id"].as_str().unwrap().to_owned();
        let business = with(json!({ "name": format!("No. {round}") }));
        let business = id(&sandbox.get(201, "POST /businesses/", business)["buiseness"]);
        let email = format!("{round}@example.com");
        let contact = with(json!({ "email": email, "firstName": "Ada", "tags": ["vip"] }));
        let contact = id(&sandbox.get(201, "POST /contacts/", contact)["contact"]);
        let one = format!("/contacts/{contact}");
        let task =
            json!({ "title": "Call", "dueDate": "2026-12-01T09:00:00Z", "completed": false });
        sandbox.get(201, &format!("POST {one}/tasks"), task);
        sandbox.get(201, &format!("POST {one}/notes"), json!({ "body": "Nice" }));
        sandbox.get(200, &format!("GET {one}/notes"), Value::Null);
        let both = with(json!({ "ids": [contact], "businessId": business }));
        sandbox.get(200, "POST /contacts/bulk/business", both);
        let line = format!("GET /contacts/business/{business}?locationId={TOKEN_LOCATION_ID}");
        assert_eq!(sandbox.get(200, &line, Value::Null)["count"], 1);
        let message = json!({ "type": "Email", "contactId": contact, "message": "Hello" });
        sandbox.get(200, "POST /conversations/messages", message.clone());
        sandbox.get(200, "POST /conversations/messages", message);
        let appointment = with(json!({
            "calendarId": calendar, "contactId": contact, "startTime": "2026-11-23T10:00:00Z",
        }));
        let line = "POST /calendars/events/appointments";
        let event = id(&sandbox.get(200, line, appointment));
        let line = format!("POST /calendars/appointments/{event}/notes");
        sandbox.get(201, &line, json!({ "body": "Late" }));
        sandbox.get(
            200,
            &format!("PUT {one}"),
            json!({ "email": format!("x{email}") }),
        );
        sandbox.get(200, &format!("GET {one}"), Value::Null);
        sandbox.get(422, "POST /contacts/", json!({}));
        sandbox.get(400, "GET /contacts/nobody", Value::Null);
        sandbox.get(404, "GET /businesses/nobody", Value::Null);
        sandbox.get(200, &format!("DELETE {one}"), Value::Null);
        sandbox.get(200, &format!("DELETE /businesses/{business}"), Value::Null);
    }
    assert_eq!(sandbox.state.size(), seeded);
}
