//! Things as they are kept, in the order of their creation.

use serde_json::{Value, json};

use super::fields::Fields;
use crate::kind::Kind;
use crate::kinds::KINDS;
use crate::object::{Object, members};
use crate::store::Store;

pub(super) fn export(store: &Store) -> Value {
    let mut made = Object::new();
    for (name, count) in store.made() {
        made.insert(name.to_owned(), json!(count));
    }
    let mut all = Vec::new();
    for thing in store.everything() {
        let kept = vec![
            ("kind", json!(thing.kind.name)),
            ("locationId", json!(thing.location_id)),
            ("addedMs", json!(thing.added_ms)),
            ("fields", Value::Object(thing.fields.clone())),
        ];
        all.push(Value::Object(members(kept)));
    }
    let (made, all) = (Value::Object(made), Value::Array(all));
    Value::Object(members(vec![("made", made), ("all", all)]))
}

pub(super) fn load(fields: &Fields) -> Result<Store, String> {
    fields.only(&["made", "all"])?;
    let mut store = Store::default();
    for thing in fields.objects("all")? {
        thing.only(&["kind", "locationId", "addedMs", "fields"])?;
        let own = thing.object("fields")?;
        let kind = named(thing.text("kind")?).ok_or_else(|| {
            let names: Vec<_> = KINDS.iter().map(|kind| kind.name).collect();
            thing.wrong("kind", &names.join(", "))
        })?;
        let id = own.text(kind.id_key)?;
        if id.is_empty() || store.get(kind, id).is_some() {
            return Err(own.wrong(kind.id_key, "one that nothing else of its kind has"));
        }
        let location_id = thing.optional_text("locationId")?.unwrap_or_default();
        let added_ms = thing.optional_number("addedMs")?.unwrap_or(0);
        let fields = own.members().clone();
        store.put(kind, location_id, id.to_owned(), fields, added_ms);
    }
    if let Some(made) = fields.optional_object("made")? {
        for name in made.members().keys() {
            let kind = named(name).ok_or_else(|| made.wrong(name, "the name of a kind"))?;
            store.set_made(kind, made.made(name, 0)?);
        }
    }
    Ok(store)
}

fn named(name: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.name == name)
}
