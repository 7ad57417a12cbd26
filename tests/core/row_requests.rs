//! What is sent by rows that say more than those of users, and what is refused.

use ghl_users::core::{
    error::Code,
    model::{known, version::Api},
};
use serde_json::{Value, json};

use crate::rows::{OPERATIONS, refusal, sent, sent_with};

#[test]
fn lists_of_objects_within_lists_of_objects_are_checked_and_sent() {
    let hours = json!({ "openHour": 9, "closeHour": 17.5 });
    let open = json!([{ "daysOfTheWeek": [1, 2], "hours": [hours, hours] }, { "daysOfTheWeek": [], "hours": [] }]);
    let input = json!({ "name": "Visits", "openHours": open, "priority": 0.5 });
    let (path, body) = sent(Api::V2, "calendars.create", input);
    assert_eq!(path, "/calendars/");
    assert_eq!(
        body,
        json!({ "name": "Visits", "openHours": open, "priority": 0.5, "locationId": "l1" })
    );
    for (field, value, said) in [
        (
            "openHours",
            json!({}),
            "\"openHours\" is an object: expected an array of objects",
        ),
        (
            "openHours",
            json!([1]),
            "\"openHours[0]\" is a number: expected an object",
        ),
        (
            "openHours",
            json!(null),
            "\"openHours\" is null: expected an array of objects",
        ),
        (
            "openHours",
            json!([{ "daysOfTheWeek": ["1"], "hours": [] }]),
            "\"openHours[0].daysOfTheWeek[0]\" is a string: expected a number",
        ),
        (
            "openHours",
            json!([{ "daysOfTheWeek": [1], "hours": [hours, { "openHour": 9 }] }]),
            "\"openHours[0].hours[1].closeHour\" is missing: expected a number",
        ),
        (
            "openHours",
            json!([{ "daysOfTheWeek": [1], "hours": [], "hour": 1 }]),
            "\"openHours[0].hour\" is not a field of this call; did you mean \"openHours[0].hours\"?",
        ),
        (
            "priority",
            json!("0.5"),
            "\"priority\" is a string: expected a number",
        ),
    ] {
        let input = json!({ "name": "Visits", field: value });
        assert_eq!(refusal(Api::V2, "calendars.create", input), said);
    }
}

#[test]
fn null_clears_what_may_be_cleared_and_nothing_else() {
    let input = json!({ "contactId": "c1", "firstName": null });
    let (path, body) = sent(Api::V2, "contacts.update", input);
    assert_eq!(
        (path.as_str(), body),
        ("/contacts/c1", json!({ "firstName": null }))
    );
    assert_eq!(
        refusal(
            Api::V2,
            "contacts.update",
            json!({ "contactId": "c1", "tags": null })
        ),
        "\"tags\" is null: expected an array of strings"
    );
    assert_eq!(
        refusal(
            Api::V2,
            "contacts.update",
            json!({ "contactId": "c1", "firstName": 5 })
        ),
        "\"firstName\" is a number: expected a string, or null"
    );
}

#[test]
fn a_field_has_the_name_that_its_version_knows_and_any_json_where_it_is_free() {
    for value in [
        json!("a"),
        json!(1.5),
        json!(["a"]),
        json!({ "a": [null] }),
        json!(null),
    ] {
        let field = |name: &str| json!({ "contactId": "c1", "customFields": [{ "key": "k", name: value }] });
        let (_, body) = sent(Api::V2, "contacts.update", field("field_value"));
        assert_eq!(body["customFields"][0]["field_value"], value);
        let (_, body) = sent(Api::V3, "contacts.update", field("fieldValue"));
        assert_eq!(body["customFields"][0]["fieldValue"], value);
        assert_eq!(
            refusal(Api::V3, "contacts.update", field("field_value")),
            "\"customFields[0].field_value\" is not a field of this call in api v3"
        );
    }
}

#[test]
fn the_clients_location_is_sent_under_the_name_that_the_version_knows() {
    for (api, name) in [(Api::V2, "location_id"), (Api::V3, "locationId")] {
        for (input, location) in [(json!({}), "l1"), (json!({ name: "l2" }), "l2")] {
            let (path, _) = sent(api, "opportunities.search", input);
            assert_eq!(path, format!("/opportunities/search?{name}={location}"));
        }
    }
    assert_eq!(
        refusal(
            Api::V2,
            "opportunities.search",
            json!({ "locationId": "l2" })
        ),
        "\"locationId\" is not a field of this call in api v2"
    );
}

#[test]
fn one_of_several_fields_has_to_be_there() {
    let with = |field: Value| json!({ "contactId": "c1", "customFields": [{ "id": "a" }, field] });
    for field in [
        json!({ "id": "a" }),
        json!({ "key": "a" }),
        json!({ "id": "a", "key": "a" }),
    ] {
        sent(Api::V2, "contacts.update", with(field));
    }
    assert_eq!(
        refusal(
            Api::V2,
            "contacts.update",
            with(json!({ "field_value": 1 }))
        ),
        "\"customFields[1].id\" or \"customFields[1].key\" is missing: expected one of them"
    );
}

#[test]
fn a_delete_may_have_a_query_and_a_body() {
    let input = json!({ "id": "o1", "all": true, "followers": ["u1"] });
    let (path, body) = sent(Api::V2, "opportunities.followers.remove", input);
    assert_eq!(path, "/opportunities/o1/followers?all=true");
    assert_eq!(body, json!({ "followers": ["u1"] }));
    let (path, body) = sent(
        Api::V2,
        "opportunities.followers.remove",
        json!({ "id": "o1" }),
    );
    assert_eq!(
        (path.as_str(), body),
        ("/opportunities/o1/followers", json!({}))
    );
}

#[test]
fn a_path_may_name_several_things_words_among_them() {
    let id = "calendars.appointments.notes.{type}";
    let (path, body) = sent(
        Api::V2,
        id,
        json!({ "appointmentId": "a/1", "type": "add" }),
    );
    assert_eq!(
        (path.as_str(), body),
        ("/appointments/a%2F1/notes/add", json!({}))
    );
    assert_eq!(
        refusal(Api::V2, id, json!({ "appointmentId": "a", "type": "burn" })),
        "\"type\" is \"burn\": expected \"add\" or \"remove\""
    );
    for wrong in [
        json!({ "type": "add" }),
        json!({ "appointmentId": "..", "type": "add" }),
    ] {
        assert!(refusal(Api::V2, id, wrong).contains("appointmentId"));
    }
}

#[test]
fn a_list_may_be_the_whole_body() {
    let hours = json!([{ "openHour": 1, "closeHour": 2 }]);
    let input = json!({ "calendarId": "c1", "notifications": hours, "altId": "x" });
    let (path, body) = sent(Api::V2, "calendars.notifications.replace", input);
    assert_eq!(
        (path.as_str(), body),
        ("/calendars/c1/notifications?altId=x", hours)
    );
    assert_eq!(
        refusal(
            Api::V2,
            "calendars.notifications.replace",
            json!({ "calendarId": "c1" })
        ),
        "\"notifications\" is missing: expected an array of objects"
    );
    let input = json!({ "calendarId": "c1", "notifications": [] });
    let more = sent_with(
        Api::V2,
        "calendars.notifications.replace",
        input,
        Some(json!({ "new": 1 })),
    );
    let request = more.unwrap();
    assert!(
        request.url.ends_with("/notifications?new=1"),
        "{}",
        request.url
    );
    assert_eq!(request.body.as_deref(), Some("[]"));
}

#[test]
fn an_operation_may_have_another_path_in_another_version() {
    let path = |api| {
        sent(
            api,
            "contacts.campaigns.removeAll",
            json!({ "contactId": "c1" }),
        )
        .0
    };
    assert_eq!(path(Api::V2), "/contacts/c1/campaigns/removeAll");
    assert_eq!(path(Api::V3), "/contacts/c1/campaigns/remove-all");
    let place = |id: &str| OPERATIONS.iter().position(|row| row.id == id).unwrap();
    let of = |api: Api, number: usize| known::numbered(&[&[], OPERATIONS], api, number);
    let number = place("contacts.campaigns.removeAll");
    assert_eq!(
        of(Api::V3, number).unwrap().path,
        OPERATIONS[number + 1].path
    );
    assert_eq!(of(Api::V2, number).unwrap().path, OPERATIONS[number].path);
    assert_eq!(
        of(Api::V1, number).err().unwrap().message,
        "contacts.campaigns.removeAll: api v1 has no such operation; it is in v2 and v3"
    );
    assert_eq!(
        of(Api::V2, 99).err().unwrap().code,
        Code::UnsupportedOperation
    );
}

#[test]
fn each_row_has_the_version_of_its_resource() {
    let request = sent_with(Api::V2, "calendars.create", json!({ "name": "a" }), None).unwrap();
    assert!(
        request
            .headers
            .contains(&("version", "2021-04-15".to_owned()))
    );
}
