//! How events are shown: each call has fields of its own.

use serde_json::{Value, json};

use crate::moment::{milliseconds, moment};
use crate::object::{Object, object, without};
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

/// An event that is read. Where it takes place is its address.
pub(super) fn shown(_: &Store, event: &Thing, version: Version) -> Object {
    let hidden = ["blocked", "meetingLocationId", "meetingLocationType"];
    let mut fields = without(event.fields.clone(), &hidden);
    if version == Version::V3 {
        fields.insert("deleted".to_owned(), json!(false));
    }
    let user = fields.get("assignedUserId").cloned();
    fields.insert("users".to_owned(), user.into_iter().collect::<Value>());
    fields.extend(object(
        json!({ "assignedResources": [], "isRecurring": false }),
    ));
    fields
}

/// An appointment that has been written: its dates are v3's, and its description is told where it is read.
pub(super) fn written(_: &Store, event: &Thing, version: Version) -> Object {
    let hidden = ["groupId", "description", "meetingLocationId"];
    let mut fields = without(event.fields.clone(), &hidden);
    if version == Version::V2 {
        fields = without(fields, &["dateAdded", "dateUpdated"]);
    }
    fields.insert("isRecurring".to_owned(), json!(false));
    fields
}

/// A blocked slot that has been written.
pub(super) fn blocked(_: &Store, event: &Thing, _: Version) -> Object {
    without(
        event.fields.clone(),
        &["blocked", "dateAdded", "dateUpdated"],
    )
}

/// An event in the list of a contact, where times are days and hours of UTC, and less is told.
pub(crate) fn of_contact(store: &Store, event: &Thing, version: Version) -> Object {
    let hidden = ["deleted", "description", "isRecurring", "rrule"];
    let mut fields = without(shown(store, event, version), &hidden);
    for name in ["startTime", "endTime", "dateAdded", "dateUpdated"] {
        let time = fields
            .get(name)
            .and_then(Value::as_str)
            .and_then(milliseconds);
        if let Some(time) = time.and_then(moment) {
            let time = time.replace('T', " ");
            let time = time.split('.').next().unwrap_or_default().to_owned();
            fields.insert(name.to_owned(), json!(time));
        }
    }
    let status = fields.get("appointmentStatus").cloned();
    fields.insert("status".to_owned(), json!(status));
    fields
}
