//! What the search with filters calls the fields of an opportunity, and the order that it is asked for.

use serde_json::{Value, json};

use crate::case::Small;
use crate::moment::milliseconds;
use crate::object::{Object, text_of};
use crate::sort_key::{SortKey, compare};
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

/// The first field that a search with filters sorts by; the newest come first where none is named.
pub(super) struct Order {
    field: String,
    descending: bool,
}

impl Order {
    pub(super) fn of(body: &Object) -> Self {
        let first = body.get("sort").and_then(|sort| sort.get(0)?.as_object());
        first.map_or(
            Self {
                field: "date_added".to_owned(),
                descending: true,
            },
            |first| Self {
                field: text_of(first, "field").to_owned(),
                descending: text_of(first, "direction") == "desc",
            },
        )
    }

    /// What an opportunity has there; a moment in milliseconds.
    fn value(&self, opportunity: &Thing) -> Value {
        if self.field == "date_added" {
            return opportunity.added_ms.into();
        }
        let value = named(opportunity).remove(&self.field).unwrap_or_default();
        match value.as_str() {
            Some(text) if self.field.contains("date") => {
                milliseconds(text).map_or_else(|| json!(text), Value::from)
            }
            Some(text) => Value::from(text.small()),
            None => value,
        }
    }

    /// Where a page ends that has this opportunity last.
    pub(super) fn cursor(&self, opportunity: &Thing) -> Value {
        json!([self.value(opportunity), *opportunity.id])
    }

    /// In this order, those behind where the cursor points, if there is one.
    pub(super) fn sorted<T: AsRef<Thing>>(&self, found: Vec<T>, after: Option<&[Value]>) -> Vec<T> {
        let key = |it: &T| SortKey::of(&self.value(it.as_ref()));
        let mut keyed: Vec<_> = found.into_iter().map(|it| (key(&it), it)).collect();
        if let Some([value, Value::String(id)]) = after {
            let place = SortKey::of(value);
            keyed.retain(|(key, it)| {
                compare((key, &it.as_ref().id), (&place, id), self.descending).is_gt()
            });
        }
        keyed.sort_by(|(one, first), (other, second)| {
            let (first, second) = (&first.as_ref().id, &second.as_ref().id);
            compare((one, first), (other, second), self.descending)
        });
        keyed.into_iter().map(|(_, it)| it).collect()
    }
}
