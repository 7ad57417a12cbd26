//! Chats on a website.

crate::wire! {
    /// Who types, and where.
    input ConversationTypingParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// Whether somebody types. The files say a text, and their example is `true`: it is sent as it is given.
        is_typing = "isTyping": Json, required;
        /// The visitor who sees it.
        visitor_id = "visitorId": Id, required;
        /// The conversation.
        conversation_id = "conversationId": Id, required;
    }
}

crate::wire! {
    /// The answer to that.
    answer ConversationDone in [V2 V3] {
        /// Whether it was done.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
