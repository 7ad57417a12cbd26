//! What a call reaches: its input checked, its location entered, the things of its path found.

use std::sync::Arc;

use crate::call::Call;
use crate::caller::{Caller, may_manage};
use crate::entry::{Body, Entry};
use crate::input::{checked_in, text};
use crate::kind::Kind;
use crate::kinds::{self, COMPANY, LOCATION};
use crate::object::{Object, text_of};
use crate::path;
use crate::refusal::Refusal;
use crate::state::State;
use crate::thing::Thing;
use crate::visit::Visit;

/// The call, if it may be answered.
pub(super) fn call<'a>(
    state: &State,
    visit: &'a Visit<'a>,
    path: &str,
    entry: &Entry,
) -> Result<Call<'a>, Refusal> {
    let request = visit.request;
    let query = checked_in(visit.version, request.query_object(), entry.query)?;
    let (mut body, mut items) = (Object::new(), Vec::new());
    match entry.body {
        Body::None => {}
        Body::Object(fields) => {
            body = checked_in(visit.version, request.body_object()?, fields)?;
        }
        Body::Each(fields) => {
            for item in request.body_list()? {
                items.push(checked_in(visit.version, item, fields)?);
            }
        }
    }
    let mut call = Call {
        visit,
        query,
        body,
        items,
        location_id: String::new(),
        things: Vec::new(),
        words: Vec::new(),
    };
    name_location(state, &mut call)?;
    for (name, id) in path::names(path).zip(&visit.ids) {
        step(state, &mut call, entry.kind, name, id)?;
    }
    Ok(call)
}

/// Enters the location that the query or the body names, or else the caller's own.
fn name_location(state: &State, call: &mut Call) -> Result<(), Refusal> {
    for input in [&call.query, &call.body] {
        text(input, "companyId").map_or(Ok(()), may_manage)?;
    }
    let named = text(&call.query, "locationId")
        .or_else(|| text(&call.query, "location_id"))
        .or_else(|| text(&call.body, "locationId"))
        .map(str::to_owned);
    if let Some(id) = named {
        return enter(state, call, &id);
    }
    let own = call.visit.caller().location_id();
    call.location_id = own.unwrap_or_default().to_owned();
    Ok(())
}

fn enter(state: &State, call: &mut Call, id: &str) -> Result<(), Refusal> {
    let open = match call.visit.caller() {
        Caller::Agency => state.store().get(&LOCATION, id).is_some(),
        Caller::Location(own) => own == id,
    };
    if !open {
        return Err(Refusal::ForeignLocation);
    }
    call.location_id = id.to_owned();
    Ok(())
}

/// What one name in braces stands for: a location, a thing that belongs to those before it, or a word.
fn step(
    state: &State,
    call: &mut Call,
    own: &'static Kind,
    name: &str,
    id: &str,
) -> Result<(), Refusal> {
    let kind = match kinds::named(name) {
        Some(kind) => kind,
        None if name == "id" => own,
        None => {
            call.words.push(id.to_owned());
            return Ok(());
        }
    };
    if kind.name == COMPANY.name {
        may_manage(id)?;
    }
    if kind.name == LOCATION.name {
        enter(state, call, id)?;
        if own.name != LOCATION.name {
            return Ok(());
        }
    }
    let thing = state.store().get(kind, id);
    let thing = thing.ok_or_else(|| Refusal::no_such(kind, id))?;
    if !belongs(thing, &call.things) {
        return Err(Refusal::no_such(kind, id));
    }
    let named_another = !call.location_id.is_empty() && call.location_id != thing.location_id;
    if named_another && call.visit.caller() == Caller::Agency {
        return Err(Refusal::no_such(kind, id));
    }
    // What is of the company itself is in no location, and its calls take the agency's token.
    if !thing.location_id.is_empty() {
        enter(state, call, &thing.location_id)?;
    }
    call.things.push(thing.clone());
    Ok(())
}

/// Whether a thing is one of those that its path has before it.
fn belongs(thing: &Thing, parents: &[Arc<Thing>]) -> bool {
    thing.kind.parents.iter().all(|(kind, field)| {
        let mut parents = parents.iter();
        parents
            .find(|parent| parent.kind.name == kind.name)
            .is_none_or(|parent| text_of(&thing.fields, field) == &*parent.id)
    })
}
