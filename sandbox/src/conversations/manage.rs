//! Conversations begun and shown, and what is said of messages.

use serde_json::{Value, json};

use crate::call::Call;
use crate::kinds::{CONTACT, CONVERSATION, MESSAGE};
use crate::moment::moment;
use crate::object::{Object, merge, object, text_of, without};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

/// `POST /conversations/`: a contact has one only.
pub(super) fn create(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let contact_id = text_of(&call.body, "contactId");
    let contact = call.own(state.store(), &CONTACT, contact_id)?;
    if let Some(known) = state
        .store()
        .list(&CONVERSATION, "contactId", contact_id)
        .next()
    {
        return Err(Refusal::Duplicate {
            message: "Conversation already exists",
            more: json!({ "error": "Bad Request", "conversationId": *known.id }),
        });
    }
    let fields = begun(contact, call.now_ms());
    let store = state.store_mut();
    let conversation = store.insert(&CONVERSATION, &call.location_id, fields, call.now_ms());
    let conversation = written(state.store(), &conversation, call.version());
    let answer = json!({ "success": true, "conversation": conversation });
    Ok(Response::json(201, &answer))
}

/// The fields of a contact's new conversation.
pub(super) fn begun(contact: &Thing, now_ms: u64) -> Object {
    let mut fields = object(json!({ "contactId": *contact.id, "lastMessageDate": now_ms }));
    if let Some(user) = contact.fields.get("assignedTo") {
        fields.insert("assignedTo".to_owned(), user.clone());
    }
    fields
}

/// One that has been written tells in words when its last message was.
pub(super) fn written(_: &Store, conversation: &Thing, _: Version) -> Object {
    let mut fields = conversation.fields.clone();
    let date = fields.get("lastMessageDate").and_then(Value::as_u64);
    fields.insert("lastMessageDate".to_owned(), json!(date.and_then(moment)));
    fields
}

/// A conversation alone has a number for its type, and says nothing of its messages and its dates.
pub(super) fn shown(_: &Store, conversation: &Thing, _: Version) -> Object {
    let mut fields = without(conversation.fields.clone(), &["dateAdded", "dateUpdated"]);
    fields.retain(|name, _| !name.starts_with("lastMessage"));
    fields.insert("type".to_owned(), json!(1));
    fields
}

/// `PUT /conversations/messages/{messageId}/status`
pub(super) fn set_status(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let message = call.thing(&MESSAGE)?;
    let status = text_of(&call.body, "status");
    let changes = object(json!({ "status": status, "error": call.body.get("error") }));
    let store = state.store_mut();
    store.amend(&MESSAGE, &message.id, call.now_ms(), |fields| {
        merge(fields, changes);
    });
    let answer = json!({
        "conversationId": text_of(&message.fields, "conversationId"),
        "messageId": *message.id,
        "status": status,
    });
    Ok(Response::json(200, &answer))
}

/// `POST /conversations/providers/live-chat/typing`
pub(super) fn typing(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = text_of(&call.body, "conversationId");
    call.own(state.store(), &CONVERSATION, id)?;
    Ok(Response::json(201, &json!({ "success": true })))
}

/// `DELETE /conversations/messages/{messageId}/schedule`, and that of an e-mail. What waits for no time answers as the spec's
/// example does, with a status of its own in a body that is 200.
pub(super) fn cancel(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let message = call
        .things
        .last()
        .filter(|message| text_of(&message.fields, "status") == "scheduled");
    let Some(message) = message else {
        let words = "Failed cancel the scheduled message";
        return Ok(Response::json(
            200,
            &json!({ "status": 404, "message": words }),
        ));
    };
    state.store_mut().remove(message.kind, &message.id);
    let words = "Successfully cancelled the scheduled message";
    Ok(Response::json(
        200,
        &json!({ "status": 200, "message": words }),
    ))
}
