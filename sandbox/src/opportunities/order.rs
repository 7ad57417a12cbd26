//! What the search with filters calls the fields of an opportunity, and the order that it is asked for.

use std::cmp::Ordering;

use serde_json::Value;

use crate::object::{Object, text_of};
use crate::thing::Thing;

/// Those whose names are not their fields' in another spelling.
const DATES: [(&str, &str); 4] = [
    ("date_added", "createdAt"),
    ("date_updated", "updatedAt"),
    ("last_status_change_date", "lastStatusChangeAt"),
    ("last_stage_change_date", "lastStageChangeAt"),
];

/// The fields, and each once more as `pipeline_id` for `pipelineId`.
pub(super) fn named(opportunity: &Thing) -> Object {
    let mut named = opportunity.fields.clone();
    for (name, value) in &opportunity.fields {
        named.insert(snake(name), value.clone());
    }
    for (name, field) in DATES {
        if let Some(value) = opportunity.fields.get(field) {
            named.insert(name.to_owned(), value.clone());
        }
    }
    named
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// In the order of the first field of `sort`, or as they are if there is none.
pub(super) fn sorted<T: AsRef<Thing>>(mut found: Vec<T>, body: &Object) -> Vec<T> {
    let first = body.get("sort").and_then(|sort| sort.get(0)?.as_object());
    let Some(first) = first else { return found };
    let key = |it: &T| named(it.as_ref()).remove(text_of(first, "field"));
    found.sort_by_cached_key(|it| Key(key(it).unwrap_or_default()));
    if text_of(first, "direction") == "desc" {
        found.reverse();
    }
    found
}

/// Numbers by their size, anything else by its text.
struct Key(Value);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0.as_f64(), other.0.as_f64()) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            _ => self.0.to_string().cmp(&other.0.to_string()),
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key {}
