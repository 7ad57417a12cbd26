//! Things by kind: found by id at once, listed in the order of their creation in time proportional to the list.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::hash::QuickMap;
use crate::kind::Kind;
use crate::kinds::KINDS;
use crate::object::Object;
use crate::thing::{Thing, date, with_defaults};

/// Everything that the company has, users aside. To clone it copies no thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Store {
    things: QuickMap<&'static str, QuickMap<Arc<str>, Arc<Thing>>>,
    /// The oldest of each list first.
    lists: QuickMap<Place, Vec<Arc<Thing>>>,
    /// How many of each kind there have ever been, so that no id comes twice.
    made: QuickMap<&'static str, usize>,
    serial: u64,
}

/// What a list is of: a kind, and a field's value; an empty name is the location's.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Place {
    kind: &'static str,
    field: &'static str,
    value: String,
}

impl Store {
    pub(crate) fn get(&self, kind: &'static Kind, id: &str) -> Option<&Arc<Thing>> {
        self.things.get(kind.name)?.get(id)
    }

    /// All of a location, the oldest first.
    pub(crate) fn all(
        &self,
        kind: &'static Kind,
        location_id: &str,
    ) -> impl DoubleEndedIterator<Item = &Arc<Thing>> {
        self.list(kind, "", location_id)
    }

    /// All that have this value in an indexed field, the oldest first.
    pub(crate) fn list(
        &self,
        kind: &'static Kind,
        field: &'static str,
        value: &str,
    ) -> impl DoubleEndedIterator<Item = &Arc<Thing>> {
        let place = Place {
            kind: kind.name,
            field,
            value: value.to_owned(),
        };
        let things = self.lists.get(&place);
        things.into_iter().flatten()
    }

    /// The oldest of a location that has this value in an indexed field.
    pub(crate) fn find(
        &self,
        kind: &'static Kind,
        location_id: &str,
        field: &'static str,
        value: &str,
    ) -> Option<&Arc<Thing>> {
        let mut found = self.list(kind, field, value);
        found.find(|thing| thing.location_id == location_id)
    }

    /// A new thing, with its kind's defaults beneath these fields.
    pub(crate) fn insert(
        &mut self,
        kind: &'static Kind,
        location_id: &str,
        fields: Object,
        now_ms: u64,
    ) -> Arc<Thing> {
        let id = self.new_id(kind);
        self.plant(kind, location_id, id, fields, now_ms)
    }

    /// A new thing that is a location of its own.
    pub(crate) fn found(&mut self, kind: &'static Kind, fields: Object, now_ms: u64) -> Arc<Thing> {
        let id = self.new_id(kind);
        self.plant(kind, &id.clone(), id, fields, now_ms)
    }

    /// An id that nothing of this kind has ever had.
    fn new_id(&mut self, kind: &'static Kind) -> String {
        loop {
            let made = self.made.entry(kind.name).or_default();
            let id = kind.id(*made);
            *made += 1;
            if self.get(kind, &id).is_none() {
                return id;
            }
        }
    }

    /// A new thing with an id that was chosen for it.
    pub(crate) fn plant(
        &mut self,
        kind: &'static Kind,
        location_id: &str,
        id: String,
        fields: Object,
        now_ms: u64,
    ) -> Arc<Thing> {
        let mut all = with_defaults(kind, fields);
        all.insert(kind.id_key.to_owned(), json!(id));
        if !kind.location_key.is_empty() {
            all.insert(kind.location_key.to_owned(), json!(location_id));
        }
        date(kind.dates, &mut all, now_ms);
        self.put(kind, location_id, id, all, now_ms)
    }

    /// A thing as it is.
    pub(crate) fn put(
        &mut self,
        kind: &'static Kind,
        location_id: &str,
        id: String,
        fields: Object,
        added_ms: u64,
    ) -> Arc<Thing> {
        self.serial += 1;
        let location_id = location_id.to_owned();
        let thing = Thing::new(self.serial, kind, id, location_id, fields, added_ms);
        let thing = Arc::new(thing);
        self.enter(&thing);
        thing
    }

    /// Changes a thing, if there is one of this id.
    pub(crate) fn amend(
        &mut self,
        kind: &'static Kind,
        id: &str,
        now_ms: u64,
        change: impl FnOnce(&mut Object),
    ) -> Option<Arc<Thing>> {
        let mut thing = self.leave(kind, id)?;
        let changed = Arc::make_mut(&mut thing);
        changed.change(now_ms, change);
        self.enter(&thing);
        Some(thing)
    }

    /// Takes a thing away, and with it what belongs to it.
    pub(crate) fn remove(&mut self, kind: &'static Kind, id: &str) -> Option<Arc<Thing>> {
        let thing = self.leave(kind, id)?;
        for child in KINDS {
            let fields = child.parents.iter().filter(|(it, _)| it.name == kind.name);
            for (_, field) in fields {
                let children = self.list(child, field, id).map(|child| child.id.clone());
                for id in children.collect::<Vec<_>>() {
                    self.remove(child, &id);
                }
            }
        }
        Some(thing)
    }

    /// Takes away all that a location has.
    pub(crate) fn remove_location(&mut self, location_id: &str) {
        let things = self.things.values().flat_map(QuickMap::values);
        let own = things.filter(|thing| thing.location_id == location_id);
        for thing in own.cloned().collect::<Vec<_>>() {
            self.leave(thing.kind, &thing.id);
        }
    }

    /// All things, in the order of their creation.
    pub(crate) fn everything(&self) -> Vec<&Arc<Thing>> {
        let things = self.things.values().flat_map(QuickMap::values);
        let mut things: Vec<_> = things.collect();
        things.sort_unstable_by_key(|thing| thing.serial);
        things
    }

    /// How many ids of each kind were given out.
    pub(crate) fn made(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.made.iter().map(|(name, made)| (*name, *made))
    }

    pub(crate) fn set_made(&mut self, kind: &'static Kind, made: usize) {
        self.made.insert(kind.name, made);
    }

    /// How many things of a kind there are.
    pub(crate) fn count(&self, kind: &'static Kind) -> usize {
        self.things.get(kind.name).map_or(0, QuickMap::len)
    }

    /// How many things there are, and how many entries their lists have.
    pub(crate) fn size(&self) -> (usize, usize) {
        let things = self.things.values().map(QuickMap::len).sum();
        (things, self.lists.values().map(Vec::len).sum())
    }

    fn enter(&mut self, thing: &Arc<Thing>) {
        for place in places(thing) {
            let list = self.lists.entry(place).or_default();
            // It is there already where one value stands in a field twice.
            if let Err(at) = place_in(list, thing) {
                list.insert(at, thing.clone());
            }
        }
        let things = self.things.entry(thing.kind.name).or_default();
        things.insert(thing.id.clone(), thing.clone());
    }

    fn leave(&mut self, kind: &'static Kind, id: &str) -> Option<Arc<Thing>> {
        let thing = self.things.get_mut(kind.name)?.remove(id)?;
        for place in places(&thing) {
            if let Some(list) = self.lists.get_mut(&place) {
                if let Ok(at) = place_in(list, &thing) {
                    list.remove(at);
                }
                if list.is_empty() {
                    self.lists.remove(&place);
                }
            }
        }
        Some(thing)
    }
}

/// Where a thing stands in a list, or where it would.
fn place_in(list: &[Arc<Thing>], thing: &Thing) -> Result<usize, usize> {
    list.binary_search_by_key(&thing.serial, |other| other.serial)
}

/// The lists that a thing stands in.
fn places(thing: &Thing) -> Vec<Place> {
    let kind = thing.kind;
    let place = |field, value: &str| Place {
        kind: kind.name,
        field,
        value: value.to_owned(),
    };
    let mut places = vec![place("", &thing.location_id)];
    let parents = kind.parents.iter().map(|(_, field)| *field);
    for field in parents.chain(kind.indexed.iter().copied()) {
        match thing.fields.get(field) {
            Some(Value::String(value)) => places.push(place(field, value)),
            Some(Value::Array(values)) => {
                let values = values.iter().filter_map(Value::as_str);
                places.extend(values.map(|value| place(field, value)));
            }
            _ => {}
        }
    }
    places
}
