//! Lists of things: which, how many, and what is said beside them.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::entry::{Count, Entry, Listing, Pages};
use crate::input::{number, text};
use crate::object::Object;
use crate::response::Response;
use crate::state::State;
use crate::store::Thing;

/// The things of the last parent in the path, or of the location.
pub(super) fn list(state: &State, call: &Call, entry: &Entry, listing: &Listing) -> Response {
    let parents = entry.kind.parents.iter();
    let parent = parents.rev().find_map(|(kind, field)| {
        let parent = call.thing(kind).ok()?;
        Some((*field, &*parent.id))
    });
    let (field, value) = parent.unwrap_or(("", &call.location_id));
    let found = state.store.list(entry.kind, field, value);
    let found = found.filter(|thing| fits(thing, call, listing));
    let shown = |thing: &Thing| Value::Object((entry.shown)(&state.store, thing, call.version()));

    let (skip, limit) = match listing.pages {
        Pages::Whole => (0, usize::MAX),
        Pages::From(name, default) => {
            let most = state.config.paging.most.unwrap_or(usize::MAX);
            let limit = number(&call.query, "limit", default).min(most);
            (number(&call.query, name, 0), limit)
        }
    };
    let (mut all, mut items) = (0, Vec::new());
    for thing in found {
        if all >= skip && items.len() < limit {
            items.push(shown(thing));
        }
        all += 1;
    }
    if entry.key.is_empty() {
        return Response::json(entry.status, &items);
    }
    let more = all > skip.saturating_add(items.len());
    let mut answer = Map::from_iter([(entry.key.to_owned(), Value::Array(items))]);
    let (name, value) = match listing.count {
        Count::None => return Response::json(entry.status, &answer),
        Count::All(name) => (name, json!(all)),
        Count::More(name) => (name, json!(more)),
    };
    answer.insert(name.to_owned(), value);
    Response::json(entry.status, &answer)
}

fn fits(thing: &Thing, call: &Call, listing: &Listing) -> bool {
    let mut filters = listing.filters.iter();
    let (name, fields) = listing.searched;
    filters.all(|(name, field)| {
        text(&call.query, name).is_none_or(|wanted| equals(&thing.fields, field, wanted))
    }) && text(&call.query, name).is_none_or(|term| mentions(&thing.fields, fields, term))
}

/// Whether a field has this value; `all`, in whatever case, is any.
fn equals(fields: &Object, name: &str, wanted: &str) -> bool {
    wanted.eq_ignore_ascii_case("all")
        || match fields.get(name) {
            Some(Value::String(text)) => text == wanted,
            Some(Value::Array(values)) => values.iter().any(|value| value == wanted),
            Some(Value::Null) | None => wanted == "false",
            Some(other) => other.to_string() == wanted,
        }
}

fn mentions(fields: &Object, names: &[&str], term: &str) -> bool {
    let term = term.to_lowercase();
    let mut texts = names.iter().filter_map(|name| fields.get(*name)?.as_str());
    texts.any(|text| text.to_lowercase().contains(&term))
}
