//! What things are sorted by, and which of two comes first.

use std::cmp::Ordering;

use serde_json::Value;

/// What a thing has where it is sorted by. The least is to have nothing there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SortKey {
    Nothing,
    Number(f64),
    Text(String),
}

impl SortKey {
    pub(crate) fn of(value: &Value) -> Self {
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

/// Which of two things comes first, by their keys, then by their ids.
pub(crate) fn compare(
    one: (&SortKey, &str),
    other: (&SortKey, &str),
    descending: bool,
) -> Ordering {
    let order = one.0.compare(other.0).then_with(|| one.1.cmp(other.1));
    match descending {
        true => order.reverse(),
        false => order,
    }
}
