//! Rows that say more than those of users: what is made of them. CONTRIBUTING shows these as its hard ones.

use ghl_users::{
    core::{
        answer::Outcome,
        call::request::Request,
        config::Config,
        error::{Code, Error},
        model::{
            known,
            operation::{Form, Operation, Output},
            version::Api,
        },
    },
    operations, wire, words,
};
use serde_json::{Value, json};

use crate::{
    answer::Answer,
    support::{Doc, TOKEN, config},
};

wire! {
    /// A new calendar.
    input CalendarCreateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The name.
        name = "name": Text, required;
        /// When it is open.
        open_hours = "openHours": List(OpenHours), optional;
        /// How important a member is.
        priority = "priority": Number, optional;
    }
}

wire! {
    /// When a calendar is open.
    input OpenHours in [V2 V3] {
        /// The days of the week, Sunday as 0.
        days_of_the_week = "daysOfTheWeek": Numbers, required;
        /// The hours of these days.
        hours = "hours": List(Hours), required;
    }
}

wire! {
    /// Some hours of a day.
    input Hours in [V2 V3] {
        /// The hour at which they begin.
        open_hour = "openHour": Number, required;
        /// The hour at which they end.
        close_hour = "closeHour": Number, required;
    }
}

wire! {
    /// Changes to a contact. `null` clears a field.
    input ContactUpdateParams in [V2 V3] {
        /// The first name.
        first_name = "firstName": Text, optional, nullable;
        /// Tags; the list replaces the one there is.
        tags = "tags": Texts, optional;
        /// Fields of one's own.
        custom_fields = "customFields": List(CustomField), optional;
    }
}

wire! {
    /// A field of one's own.
    input CustomField in [V2 V3] {
        /// Its id.
        id = "id": Id, optional;
        /// Its key.
        key = "key": Text, optional;
        /// What it is to hold.
        old_value = "field_value": Json, optional in [V2];
        /// What it is to hold.
        value = "fieldValue": Json, optional in [V3];
    } one of ["id" "key"]
}

wire! {
    /// Who does not follow an opportunity any more.
    input FollowersRemoveParams in [V2 V3] {
        /// Whether all of them.
        all = "all": Flag, optional, query;
        /// The users.
        followers = "followers": Ids, optional;
    }
}

words! {
    /// What is done with tags.
    closed TagChange {
        /// Adds.
        Add = "add",
        /// Removes.
        Remove = "remove",
    }
}

wire! {
    /// Notifications of a calendar.
    input NotificationsParams in [V2 V3] {
        /// All of them: they are the body.
        notifications = "notifications": List(Hours), required;
        /// The location.
        alt_id = "altId": Text, optional;
    }
}

wire! {
    /// What any of these gives.
    answer Anything in [V2 V3] {
        /// An id.
        id = "id": Text, optional;
    }
}

operations! {
    version "2021-04-15";
    refused writes: "";

    /// Creates a calendar.
    create_calendar = "calendars.create": Post "/calendars/", Json,
        takes CalendarCreateParams,
        gives Anything as Object in "calendar",
        scope "calendars.write",
        for [V2 V3: Location];

    /// Changes a contact. `null` clears a field.
    update_contact = "contacts.update": Put "/contacts/{contactId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactUpdateParams,
        gives Anything as Object in "contact",
        for [V2 V3: Location];

    /// Takes followers off an opportunity.
    remove_followers = "opportunities.followers.remove": Delete "/opportunities/{id}/followers", Json,
        about id "id" Id "The opportunity's id.",
        takes FollowersRemoveParams,
        gives Anything as Deleted,
        for [V2 V3: Location];

    /// Changes a note of an appointment.
    note = "calendars.appointments.notes.{type}": Post "/appointments/{appointmentId}/notes/{type}", Json,
        about appointment_id "appointmentId" Id "The appointment's id.",
        about change "type" Choice(TagChange) "What is done.",
        gives Anything as Json,
        for [V2 V3: Location];

    /// Replaces the notifications of a calendar.
    notify = "calendars.notifications.replace": Put "/calendars/{calendarId}/notifications", Whole,
        about calendar_id "calendarId" Id "The calendar's id.",
        takes NotificationsParams,
        gives Anything as List,
        for [V2 V3: Location];

    /// Removes a contact from all campaigns.
    leave = "contacts.campaigns.removeAll": Delete "/contacts/{contactId}/campaigns/removeAll", None,
        about contact_id "contactId" Id "The contact's id.",
        gives Anything as Deleted,
        for [V2: Location];

    /// Removes a contact from all campaigns.
    leave_all = "contacts.campaigns.removeAll": Delete "/contacts/{contactId}/campaigns/remove-all", None,
        about contact_id "contactId" Id "The contact's id.",
        gives Anything as Deleted,
        for [V3: Location];
}

fn client(api: Api) -> Config {
    config(json!({ "token": TOKEN, "api": api.name(), "locationId": "l1" })).unwrap()
}

fn sent_with(
    api: Api,
    id: &str,
    input: Value,
    extra: Option<Value>,
) -> Result<Request, Box<Error>> {
    let row = known::find(&[OPERATIONS], api, id).unwrap();
    let extra = extra.map(Doc::Json);
    Request::build(row, &client(api), &Doc::Json(input), extra.as_ref())
}

/// The path with its query, and the body.
fn sent(api: Api, id: &str, input: Value) -> (String, Value) {
    let request = sent_with(api, id, input, None).unwrap();
    let url = url::Url::parse(&request.url).unwrap();
    let query = url.query().map(|query| format!("?{query}"));
    let body = request
        .body
        .map(|body| serde_json::from_str(&body).unwrap());
    (
        url.path().to_owned() + &query.unwrap_or_default(),
        body.unwrap_or_default(),
    )
}

fn refusal(api: Api, id: &str, input: Value) -> String {
    let error = sent_with(api, id, input, None).err().unwrap();
    assert_eq!(error.code, Code::InvalidInput);
    error.message.split_once(": ").unwrap().1.to_owned()
}

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

/// What an answer means where it is to be of this form, in its key and with its list.
fn given(
    form: Form,
    within: &'static str,
    list: &'static str,
    answer: &Answer,
) -> Result<Outcome, String> {
    let row = Operation {
        output: Output { form, within, list },
        ..OPERATIONS[0]
    };
    let read = answer.read_by(&row, 1);
    read.map_err(|error| error.message.split_once(": ").unwrap().1.to_owned())
}

#[test]
fn an_answer_is_what_its_row_says() {
    for (form, within, list, body) in [
        (Form::Object, "", "", json!({})),
        (Form::Object, "contact", "", json!({ "contact": {} })),
        (Form::List, "", "", json!([])),
        (Form::List, "", "users", json!({ "users": [] })),
        (Form::List, "messages", "", json!({ "messages": [] })),
        (
            Form::List,
            "messages",
            "messages",
            json!({ "messages": { "messages": [] } }),
        ),
        (Form::Json, "", "", json!([1])),
        (Form::Json, "", "", json!(null)),
        (Form::Json, "dates", "", json!({ "dates": "none" })),
    ] {
        let answer = Answer::json(200, body.clone());
        assert_eq!(
            given(form, within, list, &answer),
            Ok(Outcome::AsSent),
            "{body}"
        );
    }
    for (form, within, list, body, said) in [
        (
            Form::Object,
            "",
            "",
            json!([]),
            "an array: expected an object",
        ),
        (
            Form::Object,
            "contact",
            "",
            json!({ "id": 1 }),
            "an object: expected an object with \"contact\"",
        ),
        (
            Form::Object,
            "contact",
            "",
            json!({ "contact": [] }),
            "an object: expected an object with \"contact\"",
        ),
        (Form::List, "", "", json!({}), "an object: expected a list"),
        (
            Form::List,
            "",
            "users",
            json!([]),
            "an array: expected an object with the list \"users\"",
        ),
        (
            Form::List,
            "messages",
            "messages",
            json!({ "messages": [] }),
            "an object: expected an object with \"messages\"",
        ),
        (
            Form::Json,
            "dates",
            "",
            json!({}),
            "an object: expected an object with \"dates\"",
        ),
    ] {
        let answer = Answer::json(200, body);
        let expected = format!("the answer is {said}");
        assert_eq!(given(form, within, list, &answer), Err(expected));
    }
}

#[test]
fn a_text_and_bytes_may_be_anything_but_a_refusal() {
    for form in [Form::Text, Form::Bytes] {
        for answer in [
            Answer::text(200, "Hello"),
            Answer::text(200, "<h1>").with("content-type", "text/html"),
            Answer::empty(200).with("content-type", "audio/x-wav"),
        ] {
            assert_eq!(given(form, "", "", &answer), Ok(Outcome::AsSent));
        }
        let refused = Answer::json(404, json!({ "message": "no such recording" }));
        assert_eq!(
            given(form, "", "", &refused),
            Err("no such recording (status 404)".to_owned())
        );
    }
}
