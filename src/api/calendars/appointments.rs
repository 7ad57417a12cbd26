//! Appointments.

crate::words! {
    /// How an appointment stands.
    closed CalendarAppointmentStatus {
        /// It is not confirmed yet.
        New = "new",
        /// It is confirmed.
        Confirmed = "confirmed",
        /// It is cancelled.
        Cancelled = "cancelled",
        /// The contact came.
        Showed = "showed",
        /// The contact did not come.
        NoShow = "noshow",
        /// It is no real one.
        Invalid = "invalid",
        /// It is over. Documented as input for v3 only.
        Completed = "completed",
        /// It is under way. Documented as input for v3 only.
        Active = "active",
    }
}

crate::words! {
    /// What kind of place an appointment is in.
    closed CalendarAppointmentMeetingType {
        /// Whatever the address says.
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
        Teams = "ms_teams",
        /// Google.
        Google = "google",
    }
}

crate::wire! {
    /// A new appointment.
    input CalendarAppointmentCreateParams in [V2 V3] {
        /// The calendar that it is in.
        calendar_id = "calendarId": Id, required;
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The contact who has it.
        contact_id = "contactId": Id, required;
        /// The title.
        title = "title": Text, optional;
        /// When it begins: ISO 8601 with an offset.
        start_time = "startTime": Date(Offset), required;
        /// When it ends: ISO 8601 with an offset.
        end_time = "endTime": Date(Offset), optional;
        /// How it stands.
        appointment_status = "appointmentStatus": Choice(CalendarAppointmentStatus), optional;
        /// The user who has it.
        assigned_user_id = "assignedUserId": Id, optional;
        /// What it is about.
        description = "description": Text, optional;
        /// Where it is: an address, a number or a link.
        address = "address": Text, optional;
        /// What kind of place it is in. With an `address`, the default is `custom`.
        meeting_location_type = "meetingLocationType": Choice(CalendarAppointmentMeetingType), optional;
        /// The id of one of the calendar's places, the `meetingId` in `locationConfigurations` of the calendar or of a team
        /// member. Default: `default`.
        meeting_location_id = "meetingLocationId": Text, optional;
        /// Whether the place is another than the calendar's: true with `meetingLocationType` alone, false with
        /// `meetingLocationId` alone.
        override_location_config = "overrideLocationConfig": Flag, optional;
        /// Whether it may be at any time, however soon or far ahead.
        ignore_date_range = "ignoreDateRange": Flag, optional;
        /// Whether it may be in a slot that is not free. Includes `ignoreDateRange`.
        ignore_free_slot_validation = "ignoreFreeSlotValidation": Flag, optional;
        /// Whether automations run. Default: true.
        to_notify = "toNotify": Flag, optional;
        /// How it recurs: a rule of iCalendar (RFC 5545), without `DTSTART`. Only with `ignoreFreeSlotValidation`.
        rrule = "rrule": Text, optional;
    }
}

crate::wire! {
    /// Changes to an appointment.
    input CalendarAppointmentUpdateParams in [V2 V3] {
        /// The calendar that it is in.
        calendar_id = "calendarId": Id, optional;
        /// The title.
        title = "title": Text, optional;
        /// When it begins: ISO 8601 with an offset.
        start_time = "startTime": Date(Offset), optional;
        /// When it ends: ISO 8601 with an offset.
        end_time = "endTime": Date(Offset), optional;
        /// How it stands.
        appointment_status = "appointmentStatus": Choice(CalendarAppointmentStatus), optional;
        /// The user who has it.
        assigned_user_id = "assignedUserId": Id, optional;
        /// What it is about.
        description = "description": Text, optional;
        /// Where it is: an address, a number or a link.
        address = "address": Text, optional;
        /// What kind of place it is in. With an `address`, the default is `custom`.
        meeting_location_type = "meetingLocationType": Choice(CalendarAppointmentMeetingType), optional;
        /// The id of one of the calendar's places, the `meetingId` in `locationConfigurations` of the calendar or of a team
        /// member. Default: `default`.
        meeting_location_id = "meetingLocationId": Text, optional;
        /// Whether the place is another than the calendar's: true with `meetingLocationType` alone, false with
        /// `meetingLocationId` alone.
        override_location_config = "overrideLocationConfig": Flag, optional;
        /// Whether it may be at any time, however soon or far ahead.
        ignore_date_range = "ignoreDateRange": Flag, optional;
        /// Whether it may be in a slot that is not free. Includes `ignoreDateRange`.
        ignore_free_slot_validation = "ignoreFreeSlotValidation": Flag, optional;
        /// Whether automations run. Default: true.
        to_notify = "toNotify": Flag, optional;
        /// How it recurs: a rule of iCalendar (RFC 5545), without `DTSTART`. Only with `ignoreFreeSlotValidation`.
        rrule = "rrule": Text, optional;
    }
}

crate::wire! {
    /// An appointment, as it is answered to whoever has made or changed it. `calendars.appointments.get` knows more of it.
    answer CalendarAppointment in [V2 V3] {
        /// The event's id.
        id = "id": Text, required;
        /// The calendar that it is in.
        calendar_id = "calendarId": Text, required;
        /// The location that it belongs to.
        location_id = "locationId": Text, required;
        /// The contact who has it.
        contact_id = "contactId": Text, required;
        /// The title.
        title = "title": Text, optional;
        /// When it begins: ISO 8601 with an offset.
        start_time = "startTime": Text, optional;
        /// When it ends: ISO 8601 with an offset.
        end_time = "endTime": Text, optional;
        /// How it stands.
        appointment_status = "appointmentStatus": Choice(CalendarAppointmentStatus), optional;
        /// The user who has it.
        assigned_user_id = "assignedUserId": Text, optional;
        /// What kind of place it is in; `default` for one of the calendar's.
        meeting_location_type = "meetingLocationType": Text, optional;
        /// Where it is: an address, a number or a link.
        address = "address": Text, optional;
        /// Whether it recurs.
        is_recurring = "isRecurring": Flag, optional;
        /// How it recurs: a rule of iCalendar (RFC 5545).
        rrule = "rrule": Text, optional;
        /// When it was added: ISO 8601 with an offset.
        date_added = "dateAdded": Text, optional in [V3];
        /// When it was last changed: ISO 8601 with an offset.
        date_updated = "dateUpdated": Text, optional in [V3];
    }
}
