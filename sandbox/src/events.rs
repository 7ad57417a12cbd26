//! The calls about appointments, their notes, and slots that are blocked. The two are events: one kind of things, of which each
//! call sees its own.
//!
//! Where HighLevel is silent, the sandbox decides: an appointment without an end is as long as its calendar's slots, without a
//! user it is the first member's, and it may lie outside of the hours; a blocked slot is a calendar's or a user's, not both.

mod appointment;
mod blocked;
mod fields;
mod list;
mod note;
pub(crate) mod view;

use crate::entry::{Count, Done, Entry, Listing, Pages, SUCCESS};
use crate::kinds::{APPOINTMENT_NOTE, EVENT};
use crate::row::Row;

const READ: &str = "calendars/events.readonly";
const WRITE: &str = "calendars/events.write";
const SUCCEEDED: Done = Done(&["succeeded"], &["succeeded"]);

pub(crate) const ROWS: &[Row] = &[
    row(
        "calendars.events.list",
        "GET /calendars/events",
        READ,
        Entry::own(&EVENT, list::appointments).asks(fields::EVENTS),
    ),
    row(
        "calendars.blockedSlots.list",
        "GET /calendars/blocked-slots",
        READ,
        Entry::own(&EVENT, list::blocked).asks(fields::EVENTS),
    ),
    row(
        "calendars.appointments.create",
        "POST /calendars/events/appointments",
        WRITE,
        Entry::create(&EVENT, 200, "")
            .takes(fields::APPOINTMENT_CREATE)
            .drafted(appointment::draft)
            .shown(view::written),
    ),
    row(
        "calendars.appointments.get",
        "GET /calendars/events/appointments/{eventId}",
        READ,
        Entry::own(&EVENT, appointment::get),
    ),
    row(
        "calendars.appointments.update",
        "PUT /calendars/events/appointments/{eventId}",
        WRITE,
        Entry::update(&EVENT, "")
            .takes(fields::APPOINTMENT_UPDATE)
            .drafted(appointment::draft)
            .shown(view::written),
    ),
    row(
        "calendars.blockedSlots.create",
        "POST /calendars/events/block-slots",
        WRITE,
        Entry::create(&EVENT, 201, "")
            .takes(fields::BLOCKED_SLOT)
            .drafted(blocked::draft)
            .shown(view::blocked),
    ),
    row(
        "calendars.blockedSlots.update",
        "PUT /calendars/events/block-slots/{eventId}",
        WRITE,
        Entry::update(&EVENT, "")
            .status(201)
            .takes(fields::BLOCKED_SLOT)
            .drafted(blocked::draft)
            .shown(view::blocked),
    ),
    row(
        "calendars.events.delete",
        "DELETE /calendars/events/{eventId}",
        WRITE,
        Entry::delete(&EVENT, SUCCEEDED).status(201).takes(&[]),
    ),
    row(
        "calendars.appointments.notes.list",
        "GET /calendars/appointments/{appointmentId}/notes",
        READ,
        Entry::list(&APPOINTMENT_NOTE, "notes")
            .asks(fields::NOTES)
            .listing(Listing {
                filters: &[],
                searched: ("", &[]),
                pages: Pages::From("offset", 10),
                count: Count::More("hasMore"),
            })
            .shown(note::shown),
    ),
    row(
        "calendars.appointments.notes.create",
        "POST /calendars/appointments/{appointmentId}/notes",
        WRITE,
        Entry::create(&APPOINTMENT_NOTE, 201, "note")
            .takes(fields::NOTE)
            .drafted(note::draft)
            .shown(note::shown),
    ),
    row(
        "calendars.appointments.notes.update",
        "PUT /calendars/appointments/{appointmentId}/notes/{noteId}",
        WRITE,
        Entry::update(&APPOINTMENT_NOTE, "note")
            .takes(fields::NOTE)
            .drafted(note::draft)
            .shown(note::shown),
    ),
    row(
        "calendars.appointments.notes.delete",
        "DELETE /calendars/appointments/{appointmentId}/notes/{noteId}",
        WRITE,
        Entry::delete(&APPOINTMENT_NOTE, SUCCESS),
    ),
];

const fn row(
    operation: &'static str,
    line: &'static str,
    scope: &'static str,
    entry: Entry,
) -> Row {
    Row::of(operation, line, scope, entry).early()
}
