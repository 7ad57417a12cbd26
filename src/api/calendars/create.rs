//! What a new calendar is made of.

use super::{
    CalendarAvailability, CalendarDurationUnit, CalendarEmailNotification, CalendarEventType,
    CalendarFormSubmitType, CalendarGuestType, CalendarLookBusy, CalendarMeetingLocation,
    CalendarNoticeUnit, CalendarOpenHours, CalendarRangeUnit, CalendarRecurring,
    CalendarTeamMember, CalendarType, CalendarWidgetType,
};

crate::wire! {
    /// A new calendar.
    input CalendarCreateParams in [V2 V3] {
        /// Whether people can book. A calendar that is not active is a draft. Default: true.
        is_active = "isActive": Flag, optional;
        /// Deprecated: see `calendars.notifications`.
        notifications = "notifications": List(CalendarEmailNotification), optional;
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The group that it is in.
        group_id = "groupId": Id, optional;
        /// Who is booked. Required in all types but `event`; a personal calendar has exactly one.
        team_members = "teamMembers": List(CalendarTeamMember), optional;
        /// How bookings are shared out in a round robin. Default: `RoundRobin_OptimizeForAvailability`.
        event_type = "eventType": Choice(CalendarEventType), optional;
        /// The name.
        name = "name": Text, required;
        /// What it says of itself.
        description = "description": Text, optional;
        /// The end of its URL.
        slug = "slug": Text, optional;
        /// The end of the URL of the page on which people book.
        widget_slug = "widgetSlug": Text, optional;
        /// Who is booked. An update cannot change it.
        calendar_type = "calendarType": Choice(CalendarType), optional;
        /// The layout of the page on which people book. Default: `classic`.
        widget_type = "widgetType": Choice(CalendarWidgetType), optional;
        /// The title that events get, which may have placeholders. Default: `{{contact.name}}`.
        event_title = "eventTitle": Text, optional;
        /// The colour of its events, as `#039be5`, which is the default.
        event_color = "eventColor": Text, optional;
        /// Deprecated, and for reading only: see `location` in `locationConfigurations`.
        meeting_location = "meetingLocation": Text, optional;
        /// Where people meet, in a calendar of type `event`. Others have it by team member.
        location_configurations = "locationConfigurations": List(CalendarMeetingLocation), optional;
        /// How long an appointment takes. Default: 30.
        slot_duration = "slotDuration": Number, optional;
        /// The unit of `slotDuration`.
        slot_duration_unit = "slotDurationUnit": Choice(CalendarDurationUnit), optional;
        /// How far apart the slots begin. Default: 30.
        slot_interval = "slotInterval": Number, optional;
        /// The unit of `slotInterval`.
        slot_interval_unit = "slotIntervalUnit": Choice(CalendarDurationUnit), optional;
        /// How long is kept free after an appointment.
        slot_buffer = "slotBuffer": Number, optional;
        /// The unit of `slotBuffer`.
        slot_buffer_unit = "slotBufferUnit": Choice(CalendarDurationUnit), optional;
        /// How long is kept free before an appointment.
        pre_buffer = "preBuffer": Number, optional;
        /// The unit of `preBuffer`.
        pre_buffer_unit = "preBufferUnit": Choice(CalendarDurationUnit), optional;
        /// The most bookings of a slot, for each user; the seats, in a class. HighLevel's spelling. Default: 1.
        appoinment_per_slot = "appoinmentPerSlot": Number, optional;
        /// The most bookings of a day. HighLevel's spelling.
        appoinment_per_day = "appoinmentPerDay": Number, optional;
        /// How much notice a booking needs.
        allow_booking_after = "allowBookingAfter": Number, optional;
        /// The unit of `allowBookingAfter`.
        allow_booking_after_unit = "allowBookingAfterUnit": Choice(CalendarNoticeUnit), optional;
        /// How far ahead one can book.
        allow_booking_for = "allowBookingFor": Number, optional;
        /// The unit of `allowBookingFor`.
        allow_booking_for_unit = "allowBookingForUnit": Choice(CalendarRangeUnit), optional;
        /// When it is open, by day of the week. v3 deprecates it for its schedules.
        open_hours = "openHours": List(CalendarOpenHours), optional;
        /// Whether appointments can recur, for which it has to have one team member. Default: false.
        enable_recurring = "enableRecurring": Flag, optional;
        /// How appointments recur.
        recurring = "recurring": Object(CalendarRecurring), optional;
        /// The form that people fill in to book.
        form_id = "formId": Id, optional;
        /// Whether the page remembers who has booked, and fills in the form for them.
        sticky_contact = "stickyContact": Flag, optional;
        /// Whether payments are real, rather than tests.
        is_live_payment_mode = "isLivePaymentMode": Flag, optional;
        /// Whether bookings are confirmed at once. Default: true.
        auto_confirm = "autoConfirm": Flag, optional;
        /// Whether the assigned member gets an e-mail about each booking.
        should_send_alert_emails_to_assigned_member = "shouldSendAlertEmailsToAssignedMember": Flag, optional;
        /// The e-mail address that is told of bookings.
        alert_email = "alertEmail": Text, optional;
        /// Whether Google sends invitations. Default: false.
        google_invitation_emails = "googleInvitationEmails": Flag, optional;
        /// Whether people can move what they have booked. Default: true.
        allow_reschedule = "allowReschedule": Flag, optional;
        /// Whether people can cancel what they have booked. Default: true.
        allow_cancellation = "allowCancellation": Flag, optional;
        /// Whether a contact who books is assigned to the team member.
        should_assign_contact_to_team_member = "shouldAssignContactToTeamMember": Flag, optional;
        /// Whether contacts that are assigned already stay as they are.
        should_skip_assigning_contact_for_existing = "shouldSkipAssigningContactForExisting": Flag, optional;
        /// Notes that events get.
        notes = "notes": Text, optional;
        /// The id of a Facebook pixel.
        pixel_id = "pixelId": Text, optional;
        /// What happens after a booking. Default: `ThankYouMessage`.
        form_submit_type = "formSubmitType": Choice(CalendarFormSubmitType), optional;
        /// The page that is opened after a booking, with `RedirectURL`.
        form_submit_redirect_url = "formSubmitRedirectURL": Text, optional;
        /// The message that is shown after a booking, with `ThankYouMessage`.
        form_submit_thanks_message = "formSubmitThanksMessage": Text, optional;
        /// What counts: 0 for `openHours` only, 1 for `availabilities` only, `null` for both. v3 deprecates it.
        availability_type = "availabilityType": Number, optional, nullable;
        /// When it is open on single days. v3 deprecates it for its schedules.
        availabilities = "availabilities": List(CalendarAvailability), optional;
        /// What is asked about guests.
        guest_type = "guestType": Choice(CalendarGuestType), optional;
        /// What people agree to when they book.
        consent_label = "consentLabel": Text, optional;
        /// The URL of a picture.
        calendar_cover_image = "calendarCoverImage": Text, optional;
        /// How it looks busier than it is.
        look_busy_config = "lookBusyConfig": Object(CalendarLookBusy), optional;
    }
}
