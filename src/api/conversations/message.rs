//! A message of a conversation, as HighLevel sends it.

use super::{
    ConversationCallStatus, ConversationDirection, ConversationMessageSource,
    ConversationMessageStatus, ConversationMessageType,
};

crate::wire! {
    /// Which messages `conversations.messages.list` lists.
    input ConversationMessageListParams in [V2 V3] {
        /// Where to go on: `lastMessageId` of the page before.
        last_message_id = "lastMessageId": Id, optional;
        /// The most messages to return. Default: 20.
        limit = "limit": Number, optional;
        /// Those of these types only, for example `TYPE_SMS`. Comments are `TYPE_INTERNAL_COMMENTS` here. Sent as one string
        /// with commas.
        r#type = "type": Csv, optional;
    }
}

crate::wire! {
    /// One page of messages.
    answer ConversationMessagePage in [V2 V3] {
        /// The id of the last message of this page.
        last_message_id = "lastMessageId": Text, optional;
        /// Whether there are more.
        next_page = "nextPage": Flag, optional;
        /// The messages.
        messages = "messages": List(ConversationMessage), required;
    }
}

crate::wire! {
    /// A message of a conversation, or a call.
    answer ConversationMessage in [V2 V3] {
        /// The message's id.
        id = "id": Text, required;
        /// What it is, as a number of HighLevel's own: 1 for a call, 3 for an e-mail, 10 for a voicemail.
        r#type = "type": Number, required;
        /// What it is.
        message_type = "messageType": Word(ConversationMessageType), required;
        /// The location.
        location_id = "locationId": Text, required;
        /// The contact.
        contact_id = "contactId": Text, required;
        /// The conversation.
        conversation_id = "conversationId": Text, required;
        /// When it was written: ISO 8601, in UTC.
        date_added = "dateAdded": Text, required;
        /// What it says. Lists leave out what e-mails say; those are read with `conversations.emails.get`, by the ids in `meta`.
        body = "body": Text, optional;
        /// From whom to whom.
        direction = "direction": Choice(ConversationDirection), required;
        /// What has become of it.
        status = "status": Word(ConversationMessageStatus), optional;
        /// The type of `body`: `text/plain`.
        content_type = "contentType": Text, required;
        /// The URLs of what is attached. Of calls and voicemails there are none: `conversations.messages.recording` reads
        /// those.
        attachments = "attachments": Texts, optional;
        /// What there is to know of a call or an e-mail.
        meta = "meta": Object(ConversationMessageMeta), optional;
        /// What wrote it.
        source = "source": Word(ConversationMessageSource), optional;
        /// The user who wrote it.
        user_id = "userId": Text, optional;
        /// What delivers it, if that is an app's own.
        conversation_provider_id = "conversationProviderId": Text, optional;
        /// The chat on a website that it was written in.
        chat_widget_id = "chatWidgetId": Text, optional;
    }
}

crate::wire! {
    /// What there is to know of a call or an e-mail.
    answer ConversationMessageMeta in [V2 V3] {
        /// How long the call took, in seconds. The files say a text, and their example is a number.
        call_duration = "callDuration": Json, optional;
        /// What has become of the call.
        call_status = "callStatus": Word(ConversationCallStatus), optional;
        /// The e-mails.
        email = "email": Object(ConversationThread), optional;
    }
}

crate::wire! {
    /// The e-mails that a message stands for.
    answer ConversationThread in [V2 V3] {
        /// Their ids, which `conversations.emails.get` takes.
        message_ids = "messageIds": Texts, optional;
    }
}
