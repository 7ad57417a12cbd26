//! `/conversations`: what contacts and a location write to each other, and their calls.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`conversations.json` of v2 and v3). They declare no `Version` for
//! `conversations.emails.get`; v2 is sent what it takes for all others.

mod calls;
mod conversation;
mod email;
mod live_chat;
mod message;
mod search;
mod send;
mod words;

pub use calls::*;
pub use conversation::*;
pub use email::*;
pub use live_chat::*;
pub use message::*;
pub use search::*;
pub use send::*;
pub use words::*;

use crate::core::model::docs::Bytes;

crate::operations! {
    version "2021-04-15";
    refused writes: "";

    /// Finds conversations of a location, a page at a time.
    search = "conversations.search": Get "/conversations/search", None,
        takes ConversationSearchParams,
        gives ConversationPage as List("conversations"),
        pages StartAfterDate,
        watched "Conversation" by "id"
            changed "lastMessageDate" newest { "sortBy": "last_message_date", "sort": "desc" },
        scope "conversations.readonly",
        for [V2 V3: Location];

    /// Reads one conversation, without its messages.
    get = "conversations.get": Get "/conversations/{conversationId}", None,
        about conversation_id "conversationId" Id "The conversation's id.",
        gives Conversation as Object,
        watched "Conversation" by "id",
        scope "conversations.readonly",
        for [V2 V3: Location];

    /// Reads one e-mail, with what it says.
    get_email = "conversations.emails.get": Get "/conversations/messages/email/{id}", None,
        about id "id" Id "The e-mail's id.",
        gives ConversationEmail as Object,
        watched "Email" by "id" added "dateAdded",
        scope "conversations/message.readonly",
        for [V2 V3: Location];

    /// Reads one message.
    get_message = "conversations.messages.get": Get "/conversations/messages/{id}", None,
        about id "id" Id "The message's id.",
        gives ConversationMessage as Object,
        watched "Message" by "id" added "dateAdded",
        scope "conversations/message.readonly",
        for [V2 V3: Location];

    /// Lists the messages of a conversation, a page at a time.
    list_messages = "conversations.messages.list": Get "/conversations/{conversationId}/messages", None,
        about conversation_id "conversationId" Id "The conversation's id.",
        takes ConversationMessageListParams,
        gives ConversationMessagePage as List("messages") in "messages",
        pages LastMessage,
        watched "Message" by "id" added "dateAdded" newest {},
        scope "conversations/message.readonly",
        for [V2 V3: Location];

    /// Sends a message to a contact.
    send_message = "conversations.messages.send": Post "/conversations/messages", Json,
        takes ConversationMessageSendParams,
        gives ConversationMessageSent as Object,
        scope "conversations/message.write",
        for [V2 V3: Location];

    /// Reads the recording of a call or a voicemail: a sound file, `audio/x-wav`.
    recording = "conversations.messages.recording":
        Get "/conversations/messages/{messageId}/locations/{locationId}/recording", None,
        about message_id "messageId" Id "The message's id.",
        takes ConversationCallParams,
        gives Bytes as Bytes,
        watched "Recording" whole,
        scope "conversations/message.readonly",
        for [V2 V3: Location];

    /// Reads what was said in a call.
    transcription = "conversations.messages.transcription":
        Get "/conversations/locations/{locationId}/messages/{messageId}/transcription", None,
        about message_id "messageId" Id "The message's id.",
        takes ConversationCallParams,
        gives ConversationTranscription as Json,
        watched "Transcription" whole,
        scope "conversations/message.readonly",
        for [V2 V3: Location];

    /// Reads what was said in a call, as a text for people.
    download_transcription = "conversations.messages.downloadTranscription":
        Get "/conversations/locations/{locationId}/messages/{messageId}/transcription/download", None,
        about message_id "messageId" Id "The message's id.",
        takes ConversationCallParams,
        gives String as Text,
        watched "Transcription" whole,
        scope "conversations/message.readonly",
        for [V2 V3: Location];

    /// Says what has become of a message. For apps that deliver messages themselves.
    ///
    /// For some seconds after a message was sent, HighLevel refuses it with 403.
    set_message_status = "conversations.messages.setStatus": Put "/conversations/messages/{messageId}/status", Json,
        about message_id "messageId" Id "The message's id.",
        takes ConversationMessageSetStatusParams,
        gives ConversationMessageSent as Object,
        scope "conversations/message.write",
        for [V2 V3: Location];

    /// Shows the visitor of a website whether somebody is typing an answer.
    typing = "conversations.liveChat.typing": Post "/conversations/providers/live-chat/typing", Json,
        takes ConversationTypingParams,
        gives ConversationDone as Deleted,
        scope "conversations/livechat.write",
        for [V2 V3: Location];
}
