//! The users who follow a contact.

crate::wire! {
    /// Which users are to follow a contact, or to follow it no longer.
    input ContactFollowersParams in [V2 V3] {
        /// The users' ids.
        followers = "followers": Ids, required;
    }
}

crate::wire! {
    /// The users who follow a contact.
    answer ContactFollowers in [V2 V3] {
        /// The ids of all of them.
        followers = "followers": Texts, optional;
        /// The ids of those who do since this call. Of `contacts.followers.add` only.
        followers_added = "followersAdded": Texts, optional;
        /// The ids of those who do no longer since this call. Of `contacts.followers.remove` only.
        followers_removed = "followersRemoved": Texts, optional;
    }
}
