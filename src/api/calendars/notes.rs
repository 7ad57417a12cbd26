//! Notes on appointments.

crate::wire! {
    /// Which notes `calendars.appointments.notes.list` returns.
    input CalendarAppointmentNoteListParams in [V2 V3] {
        /// The most notes to return: 20 at the most.
        limit = "limit": Count, required;
        /// The number of notes to skip.
        offset = "offset": Count, required;
    }
}

crate::wire! {
    /// A note, new or changed.
    input CalendarAppointmentNoteParams in [V2 V3] {
        /// Its text: 5000 characters at the most.
        body = "body": Text, required;
        /// The user whose note it is.
        user_id = "userId": Id, optional;
    }
}

crate::wire! {
    /// A note on an appointment.
    answer CalendarAppointmentNote in [V2 V3] {
        /// The note's id.
        id = "id": Text, required;
        /// Its text.
        body = "body": Text, optional;
        /// The user whose note it is.
        user_id = "userId": Text, optional;
        /// The contact who has the appointment.
        contact_id = "contactId": Text, optional;
        /// When it was added: ISO 8601, in UTC.
        date_added = "dateAdded": Text, optional;
        /// Who wrote it.
        created_by = "createdBy": Object(CalendarAppointmentNoteAuthor), optional;
    }
}

crate::wire! {
    /// Who wrote a note.
    answer CalendarAppointmentNoteAuthor in [V2 V3] {
        /// The user's id.
        id = "id": Text, optional;
        /// The user's name.
        name = "name": Text, optional;
    }
}

crate::wire! {
    /// One page of notes.
    answer CalendarAppointmentNotePage in [V2 V3] {
        /// The notes.
        notes = "notes": List(CalendarAppointmentNote), required;
        /// Whether there are more.
        has_more = "hasMore": Flag, optional;
    }
}
