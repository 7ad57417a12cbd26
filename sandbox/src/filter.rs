//! The filters of a search: conditions on fields, and groups of them.

use serde_json::Value;

use crate::case::Small;
use crate::moment::milliseconds;
use crate::object::{Object, text_of};
use crate::refusal::Refusal;

/// Whether a thing is one that all filters let pass, or in a group of `OR` one of them.
pub(crate) fn matches<'a>(
    thing: &Object,
    group: &str,
    filters: impl Iterator<Item = &'a Value>,
) -> Result<bool, Refusal> {
    let all = group != "OR";
    for filter in filters {
        let Some(filter) = filter.as_object() else {
            return Err(wrong("each value in filters must be an object"));
        };
        let passes = match filter.get("filters").and_then(Value::as_array) {
            Some(inner) => matches(thing, text_of(filter, "group"), inner.iter())?,
            None => condition(thing, filter)?,
        };
        if passes != all {
            return Ok(passes);
        }
    }
    Ok(all)
}

fn condition(thing: &Object, filter: &Object) -> Result<bool, Refusal> {
    let field = text_of(filter, "field");
    if field.is_empty() {
        return Err(wrong("filters.field should not be empty"));
    }
    let own = value(thing, field);
    let wanted = filter.get("value").unwrap_or(&Value::Null);
    Ok(match text_of(filter, "operator") {
        "eq" => any(wanted, |wanted| equals(own, wanted)),
        "not_eq" => !any(wanted, |wanted| equals(own, wanted)),
        "contains" => any(wanted, |wanted| contains(own, wanted)),
        "not_contains" => !any(wanted, |wanted| contains(own, wanted)),
        "exists" => exists(own),
        "not_exists" => !exists(own),
        "range" => within(own, wanted),
        other => return Err(wrong(&format!("filters.operator {other} is not known"))),
    })
}

/// A thing's value; those of custom fields are named by the field's id.
fn value<'a>(thing: &'a Object, field: &str) -> &'a Value {
    let Some(id) = field.strip_prefix("customFields.") else {
        return thing.get(field).unwrap_or(&Value::Null);
    };
    let values = thing.get("customFields").and_then(Value::as_array);
    let mut values = values.into_iter().flatten();
    let found = values.find(|value| value["id"] == id);
    found
        .and_then(|found| found.get("value"))
        .unwrap_or(&Value::Null)
}

fn any(wanted: &Value, passes: impl Fn(&Value) -> bool) -> bool {
    match wanted {
        Value::Array(values) => values.iter().any(passes),
        value => passes(value),
    }
}

/// Texts are equal whatever their case; of a list one has to be.
fn equals(own: &Value, wanted: &Value) -> bool {
    match (own, wanted) {
        (Value::Array(values), _) => values.iter().any(|value| equals(value, wanted)),
        (Value::String(own), Value::String(wanted)) => own.small() == wanted.small(),
        _ => own == wanted,
    }
}

fn contains(own: &Value, wanted: &Value) -> bool {
    match own {
        Value::Array(values) => values.iter().any(|value| equals(value, wanted)),
        Value::String(own) => {
            let wanted = wanted.as_str().unwrap_or_default().small();
            own.small().contains(&wanted)
        }
        _ => false,
    }
}

fn exists(own: &Value) -> bool {
    match own {
        Value::Null => false,
        Value::Array(values) => !values.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    }
}

/// Whether a number or a moment lies between the ends that there are.
fn within(own: &Value, ends: &Value) -> bool {
    let Some(own) = number(own) else { return false };
    let end = |name: &str| ends.get(name).and_then(number);
    end("gt").is_none_or(|end| own > end)
        && end("gte").is_none_or(|end| own >= end)
        && end("lt").is_none_or(|end| own < end)
        && end("lte").is_none_or(|end| own <= end)
}

fn number(value: &Value) -> Option<f64> {
    let moment = || milliseconds(value.as_str()?).map(|ms| ms as f64);
    value.as_f64().or_else(moment)
}

fn wrong(message: &str) -> Refusal {
    Refusal::Malformed(message.to_owned())
}
