//! Conversations searched, and the messages of one.

use serde_json::{Value, json};

use crate::call::Call;
use crate::case::Small;
use crate::input::{items, milliseconds, number, text};
use crate::kinds::{CONTACT, CONVERSATION, MESSAGE};
use crate::names::full_name;
use crate::object::{Object, object, text_of, without};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;

/// `GET /conversations/search`: the last message counts, the newest first unless it is said otherwise.
pub(super) fn search(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let (query, store) = (&call.query, state.store());
    let found = store.all(&CONVERSATION, &call.location_id);
    let mut found: Vec<_> = found.filter(|it| fits(store, it, query)).collect();
    found.sort_by_key(|it| (date(it), it.id.clone()));
    let ascending = text(query, "sort") == Some("asc");
    if !ascending {
        found.reverse();
    }
    let total = found.len();
    let after = match query.get("startAfterDate") {
        Some(Value::Array(after)) => after.first().and_then(Value::as_str),
        after => after.and_then(Value::as_str),
    };
    if let Some(ms) = after.and_then(|ms| ms.parse::<u64>().ok()) {
        found.retain(|it| match ascending {
            true => date(it) > ms,
            false => date(it) < ms,
        });
    }
    let page = found.into_iter().take(number(query, "limit", 20));
    let page: Vec<_> = page.map(|it| item(store, it)).collect();
    Ok(Response::json(
        200,
        &json!({ "conversations": page, "total": total }),
    ))
}

/// `GET /conversations/{conversationId}/messages`: the newest first, from behind the one that is named.
pub(super) fn messages(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let conversation = call.thing(&CONVERSATION)?;
    let types = items(&call.query, "type");
    let found = state
        .store()
        .list(&MESSAGE, "conversationId", &conversation.id)
        .rev();
    let found: Vec<_> = found
        .filter(|message| {
            let own = text_of(&message.fields, "messageType");
            types.as_ref().is_none_or(|types| types.contains(&own))
        })
        .collect();
    let begins = match text(&call.query, "lastMessageId") {
        None => 0,
        Some(id) => {
            let place = found.iter().position(|message| *message.id == *id);
            place.map_or(found.len(), |place| place + 1)
        }
    };
    let all = found.len();
    let page = found
        .into_iter()
        .skip(begins)
        .take(number(&call.query, "limit", 20));
    let page: Vec<_> = page.collect();
    let answer = json!({ "messages": {
        "lastMessageId": page.last().map(|message| message.id.to_string()).unwrap_or_default(),
        "nextPage": begins + page.len() < all,
        "messages": page.iter().map(|message| &message.fields).collect::<Vec<_>>(),
    } });
    Ok(Response::json(200, &answer))
}

fn date(conversation: &Thing) -> u64 {
    let date = conversation.fields.get("lastMessageDate");
    date.and_then(Value::as_u64)
        .unwrap_or(conversation.added_ms)
}

/// What only a conversation alone tells, and what none does.
const HIDDEN: [&str; 7] = [
    "assignedTo",
    "dateAdded",
    "dateUpdated",
    "deleted",
    "inbox",
    "lastMessageDirection",
    "starred",
];

/// In a search a conversation tells of its contact, of its last message and when that was, and of the value that it is
/// sorted by: the spec has neither the moment nor the value, from which programs go on.
fn item(store: &Store, conversation: &Thing) -> Object {
    let mut fields = without(conversation.fields.clone(), &HIDDEN);
    let contact = store.get(&CONTACT, text_of(&conversation.fields, "contactId"));
    let own = |name: &str| contact.map_or("", |contact| text_of(&contact.fields, name));
    let name = contact
        .map(|contact| full_name(&contact.fields))
        .unwrap_or_default();
    fields.extend(object(json!({
        "fullName": name,
        "contactName": name,
        "email": own("email"),
        "phone": own("phone"),
        "type": "TYPE_PHONE",
        "sort": [date(conversation)],
    })));
    fields
}

fn fits(store: &Store, conversation: &Thing, query: &Object) -> bool {
    let fields = &conversation.fields;
    let is = |name: &str, field: &str| {
        text(query, name).is_none_or(|wanted| text_of(fields, field) == wanted)
    };
    let is_one_of = |name: &str, field: &str| {
        items(query, name).is_none_or(|wanted| wanted.contains(&text_of(fields, field)))
    };
    let unread = fields.get("unreadCount") != Some(&json!(0));
    let has_status = match text(query, "status") {
        Some("read") => !unread,
        Some("unread") => unread,
        Some("starred") => fields.get("starred") == Some(&json!(true)),
        _ => true,
    };
    let begins = milliseconds(query, "startDate", 0);
    let ends = milliseconds(query, "endDate", u64::MAX);
    has_status
        && (begins..=ends).contains(&date(conversation))
        && is("id", "id")
        && is("contactId", "contactId")
        && is("lastMessageType", "lastMessageType")
        && is("lastMessageDirection", "lastMessageDirection")
        && is_one_of("assignedTo", "assignedTo")
        // Nobody follows or mentions anybody here.
        && ["followers", "mentions"].iter().all(|name| text(query, name).is_none())
        && text(query, "query").is_none_or(|term| mentions(store, conversation, term))
}

fn mentions(store: &Store, conversation: &Thing, term: &str) -> bool {
    let term = term.small();
    let shown = item(store, conversation);
    let names = ["fullName", "email", "phone", "lastMessageBody"];
    names
        .iter()
        .any(|name| text_of(&shown, name).small().contains(&term))
}
