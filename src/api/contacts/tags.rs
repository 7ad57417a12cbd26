//! The tags of contacts.

crate::wire! {
    /// Tags to give a contact, or to take off it.
    input ContactTagsParams in [V2 V3] {
        /// The tags' names.
        tags = "tags": Texts, required;
    }
}

crate::wire! {
    /// Tags of a contact.
    answer ContactTags in [V2 V3] {
        /// The tags' names. HighLevel does not say whether they are all that the contact has now.
        tags = "tags": Texts, required;
    }
}

crate::wire! {
    /// Which contacts get which tags, or lose them.
    input ContactTagsUpdateManyParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The contacts' ids.
        contacts = "contacts": Ids, required;
        /// The tags' names.
        tags = "tags": Texts, required;
        /// Whether the contacts lose all their tags. With `remove` only.
        remove_all_tags = "removeAllTags": Flag, optional;
    }
}

crate::wire! {
    /// What became of the tags of many contacts.
    answer ContactTagsUpdated in [V2 V3] {
        /// v3: whether it was done.
        succeeded = "succeeded": Flag, optional in [V3];
        /// v2: whether it was done. v3 has it, too, and has deprecated the spelling.
        succeded = "succeded": Flag, optional;
        /// How many contacts it failed for.
        error_count = "errorCount": Number, required;
        /// What became of each contact, in the order of the call.
        responses = "responses": List(ContactTagsChange), required;
    }
}

crate::wire! {
    /// What became of the tags of one contact. The specs say a text; their examples are objects.
    answer ContactTagsChange in [V2 V3] {
        /// The contact's id.
        contact_id = "contactId": Text, optional;
        /// `success` or `error`.
        r#type = "type": Text, optional;
        /// The server's words.
        message = "message": Text, optional;
        /// The tags that the contact had.
        old_tags = "oldTags": Texts, optional;
        /// The tags that it got.
        tags_added = "tagsAdded": Texts, optional;
        /// The tags that it lost.
        tags_removed = "tagsRemoved": Texts, optional;
    }
}
