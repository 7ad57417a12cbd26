//! Who is told what of bookings, and when.

crate::words! {
    /// Who gets a notification.
    closed CalendarNotificationReceiver {
        /// The contact who has booked.
        Contact = "contact",
        /// The guests.
        Guest = "guest",
        /// The user who has the appointment.
        AssignedUser = "assignedUser",
        /// E-mail addresses.
        Emails = "emails",
        /// Phone numbers.
        PhoneNumbers = "phoneNumbers",
        /// The users in `selectedUsers`.
        Business = "business",
    }
}

crate::words! {
    /// How a notification is sent.
    closed CalendarNotificationChannel {
        /// By e-mail.
        Email = "email",
        /// In HighLevel's own pages and app.
        InApp = "inApp",
        /// By text message.
        Sms = "sms",
        /// By WhatsApp.
        WhatsApp = "whatsapp",
    }
}

crate::words! {
    /// What a notification is about.
    closed CalendarNotificationType {
        /// Somebody has booked.
        Booked = "booked",
        /// The appointment is confirmed.
        Confirmation = "confirmation",
        /// It is cancelled.
        Cancellation = "cancellation",
        /// It will be soon.
        Reminder = "reminder",
        /// It has been.
        FollowUp = "followup",
        /// It is at another time.
        Reschedule = "reschedule",
    }
}

crate::wire! {
    /// Which notifications `calendars.notifications.list` returns.
    input CalendarNotificationListParams in [V2 V3] {
        /// Those that are sent only, or those that are not.
        is_active = "isActive": Flag, optional;
        /// Those that have been deleted only, or those that have not.
        deleted = "deleted": Flag, optional;
        /// The most notifications to return. Default: 100.
        limit = "limit": Count, optional;
        /// The number of notifications to skip. Default: 0.
        skip = "skip": Count, optional;
    }
}

crate::wire! {
    /// New notifications of a calendar.
    input CalendarNotificationCreateParams in [V2 V3] {
        /// The notifications: the body is this list.
        notifications = "notifications": List(CalendarNotificationParams), required, whole;
    }
}

crate::wire! {
    /// A new notification.
    input CalendarNotificationParams in [V2 V3] {
        /// Who gets it.
        receiver_type = "receiverType": Choice(CalendarNotificationReceiver), required;
        /// How it is sent.
        channel = "channel": Choice(CalendarNotificationChannel), required;
        /// What it is about.
        notification_type = "notificationType": Choice(CalendarNotificationType), required;
        /// Whether it is sent. Default: true.
        is_active = "isActive": Flag, optional;
        /// The template of an e-mail. Not needed in the app.
        template_id = "templateId": Text, optional;
        /// The subject of an e-mail. Not needed in the app.
        subject = "subject": Text, optional;
        /// The text of an e-mail. Not needed in the app.
        body = "body": Text, optional;
        /// How long after the appointment it is sent: of follow-ups only.
        after_time = "afterTime": List(CalendarNotificationTime), optional;
        /// How long before the appointment it is sent: of reminders only.
        before_time = "beforeTime": List(CalendarNotificationTime), optional;
        /// More e-mail addresses that get it.
        additional_email_ids = "additionalEmailIds": Texts, optional;
        /// More phone numbers that get it, in E.164 form.
        additional_phone_numbers = "additionalPhoneNumbers": Texts, optional;
        /// The users who get it, in the app or as the business: ids, or `sub_account_admin`.
        selected_users = "selectedUsers": Texts, optional;
        /// The e-mail address that it comes from.
        from_address = "fromAddress": Text, optional;
        /// The name that it comes from, by e-mail or text message.
        from_name = "fromName": Text, optional;
        /// The number that it comes from, by text message.
        from_number = "fromNumber": Text, optional;
    }
}

crate::wire! {
    /// Changes to a notification.
    input CalendarNotificationUpdateParams in [V2 V3] {
        /// Who gets it.
        receiver_type = "receiverType": Choice(CalendarNotificationReceiver), optional;
        /// How it is sent.
        channel = "channel": Choice(CalendarNotificationChannel), optional;
        /// What it is about.
        notification_type = "notificationType": Choice(CalendarNotificationType), optional;
        /// Whether it is sent.
        is_active = "isActive": Flag, optional;
        /// Whether it has been deleted.
        deleted = "deleted": Flag, optional;
        /// The template of an e-mail. Not needed in the app.
        template_id = "templateId": Text, optional;
        /// The subject of an e-mail. Not needed in the app.
        subject = "subject": Text, optional;
        /// The text of an e-mail. Not needed in the app.
        body = "body": Text, optional;
        /// How long after the appointment it is sent: of follow-ups only.
        after_time = "afterTime": List(CalendarNotificationTime), optional;
        /// How long before the appointment it is sent: of reminders only.
        before_time = "beforeTime": List(CalendarNotificationTime), optional;
        /// More e-mail addresses that get it.
        additional_email_ids = "additionalEmailIds": Texts, optional;
        /// More phone numbers that get it, in E.164 form.
        additional_phone_numbers = "additionalPhoneNumbers": Texts, optional;
        /// The users who get it, in the app or as the business: ids, or `sub_account_admin`.
        selected_users = "selectedUsers": Texts, optional;
        /// The e-mail address that it comes from.
        from_address = "fromAddress": Text, optional;
        /// The name that it comes from, by e-mail or text message.
        from_name = "fromName": Text, optional;
        /// The number that it comes from, by text message.
        from_number = "fromNumber": Text, optional;
    }
}

crate::wire! {
    /// A length of time before or after an appointment.
    both CalendarNotificationTime in [V2 V3] {
        /// How many units.
        time_offset = "timeOffset": Number, optional;
        /// The unit, for example `hours`. The specs do not list the words.
        unit = "unit": Text, optional;
    }
}

crate::wire! {
    /// A notification of a calendar.
    answer CalendarNotification in [V2 V3] {
        /// The notification's id.
        id = "_id": Text, required;
        /// Who gets it.
        receiver_type = "receiverType": Choice(CalendarNotificationReceiver), optional;
        /// How it is sent.
        channel = "channel": Choice(CalendarNotificationChannel), optional;
        /// What it is about.
        notification_type = "notificationType": Choice(CalendarNotificationType), optional;
        /// Whether it is sent.
        is_active = "isActive": Flag, optional;
        /// Whether it has been deleted.
        deleted = "deleted": Flag, optional;
        /// The template of an e-mail.
        template_id = "templateId": Text, optional;
        /// The subject of an e-mail.
        subject = "subject": Text, optional;
        /// The text of an e-mail.
        body = "body": Text, optional;
        /// How long after the appointment it is sent: of follow-ups only.
        after_time = "afterTime": List(CalendarNotificationTime), optional;
        /// How long before the appointment it is sent: of reminders only.
        before_time = "beforeTime": List(CalendarNotificationTime), optional;
        /// More e-mail addresses that get it.
        additional_email_ids = "additionalEmailIds": Texts, optional;
        /// More phone numbers that get it, in E.164 form.
        additional_phone_numbers = "additionalPhoneNumbers": Texts, optional;
        /// More WhatsApp numbers that get it, in E.164 form.
        additional_whatsapp_numbers = "additionalWhatsappNumbers": Texts, optional;
        /// The users who get it, in the app or as the business: ids, or `sub_account_admin`.
        selected_users = "selectedUsers": Texts, optional;
    }
}
