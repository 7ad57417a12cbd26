//! Appointments, their notes, and blocked slots.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::calendars::create as calendar;
use crate::contacts::create as contact;
use crate::support::Sandbox;

const WINDOW: &str =
    "locationId=hD3kPz8WmVq1TyB6nGfR&startTime=1700000000000&endTime=1900000000000";

fn body(sandbox: &mut Sandbox) -> Value {
    json!({
        "locationId": TOKEN_LOCATION_ID, "calendarId": calendar(sandbox)["id"],
        "contactId": contact(sandbox)["id"], "startTime": "2026-11-23T10:00:00+01:00", "toNotify": false,
    })
}

fn list(sandbox: &mut Sandbox, path: &str, more: &str) -> Value {
    let line = format!("GET /calendars/{path}?{WINDOW}{more}");
    sandbox.get(200, &line, Value::Null)["events"].clone()
}

#[test]
fn an_appointment_is_made_read_listed_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let body = body(&mut sandbox);
    let line = "POST /calendars/events/appointments";
    let made = sandbox.get(200, line, body.clone());
    assert_eq!(
        (&made["title"], &made["appointmentStatus"], &made["endTime"]),
        (
            &json!("Ada Byron"),
            &json!("confirmed"),
            &json!("2026-11-23T10:00:00.000Z")
        )
    );
    assert_eq!((made.get("dateAdded"), made.get("toNotify")), (None, None));
    let id = made["id"].as_str().unwrap();
    let one = format!("/calendars/events/appointments/{id}");
    let read = sandbox.get(200, &format!("GET {one}"), Value::Null)["event"].clone();
    assert_eq!(
        (&read["id"], &read["dateAdded"]),
        (&json!(id), &json!("2026-11-22T00:00:00.000Z"))
    );
    let of_calendar = format!("&calendarId={}", body["calendarId"].as_str().unwrap());
    assert_eq!(list(&mut sandbox, "events", &of_calendar), json!([read]));
    let line = format!(
        "GET /contacts/{}/appointments",
        body["contactId"].as_str().unwrap()
    );
    let theirs = sandbox.get(200, &line, Value::Null)["events"].clone();
    assert_eq!(
        (&theirs[0]["id"], &theirs[0]["startTime"]),
        (&json!(id), &json!("2026-11-23 09:00:00"))
    );

    let reply = sandbox.ask(
        "v3",
        &format!("PUT {one}"),
        json!({ "appointmentStatus": "completed" }),
    );
    assert_eq!(reply.status(), 200, "{}", reply.text());
    assert_eq!(reply.json()["dateUpdated"], "2026-11-22T00:00:00.000Z");
    sandbox.get(
        422,
        &format!("PUT {one}"),
        json!({ "appointmentStatus": "completed" }),
    );
    let gone = sandbox.get(201, &format!("DELETE /calendars/events/{id}"), json!({}));
    assert_eq!(gone, json!({ "succeeded": true }));
    sandbox.get(404, &format!("GET {one}"), Value::Null);
    assert_eq!(list(&mut sandbox, "events", &of_calendar), json!([]));
}

#[test]
fn a_description_is_told_where_the_appointment_is_read_and_not_in_its_contacts_list() {
    let mut sandbox = Sandbox::new();
    let mut body = body(&mut sandbox);
    body["description"] = json!("Bring the papers");
    body["meetingLocationType"] = json!("custom");
    let made = sandbox.get(200, "POST /calendars/events/appointments", body.clone());
    let line = format!(
        "/calendars/events/appointments/{}",
        made["id"].as_str().unwrap()
    );
    let read = sandbox.get(200, &format!("GET {line}"), Value::Null)["event"].clone();
    let line = format!(
        "GET /contacts/{}/appointments",
        body["contactId"].as_str().unwrap()
    );
    let theirs = sandbox.ask("v3", &line, Value::Null).json()["events"][0].clone();
    let has = |name: &str| [&made, &read, &theirs].map(|it| it.get(name).is_some());
    assert_eq!(has("description"), [false, true, false]);
    assert_eq!(has("meetingLocationType"), [true, false, false]);
    assert_eq!(has("isRecurring"), [true, true, false]);
    assert_eq!(theirs.get("deleted"), None);
}

#[test]
fn a_time_is_taken_once_unless_it_is_said_not_to_look() {
    let mut sandbox = Sandbox::new();
    let mut body = body(&mut sandbox);
    let line = "POST /calendars/events/appointments";
    let first = sandbox.get(200, line, body.clone());
    let words = sandbox.get(400, line, body.clone())["message"].clone();
    assert_eq!(words, "The slot you have selected is no longer available.");
    body["ignoreFreeSlotValidation"] = json!(true);
    sandbox.get(200, line, body.clone());
    body["ignoreFreeSlotValidation"] = json!(false);
    body["startTime"] = json!("2026-11-23T11:00:00Z");
    sandbox.get(200, line, body);
    // It does not stand in its own way.
    let line = format!(
        "PUT /calendars/events/appointments/{}",
        first["id"].as_str().unwrap()
    );
    let reply = sandbox.get(200, &line, json!({ "startTime": "2026-11-23T12:30:00Z" }));
    assert_eq!(reply["endTime"], "2026-11-23T13:30:00.000Z");
}

#[test]
fn an_appointment_needs_a_calendar_a_contact_and_a_time_that_there_are() {
    let mut sandbox = Sandbox::new();
    let body = body(&mut sandbox);
    for (name, value, status) in [
        ("calendarId", "none", 404),
        ("contactId", "none", 400),
        ("startTime", "tomorrow", 400),
    ] {
        let mut wrong = body.clone();
        wrong[name] = json!(value);
        sandbox.get(status, "POST /calendars/events/appointments", wrong);
    }
    let line = format!("GET /calendars/events?{WINDOW}");
    sandbox.get(400, &line, Value::Null);
    sandbox.get(422, "GET /calendars/events?calendarId=c", Value::Null);
}

#[test]
fn a_blocked_slot_is_a_calendars_or_a_users_and_no_appointment() {
    let mut sandbox = Sandbox::new();
    let calendar = calendar(&mut sandbox);
    let mut body = json!({
        "locationId": TOKEN_LOCATION_ID, "calendarId": calendar["id"], "title": "Lunch",
        "startTime": "2026-11-23T12:00:00Z", "endTime": "2026-11-23T13:00:00Z",
    });
    let line = "POST /calendars/events/block-slots";
    let slot = sandbox.get(201, line, body.clone());
    assert_eq!(
        (&slot["title"], slot.get("blocked")),
        (&json!("Lunch"), None)
    );
    let id = slot["id"].as_str().unwrap();
    let of_calendar = format!("&calendarId={}", calendar["id"].as_str().unwrap());
    assert_eq!(
        list(&mut sandbox, "blocked-slots", &of_calendar)[0]["id"],
        id
    );
    assert_eq!(list(&mut sandbox, "events", &of_calendar), json!([]));
    sandbox.get(
        404,
        &format!("GET /calendars/events/appointments/{id}"),
        Value::Null,
    );
    body["title"] = json!("Siesta");
    let changed = sandbox.get(
        201,
        &format!("PUT /calendars/events/block-slots/{id}"),
        body.clone(),
    );
    assert_eq!(changed["title"], "Siesta");
    body["assignedUserId"] = json!("u1");
    sandbox.get(400, line, body.clone());
    body.as_object_mut().unwrap().remove("calendarId");
    sandbox.get(201, line, body.clone());
    assert_eq!(
        list(&mut sandbox, "blocked-slots", "&userId=u1")[0]["title"],
        "Siesta"
    );
    sandbox.get(201, &format!("DELETE /calendars/events/{id}"), json!({}));
    assert_eq!(list(&mut sandbox, "blocked-slots", &of_calendar), json!([]));
}

#[test]
fn notes_of_an_appointment_are_paged_and_go_with_it() {
    let mut sandbox = Sandbox::new();
    let body = body(&mut sandbox);
    let before = sandbox.state.size();
    let made = sandbox.get(200, "POST /calendars/events/appointments", body.clone());
    let line = format!(
        "/calendars/appointments/{}/notes",
        made["id"].as_str().unwrap()
    );
    let user = sandbox.account_user();
    let note = json!({ "body": "One", "userId": user["id"] });
    let one = sandbox.get(201, &format!("POST {line}"), note)["note"].clone();
    assert_eq!(
        (
            &one["createdBy"]["name"],
            &one["contactId"],
            one.get("appointmentId")
        ),
        (&user["name"], &body["contactId"], None)
    );
    sandbox.get(201, &format!("POST {line}"), json!({ "body": "Two" }));
    let page = sandbox.get(200, &format!("GET {line}?limit=1&offset=0"), Value::Null);
    assert_eq!(
        (&page["notes"], &page["hasMore"]),
        (&json!([one]), &json!(true))
    );
    let page = sandbox.get(200, &format!("GET {line}?limit=1&offset=1"), Value::Null);
    assert_eq!(
        (&page["notes"][0]["body"], &page["hasMore"]),
        (&json!("Two"), &json!(false))
    );
    let path = format!("{line}/{}", one["id"].as_str().unwrap());
    let changed = sandbox.get(200, &format!("PUT {path}"), json!({ "body": "First" }));
    assert_eq!(changed["note"]["body"], "First");
    sandbox.get(200, &format!("DELETE {path}"), Value::Null);
    sandbox.get(404, &format!("DELETE {path}"), Value::Null);
    let id = made["id"].as_str().unwrap();
    sandbox.get(201, &format!("DELETE /calendars/events/{id}"), json!({}));
    assert_eq!(sandbox.state.size(), before);
}
