//! Rooms and equipment that appointments need.

crate::words! {
    /// What a resource is.
    closed CalendarResourceType {
        /// Equipment.
        Equipment = "equipments",
        /// A room.
        Room = "rooms",
    }
}

crate::wire! {
    /// Whose resources `calendars.resources.list` lists.
    input CalendarResourceListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The most resources to return.
        limit = "limit": Count, required;
        /// The number of resources to skip.
        skip = "skip": Count, required;
    }
}

crate::wire! {
    /// A new resource.
    input CalendarResourceCreateParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The name.
        name = "name": Text, required;
        /// What it is.
        description = "description": Text, required;
        /// How many there are, of equipment.
        quantity = "quantity": Number, required;
        /// How many of them cannot be used, of equipment.
        out_of_service = "outOfService": Number, required;
        /// How many people it holds, of a room.
        capacity = "capacity": Number, required;
        /// The service calendars that need it: 100 at the most. Equipment may be in one only.
        calendar_ids = "calendarIds": Ids, required;
    }
}

crate::wire! {
    /// Changes to a resource.
    input CalendarResourceUpdateParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, optional, filled;
        /// The name.
        name = "name": Text, optional;
        /// What it is.
        description = "description": Text, optional;
        /// How many there are, of equipment.
        quantity = "quantity": Number, optional;
        /// How many of them cannot be used, of equipment.
        out_of_service = "outOfService": Number, optional;
        /// How many people it holds, of a room.
        capacity = "capacity": Number, optional;
        /// The service calendars that need it: 100 at the most. Equipment may be in one only.
        calendar_ids = "calendarIds": Ids, optional;
        /// Whether it can be booked.
        is_active = "isActive": Flag, optional;
    }
}

crate::wire! {
    /// A room, or equipment. The specs name no id, which `calendars.resources.get` asks for.
    answer CalendarResource in [V2 V3] {
        /// The id with which it is read, changed and deleted. No file of HighLevel's shows it in an answer.
        id = "id": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, required;
        /// The name.
        name = "name": Text, required;
        /// What it is.
        resource_type = "resourceType": Choice(CalendarResourceType), required;
        /// Whether it can be booked.
        is_active = "isActive": Flag, required;
        /// What is said of it.
        description = "description": Text, optional;
        /// How many there are, of equipment.
        quantity = "quantity": Number, optional;
        /// How many of them cannot be used, of equipment.
        out_of_service = "outOfService": Number, optional;
        /// How many people it holds, of a room.
        capacity = "capacity": Number, optional;
        /// The service calendars that need it. The answer to an update does not name them.
        calendar_ids = "calendarIds": Texts, optional;
    }
}
