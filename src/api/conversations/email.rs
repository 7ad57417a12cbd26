//! An e-mail of a conversation, as HighLevel sends it.

use super::{ConversationDirection, ConversationMessageSource, ConversationMessageStatus};

crate::wire! {
    /// An e-mail.
    answer ConversationEmail in [V2 V3] {
        /// The e-mail's id.
        id = "id": Text, required;
        /// The id that it has elsewhere.
        alt_id = "altId": Text, optional;
        /// The message that it belongs to, which stands for all e-mails of one thread.
        thread_id = "threadId": Text, required;
        /// The location.
        location_id = "locationId": Text, required;
        /// The contact.
        contact_id = "contactId": Text, required;
        /// The conversation.
        conversation_id = "conversationId": Text, required;
        /// When it was written: ISO 8601, in UTC.
        date_added = "dateAdded": Text, required;
        /// The subject.
        subject = "subject": Text, optional;
        /// What it says.
        body = "body": Text, required;
        /// From whom to whom.
        direction = "direction": Choice(ConversationDirection), required;
        /// What has become of it.
        status = "status": Word(ConversationMessageStatus), optional;
        /// The type of `body`: `text/plain`, `text/html`.
        content_type = "contentType": Text, required;
        /// The URLs of what is attached.
        attachments = "attachments": Texts, optional;
        /// What delivered it.
        provider = "provider": Text, optional;
        /// Name and address of the sender.
        from = "from": Text, required;
        /// The addresses that it went to.
        to = "to": Texts, required;
        /// The addresses that had a copy.
        cc = "cc": Texts, optional;
        /// The addresses that had a copy of which the others do not know.
        bcc = "bcc": Texts, optional;
        /// The e-mail that it answers.
        reply_to_message_id = "replyToMessageId": Text, optional;
        /// What wrote it.
        source = "source": Word(ConversationMessageSource), optional;
        /// What delivers it, if that is an app's own.
        conversation_provider_id = "conversationProviderId": Text, optional;
    }
}
