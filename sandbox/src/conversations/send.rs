//! Messages that are sent to a contact, and that come from one.

use std::sync::Arc;

use serde_json::{Value, json};

use super::manage::begun;
use super::types::read_as;
use crate::call::Call;
use crate::kinds::{CONTACT, CONVERSATION, EMAIL, MESSAGE};
use crate::object::{Object, merge, object, text_of, texts_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::thing::Thing;

/// `POST /conversations/messages`: the first one begins the conversation.
pub(super) fn send(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let contact_id = text_of(&call.body, "contactId");
    let contact = call.own(state.store(), &CONTACT, contact_id)?.clone();
    let known = state
        .store()
        .list(&CONVERSATION, "contactId", contact_id)
        .next()
        .cloned();
    let conversation = known.unwrap_or_else(|| {
        let fields = begun(&contact, call.now_ms());
        let store = state.store_mut();
        store.insert(&CONVERSATION, &call.location_id, fields, call.now_ms())
    });
    let (message, email) = write(state, call, &conversation, "outbound");
    let mut answer = object(json!({
        "conversationId": *conversation.id,
        "messageId": *message.id,
        "msg": "Message queued successfully.",
        "status": "pending",
    }));
    answer.extend(email.map(|email| ("emailMessageId".to_owned(), json!(*email.id))));
    Ok(Response::json(200, &answer))
}

/// `POST /conversations/messages/inbound`
pub(super) fn receive(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    add(state, call, "inbound")
}

/// `POST /conversations/messages/outbound`: a call that somebody has made.
pub(super) fn called(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    add(state, call, "outbound")
}

/// Adds to a conversation that there is.
fn add(state: &mut State, call: &Call, direction: &str) -> Result<Response, Refusal> {
    let id = text_of(&call.body, "conversationId");
    let conversation = call.own(state.store(), &CONVERSATION, id)?.clone();
    let (message, email) = write(state, call, &conversation, direction);
    let mut answer = object(json!({
        "success": true,
        "conversationId": *conversation.id,
        "messageId": *message.id,
        "message": "Message queued successfully.",
        "contactId": text_of(&conversation.fields, "contactId"),
        "dateAdded": message.fields.get("dateAdded"),
    }));
    answer.extend(email.map(|email| ("emailMessageId".to_owned(), json!(*email.id))));
    Ok(Response::json(200, &answer))
}

/// Adds the message, with its e-mail if it is one, and has the conversation tell of it.
fn write(
    state: &mut State,
    call: &Call,
    conversation: &Thing,
    direction: &str,
) -> (Arc<Thing>, Option<Arc<Thing>>) {
    let body = &call.body;
    let (word, number) = read_as(text_of(body, "type"));
    let text = match text_of(body, "message") {
        "" => text_of(body, "html"),
        text => text,
    };
    let is_email = word == "TYPE_EMAIL";
    let common = object(json!({
        "contactId": text_of(&conversation.fields, "contactId"),
        "conversationId": *conversation.id,
        "direction": direction,
        "source": "api",
        // What has a time to be sent at waits for it, for ever.
        "status": body.get("scheduledTimestamp").map(|_| "scheduled"),
        "attachments": texts_of(body, "attachments"),
        "conversationProviderId": body.get("conversationProviderId"),
    }));
    let (location, now_ms) = (&conversation.location_id, call.now_ms());
    let store = state.store_mut();
    let email = is_email.then(|| {
        let mut fields = common.clone();
        fields.extend(envelope(body, text));
        store.insert(&EMAIL, location, fields, now_ms)
    });
    let mut fields = common;
    fields.extend(object(json!({ "type": number, "messageType": word })));
    match &email {
        Some(email) => {
            let meta = json!({ "email": { "messageIds": [*email.id] } });
            fields.insert("meta".to_owned(), meta);
            fields.insert("contentType".to_owned(), json!("text/html"));
        }
        None => {
            fields.insert("body".to_owned(), json!(text));
        }
    }
    let message = store.insert(&MESSAGE, location, fields, now_ms);
    store.amend(&CONVERSATION, &conversation.id, now_ms, |fields| {
        let unread = fields
            .get("unreadCount")
            .and_then(Value::as_u64)
            .unwrap_or(0);
        let changes = json!({
            "lastMessageBody": if is_email { text_of(body, "subject") } else { text },
            "lastMessageType": word,
            "lastMessageDate": now_ms,
            "lastMessageDirection": direction,
            "unreadCount": if direction == "inbound" { unread + 1 } else { 0 },
        });
        merge(fields, object(changes));
    });
    (message, email)
}

/// What only an e-mail has.
fn envelope(body: &Object, text: &str) -> Object {
    object(json!({
        "threadId": match text_of(body, "threadId") {
            "" => "thread",
            id => id,
        },
        "subject": text_of(body, "subject"),
        "body": text,
        "from": match text_of(body, "emailFrom") {
            "" => "office@example.com",
            from => from,
        },
        "to": [text_of(body, "emailTo")],
        "cc": texts_of(body, "emailCc"),
        "bcc": texts_of(body, "emailBcc"),
    }))
}
