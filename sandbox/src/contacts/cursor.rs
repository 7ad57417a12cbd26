//! Contacts in an order, and where a page of them begins.

use std::cmp::Ordering;

use serde_json::Value;

use crate::moment::milliseconds;
use crate::store::Thing;

/// A field to sort by, and whether the greatest comes first.
pub(super) struct Order {
    pub(super) field: String,
    pub(super) descending: bool,
}

impl Order {
    /// What a contact has there; moments are milliseconds, as in the cursors of HighLevel.
    pub(super) fn key(&self, contact: &Thing) -> Value {
        let value = contact.fields.get(&self.field).cloned().unwrap_or_default();
        match value.as_str() {
            Some(text) if self.field.starts_with("date") => {
                milliseconds(text).map_or(value, Value::from)
            }
            Some(text) => Value::from(text.to_lowercase()),
            None => value,
        }
    }

    /// Which of two comes first, by their keys, then by their ids.
    pub(super) fn compare(&self, one: (&Value, &str), other: (&Value, &str)) -> Ordering {
        let order = match (one.0.as_f64(), other.0.as_f64()) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            _ => text(one.0).cmp(&text(other.0)),
        };
        let order = order.then_with(|| one.1.cmp(other.1));
        match self.descending {
            true => order.reverse(),
            false => order,
        }
    }
}

/// A key as it is compared with those that are no numbers: nothing comes first.
fn text(key: &Value) -> String {
    match key {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
