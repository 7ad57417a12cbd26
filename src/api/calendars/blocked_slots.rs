//! Times in which nobody can book.

crate::wire! {
    /// A time that is to be blocked: in a calendar or for a user, not both.
    input CalendarBlockedSlotParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The calendar. Not together with `assignedUserId`.
        calendar_id = "calendarId": Id, optional;
        /// The user. Not together with `calendarId`.
        assigned_user_id = "assignedUserId": Id, optional;
        /// The title.
        title = "title": Text, optional;
        /// When it begins: ISO 8601 with an offset.
        start_time = "startTime": Date(Offset), optional;
        /// When it ends: ISO 8601 with an offset.
        end_time = "endTime": Date(Offset), optional;
    } one of ["calendarId" "assignedUserId"]
}

crate::wire! {
    /// A time that is blocked.
    answer CalendarBlockedSlot in [V2 V3] {
        /// The event's id.
        id = "id": Text, required;
        /// The location that it belongs to.
        location_id = "locationId": Text, required;
        /// The title.
        title = "title": Text, required;
        /// When it begins: ISO 8601 with an offset.
        start_time = "startTime": Text, required;
        /// When it ends: ISO 8601 with an offset.
        end_time = "endTime": Text, required;
        /// The calendar, if it is blocked in one.
        calendar_id = "calendarId": Text, optional;
        /// The user, if it is blocked for one.
        assigned_user_id = "assignedUserId": Text, optional;
    }
}
