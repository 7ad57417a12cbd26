//! The kinds of things that there are. A kind's number never changes: its ids are thrown with it.

use crate::kind::{Form, Kind};
use crate::names::words;

pub(crate) static LOCATION: Kind = Kind {
    path_name: "locationId",
    location_key: "",
    dates: ["dateAdded", ""],
    indexed: &["companyId"],
    defaults: r#"{ "settings": {}, "social": {} }"#,
    ..Kind::new("Location", 1)
};
pub(crate) static BUSINESS: Kind = Kind {
    form: Form::Hex,
    path_name: "businessId",
    dates: ["createdAt", "updatedAt"],
    ..Kind::new("Business", 2)
};
pub(crate) static COMPANY: Kind = Kind {
    path_name: "companyId",
    location_key: "",
    ..Kind::new("Company", 3)
};
pub(crate) static SNAPSHOT: Kind = Kind {
    path_name: "snapshotId",
    location_key: "",
    ..Kind::new("Snapshot", 4)
};
/// A snapshot that has been loaded into a location.
pub(crate) static PUSH: Kind = Kind {
    parents: &[(&SNAPSHOT, "snapshotId")],
    dates: ["dateAdded", ""],
    defaults: r#"{ "status": "completed" }"#,
    ..Kind::new("Snapshot push", 16)
};
pub(crate) static CAMPAIGN: Kind = Kind {
    path_name: "campaignId",
    ..Kind::new("Campaign", 5)
};
pub(crate) static WORKFLOW: Kind = Kind {
    form: Form::Uuid,
    path_name: "workflowId",
    dates: ["createdAt", "updatedAt"],
    ..Kind::new("Workflow", 6)
};
pub(crate) static CUSTOM_FIELD: Kind = Kind {
    defaults: r#"{ "placeholder": "", "model": "contact", "position": 0 }"#,
    ..Kind::new("Custom field", 7)
};
pub(crate) static CUSTOM_VALUE: Kind = Kind::new("Custom value", 8);
pub(crate) static TAG: Kind = Kind {
    path_name: "tagId",
    indexed: &["name"],
    ..Kind::new("Tag", 9)
};
pub(crate) static ASSOCIATION: Kind = Kind {
    form: Form::Hex,
    path_name: "associationId",
    indexed: &["key", "firstObjectKey", "secondObjectKey"],
    defaults: r#"{ "associationType": "USER_DEFINED" }"#,
    ..Kind::new("Association", 10)
};
pub(crate) static RELATION: Kind = Kind {
    form: Form::Hex,
    path_name: "relationId",
    parents: &[(&ASSOCIATION, "associationId")],
    indexed: &["firstRecordId", "secondRecordId"],
    ..Kind::new("Relation", 11)
};
pub(crate) static BLOG: Kind = Kind {
    location_key: "",
    id_key: "_id",
    ..Kind::new("Blog", 12)
};
pub(crate) static AUTHOR: Kind = Kind {
    form: Form::Hex,
    id_key: "_id",
    dates: ["", "updatedAt"],
    ..Kind::new("Author", 13)
};
pub(crate) static CATEGORY: Kind = Kind {
    form: Form::Hex,
    id_key: "_id",
    dates: ["", "updatedAt"],
    ..Kind::new("Category", 14)
};
pub(crate) static POST: Kind = Kind {
    form: Form::Hex,
    id_key: "_id",
    path_name: "postId",
    dates: ["", "updatedAt"],
    indexed: &["urlSlug"],
    ..Kind::new("Blog post", 15)
};
pub(crate) static CONTACT: Kind = Kind {
    path_name: "contactId",
    dates: ["dateAdded", "dateUpdated"],
    indexed: &["email", "phone", "businessId"],
    words,
    defaults: r#"{
        "type": "lead", "dnd": false, "dndSettings": {},
        "tags": [], "followers": [], "customFields": []
    }"#,
    unknown: 400,
    ..Kind::new("Contact", 20)
};
pub(crate) static TASK: Kind = Kind {
    path_name: "taskId",
    location_key: "",
    parents: &[(&CONTACT, "contactId")],
    defaults: r#"{ "completed": false }"#,
    unknown: 400,
    ..Kind::new("Task", 21)
};
pub(crate) static NOTE: Kind = Kind {
    location_key: "",
    dates: ["dateAdded", ""],
    parents: &[(&CONTACT, "contactId")],
    unknown: 400,
    ..Kind::new("Note", 22)
};
pub(crate) static PIPELINE: Kind = Kind {
    unknown: 400,
    ..Kind::new("Pipeline", 30)
};
pub(crate) static OPPORTUNITY: Kind = Kind {
    dates: ["createdAt", "updatedAt"],
    parents: &[(&CONTACT, "contactId")],
    defaults: r#"{ "status": "open", "source": "public api", "followers": [], "customFields": [] }"#,
    ..Kind::new("Opportunity", 31)
};
pub(crate) static LOST_REASON: Kind = Kind {
    dates: ["createdAt", "updatedAt"],
    ..Kind::new("Lost reason", 32)
};
pub(crate) static CONVERSATION: Kind = Kind {
    path_name: "conversationId",
    parents: &[(&CONTACT, "contactId")],
    dates: ["dateAdded", "dateUpdated"],
    defaults: r#"{
        "deleted": false, "inbox": true, "starred": false, "unreadCount": 0,
        "lastMessageBody": "", "lastMessageType": "TYPE_SMS", "lastMessageDirection": "outbound"
    }"#,
    ..Kind::new("Conversation", 40)
};
pub(crate) static MESSAGE: Kind = Kind {
    path_name: "messageId",
    parents: &[(&CONVERSATION, "conversationId")],
    dates: ["dateAdded", ""],
    defaults: r#"{ "attachments": [], "status": "delivered", "contentType": "text/plain" }"#,
    ..Kind::new("Message", 41)
};
pub(crate) static EMAIL: Kind = Kind {
    parents: &[(&CONVERSATION, "conversationId")],
    dates: ["dateAdded", ""],
    defaults: r#"{ "attachments": [], "status": "delivered", "contentType": "text/html" }"#,
    ..Kind::new("Email message", 42)
};
pub(crate) static GROUP: Kind = Kind {
    path_name: "groupId",
    indexed: &["slug"],
    defaults: r#"{ "isActive": true }"#,
    ..Kind::new("Calendar group", 50)
};
pub(crate) static CALENDAR: Kind = Kind {
    path_name: "calendarId",
    indexed: &["groupId"],
    defaults: r#"{
        "isActive": true, "calendarType": "event", "widgetType": "classic", "teamMembers": [],
        "slotDuration": 30, "slotDurationUnit": "mins", "slotInterval": 30, "slotIntervalUnit": "mins",
        "slotBuffer": 0, "appoinmentPerSlot": 1, "allowReschedule": true, "allowCancellation": true
    }"#,
    ..Kind::new("Calendar", 51)
};
pub(crate) static EVENT: Kind = Kind {
    path_name: "eventId",
    parents: &[(&CALENDAR, "calendarId"), (&CONTACT, "contactId")],
    indexed: &["assignedUserId", "groupId"],
    dates: ["dateAdded", "dateUpdated"],
    ..Kind::new("Appointment", 52)
};
pub(crate) static APPOINTMENT_NOTE: Kind = Kind {
    path_name: "noteId",
    location_key: "",
    parents: &[(&EVENT, "appointmentId"), (&CONTACT, "contactId")],
    dates: ["dateAdded", ""],
    ..Kind::new("Appointment note", 53)
};
pub(crate) static NOTIFICATION: Kind = Kind {
    form: Form::Hex,
    id_key: "_id",
    path_name: "notificationId",
    location_key: "",
    parents: &[(&CALENDAR, "calendarId")],
    defaults: r#"{ "isActive": true, "deleted": false }"#,
    ..Kind::new("Notification", 54)
};
pub(crate) static ROOM: Kind = Kind {
    form: Form::Hex,
    defaults: r#"{ "isActive": true }"#,
    ..Kind::new("Calendar resource", 55)
};
/// An account of a social network. No call shows it; its `number` is what its posts are thrown with.
pub(crate) static PROFILE: Kind = Kind::new("Social profile", 60);
/// What posts are sorted by.
pub(crate) static SOCIAL_TAG: Kind = Kind {
    id_key: "_id",
    ..Kind::new("Social tag", 61)
};

/// All of them: what goes with another is found here.
pub(crate) const KINDS: &[&Kind] = &[
    &LOCATION,
    &BUSINESS,
    &COMPANY,
    &SNAPSHOT,
    &PUSH,
    &CAMPAIGN,
    &WORKFLOW,
    &CUSTOM_FIELD,
    &CUSTOM_VALUE,
    &TAG,
    &ASSOCIATION,
    &RELATION,
    &BLOG,
    &AUTHOR,
    &CATEGORY,
    &POST,
    &CONTACT,
    &TASK,
    &NOTE,
    &PIPELINE,
    &OPPORTUNITY,
    &LOST_REASON,
    &CONVERSATION,
    &MESSAGE,
    &EMAIL,
    &GROUP,
    &CALENDAR,
    &EVENT,
    &APPOINTMENT_NOTE,
    &NOTIFICATION,
    &ROOM,
    &PROFILE,
    &SOCIAL_TAG,
];

/// What a name in the braces of a path stands for, if it is an id that has a kind.
pub(crate) fn named(name: &str) -> Option<&'static Kind> {
    // An appointment has two names in paths.
    let name = match name {
        "appointmentId" => EVENT.path_name,
        other => other,
    };
    let mut kinds = KINDS.iter().copied();
    kinds.find(|kind| kind.path_name == name)
}
