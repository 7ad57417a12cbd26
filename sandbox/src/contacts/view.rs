//! How contacts are shown.

use serde_json::{Value, json};

use super::channels;
use crate::case::Small;
use crate::names::full_name;
use crate::object::{Object, text_of, without};
use crate::store::Store;
use crate::thing::Thing;
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
        ("firstNameLowerCase", first.small()),
        ("lastNameLowerCase", last.small()),
        ("fullNameLowerCase", full.small()),
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

/// A new contact, of which v2 tells less.
pub(super) fn created(store: &Store, contact: &Thing, version: Version) -> Object {
    let fields = shown(store, contact, version);
    match version {
        Version::V2 => without(fields, &["name", "timezone"]),
        Version::V3 => fields,
    }
}

/// A contact in a list: settings are seen in none, and the whole name under a name of its own.
pub(super) fn item(store: &Store, contact: &Thing, version: Version) -> Object {
    let hidden = [
        "dndSettings",
        "inboundDndSettings",
        "fullNameLowerCase",
        "emailLowerCase",
    ];
    let mut fields = without(shown(store, contact, version), &hidden);
    rename(&mut fields, "name", "contactName");
    fields
}

/// A contact that a search has found, as the spec of 2025 has it.
pub(super) fn found(store: &Store, contact: &Thing, version: Version) -> Object {
    let mut fields = without(item(store, contact, version), &["gender", "timezone"]);
    rename(&mut fields, "address1", "address");
    fields
}

fn rename(fields: &mut Object, name: &str, other: &str) {
    if let Some(value) = fields.remove(name) {
        fields.insert(other.to_owned(), value);
    }
}
