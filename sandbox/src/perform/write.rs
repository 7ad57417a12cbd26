//! Things made and changed.

use std::sync::Arc;

use serde_json::json;

use crate::call::Call;
use crate::entry::Entry;
use crate::object::merge;
use crate::refusal::Refusal;
use crate::state::State;
use crate::thing::Thing;

/// A new thing of what the path names.
pub(super) fn create(state: &mut State, call: &Call, entry: &Entry) -> Result<Arc<Thing>, Refusal> {
    let mut fields = (entry.draft)(state, call, None)?;
    for (parent, field) in entry.kind.parents {
        if let Ok(parent) = call.thing(parent) {
            fields.insert((*field).to_owned(), json!(*parent.id));
        }
    }
    let store = state.store_mut();
    Ok(store.insert(entry.kind, &call.location_id, fields, call.now_ms()))
}

/// The thing that the path names, changed.
pub(super) fn update(state: &mut State, call: &Call, entry: &Entry) -> Result<Arc<Thing>, Refusal> {
    let before = call.thing(entry.kind)?;
    let changes = (entry.draft)(state, call, Some(before))?;
    let store = state.store_mut();
    let after = store.amend(entry.kind, &before.id, call.now_ms(), |fields| {
        merge(fields, changes);
    });
    after.ok_or_else(|| Refusal::no_such(entry.kind, &before.id))
}
