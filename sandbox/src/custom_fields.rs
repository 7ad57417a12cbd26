//! The values that contacts and opportunities have in the custom fields of their location.

use serde_json::{Map, Value, json};

use crate::kinds::CUSTOM_FIELD;
use crate::object::{Object, text_of};
use crate::store::Store;

/// The values of before with these in their places, each under this name. One of a field that the location does not have is
/// passed over.
pub(crate) fn merged(
    store: &Store,
    location_id: &str,
    kept: Option<&Value>,
    values: &[Value],
    shown: &str,
) -> Value {
    let mut all: Vec<Value> = kept.and_then(Value::as_array).cloned().unwrap_or_default();
    for value in values.iter().filter_map(Value::as_object) {
        let Some(id) = field_id(store, location_id, value) else {
            continue;
        };
        all.retain(|it| it["id"] != id);
        let new = ["fieldValue", "field_value"]
            .iter()
            .find_map(|name| value.get(*name));
        if let Some(new) = new.filter(|new| !new.is_null()) {
            let mut entry = Map::from_iter([("id".to_owned(), json!(id))]);
            entry.insert(shown.to_owned(), new.clone());
            all.push(Value::Object(entry));
        }
    }
    Value::Array(all)
}

/// The id of the field that a value names by its id, or by its key with or without what it is a field of.
fn field_id(store: &Store, location_id: &str, value: &Object) -> Option<String> {
    let (id, key) = (text_of(value, "id"), text_of(value, "key"));
    let mut known = store.all(&CUSTOM_FIELD, location_id);
    let field = known.find(|field| {
        let own = text_of(&field.fields, "fieldKey");
        let short = own.rsplit_once('.').map_or(own, |(_, short)| short);
        *field.id == *id || (!key.is_empty() && [own, short].contains(&key))
    });
    field.map(|field| field.id.to_string())
}
