//! `GET /conversations/messages/export`: the messages of a whole location, page by page.

use serde_json::json;

use super::types::read_as;
use crate::call::Call;
use crate::input::{number, text};
use crate::kinds::MESSAGE;
use crate::moment::milliseconds;
use crate::object::{object, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::thing::Thing;

/// The newest first unless it is said otherwise. The cursor is the id of the last one; both dates to sort by are that of the
/// creation, since messages do not change.
pub(super) fn export(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let query = &call.query;
    let found = state.store().all(&MESSAGE, &call.location_id);
    let mut found: Vec<_> = found.filter(|message| fits(call, message)).collect();
    // Conversations of the start overlap in time.
    found.sort_by_key(|message| message.added_ms);
    if text(query, "sortOrder") != Some("asc") {
        found.reverse();
    }
    let total = found.len();
    let begins = match text(query, "cursor") {
        None => 0,
        Some(id) => {
            let place = found.iter().position(|message| *message.id == *id);
            place.map_or(total, |place| place + 1)
        }
    };
    let page = found
        .into_iter()
        .skip(begins)
        .take(number(query, "limit", 100));
    let page: Vec<_> = page.collect();
    let last = page.last().filter(|_| begins + page.len() < total);
    let mut answer = object(json!({
        "messages": page.iter().map(|message| &message.fields).collect::<Vec<_>>(),
        "total": total,
    }));
    answer.extend(last.map(|message| ("nextCursor".to_owned(), json!(*message.id))));
    Ok(Response::json(200, &answer))
}

fn fits(call: &Call, message: &Thing) -> bool {
    let is = |name: &str| {
        text(&call.query, name).is_none_or(|wanted| text_of(&message.fields, name) == wanted)
    };
    let moment = |name: &str| text(&call.query, name).and_then(milliseconds);
    let channel = text(&call.query, "channel").map(|channel| match channel {
        "Instagram" => "IG",
        "Facebook" => "FB",
        other => other,
    });
    is("conversationId")
        && is("contactId")
        && channel.is_none_or(|it| text_of(&message.fields, "messageType") == read_as(it).0)
        && moment("startDate").is_none_or(|ms| message.added_ms >= ms)
        && moment("endDate").is_none_or(|ms| message.added_ms <= ms)
}
