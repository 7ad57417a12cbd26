//! How opportunities are shown.

use serde_json::{Value, json};

use crate::kinds::{CONTACT, EVENT, NOTE, TASK};
use crate::names::full_name;
use crate::object::{Object, object, text_of};
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

/// What else a search may ask for.
#[derive(Clone, Copy, Default)]
pub(super) struct Details {
    pub(super) notes: bool,
    pub(super) tasks: bool,
    pub(super) events: bool,
}

pub(super) fn shown(store: &Store, opportunity: &Thing, version: Version) -> Object {
    detailed(store, opportunity, version, Details::default())
}

/// With its contact, as far as that is shown here, and with what is asked for of that contact's.
pub(super) fn detailed(
    store: &Store,
    opportunity: &Thing,
    version: Version,
    details: Details,
) -> Object {
    let mut fields = opportunity.fields.clone();
    if version == Version::V2 {
        fields.retain(|name, _| !name.starts_with("forecast"));
    }
    let contact_id = text_of(&opportunity.fields, "contactId");
    let of_contact = |wanted: bool, kind| -> Vec<Value> {
        let list = store.list(kind, "contactId", contact_id);
        list.filter(|_| wanted)
            .map(|thing| json!(thing.fields))
            .collect()
    };
    fields.extend(object(json!({
        "notes": of_contact(details.notes, &NOTE),
        "tasks": of_contact(details.tasks, &TASK),
        "calendarEvents": of_contact(details.events, &EVENT),
    })));
    if let Some(contact) = store.get(&CONTACT, contact_id) {
        let mut short = Object::from_iter([("id".to_owned(), json!(*contact.id))]);
        for name in ["companyName", "email", "phone", "tags"] {
            if let Some(value) = contact.fields.get(name) {
                short.insert(name.to_owned(), value.clone());
            }
        }
        short.insert("name".to_owned(), json!(full_name(&contact.fields)));
        fields.insert("contact".to_owned(), Value::Object(short));
    }
    fields
}
