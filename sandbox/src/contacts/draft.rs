//! What the input of a creation or a change makes of a contact.

use serde_json::{Value, json};

use super::{channels, tags};
use crate::call::Call;
use crate::case::Small;
use crate::custom_fields;
use crate::kinds::CONTACT;
use crate::names::full_name;
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;

/// The fields as a contact has them, unless another contact of the location has its address or its number.
pub(super) fn draft(
    state: &mut State,
    call: &Call,
    before: Option<&Thing>,
) -> Result<Object, Refusal> {
    let fields = written(state.store(), call, before);
    if !call.allows(state.store(), "allowDuplicateContact") {
        let own = before.map(|contact| &*contact.id);
        if let Some((known, field)) = twin(state.store(), &call.location_id, &fields, own) {
            return Err(Refusal::Duplicate {
                message: "This location does not allow duplicated contacts.",
                more: json!({ "meta": {
                    "contactId": *known.id,
                    "contactName": full_name(&known.fields),
                    "matchingField": field,
                } }),
            });
        }
    }
    tags::know(state, &call.location_id, &fields, call.now_ms());
    Ok(fields)
}

/// The input in the forms in which contacts are kept.
pub(super) fn written(store: &Store, call: &Call, before: Option<&Thing>) -> Object {
    let mut fields = call.body.clone();
    for name in ["locationId", "createNewIfDuplicateAllowed"] {
        fields.remove(name);
    }
    if let Some(Value::String(name)) = fields.remove("name")
        && !fields.contains_key("firstName")
        && !fields.contains_key("lastName")
    {
        let (first, last) = name.split_once(' ').unwrap_or((&name, ""));
        fields.insert("firstName".to_owned(), json!(first));
        fields.insert("lastName".to_owned(), json!(last));
    }
    for (name, value) in &mut fields {
        let Value::String(text) = value else { continue };
        match name.as_str() {
            "email" => *text = email(text),
            "phone" => *text = phone(text),
            _ => {}
        }
    }
    if let Some(Value::Array(tags)) = fields.get_mut("tags") {
        *tags = tags::normal(tags.iter().filter_map(Value::as_str));
    }
    if let Some(Value::Object(settings)) = fields.get_mut("dndSettings") {
        *settings = channels::in_v3(settings);
    }
    if let Some(Value::Array(values)) = fields.get("customFields") {
        let kept = before.and_then(|contact| contact.fields.get("customFields"));
        let values = custom_fields::merged(store, &call.location_id, kept, values, "value");
        fields.insert("customFields".to_owned(), values);
    }
    fields
}

/// Another contact of the location with the same address or number, and the field that says so.
pub(super) fn twin<'a>(
    store: &'a Store,
    location_id: &str,
    fields: &Object,
    own: Option<&str>,
) -> Option<(&'a Thing, &'static str)> {
    ["email", "phone"].into_iter().find_map(|field| {
        let value = text_of(fields, field);
        let mut found = store.list(&CONTACT, field, value);
        let other = found.find(|contact| {
            contact.location_id == location_id && own.is_none_or(|id| *contact.id != *id)
        });
        other.filter(|_| !value.is_empty()).map(|it| (&**it, field))
    })
}

pub(super) fn email(text: &str) -> String {
    text.trim().small()
}

pub(super) fn phone(text: &str) -> String {
    let digits = text.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    digits.collect()
}
