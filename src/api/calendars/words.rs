//! The words that the fields of a calendar are made of.

crate::words! {
    /// Who is booked on a calendar.
    closed CalendarType {
        /// One team member after the other.
        RoundRobin = "round_robin",
        /// Nobody in particular: it has no team members.
        Event = "event",
        /// One team member, with several people at a time.
        ClassBooking = "class_booking",
        /// All team members together.
        Collective = "collective",
        /// A team member who does a service.
        ServiceBooking = "service_booking",
        /// The one team member.
        Personal = "personal",
    }
}

crate::words! {
    /// How bookings are shared out among the members of a round robin.
    closed CalendarEventType {
        /// So that as many slots as possible are free.
        Availability = "RoundRobin_OptimizeForAvailability",
        /// So that all have equally many.
        EqualDistribution = "RoundRobin_OptimizeForEqualDistribution",
    }
}

crate::words! {
    /// The layout of the page on which people book.
    closed CalendarWidgetType {
        /// The newer one, "neo".
        Neo = "default",
        /// The older one.
        Classic = "classic",
    }
}

crate::words! {
    /// The unit of a length of time.
    closed CalendarDurationUnit {
        /// Minutes.
        Minutes = "mins",
        /// Hours.
        Hours = "hours",
    }
}

crate::words! {
    /// The unit of the notice that a booking needs.
    closed CalendarNoticeUnit {
        /// Minutes. Documented for v3 only.
        Minutes = "mins",
        /// Hours.
        Hours = "hours",
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
    }
}

crate::words! {
    /// The unit of how far ahead one can book.
    closed CalendarRangeUnit {
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
    }
}

crate::words! {
    /// What happens after a booking.
    closed CalendarFormSubmitType {
        /// Another page is opened.
        Redirect = "RedirectURL",
        /// A message is shown.
        Message = "ThankYouMessage",
    }
}

crate::words! {
    /// What is asked about guests.
    closed CalendarGuestType {
        /// How many there are.
        CountOnly = "count_only",
        /// Who they are.
        CollectDetail = "collect_detail",
    }
}

crate::words! {
    /// How often an appointment recurs.
    closed CalendarFrequency {
        /// Every day.
        Daily = "DAILY",
        /// Every week.
        Weekly = "WEEKLY",
        /// Every month.
        Monthly = "MONTHLY",
    }
}

crate::words! {
    /// What happens when one slot of several is taken.
    closed CalendarOverlap {
        /// It is left out.
        Skip = "skip",
        /// It is booked all the same.
        Continue = "continue",
        /// The next free one is booked.
        BookNext = "book_next",
    }
}

crate::words! {
    /// The status of what is booked although its slot is taken.
    closed CalendarOverlapStatus {
        /// Confirmed.
        Confirmed = "confirmed",
        /// Not confirmed yet.
        New = "new",
    }
}
