//! The tags of posts.

crate::wire! {
    /// Whose tags `socialPosting.tags.list` lists, and which.
    input SocialTagListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// Text to find in the names.
        search_text = "searchText": Text, optional;
        /// The number of tags to skip. Default: 0. Sent as a string.
        skip = "skip": Count, optional;
        /// The most tags to return. Sent as a string.
        limit = "limit": Count, optional;
    }
}

crate::wire! {
    /// Which tags `socialPosting.tags.details` reads.
    input SocialTagDetailsParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The tags' ids.
        tag_ids = "tagIds": Ids, required;
    }
}

crate::wire! {
    /// A tag of posts.
    answer SocialTag in [V2 V3] {
        /// The tag's id.
        id = "_id": Text, optional;
        /// Its name.
        tag = "tag": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
        /// The user who made it.
        created_by = "createdBy": Text, optional;
        /// Whether it has been deleted.
        deleted = "deleted": Flag, optional;
        /// When it was made: ISO 8601, in UTC.
        created_at = "createdAt": Text, optional;
        /// When it was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, optional;
    }
}

crate::wire! {
    /// Tags of posts.
    answer SocialTagPage in [V2 V3] {
        /// The tags.
        tags = "tags": List(SocialTag), required;
        /// How many there are in all.
        count = "count": Number, optional;
    }
}
