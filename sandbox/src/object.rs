//! JSON objects, as things and inputs have them.

use serde_json::{Map, Value};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// The object that `json!` has made.
pub(crate) fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}

/// The object of these members. They are moved, where `json!` copies, and not sorted first, where `collect` would be code of
/// its own for each kind of iterator.
pub(crate) fn members(pairs: Vec<(&str, Value)>) -> Object {
    let mut object = Object::new();
    for (name, value) in pairs {
        object.insert(name.to_owned(), value);
    }
    object
}

/// Writes values over those of before; null clears.
pub(crate) fn merge(fields: &mut Object, changes: Object) {
    for (name, value) in changes {
        if value.is_null() {
            fields.remove(&name);
        } else {
            fields.insert(name, value);
        }
    }
}

/// Leaves out what the names say.
pub(crate) fn without(mut fields: Object, names: &[&str]) -> Object {
    fields.retain(|name, _| !names.contains(&name.as_str()));
    fields
}

/// A text, or none.
pub(crate) fn text_of<'a>(fields: &'a Object, name: &str) -> &'a str {
    fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a flag is up.
pub(crate) fn is_set(fields: &Object, name: &str) -> bool {
    fields.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// The texts of a list; none where there is no list.
pub(crate) fn texts_of(fields: &Object, name: &str) -> Vec<String> {
    let items = fields.get(name).and_then(Value::as_array);
    let items = items.into_iter().flatten().filter_map(Value::as_str);
    items.map(str::to_owned).collect()
}
