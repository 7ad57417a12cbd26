//! Contacts in an order, and where a page of them begins.

use std::cmp::Ordering;

use serde_json::{Value, json};

use crate::case::Small;
use crate::moment::milliseconds;
use crate::sort_key::{self, SortKey};
use crate::thing::Thing;

/// A field to sort by, and whether the greatest comes first.
pub(super) struct Order {
    pub(super) field: String,
    pub(super) descending: bool,
}

impl Order {
    /// What a contact has there.
    pub(super) fn key(&self, contact: &Thing) -> SortKey {
        if self.field == "dateAdded" {
            return SortKey::Number(contact.added_ms as f64);
        }
        match contact.fields.get(&self.field) {
            Some(Value::String(text)) if !text.is_empty() && !self.is_moment() => {
                SortKey::Text(text.small())
            }
            _ => SortKey::of(&self.value(contact)),
        }
    }

    fn is_moment(&self) -> bool {
        self.field.starts_with("date")
    }

    /// The same as it stands in a cursor; moments are milliseconds, as in the cursors of HighLevel.
    fn value(&self, contact: &Thing) -> Value {
        let value = contact.fields.get(&self.field);
        match value.and_then(Value::as_str) {
            Some(text) if self.is_moment() => {
                milliseconds(text).map_or_else(|| json!(text), Value::from)
            }
            Some(text) => Value::from(text.small()),
            None => value.cloned().unwrap_or_default(),
        }
    }

    /// Where a page ends that has this contact last.
    pub(super) fn cursor(&self, contact: &Thing) -> Value {
        json!([self.value(contact), *contact.id])
    }

    /// Whether a contact comes behind where a cursor points.
    pub(super) fn is_behind(
        &self,
        (key, contact): (&SortKey, &Thing),
        after: (&Value, &str),
    ) -> bool {
        let place = (&SortKey::of(after.0), after.1);
        self.compare((key, &contact.id), place).is_gt()
    }

    /// Which of two comes first, by their keys, then by their ids.
    pub(super) fn compare(&self, one: (&SortKey, &str), other: (&SortKey, &str)) -> Ordering {
        sort_key::compare(one, other, self.descending)
    }
}
