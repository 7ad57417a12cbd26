//! Lists of things: which, how many, and what is said beside them.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::case::Small;
use crate::entry::{Count, Entry, Listing, Pages};
use crate::input::{number, text};
use crate::kind::Kind;
use crate::object::Object;
use crate::page::cut;
use crate::response::Response;
use crate::state::State;
use crate::thing::Thing;

/// The things of the last parent in the path, or of the location.
pub(super) fn list(state: &State, call: &Call, entry: &Entry, listing: &Listing) -> Response {
    let (field, value) = source(call, entry.kind);
    let found = state.store().list(entry.kind, field, value);
    let found = found.filter(|thing| fits(thing, call, listing));
    let shown = |thing: &Thing| Value::Object((entry.shown)(state.store(), thing, call.version()));

    let (skip, limit) = match listing.pages {
        Pages::Whole => (0, usize::MAX),
        Pages::From(name, default) => {
            let most = state.config.paging.most.unwrap_or(usize::MAX);
            let limit = number(&call.query, "limit", default).min(most);
            (number(&call.query, name, 0), limit)
        }
    };
    let (items, all) = cut(found, skip, limit);
    let items: Vec<_> = items.into_iter().map(|thing| shown(thing)).collect();
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

/// The field that has the id of something in the path, or else that of the location.
fn source<'a>(call: &'a Call, kind: &'static Kind) -> (&'static str, &'a str) {
    let fields = kind.parents.iter().copied();
    let things = call.things.iter().rev();
    let mut sources = things.filter_map(|thing| {
        let parent = fields
            .clone()
            .find(|(parent, _)| parent.name == thing.kind.name);
        let by_name = || {
            kind.indexed
                .iter()
                .find(|field| **field == thing.kind.path_name)
        };
        let field = parent
            .map(|(_, field)| field)
            .or_else(|| by_name().copied());
        Some((field?, &*thing.id))
    });
    sources.next().unwrap_or(("", &call.location_id))
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
            Some(Value::Bool(flag)) => wanted == if *flag { "true" } else { "false" },
            Some(_) => false,
        }
}

fn mentions(fields: &Object, names: &[&str], term: &str) -> bool {
    let term = term.small();
    let mut texts = names.iter().filter_map(|name| fields.get(*name)?.as_str());
    texts.any(|text| text.small().contains(&term))
}
