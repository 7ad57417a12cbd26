//! What is in calendars: appointments and blocked slots.

use super::CalendarAppointmentStatus;

crate::wire! {
    /// Which events `calendars.events.list` and `calendars.blockedSlots.list` list: those of a user, a calendar or a group.
    input CalendarEventListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// When the time begins in which to look: milliseconds since 1970. Sent as a string.
        start_time = "startTime": Date(MillisecondsText), required;
        /// When it ends: milliseconds since 1970. Sent as a string.
        end_time = "endTime": Date(MillisecondsText), required;
        /// The user whose events they are.
        user_id = "userId": Id, optional;
        /// The calendar that they are in.
        calendar_id = "calendarId": Id, optional;
        /// The group of calendars that they are in.
        group_id = "groupId": Id, optional;
    } one of ["userId" "calendarId" "groupId"]
}

crate::wire! {
    /// What is in a calendar: an appointment, or a slot that is blocked.
    answer CalendarEvent in [V2 V3] {
        /// The event's id. One that recurs has an id for each time: that of the event, the time and the duration, joined by `_`.
        id = "id": Text, required;
        /// The title.
        title = "title": Text, required;
        /// The location that it belongs to.
        location_id = "locationId": Text, required;
        /// The calendar that it is in. A user's blocked slot has none.
        calendar_id = "calendarId": Text, optional;
        /// The contact who has the appointment. A blocked slot has none.
        contact_id = "contactId": Text, optional;
        /// The group that the calendar is in, if it is in one.
        group_id = "groupId": Text, optional;
        /// How the appointment stands.
        appointment_status = "appointmentStatus": Choice(CalendarAppointmentStatus), optional;
        /// The user who has it.
        assigned_user_id = "assignedUserId": Text, optional;
        /// The other users who have it.
        users = "users": Texts, optional;
        /// Where it is: an address, a number or a link.
        address = "address": Text, optional;
        /// Notes.
        notes = "notes": Text, optional;
        /// What it is about.
        description = "description": Text, optional;
        /// When it begins: ISO 8601 with an offset.
        start_time = "startTime": Text, required;
        /// When it ends: ISO 8601 with an offset.
        end_time = "endTime": Text, required;
        /// When it was added: ISO 8601.
        date_added = "dateAdded": Text, required;
        /// When it was last changed: ISO 8601.
        date_updated = "dateUpdated": Text, required;
        /// Whether it recurs.
        is_recurring = "isRecurring": Flag, optional;
        /// How it recurs: a rule of iCalendar (RFC 5545), without `DTSTART`.
        rrule = "rrule": Text, optional;
        /// The id of the event that recurs, of which this is one time.
        master_event_id = "masterEventId": Text, optional;
        /// The ids of rooms and equipment that it needs.
        assigned_resources = "assignedResources": Texts, optional;
        /// Who has booked it.
        created_by = "createdBy": Object(CalendarEventCreator), optional;
        /// Whether it has been deleted.
        deleted = "deleted": Flag, optional in [V3];
    }
}

crate::wire! {
    /// Who has booked an event.
    answer CalendarEventCreator in [V2 V3] {
        /// The user, if it was one.
        user_id = "userId": Text, optional;
        /// What it was booked with.
        source = "source": Text, required;
    }
}

crate::wire! {
    /// Events, all of those in that time.
    answer CalendarEventList in [V2 V3] {
        /// The events.
        events = "events": List(CalendarEvent), required;
    }
}
