//! A conversation, as HighLevel sends it.

use super::{ConversationMessageType, ConversationType};

crate::wire! {
    /// A conversation: all that a location (sub-account) and a contact have written to each other.
    answer Conversation in [V2 V3] {
        /// The conversation's id.
        id = "id": Text, required;
        /// The contact.
        contact_id = "contactId": Text, required;
        /// The location.
        location_id = "locationId": Text, required;
        /// Whether it has been deleted.
        deleted = "deleted": Flag, required;
        /// Whether it is in the inbox.
        inbox = "inbox": Flag, required;
        /// By which way it is held: 1 phone, 2 e-mail, 3 Facebook Messenger, 4 reviews, 5 SMS to a group, 6 internal chat. A
        /// search has words for these.
        r#type = "type": Number, required;
        /// How many messages were not read.
        unread_count = "unreadCount": Number, required;
        /// The user to whom it is assigned.
        assigned_to = "assignedTo": Text, optional;
        /// Whether it was marked.
        starred = "starred": Flag, optional;
    }
}

crate::wire! {
    /// One page of conversations.
    answer ConversationPage in [V2 V3] {
        /// The conversations.
        conversations = "conversations": List(ConversationFound), required;
        /// How many there are in all.
        total = "total": Number, required;
    }
}

crate::wire! {
    /// A conversation, as a search finds it.
    answer ConversationFound in [V2 V3] {
        /// The conversation's id.
        id = "id": Text, required;
        /// The contact.
        contact_id = "contactId": Text, required;
        /// The location.
        location_id = "locationId": Text, required;
        /// What the last message says, if there is one.
        last_message_body = "lastMessageBody": Text, optional;
        /// What the last message is, if there is one.
        last_message_type = "lastMessageType": Word(ConversationMessageType), optional;
        /// By which way it is held.
        r#type = "type": Word(ConversationType), required;
        /// How many messages were not read.
        unread_count = "unreadCount": Number, required;
        /// The contact's whole name.
        full_name = "fullName": Text, optional;
        /// What is shown for the contact, if there is no name: a company, for example.
        contact_name = "contactName": Text, optional;
        /// The contact's e-mail address.
        email = "email": Text, optional;
        /// The contact's phone number.
        phone = "phone": Text, optional;
        /// When the last message was written: milliseconds since 1970. Not in the files; programs use it.
        last_message_date = "lastMessageDate": Json, optional;
        /// Its place among what was found: what `startAfterDate` takes. Not in the files, which say that a search goes on
        /// from it.
        sort = "sort": Json, optional;
    }
}
