//! How messages are sent, and what has become of them.

use super::{
    ConversationChannel, ConversationDeliveryStatus, ConversationOptimizationPeriod,
    ConversationReplyMode,
};

crate::wire! {
    /// A message to send.
    input ConversationMessageSendParams in [V2 V3] {
        /// By which way.
        r#type = "type": Word(ConversationChannel), required;
        /// A finer `type`. The files require it and say an object, and their example is `Email`; programs send none.
        sub_type = "subType": Json, optional;
        /// The contact whom it goes to.
        contact_id = "contactId": Id, required;
        /// The appointment that it is about.
        appointment_id = "appointmentId": Id, optional;
        /// The URLs of what to attach.
        attachments = "attachments": Texts, optional;
        /// The address that an e-mail comes from.
        email_from = "emailFrom": Text, optional;
        /// The addresses that have a copy of an e-mail.
        email_cc = "emailCc": Texts, optional;
        /// The addresses that have a copy of an e-mail, of which the others do not know.
        email_bcc = "emailBcc": Texts, optional;
        /// What it says, as HTML.
        html = "html": Text, optional;
        /// What it says, as text.
        message = "message": Text, optional;
        /// The subject of an e-mail.
        subject = "subject": Text, optional;
        /// The message that it answers.
        reply_message_id = "replyMessageId": Id, optional;
        /// The template that it is made from.
        template_id = "templateId": Id, optional;
        /// The thread that it belongs to; of e-mails, the message that stands for all of them.
        thread_id = "threadId": Id, optional;
        /// When to send it: seconds since 1970. Default: now.
        scheduled_timestamp = "scheduledTimestamp": Number, optional;
        /// What is to deliver it, if that is an app's own.
        conversation_provider_id = "conversationProviderId": Id, optional;
        /// The address that an e-mail goes to: one that the contact has. Default: the contact's own.
        email_to = "emailTo": Text, optional;
        /// The kind of e-mail, from which contacts may have unsubscribed.
        custom_subtype_id = "customSubtypeId": Id, optional;
        /// Whom an answer to an e-mail goes to.
        email_reply_mode = "emailReplyMode": Choice(ConversationReplyMode), optional;
        /// The phone number that it comes from.
        from_number = "fromNumber": Text, optional;
        /// The phone number that it goes to.
        to_number = "toNumber": Text, optional;
        /// The e-mail to forward.
        forward = "forward": Object(ConversationForwardParams), optional;
        /// What has become of it. The files require it; programs send none.
        status = "status": Choice(ConversationDeliveryStatus), optional;
        /// Whether HighLevel chooses the moment at which an e-mail is sent.
        uses_native_scheduling_ai = "usesNativeSchedulingAi": Flag, optional;
        /// Within which time it chooses.
        optimization_period = "optimizationPeriod": Choice(ConversationOptimizationPeriod), optional;
    }
}

crate::wire! {
    /// An e-mail to forward.
    input ConversationForwardParams in [V2 V3] {
        /// Whether there is one.
        is_forwarded = "isForwarded": Flag, required;
        /// Whether all e-mails of its thread go with it.
        forward_whole_thread = "forwardWholeThread": Flag, optional;
        /// The message that stands for its thread. HighLevel needs it.
        message_id = "messageId": Id, optional;
        /// The e-mail itself, unless it is the whole thread.
        email_message_id = "emailMessageId": Id, optional;
        /// The contact who had it. Default: found by HighLevel.
        source_contact_id = "sourceContactId": Id, optional;
        /// The conversation that has it. Default: found by HighLevel.
        source_conversation_id = "sourceConversationId": Id, optional;
        /// The address that it goes to.
        to_email = "toEmail": Text, optional;
        /// The contact whom it goes to.
        recipient_contact_id = "recipientContactId": Id, optional;
        /// The conversation that it goes into.
        recipient_conversation_id = "recipientConversationId": Id, optional;
    }
}

crate::wire! {
    /// What has become of a message.
    input ConversationMessageSetStatusParams in [V2 V3] {
        /// What has become of it.
        status = "status": Choice(ConversationDeliveryStatus), required;
        /// Why it failed.
        error = "error": Object(ConversationProviderError), optional;
        /// The e-mail, if it is one.
        email_message_id = "emailMessageId": Id, optional;
        /// The other addresses that an e-mail went to.
        recipients = "recipients": Texts, optional;
    }
}

crate::wire! {
    /// Why what was to deliver a message could not.
    input ConversationProviderError in [V2 V3] {
        /// Its code.
        code = "code": Text, required;
        /// Its kind.
        r#type = "type": Text, required;
        /// What it says.
        message = "message": Text, required;
    }
}

crate::wire! {
    /// What was sent, or has another status.
    answer ConversationMessageSent in [V2 V3] {
        /// The conversation.
        conversation_id = "conversationId": Text, required;
        /// The e-mail, if it is one. Who adds an answer to it names this.
        email_message_id = "emailMessageId": Text, optional;
        /// The message, unless there are several.
        message_id = "messageId": Text, optional;
        /// The messages, where one becomes several: those by Google Business Profile.
        message_ids = "messageIds": Texts, optional;
        /// The server's words, if it said any.
        msg = "msg": Text, optional;
        /// What was forwarded.
        forward_data = "forwardData": Object(ConversationForwarded), optional;
        /// What has become of it.
        status = "status": Choice(ConversationDeliveryStatus), required;
    }
}

crate::wire! {
    /// What was forwarded.
    answer ConversationForwarded in [V2 V3] {
        /// Whether all e-mails of its thread went with it.
        forward_whole_thread = "forwardWholeThread": Flag, optional;
        /// The message that stands for its thread.
        message_id = "messageId": Text, optional;
        /// The e-mail.
        email_message_id = "emailMessageId": Text, optional;
        /// The contact who had it.
        source_contact_id = "sourceContactId": Text, optional;
        /// The conversation that has it.
        source_conversation_id = "sourceConversationId": Text, optional;
        /// The address that it went to.
        forward_to_email = "forwardToEmail": Text, optional;
        /// The contact whom it went to.
        recipient_contact_id = "recipientContactId": Text, optional;
        /// The conversation that it went into.
        recipient_conversation_id = "recipientConversationId": Text, optional;
    }
}
