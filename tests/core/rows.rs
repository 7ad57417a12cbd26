//! Rows that say more than those of users, for `row_requests.rs` and `row_answers.rs`. CONTRIBUTING shows these as its hard ones.

use ghl_users::{
    core::{
        call::request::Request,
        config::Config,
        error::{Code, Error},
        model::{docs::Bytes, known, version::Api},
    },
    operations, wire, words,
};
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

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

wire! {
    /// Which opportunities to find.
    input OpportunitySearchParams in [V2 V3] {
        /// The location, in v2. The client's `locationId` if not given.
        old_location_id = "location_id": Id, required in [V2];
        /// The location, in v3. The client's `locationId` if not given.
        location_id = "locationId": Id, required in [V3];
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
        notifications = "notifications": List(Hours), required, whole;
        /// The location.
        alt_id = "altId": Text, optional;
    }
}

wire! {
    /// When a calendar is free, by day.
    answer Days in [V2 V3] {
        /// The server's id of the request.
        trace_id = "traceId": Text, optional;
    } others Anything "A day."
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

    /// Tells when a calendar is free.
    free_days = "calendars.freeDays": Get "/calendars/{calendarId}/free", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        gives Days as Object,
        for [V2 V3: Location];

    /// Changes a contact. `null` clears a field.
    update_contact = "contacts.update": Put "/contacts/{contactId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactUpdateParams,
        gives Anything as Object in "contact",
        for [V2 V3: Location];

    /// Finds opportunities.
    search_opportunities = "opportunities.search": Get "/opportunities/search", None,
        takes OpportunitySearchParams,
        gives Anything as Object,
        for [V2 V3: Location];

    /// Takes followers off an opportunity.
    remove_followers = "opportunities.followers.remove": Delete "/opportunities/{id}/followers", Json,
        about id "id" Id "The opportunity's id.",
        takes FollowersRemoveParams,
        gives Anything as Deleted,
        for [V2 V3: Location];

    /// Reads a recording.
    recording = "conversations.messages.recording": Get "/messages/{messageId}/recording", None,
        about message_id "messageId" Id "The message's id.",
        gives Bytes as Bytes,
        for [V2 V3: Location];

    /// Reads what a recording says.
    transcription = "conversations.messages.downloadTranscription": Get "/messages/{messageId}/transcription", None,
        about message_id "messageId" Id "The message's id.",
        gives String as Text,
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

pub fn sent_with(
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
pub fn sent(api: Api, id: &str, input: Value) -> (String, Value) {
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

pub fn refusal(api: Api, id: &str, input: Value) -> String {
    let error = sent_with(api, id, input, None).err().unwrap();
    assert_eq!(error.code, Code::InvalidInput);
    error.message.split_once(": ").unwrap().1.to_owned()
}
