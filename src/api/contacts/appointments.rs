//! The appointments of contacts.

crate::wire! {
    /// An appointment of a contact. Its times have no zone: `2021-07-16 11:00:00`.
    answer ContactAppointment in [V2 V3] {
        /// The appointment's id.
        id = "id": Text, required;
        /// The calendar that it is in: an id.
        calendar_id = "calendarId": Text, optional;
        /// The group of the calendar: an id.
        group_id = "groupId": Text, optional;
        /// The location: an id.
        location_id = "locationId": Text, optional;
        /// The contact: an id.
        contact_id = "contactId": Text, optional;
        /// The user who meets the contact: an id.
        assigned_user_id = "assignedUserId": Text, optional;
        /// All users who take part: their ids.
        users = "users": Texts, optional;
        /// What it is about.
        title = "title": Text, optional;
        /// Notes.
        notes = "notes": Text, optional;
        /// Where it is.
        address = "address": Text, optional;
        /// Its state: `booked`, for example.
        status = "status": Text, optional;
        /// The state of the appointment: `booked`, for example. HighLevel does not say how it differs from `status`.
        appointment_status = "appointmentStatus": Text, optional;
        /// When it begins.
        start_time = "startTime": Text, optional;
        /// When it ends.
        end_time = "endTime": Text, optional;
        /// The rooms and equipment that it takes: their ids.
        assigned_resources = "assignedResources": Texts, optional;
        /// When it was made.
        date_added = "dateAdded": Text, optional;
        /// When it was last changed.
        date_updated = "dateUpdated": Text, optional;
    }
}

crate::wire! {
    /// The appointments of a contact, all of them.
    answer ContactAppointmentList in [V2 V3] {
        /// The appointments.
        events = "events": List(ContactAppointment), required;
    }
}
