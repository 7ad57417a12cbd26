//! The users who follow a contact or an opportunity.

use serde_json::{Value, json};

use crate::call::Call;
use crate::input::text;
use crate::object::{merge, object, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

pub(crate) fn add(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let mut after = followers(call);
    let mut added = texts_of(&call.body, "followers");
    added.retain(|id| !after.contains(id));
    after.extend(added.iter().cloned());
    write(state, call, &after);
    let answer = json!({ "followers": after, "followersAdded": added });
    Ok(Response::json(201, &answer))
}

/// Those of the body, or all where the query says so.
pub(crate) fn remove(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let named = texts_of(&call.body, "followers");
    let all = text(&call.query, "isRemoveAllFollowers") == Some("true");
    let before = followers(call).into_iter();
    let (removed, after): (Vec<_>, Vec<_>) = before.partition(|id| all || named.contains(id));
    write(state, call, &after);
    let answer = json!({ "followers": after, "followersRemoved": removed });
    Ok(Response::json(200, &answer))
}

/// Those of the thing that the path is about.
fn followers(call: &Call) -> Vec<String> {
    let thing = call.things.last();
    thing.map_or(Vec::new(), |thing| texts_of(&thing.fields, "followers"))
}

fn write(state: &mut State, call: &Call, followers: &[String]) {
    let changes = object(json!({ "followers": Value::from(followers) }));
    if let Some(thing) = call.things.last() {
        let store = state.store_mut();
        store.amend(thing.kind, &thing.id, call.now_ms(), |fields| {
            merge(fields, changes);
        });
    }
}
