//! How contacts are shown.

use serde_json::json;

use super::draft::name;
use crate::object::{Object, text_of};
use crate::store::{Store, Thing};
use crate::version::Version;

/// The channels of `dndSettings` in v3 and in v2.
const CHANNELS: [(&str, &str); 6] = [
    ("call", "Call"),
    ("email", "Email"),
    ("sms", "SMS"),
    ("whatsApp", "WhatsApp"),
    ("gmb", "GMB"),
    ("fb", "FB"),
];

/// A contact alone.
pub(super) fn shown(_: &Store, contact: &Thing, version: Version) -> Object {
    let mut fields = contact.fields.clone();
    if version == Version::V2
        && let Some(settings) = fields.get_mut("dndSettings")
    {
        let renamed = CHANNELS.iter().filter_map(|(new, old)| {
            let setting = settings.get(*new)?;
            Some(((*old).to_owned(), setting.clone()))
        });
        *settings = json!(renamed.collect::<Object>());
    }
    let full = name(&fields);
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
