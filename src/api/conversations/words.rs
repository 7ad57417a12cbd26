//! The words that the fields of conversations and messages are made of.

crate::words! {
    /// What a message is (v2 and v3 specs); the API may know others.
    ///
    /// `TYPE_ACTIVITY_…` are no messages but what happened meanwhile: an appointment, a payment.
    open ConversationMessageType {
        "TYPE_CALL" "TYPE_SMS" "TYPE_RCS" "TYPE_EMAIL" "TYPE_SMS_REVIEW_REQUEST" "TYPE_WEBCHAT"
        "TYPE_SMS_NO_SHOW_REQUEST" "TYPE_CAMPAIGN_SMS" "TYPE_CAMPAIGN_CALL" "TYPE_CAMPAIGN_EMAIL"
        "TYPE_CAMPAIGN_VOICEMAIL" "TYPE_FACEBOOK" "TYPE_CAMPAIGN_FACEBOOK" "TYPE_CAMPAIGN_MANUAL_CALL"
        "TYPE_CAMPAIGN_MANUAL_SMS" "TYPE_GMB" "TYPE_CAMPAIGN_GMB" "TYPE_REVIEW" "TYPE_INSTAGRAM" "TYPE_WHATSAPP"
        "TYPE_CUSTOM_SMS" "TYPE_CUSTOM_EMAIL" "TYPE_CUSTOM_PROVIDER_SMS" "TYPE_CUSTOM_PROVIDER_EMAIL" "TYPE_IVR_CALL"
        "TYPE_ACTIVITY_CONTACT" "TYPE_ACTIVITY_INVOICE" "TYPE_ACTIVITY_PAYMENT" "TYPE_ACTIVITY_OPPORTUNITY"
        "TYPE_LIVE_CHAT" "TYPE_LIVE_CHAT_INFO_MESSAGE" "TYPE_ACTIVITY_APPOINTMENT" "TYPE_FACEBOOK_COMMENT"
        "TYPE_INSTAGRAM_COMMENT" "TYPE_CUSTOM_CALL" "TYPE_INTERNAL_COMMENT" "TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG"
        "TYPE_TIKTOK" "TYPE_TIKTOK_COMMENT" "TYPE_ACTIVITY_WHATSAPP" "TYPE_FORM_SUBMISSION" "TYPE_SMS_REACTION"
    }
}

crate::words! {
    /// By which way a conversation is held (v2 and v3 specs); the API may know others.
    open ConversationType { "TYPE_PHONE" "TYPE_EMAIL" "TYPE_FB_MESSENGER" "TYPE_REVIEW" "TYPE_GROUP_SMS" }
}

crate::words! {
    /// By which way a message is sent (v2 and v3 specs); the API may know others.
    open ConversationChannel { "SMS" "RCS" "Email" "WhatsApp" "IG" "FB" "Custom" "Live_Chat" "TIKTOK" }
}

crate::words! {
    /// Whether a contact wrote, or somebody wrote to the contact.
    closed ConversationDirection {
        /// From the contact.
        Inbound = "inbound",
        /// To the contact.
        Outbound = "outbound",
    }
}

crate::words! {
    /// Who wrote the last message to the contact.
    closed ConversationMessageAction {
        /// A workflow, or something else that runs by itself.
        Automated = "automated",
        /// Somebody.
        Manual = "manual",
    }
}

crate::words! {
    /// Which conversations to find, by what was read of them.
    closed ConversationStatusFilter {
        /// Whatever was read.
        All = "all",
        /// Those that were read.
        Read = "read",
        /// Those with messages that were not read.
        Unread = "unread",
        /// Those that were marked.
        Starred = "starred",
        /// Those of late.
        Recents = "recents",
    }
}

crate::words! {
    /// In which direction conversations are sorted.
    closed ConversationSort {
        /// The oldest, or the least, first.
        Asc = "asc",
        /// The newest, or the greatest, first.
        Desc = "desc",
    }
}

crate::words! {
    /// What conversations are sorted by.
    closed ConversationSortBy {
        /// When somebody last wrote.
        LastManualMessageDate = "last_manual_message_date",
        /// When anything was last written.
        LastMessageDate = "last_message_date",
        /// The contact's score.
        ScoreProfile = "score_profile",
        /// Since when an answer is overdue.
        OverdueAt = "overdue_at",
        /// When an answer is due.
        DueAt = "due_at",
    }
}

crate::words! {
    /// What has become of a message (v2 and v3 specs); the API may know others.
    open ConversationMessageStatus {
        "connected" "delivered" "failed" "opened" "pending" "read" "scheduled" "sent" "undelivered" "clicked" "opt_out"
        "queued"
    }
}

crate::words! {
    /// What has become of a message that is to be delivered.
    closed ConversationDeliveryStatus {
        /// It was delivered.
        Delivered = "delivered",
        /// It could not be delivered.
        Failed = "failed",
        /// It is on its way.
        Pending = "pending",
        /// It was read.
        Read = "read",
    }
}

crate::words! {
    /// What has become of a call (v2 and v3 specs); the API may know others.
    open ConversationCallStatus {
        "pending" "completed" "answered" "busy" "no-answer" "failed" "canceled" "voicemail"
    }
}

crate::words! {
    /// What wrote a message (v2 and v3 specs); the API may know others.
    open ConversationMessageSource { "workflow" "bulk_actions" "campaign" "api" "app" }
}

crate::words! {
    /// Whom an answer to an e-mail goes to.
    closed ConversationReplyMode {
        /// Its sender.
        Reply = "reply",
        /// Everyone who had it.
        ReplyAll = "reply_all",
    }
}

crate::words! {
    /// Within which time HighLevel chooses the best moment for an e-mail.
    closed ConversationOptimizationPeriod {
        /// A day.
        Day = "24h",
        /// Two days.
        TwoDays = "48h",
        /// Three days.
        ThreeDays = "72h",
    }
}
