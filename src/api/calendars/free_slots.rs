//! When a calendar is free.

crate::wire! {
    /// For when `calendars.freeSlots` looks.
    input CalendarFreeSlotsParams in [V2 V3] {
        /// When it begins: milliseconds since 1970.
        start_date = "startDate": Date(Milliseconds), required;
        /// When it ends: milliseconds since 1970, 31 days after the beginning at the most.
        end_date = "endDate": Date(Milliseconds), required;
        /// The time zone in which to answer, for example `America/Chihuahua`.
        timezone = "timezone": Text, optional;
        /// Only slots of this user.
        user_id = "userId": Id, optional;
        /// Only slots of these users.
        user_ids = "userIds": Ids, optional;
    }
}

crate::wire! {
    /// The free slots of a day.
    answer CalendarDaySlots in [V2 V3] {
        /// When each of them begins: ISO 8601 with an offset.
        slots = "slots": Texts, required;
    }
}

crate::wire! {
    /// The free slots of a calendar, by day.
    answer CalendarFreeSlots in [V2 V3] {
        /// The server's id of the request, which stands among the days. Not in the specs; in n8n's record of live answers.
        trace_id = "traceId": Text, optional;
    } others CalendarDaySlots "The free slots of a day, such as `2026-11-30`."
}
