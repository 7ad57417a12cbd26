//! Does what an entry of the catalogue says.

mod list;
mod reach;
mod write;

use serde_json::Value;

use crate::entry::{Deed, Entry};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::thing::Thing;
use crate::visit::Visit;

/// Answers a call whose row is an entry: refuses what is wrong with it, then does it.
pub(crate) fn perform(
    state: &mut State,
    visit: &Visit,
    path: &str,
    entry: &Entry,
) -> Result<Response, Refusal> {
    let call = reach::call(state, visit, path, entry)?;
    match &entry.deed {
        Deed::Get => {
            let thing = call.thing(entry.kind)?;
            Ok(single(state, thing, visit, entry))
        }
        Deed::List(listing) => Ok(list::list(state, &call, entry, listing)),
        Deed::Create => {
            let thing = write::create(state, &call, entry)?;
            Ok(single(state, &thing, visit, entry))
        }
        Deed::Update => {
            let thing = write::update(state, &call, entry)?;
            Ok(single(state, &thing, visit, entry))
        }
        Deed::Delete(done) => {
            let thing = call.thing(entry.kind)?;
            state.store_mut().remove(entry.kind, &thing.id);
            Ok(Response::json(entry.status, &done.words(visit.version)))
        }
        Deed::Own(answer) => answer(state, &call),
    }
}

/// One thing, in its envelope.
fn single(state: &State, thing: &Thing, visit: &Visit, entry: &Entry) -> Response {
    let shown = (entry.shown)(state.store(), thing, visit.version);
    if entry.key.is_empty() {
        return Response::json(entry.status, &shown);
    }
    let mut answer = entry.flags.words(visit.version);
    answer.insert(entry.key.to_owned(), Value::Object(shown));
    Response::json(entry.status, &answer)
}
