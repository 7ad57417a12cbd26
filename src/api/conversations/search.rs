//! How conversations are found.

use super::{
    ConversationDirection, ConversationMessageAction, ConversationMessageType, ConversationSort,
    ConversationSortBy, ConversationStatusFilter,
};

crate::wire! {
    /// What `conversations.search` looks for. Without any filter, it is every conversation of the location.
    input ConversationSearchParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// Those with this contact only.
        contact_id = "contactId": Id, optional;
        /// Those assigned to one of these users only; `unassigned` for those assigned to nobody. Sent as one string with
        /// commas.
        assigned_to = "assignedTo": Csv, optional;
        /// Those that one of these users follows only. Sent as one string with commas.
        followers = "followers": Csv, optional;
        /// Those that mention one of these users only. Sent as one string with commas.
        mentions = "mentions": Csv, optional;
        /// Text to find.
        query = "query": Text, optional;
        /// The direction of the order.
        sort = "sort": Choice(ConversationSort), optional;
        /// Where to go on: the first item of `sort` of the last conversation of the page before. HighLevel's files allow
        /// anything: a number, or a list of numbers.
        start_after_date = "startAfterDate": Json, optional;
        /// The conversation with this id only.
        id = "id": Id, optional;
        /// The most conversations to return. Default: 20.
        limit = "limit": Number, optional;
        /// Those whose last message is of this type only.
        last_message_type = "lastMessageType": Word(ConversationMessageType), optional;
        /// Those whose last message to the contact was written so only.
        last_message_action = "lastMessageAction": Choice(ConversationMessageAction), optional;
        /// Those whose last message went this way only.
        last_message_direction = "lastMessageDirection": Choice(ConversationDirection), optional;
        /// Those of which so much was read only.
        status = "status": Choice(ConversationStatusFilter), optional;
        /// What to sort by.
        sort_by = "sortBy": Choice(ConversationSortBy), optional;
        /// The id of the score to sort by, for `sortBy: "score_profile"`.
        sort_score_profile = "sortScoreProfile": Text, optional;
        /// The id of the score that `scoreProfileMin` and `scoreProfileMax` are about.
        score_profile = "scoreProfile": Text, optional;
        /// Those of contacts with this score or more only.
        score_profile_min = "scoreProfileMin": Number, optional;
        /// Those of contacts with this score or less only.
        score_profile_max = "scoreProfileMax": Number, optional;
        /// Those added at this time or later only.
        start_date = "startDate": Date(Milliseconds), optional;
        /// Those added at this time or earlier only.
        end_date = "endDate": Date(Milliseconds), optional;
    }
}
