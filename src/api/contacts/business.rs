//! The business of contacts.

crate::wire! {
    /// Which contacts belong to which business.
    input ContactSetBusinessParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The contacts' ids.
        ids = "ids": Ids, required;
        /// The business's id; `null` takes the contacts out of theirs.
        business_id = "businessId": Id, required, nullable;
    }
}

crate::wire! {
    /// What became of the contacts.
    answer ContactBusinessSet in [V2 V3] {
        /// Whether it was done.
        success = "success": Flag, required;
        /// The ids of the contacts that were changed.
        ids = "ids": Texts, required;
    }
}
