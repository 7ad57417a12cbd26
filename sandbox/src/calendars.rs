//! The calls about calendars.
//!
//! Where HighLevel is silent, the sandbox decides: hours are those of UTC, whatever the time zone, and a calendar without hours
//! is open from 9 to 17 on workdays; a slot is free if nothing of its calendar lies in it, or, where users are named, of theirs.

mod fields;
mod slots;

use crate::entry::{Count, Entry, Listing, Pages, SUCCESS};
use crate::kinds::CALENDAR;
use crate::row::Row;

const READ: &str = "calendars.readonly";
const WRITE: &str = "calendars.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "calendars.list",
        "GET /calendars",
        READ,
        Entry::list(&CALENDAR, "calendars")
            .asks(fields::LIST)
            .listing(Listing {
                filters: &[("groupId", "groupId")],
                searched: ("", &[]),
                pages: Pages::Whole,
                count: Count::None,
            }),
    )
    .early(),
    Row::of(
        "calendars.create",
        "POST /calendars",
        WRITE,
        Entry::create(&CALENDAR, 200, "calendar").takes(fields::CREATE),
    )
    .early(),
    Row::of(
        "calendars.get",
        "GET /calendars/{calendarId}",
        READ,
        Entry::get(&CALENDAR, "calendar"),
    )
    .early(),
    Row::of(
        "calendars.update",
        "PUT /calendars/{calendarId}",
        WRITE,
        Entry::update(&CALENDAR, "calendar").takes(fields::UPDATE),
    )
    .early(),
    Row::of(
        "calendars.delete",
        "DELETE /calendars/{calendarId}",
        WRITE,
        Entry::delete(&CALENDAR, SUCCESS),
    )
    .early(),
    Row::of(
        "calendars.freeSlots",
        "GET /calendars/{calendarId}/free-slots",
        READ,
        Entry::own(&CALENDAR, slots::free).asks(fields::FREE_SLOTS),
    )
    .early(),
];
