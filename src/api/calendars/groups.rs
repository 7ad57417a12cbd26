//! Groups of calendars.

crate::wire! {
    /// Whose groups `calendars.groups.list` lists.
    input CalendarGroupListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
    }
}

crate::wire! {
    /// A new group.
    input CalendarGroupCreateParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The name.
        name = "name": Text, required;
        /// What it says of itself.
        description = "description": Text, required;
        /// The end of its URL. No other group may have it: see `calendars.groups.validateSlug`.
        slug = "slug": Text, required;
        /// Whether people can book.
        is_active = "isActive": Flag, optional;
    }
}

crate::wire! {
    /// What a group is to be: all of it.
    input CalendarGroupUpdateParams in [V2 V3] {
        /// The name.
        name = "name": Text, required;
        /// What it says of itself.
        description = "description": Text, required;
        /// The end of its URL.
        slug = "slug": Text, required;
    }
}

crate::wire! {
    /// Whether a group is to be active.
    input CalendarGroupStatusParams in [V2 V3] {
        /// Whether people can book.
        is_active = "isActive": Flag, required;
    }
}

crate::wire! {
    /// The end of a URL that a group would like to have.
    input CalendarSlugParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The end of the URL.
        slug = "slug": Text, required;
    }
}

crate::wire! {
    /// A group of calendars, which people see on one page.
    answer CalendarGroup in [V2 V3] {
        /// The group's id.
        id = "id": Text, required;
        /// The location that has it.
        location_id = "locationId": Text, required;
        /// The name.
        name = "name": Text, required;
        /// What it says of itself.
        description = "description": Text, required;
        /// The end of its URL.
        slug = "slug": Text, required;
        /// Whether people can book.
        is_active = "isActive": Flag, optional;
    }
}

crate::wire! {
    /// The groups of a location, all of them.
    answer CalendarGroupList in [V2 V3] {
        /// The groups.
        groups = "groups": List(CalendarGroup), required;
    }
}

crate::wire! {
    /// Whether a URL is free.
    answer CalendarSlug in [V2 V3] {
        /// Whether a group may have it.
        available = "available": Flag, required;
    }
}
