//! The users who follow an opportunity.

crate::wire! {
    /// Who is to follow an opportunity.
    input OpportunityFollowersAddParams in [V2 V3] {
        /// The users, 10 at most.
        followers = "followers": Ids, required;
    }
}

crate::wire! {
    /// Who follows an opportunity now.
    answer OpportunityFollowersAdded in [V2 V3] {
        /// All who follow it.
        followers = "followers": Texts, optional;
        /// Those who were added.
        followers_added = "followersAdded": Texts, optional;
    }
}

crate::wire! {
    /// Who is to follow an opportunity no more.
    input OpportunityFollowersRemoveParams in [V2 V3] {
        /// Whether all of them are removed.
        is_remove_all_followers = "isRemoveAllFollowers": Flag, optional, query;
        /// The users, 10 at most. An empty list where all of them are removed.
        followers = "followers": Ids, required;
    }
}

crate::wire! {
    /// Who still follows an opportunity.
    answer OpportunityFollowersRemoved in [V2 V3] {
        /// All who follow it.
        followers = "followers": Texts, optional;
        /// Those who were removed.
        followers_removed = "followersRemoved": Texts, optional;
    }
}
