//! How events are shown: each call has fields of its own.

use serde_json::{Value, json};

use crate::moment::{milliseconds, moment};
use crate::object::{Object, object};
use crate::store::{Store, Thing};
use crate::version::Version;

/// An event that is read.
pub(super) fn shown(_: &Store, event: &Thing, version: Version) -> Object {
    let mut fields = event.fields.clone();
    fields.remove("blocked");
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

/// An appointment that has been written: its dates are v3's.
pub(super) fn written(_: &Store, event: &Thing, version: Version) -> Object {
    let mut fields = event.fields.clone();
    fields.remove("groupId");
    if version == Version::V2 {
        fields.retain(|name, _| !["dateAdded", "dateUpdated"].contains(&name.as_str()));
    }
    fields.insert("isRecurring".to_owned(), json!(false));
    fields
}

/// A blocked slot that has been written.
pub(super) fn blocked(_: &Store, event: &Thing, _: Version) -> Object {
    let mut fields = event.fields.clone();
    fields.retain(|name, _| !["blocked", "dateAdded", "dateUpdated"].contains(&name.as_str()));
    fields
}

/// An event in the list of a contact, where times are days and hours of UTC.
pub(crate) fn of_contact(store: &Store, event: &Thing, version: Version) -> Object {
    let mut fields = shown(store, event, version);
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
