//! Calendars, their groups, notifications, rooms and free slots.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::support::{NOW_MS, Sandbox};

const OF: &str = "locationId=hD3kPz8WmVq1TyB6nGfR";
const HOUR_MS: u64 = 3_600_000;

pub fn create(sandbox: &mut Sandbox) -> Value {
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "name": "Engines", "slotDuration": 1, "slotDurationUnit": "hours",
        "slotInterval": 60,
        "openHours": [{
            "daysOfTheWeek": [1],
            "hours": [{ "openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 30 }],
        }],
    });
    sandbox.get(200, "POST /calendars/", body)["calendar"].clone()
}

fn path(calendar: &Value) -> String {
    format!("/calendars/{}", calendar["id"].as_str().unwrap())
}

#[test]
fn a_calendar_is_created_read_listed_changed_and_deleted_with_all_that_it_has() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.state.size();
    let calendar = create(&mut sandbox);
    let one = path(&calendar);
    assert_eq!(
        sandbox.get(200, &format!("GET {one}"), Value::Null)["calendar"],
        calendar
    );
    let all = sandbox.get(200, &format!("GET /calendars/?{OF}"), Value::Null);
    assert_eq!(all["calendars"].as_array().unwrap().last(), Some(&calendar));
    let changed = sandbox.get(200, &format!("PUT {one}"), json!({ "name": "Mills" }));
    assert_eq!(changed["calendar"]["name"], "Mills");
    assert_eq!(changed["calendar"]["slotInterval"], 60);
    let notification =
        json!([{ "receiverType": "contact", "channel": "sms", "notificationType": "booked" }]);
    sandbox.get(200, &format!("POST {one}/notifications"), notification);
    let gone = sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    assert_eq!(gone, json!({ "success": true }));
    sandbox.get(404, &format!("GET {one}/notifications"), Value::Null);
    assert_eq!(sandbox.state.size(), before);
}

#[test]
fn calendars_are_listed_by_group_and_groups_live_like_other_things() {
    let mut sandbox = Sandbox::new();
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "name": "All", "description": "d", "slug": "all" });
    let free = json!({ "locationId": TOKEN_LOCATION_ID, "slug": "all" });
    let line = "POST /calendars/groups/validate-slug";
    assert_eq!(sandbox.get(200, line, free.clone())["available"], true);
    let group = sandbox.get(201, "POST /calendars/groups", body)["group"].clone();
    assert_eq!(sandbox.get(200, line, free)["available"], false);
    let one = format!("/calendars/groups/{}", group["id"].as_str().unwrap());
    sandbox.get(
        200,
        &format!("PUT {one}/status"),
        json!({ "isActive": false }),
    );
    let body = json!({ "name": "Some", "description": "d", "slug": "all" });
    let changed = sandbox.get(200, &format!("PUT {one}"), body)["group"].clone();
    assert_eq!(
        (&changed["name"], &changed["isActive"]),
        (&json!("Some"), &json!(false))
    );
    let groups = sandbox.get(200, &format!("GET /calendars/groups?{OF}"), Value::Null);
    let groups = groups["groups"].as_array().unwrap();
    assert_eq!((groups.len(), groups.last()), (3, Some(&changed)));
    let line = format!(
        "GET /calendars/?{OF}&groupId={}",
        groups[0]["id"].as_str().unwrap()
    );
    let calendars = sandbox.get(200, &line, Value::Null)["calendars"].clone();
    assert_eq!(calendars.as_array().unwrap().len(), 2);
    sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    sandbox.get(
        404,
        &format!("PUT {one}/status"),
        json!({ "isActive": true }),
    );
}

#[test]
fn notifications_are_created_in_a_list_and_read_without_an_envelope() {
    let mut sandbox = Sandbox::new();
    let line = format!("{}/notifications", path(&create(&mut sandbox)));
    let body = json!([
        { "receiverType": "contact", "channel": "email", "notificationType": "booked" },
        { "receiverType": "guest", "channel": "sms", "notificationType": "reminder", "isActive": false },
    ]);
    let created = sandbox.get(200, &format!("POST {line}"), body);
    assert_eq!(
        sandbox.get(200, &format!("GET {line}"), Value::Null),
        created
    );
    let active = sandbox.get(200, &format!("GET {line}?isActive=true"), Value::Null);
    assert_eq!(active, json!([created[0]]));
    let one = format!("{line}/{}", created[0]["_id"].as_str().unwrap());
    let body = json!({ "subject": "Hello", "fromName": "The office" });
    sandbox.get(200, &format!("PUT {one}"), body);
    let changed = sandbox.get(200, &format!("GET {one}"), Value::Null);
    assert_eq!(
        (&changed["subject"], changed.get("fromName")),
        (&json!("Hello"), None)
    );
    sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    sandbox.get(404, &format!("GET {one}"), Value::Null);
    let reply = sandbox.ask(
        "v2",
        &format!("POST {line}"),
        json!([{ "channel": "pigeon" }]),
    );
    assert_eq!(reply.complaints().len(), 3);
    sandbox.get(400, &format!("POST {line}"), json!({}));
}

#[test]
fn rooms_and_equipment_are_told_apart_by_the_path() {
    let mut sandbox = Sandbox::new();
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "name": "Attic", "description": "d", "quantity": 1,
        "outOfService": 0, "capacity": 3, "calendarIds": [],
    });
    let room = sandbox.get(201, "POST /calendars/resources/rooms", body.clone());
    assert_eq!(
        (&room["resourceType"], &room["isActive"]),
        (&json!("rooms"), &json!(true))
    );
    let id = room["id"].as_str().unwrap();
    let one = format!("/calendars/resources/rooms/{id}");
    assert_eq!(sandbox.get(200, &format!("GET {one}"), Value::Null), room);
    let line = format!("GET /calendars/resources/rooms?{OF}&skip=2&limit=5");
    assert_eq!(sandbox.get(200, &line, Value::Null), json!([room]));
    let changed = sandbox.get(200, &format!("PUT {one}"), json!({ "capacity": 4 }));
    assert_eq!(changed["capacity"], 4);
    assert_eq!(
        (room.get("calendarIds"), changed.get("calendarIds")),
        (Some(&json!([])), None)
    );
    sandbox.get(
        404,
        &format!("GET /calendars/resources/equipments/{id}"),
        Value::Null,
    );
    sandbox.get(422, "POST /calendars/resources/gardens", body);
    sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    sandbox.get(404, &format!("DELETE {one}"), Value::Null);
}

#[test]
fn free_slots_are_those_of_the_open_hours_in_which_nothing_lies() {
    let mut sandbox = Sandbox::new();
    let calendar = create(&mut sandbox);
    // From Sunday to the Sunday after it.
    let line = format!(
        "GET {}/free-slots?startDate={NOW_MS}&endDate={}",
        path(&calendar),
        NOW_MS + 7 * 24 * HOUR_MS
    );
    let slots = |sandbox: &mut Sandbox| {
        let mut days = sandbox.get(200, &line, Value::Null);
        assert!(days["traceId"].is_string());
        let days = days.as_object_mut().unwrap();
        days.remove("traceId");
        json!(days)
    };
    let times = ["09", "10", "11"].map(|hour| format!("2026-11-23T{hour}:00:00.000Z"));
    assert_eq!(
        slots(&mut sandbox),
        json!({ "2026-11-23": { "slots": times } })
    );
    let body = json!({
        "locationId": TOKEN_LOCATION_ID, "calendarId": calendar["id"],
        "startTime": "2026-11-23T11:30:00+01:00", "endTime": "2026-11-23T12:00:00+01:00",
    });
    sandbox.get(201, "POST /calendars/events/block-slots", body);
    assert_eq!(
        slots(&mut sandbox),
        json!({ "2026-11-23": { "slots": [times[0], times[2]] } })
    );
    let long = format!(
        "GET {}/free-slots?startDate=0&endDate={}",
        path(&calendar),
        32 * 24 * HOUR_MS
    );
    sandbox.get(400, &long, Value::Null);
}
