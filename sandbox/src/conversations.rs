//! The calls about conversations and messages.
//!
//! Where HighLevel is silent, the sandbox decides: what is sent has arrived; a contact has one conversation, which its first
//! message begins; calls have a recording, of silence, and a transcript; who types in a chat nobody sees. Messages are wrapped
//! once more than the spec has it, and leave out the bodies of e-mails, as has been seen.

mod call_record;
mod export;
mod fields;
mod list;
mod manage;
mod send;
mod types;

use crate::entry::{Entry, SUCCESS};
use crate::kinds::{CONVERSATION, EMAIL, MESSAGE};
use crate::row::Row;

const READ: &str = "conversations.readonly";
const WRITE: &str = "conversations.write";
const READ_MESSAGES: &str = "conversations/message.readonly";
const WRITE_MESSAGES: &str = "conversations/message.write";

pub(crate) const ROWS: &[Row] = &[
    row(
        "conversations.search",
        "GET /conversations/search",
        READ,
        Entry::own(&CONVERSATION, list::search).asks(fields::SEARCH),
    ),
    row(
        "conversations.create",
        "POST /conversations",
        WRITE,
        Entry::own(&CONVERSATION, manage::create).takes(fields::CREATE),
    ),
    row(
        "conversations.messages.send",
        "POST /conversations/messages",
        WRITE_MESSAGES,
        Entry::own(&MESSAGE, send::send).takes(fields::SEND),
    ),
    row(
        "conversations.messages.addInbound",
        "POST /conversations/messages/inbound",
        WRITE_MESSAGES,
        Entry::own(&MESSAGE, send::receive).takes(fields::INBOUND),
    ),
    row(
        "conversations.messages.addOutbound",
        "POST /conversations/messages/outbound",
        WRITE_MESSAGES,
        Entry::own(&MESSAGE, send::called).takes(fields::OUTBOUND),
    ),
    row(
        "conversations.messages.cancel",
        "DELETE /conversations/messages/{messageId}/schedule",
        WRITE_MESSAGES,
        Entry::own(&MESSAGE, manage::cancel),
    ),
    row(
        "conversations.emails.cancel",
        "DELETE /conversations/messages/email/{id}/schedule",
        WRITE_MESSAGES,
        Entry::own(&EMAIL, manage::cancel),
    ),
    row(
        "conversations.messages.export",
        "GET /conversations/messages/export",
        READ_MESSAGES,
        Entry::own(&MESSAGE, export::export).asks(fields::EXPORT),
    ),
    row(
        "conversations.liveChat.typing",
        "POST /conversations/providers/live-chat/typing",
        "conversations/livechat.write",
        Entry::own(&CONVERSATION, manage::typing).takes(fields::TYPING),
    ),
    row(
        "conversations.emails.get",
        "GET /conversations/messages/email/{id}",
        READ_MESSAGES,
        Entry::get(&EMAIL, ""),
    ),
    row(
        "conversations.messages.get",
        "GET /conversations/messages/{id}",
        READ_MESSAGES,
        Entry::get(&MESSAGE, ""),
    ),
    row(
        "conversations.messages.setStatus",
        "PUT /conversations/messages/{messageId}/status",
        WRITE_MESSAGES,
        Entry::own(&MESSAGE, manage::set_status).takes(fields::STATUS),
    ),
    row(
        "conversations.messages.recording",
        "GET /conversations/messages/{messageId}/locations/{locationId}/recording",
        READ_MESSAGES,
        Entry::own(&MESSAGE, call_record::recording),
    ),
    row(
        "conversations.messages.transcription",
        "GET /conversations/locations/{locationId}/messages/{messageId}/transcription",
        READ_MESSAGES,
        Entry::own(&MESSAGE, call_record::transcription),
    ),
    row(
        "conversations.messages.downloadTranscription",
        "GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download",
        READ_MESSAGES,
        Entry::own(&MESSAGE, call_record::text),
    ),
    row(
        "conversations.messages.list",
        "GET /conversations/{conversationId}/messages",
        READ_MESSAGES,
        Entry::own(&MESSAGE, list::messages).asks(fields::MESSAGES),
    ),
    row(
        "conversations.get",
        "GET /conversations/{conversationId}",
        READ,
        Entry::get(&CONVERSATION, "").shown(manage::shown),
    ),
    row(
        "conversations.update",
        "PUT /conversations/{conversationId}",
        WRITE,
        Entry::update(&CONVERSATION, "conversation")
            .takes(fields::UPDATE)
            .shown(manage::written)
            .flags(SUCCESS),
    ),
    row(
        "conversations.delete",
        "DELETE /conversations/{conversationId}",
        WRITE,
        Entry::delete(&CONVERSATION, SUCCESS),
    ),
];

const fn row(
    operation: &'static str,
    line: &'static str,
    scope: &'static str,
    entry: Entry,
) -> Row {
    Row::of(operation, line, scope, entry).early()
}
