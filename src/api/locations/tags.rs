//! The tags of a location.

crate::wire! {
    /// Where a tag or a custom value is.
    input LocationOfParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
    }
}

crate::wire! {
    /// A tag, as it is to be.
    input LocationTagParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The name.
        name = "name": Text, required;
    }
}

crate::wire! {
    /// A tag.
    answer LocationTag in [V2 V3] {
        /// The tag's id.
        id = "id": Text, required;
        /// The name, which is what contacts have.
        name = "name": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
    }
}

crate::wire! {
    /// The tags of a location, all of them.
    answer LocationTagList in [V2 V3] {
        /// The tags.
        tags = "tags": List(LocationTag), required;
    }
}
