//! How contacts are shown.

use serde_json::{Value, json};

use super::channels;
use crate::names::full_name;
use crate::object::{Object, text_of};
use crate::store::{Store, Thing};
use crate::version::Version;

/// A contact alone.
pub(super) fn shown(_: &Store, contact: &Thing, version: Version) -> Object {
    let mut fields = contact.fields.clone();
    if version == Version::V2
        && let Some(Value::Object(settings)) = fields.get_mut("dndSettings")
    {
        *settings = channels::in_v2(settings);
    }
    let full = full_name(&fields);
    let (first, last) = (text_of(&fields, "firstName"), text_of(&fields, "lastName"));
    let small = [
        ("firstNameLowerCase", first.to_lowercase()),
        ("lastNameLowerCase", last.to_lowercase()),
        ("fullNameLowerCase", full.to_lowercase()),
        ("emailLowerCase", text_of(&fields, "email").to_owned()),
        ("name", full),
    ];
    for (name, value) in small {
        if !value.is_empty() {
            fields.insert(name.to_owned(), json!(value));
        }
    }
    fields
}

/// A contact in a list: `dndSettings` are seen in none.
pub(super) fn item(store: &Store, contact: &Thing, version: Version) -> Object {
    let mut fields = shown(store, contact, version);
    for name in ["dndSettings", "fullNameLowerCase", "emailLowerCase"] {
        fields.remove(name);
    }
    fields
}
