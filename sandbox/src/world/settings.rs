//! Custom fields, custom values and tags.

use serde_json::{Value, json};

use super::place::Place;
use crate::kinds::{CUSTOM_FIELD, CUSTOM_VALUE, TAG};
use crate::object::object;
use crate::store::Store;

/// The tags that contacts of the seed have.
pub(super) const TAGS: [&str; 6] = [
    "customer",
    "lead",
    "newsletter",
    "vip",
    "déjà vu",
    "no show",
];

/// Name, key, type of data and model; the first four are those that contacts of the seed have.
const FIELDS: [(&str, &str, &str, &str); 6] = [
    (
        "Favourite colour",
        "contact.favourite_colour",
        "TEXT",
        "contact",
    ),
    ("Visits", "contact.visits", "NUMERICAL", "contact"),
    (
        "Interests",
        "contact.interests",
        "MULTIPLE_OPTIONS",
        "contact",
    ),
    ("First visit", "contact.first_visit", "DATE", "contact"),
    ("Reason", "opportunity.reason", "TEXT", "opportunity"),
    (
        "Expected margin",
        "opportunity.expected_margin",
        "MONETORY",
        "opportunity",
    ),
];
const VALUES: [(&str, &str, &str); 3] = [
    ("Opening hours", "opening_hours", "9 to 5"),
    ("Slogan", "slogan", "Made with care"),
    ("Parking", "parking", "Behind the house"),
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, (name, key, kind, model)) in FIELDS.iter().enumerate() {
        let options: &[&str] = match *kind {
            "MULTIPLE_OPTIONS" => &["Books", "Music", "Sport"],
            _ => &[],
        };
        let fields = json!({
            "name": name,
            "fieldKey": key,
            "dataType": kind,
            "model": model,
            "position": 50 * number,
            "picklistOptions": options,
        });
        store.insert(
            &CUSTOM_FIELD,
            place.id,
            object(fields),
            place.moment(number, 5),
        );
    }
    for (number, (name, key, value)) in VALUES.iter().enumerate() {
        let key = Value::String(format!("{{{{ custom_values.{key} }}}}"));
        let fields = json!({ "name": name, "fieldKey": key, "value": value });
        store.insert(
            &CUSTOM_VALUE,
            place.id,
            object(fields),
            place.moment(number, 6),
        );
    }
    for (number, name) in TAGS.iter().enumerate() {
        store.insert(
            &TAG,
            place.id,
            object(json!({ "name": name })),
            place.moment(number, 7),
        );
    }
}
