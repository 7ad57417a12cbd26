//! When a calendar is open, and how that is shown.

use super::{CalendarFrequency, CalendarOverlap, CalendarOverlapStatus};

crate::wire! {
    /// The hours of some days of the week.
    both CalendarOpenHours in [V2 V3] {
        /// The days: 0 for Sunday to 6 for Saturday.
        days_of_the_week = "daysOfTheWeek": Numbers, required;
        /// The hours of each of these days.
        hours = "hours": List(CalendarHours), required;
    }
}

crate::wire! {
    /// A part of a day.
    both CalendarHours in [V2 V3] {
        /// The hour at which it begins: 0 to 23.
        open_hour = "openHour": Number, required;
        /// The minute at which it begins: 0 to 60.
        open_minute = "openMinute": Number, required;
        /// The hour at which it ends: 0 to 23.
        close_hour = "closeHour": Number, required;
        /// The minute at which it ends: 0 to 60.
        close_minute = "closeMinute": Number, required;
    }
}

crate::wire! {
    /// The hours of a single day.
    both CalendarAvailability in [V2 V3] {
        /// The day, as it is where the calendar is, written as `2026-11-30T00:00:00.000Z`, whatever the time zone: a day and
        /// not a moment.
        date = "date": Text, required;
        /// Its hours.
        hours = "hours": List(CalendarHours), required;
        /// Whether it is to be removed. Default: false.
        deleted = "deleted": Flag, optional;
        /// Its id. An update needs it to change or remove one that there is.
        id = "id": Id, optional;
    }
}

crate::wire! {
    /// How appointments recur.
    both CalendarRecurring in [V2 V3] {
        /// How often.
        freq = "freq": Choice(CalendarFrequency), optional;
        /// How many times: 24 at the most.
        count = "count": Number, optional;
        /// What happens when a slot is taken.
        booking_option = "bookingOption": Choice(CalendarOverlap), optional;
        /// The status of what is booked although its slot is taken.
        booking_overlap_default_status = "bookingOverlapDefaultStatus": Choice(CalendarOverlapStatus), optional;
    }
}

crate::wire! {
    /// How a calendar looks busier than it is.
    both CalendarLookBusy in [V2 V3] {
        /// Whether it does. Default: false.
        enabled = "enabled": Flag, required;
        /// How many per cent of the free slots are hidden. With a capital L on the wire.
        look_busy_percentage = "LookBusyPercentage": Number, required;
    }
}

crate::wire! {
    /// E-mail about bookings, as calendars had it before `calendars.notifications`. Deprecated.
    both CalendarEmailNotification in [V2 V3] {
        /// `email`. Default: `email`.
        r#type = "type": Choice(CalendarEmailNotificationType), optional;
        /// Whether the contact gets it.
        should_send_to_contact = "shouldSendToContact": Flag, required;
        /// Whether the guests get it.
        should_send_to_guest = "shouldSendToGuest": Flag, required;
        /// Whether the assigned user gets it.
        should_send_to_user = "shouldSendToUser": Flag, required;
        /// Whether those in `selectedUsers` get it.
        should_send_to_selected_users = "shouldSendToSelectedUsers": Flag, required;
        /// E-mail addresses, with commas between them.
        selected_users = "selectedUsers": Text, required;
    }
}

crate::words! {
    /// How such a notification is sent.
    closed CalendarEmailNotificationType {
        /// By e-mail.
        Email = "email",
    }
}
