//! Notes about contacts.

crate::wire! {
    /// A note about a contact.
    answer ContactNote in [V2 V3] {
        /// The note's id.
        id = "id": Text, required;
        /// What it says.
        body = "body": Text, optional;
        /// Its title.
        title = "title": Text, optional;
        /// Its colour: `#FFAA00`.
        color = "color": Text, optional;
        /// Whether it stands above the others.
        pinned = "pinned": Flag, optional;
        /// The user who wrote it: an id.
        user_id = "userId": Text, optional;
        /// The contact whom it is about: an id.
        contact_id = "contactId": Text, optional;
        /// When it was written: ISO 8601, in UTC.
        date_added = "dateAdded": Text, optional;
    }
}

crate::wire! {
    /// The notes about a contact, all of them.
    answer ContactNoteList in [V2 V3] {
        /// The notes.
        notes = "notes": List(ContactNote), required;
    }
}

crate::wire! {
    /// A new note about a contact.
    input ContactNoteCreateParams in [V2 V3] {
        /// What it says.
        body = "body": Text, required;
        /// Its title.
        title = "title": Text, optional;
        /// Its colour: `#FFAA00`.
        color = "color": Text, optional;
        /// Whether it stands above the others.
        pinned = "pinned": Flag, optional;
        /// The user who writes it: an id.
        user_id = "userId": Id, optional;
    }
}

crate::wire! {
    /// Changes to a note.
    input ContactNoteUpdateParams in [V2 V3] {
        /// What it says.
        body = "body": Text, optional;
        /// Its title.
        title = "title": Text, optional;
        /// Its colour: `#FFAA00`.
        color = "color": Text, optional;
        /// Whether it stands above the others.
        pinned = "pinned": Flag, optional;
        /// The user who writes it: an id.
        user_id = "userId": Id, optional;
    }
}
