//! The calendars of a location.

use super::Calendar;

crate::wire! {
    /// Which calendars `calendars.list` lists.
    input CalendarListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// Only those of this group.
        group_id = "groupId": Id, optional;
        /// Whether drafts are among them. Default: true.
        show_drafted = "showDrafted": Flag, optional;
    }
}

crate::wire! {
    /// The calendars of a location, all of them.
    answer CalendarList in [V2 V3] {
        /// The calendars.
        calendars = "calendars": List(Calendar), required;
    }
}
