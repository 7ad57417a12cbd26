//! Contacts in an order, and where a page of them begins.

use std::cmp::Ordering;

use serde_json::{Value, json};

use crate::case::Small;
use crate::moment::milliseconds;
use crate::thing::Thing;

/// A field to sort by, and whether the greatest comes first.
pub(super) struct Order {
    pub(super) field: String,
    pub(super) descending: bool,
}

/// What contacts are sorted by. The least is to have nothing there.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Key {
    Nothing,
    Number(f64),
    Text(String),
}

impl Key {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::String(text) if text.is_empty() => Self::Nothing,
            Value::String(text) => Self::Text(text.clone()),
            Value::Number(number) => number.as_f64().map_or(Self::Nothing, Self::Number),
            other => Self::Text(other.to_string()),
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let rank = |key: &Self| match key {
            Self::Nothing => 0,
            Self::Number(_) => 1,
            Self::Text(_) => 2,
        };
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            _ => rank(self).cmp(&rank(other)),
        }
    }
}

impl Order {
    /// What a contact has there.
    pub(super) fn key(&self, contact: &Thing) -> Key {
        if self.field == "dateAdded" {
            return Key::Number(contact.added_ms as f64);
        }
        match contact.fields.get(&self.field) {
            Some(Value::String(text)) if !text.is_empty() && !self.is_moment() => {
                Key::Text(text.small())
            }
            _ => Key::of(&self.value(contact)),
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
    pub(super) fn is_behind(&self, (key, contact): (&Key, &Thing), after: (&Value, &str)) -> bool {
        let place = (&Key::of(after.0), after.1);
        self.compare((key, &contact.id), place).is_gt()
    }

    /// Which of two comes first, by their keys, then by their ids.
    pub(super) fn compare(&self, one: (&Key, &str), other: (&Key, &str)) -> Ordering {
        let order = one.0.compare(other.0).then_with(|| one.1.cmp(other.1));
        match self.descending {
            true => order.reverse(),
            false => order,
        }
    }
}
