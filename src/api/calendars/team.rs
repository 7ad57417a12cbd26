//! Who is booked on a calendar, and where they meet.

crate::wire! {
    /// A team member of a calendar.
    both CalendarTeamMember in [V2 V3] {
        /// The user's id.
        user_id = "userId": Id, required;
        /// How much they are preferred: 0, 0.5 or 1. Default: 0.5.
        priority = "priority": Number, optional;
        /// Deprecated, and for reading only: see `kind` in `locationConfigurations`.
        meeting_location_type = "meetingLocationType": Choice(CalendarTeamMeetingType), optional;
        /// Deprecated, and for reading only: see `location` in `locationConfigurations`.
        meeting_location = "meetingLocation": Text, optional;
        /// Whether it is the primary one, of whom there is one at the most. Required in collective calendars.
        is_primary = "isPrimary": Flag, optional;
        /// Where they meet people. Several places only if the calendar has one member; one per member in class and collective
        /// calendars.
        location_configurations = "locationConfigurations": List(CalendarMeetingLocation), optional;
    }
}

crate::wire! {
    /// Where people meet.
    both CalendarMeetingLocation in [V2 V3] {
        /// What kind of place it is.
        kind = "kind": Choice(CalendarMeetingKind), required;
        /// The address, number or link. Not for Zoom, Google Meet and Teams, which make their own.
        location = "location": Text, optional;
        /// The place's id, for `meetingLocationId` of an appointment. In answers only.
        meeting_id = "meetingId": Text, optional;
    }
}

crate::words! {
    /// What kind of place people meet in. Calendars of type `event` have no Zoom, Google Meet and Teams.
    closed CalendarMeetingKind {
        /// Whatever the text says.
        Custom = "custom",
        /// Zoom.
        Zoom = "zoom_conference",
        /// Google Meet.
        Google = "google_conference",
        /// They call.
        InboundCall = "inbound_call",
        /// They are called.
        OutboundCall = "outbound_call",
        /// An address.
        Physical = "physical",
        /// Whoever books says where.
        Booker = "booker",
        /// Microsoft Teams.
        Teams = "ms_teams_conference",
    }
}

crate::words! {
    /// What kind of place a team member meets people in: the older words.
    closed CalendarTeamMeetingType {
        /// Whatever the text says.
        Custom = "custom",
        /// Zoom.
        Zoom = "zoom",
        /// Google Meet.
        GoogleMeet = "gmeet",
        /// The phone.
        Phone = "phone",
        /// An address.
        Address = "address",
        /// Microsoft Teams.
        Teams = "teams",
        /// Whoever books says where.
        Booker = "booker",
    }
}
