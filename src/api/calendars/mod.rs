//! `/calendars`: calendars, and what is booked on them.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`calendars.json` of v2, `calendars-v3.json` of v3), issues of its
//! documentation, and n8n's record of live answers.

mod appointments;
mod blocked_slots;
mod calendar;
mod create;
mod done;
mod events;
mod free_slots;
mod groups;
mod hours;
mod list;
mod notes;
mod notifications;
mod resources;
mod team;
mod update;
mod words;

pub use appointments::*;
pub use blocked_slots::*;
pub use calendar::*;
pub use create::*;
pub use done::*;
pub use events::*;
pub use free_slots::*;
pub use groups::*;
pub use hours::*;
pub use list::*;
pub use notes::*;
pub use notifications::*;
pub use resources::*;
pub use team::*;
pub use update::*;
pub use words::*;

crate::operations! {
    version "2021-04-15";
    refused writes: "";

    /// Lists the calendars of a location, all of them.
    list = "calendars.list": Get "/calendars/", None,
        takes CalendarListParams,
        gives CalendarList as List("calendars"),
        watched "Calendar" by "id",
        scope "calendars.readonly",
        for [V2 V3: Location];

    /// Reads one calendar.
    get = "calendars.get": Get "/calendars/{calendarId}", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        gives Calendar as Object in "calendar",
        watched "Calendar" by "id",
        scope "calendars.readonly",
        for [V2 V3: Location];

    /// Creates a calendar.
    create = "calendars.create": Post "/calendars/", Json,
        takes CalendarCreateParams,
        gives Calendar as Object in "calendar",
        scope "calendars.write",
        for [V2 V3: Location];

    /// Changes a calendar.
    update = "calendars.update": Put "/calendars/{calendarId}", Json,
        about calendar_id "calendarId" Id "The calendar's id.",
        takes CalendarUpdateParams,
        gives Calendar as Object in "calendar",
        scope "calendars.write",
        for [V2 V3: Location];

    /// Deletes a calendar.
    delete = "calendars.delete": Delete "/calendars/{calendarId}", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        gives CalendarDone as Deleted,
        scope "calendars.write",
        for [V2 V3: Location];

    /// Tells when a calendar is free: day by day, for 31 days at the most.
    free_slots = "calendars.freeSlots": Get "/calendars/{calendarId}/free-slots", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        takes CalendarFreeSlotsParams,
        gives CalendarFreeSlots as Object,
        watched "FreeSlot" slots,
        scope "calendars.readonly",
        for [V2 V3: Location];

    /// Lists the groups of calendars of a location, all of them.
    list_groups = "calendars.groups.list": Get "/calendars/groups", None,
        takes CalendarGroupListParams,
        gives CalendarGroupList as List("groups"),
        watched "CalendarGroup" by "id",
        scope "calendars/groups.readonly",
        for [V2 V3: Location];

    /// Creates a group of calendars.
    create_group = "calendars.groups.create": Post "/calendars/groups", Json,
        takes CalendarGroupCreateParams,
        gives CalendarGroup as Object in "group",
        scope "calendars/groups.write",
        for [V2 V3: Location];

    /// Changes a group of calendars.
    update_group = "calendars.groups.update": Put "/calendars/groups/{groupId}", Json,
        about group_id "groupId" Id "The group's id.",
        takes CalendarGroupUpdateParams,
        gives CalendarGroup as Object in "group",
        scope "calendars/groups.write",
        for [V2 V3: Location];

    /// Deletes a group of calendars.
    delete_group = "calendars.groups.delete": Delete "/calendars/groups/{groupId}", None,
        about group_id "groupId" Id "The group's id.",
        gives CalendarDone as Deleted,
        scope "calendars/groups.write",
        for [V2 V3: Location];

    /// Enables or disables a group of calendars.
    set_group_status = "calendars.groups.setStatus": Put "/calendars/groups/{groupId}/status", Json,
        about group_id "groupId" Id "The group's id.",
        takes CalendarGroupStatusParams,
        gives CalendarDone as Deleted,
        scope "calendars/groups.write",
        for [V2 V3: Location];

    /// Tells whether a group may have the end of a URL, or whether another one has it.
    validate_group_slug = "calendars.groups.validateSlug": Post "/calendars/groups/validate-slug", Json,
        only reads,
        takes CalendarSlugParams,
        gives CalendarSlug as Object,
        watched "CalendarSlug" whole,
        scope "calendars/groups.write",
        for [V2 V3: Location];

    /// Lists the events of a user, a calendar or a group, in some time.
    list_events = "calendars.events.list": Get "/calendars/events", None,
        takes CalendarEventListParams,
        gives CalendarEventList as List("events"),
        watched "Appointment" by "id" added "dateAdded" changed "dateUpdated",
        scope "calendars/events.readonly",
        for [V2 V3: Location];

    /// Deletes an event, be it an appointment or a blocked slot.
    delete_event = "calendars.events.delete": Delete "/calendars/events/{eventId}", Json,
        about event_id "eventId" Id "The event's id. Of one that recurs, its `masterEventId` for all of its times.",
        gives CalendarDone as Deleted,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Lists the blocked slots of a user, a calendar or a group, in some time.
    list_blocked_slots = "calendars.blockedSlots.list": Get "/calendars/blocked-slots", None,
        takes CalendarEventListParams,
        gives CalendarEventList as List("events"),
        watched "BlockedSlot" by "id" added "dateAdded" changed "dateUpdated",
        scope "calendars/events.readonly",
        for [V2 V3: Location];

    /// Blocks a time.
    create_blocked_slot = "calendars.blockedSlots.create": Post "/calendars/events/block-slots", Json,
        takes CalendarBlockedSlotParams,
        gives CalendarBlockedSlot as Object,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Changes a blocked slot. `calendars.events.delete` deletes it.
    update_blocked_slot = "calendars.blockedSlots.update": Put "/calendars/events/block-slots/{eventId}", Json,
        about event_id "eventId" Id "The event's id.",
        takes CalendarBlockedSlotParams,
        gives CalendarBlockedSlot as Object,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Reads one appointment.
    get_appointment = "calendars.appointments.get": Get "/calendars/events/appointments/{eventId}", None,
        about event_id "eventId" Id "The event's id.",
        gives CalendarEvent as Object in "event",
        watched "Appointment" by "id" added "dateAdded" changed "dateUpdated",
        scope "calendars/events.readonly",
        for [V2 V3: Location];

    /// Books an appointment for a contact.
    create_appointment = "calendars.appointments.create": Post "/calendars/events/appointments", Json,
        takes CalendarAppointmentCreateParams,
        gives CalendarAppointment as Object,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Changes an appointment. `calendars.events.delete` deletes it.
    update_appointment = "calendars.appointments.update": Put "/calendars/events/appointments/{eventId}", Json,
        about event_id "eventId" Id "The event's id. Of one that recurs, its `masterEventId` for all of its times.",
        takes CalendarAppointmentUpdateParams,
        gives CalendarAppointment as Object,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Lists the notes on an appointment, a page at a time.
    list_appointment_notes = "calendars.appointments.notes.list": Get "/calendars/appointments/{appointmentId}/notes", None,
        about appointment_id "appointmentId" Id "The appointment's id.",
        takes CalendarAppointmentNoteListParams,
        gives CalendarAppointmentNotePage as List("notes"),
        pages Offset,
        watched "AppointmentNote" by "id" added "dateAdded",
        scope "calendars/events.readonly",
        for [V2 V3: Location];

    /// Adds a note to an appointment.
    create_appointment_note = "calendars.appointments.notes.create": Post "/calendars/appointments/{appointmentId}/notes", Json,
        about appointment_id "appointmentId" Id "The appointment's id.",
        takes CalendarAppointmentNoteParams,
        gives CalendarAppointmentNote as Object in "note",
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Changes a note on an appointment.
    update_appointment_note = "calendars.appointments.notes.update": Put "/calendars/appointments/{appointmentId}/notes/{noteId}", Json,
        about appointment_id "appointmentId" Id "The appointment's id.",
        about note_id "noteId" Id "The note's id.",
        takes CalendarAppointmentNoteParams,
        gives CalendarAppointmentNote as Object in "note",
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Deletes a note on an appointment.
    delete_appointment_note = "calendars.appointments.notes.delete": Delete "/calendars/appointments/{appointmentId}/notes/{noteId}", None,
        about appointment_id "appointmentId" Id "The appointment's id.",
        about note_id "noteId" Id "The note's id.",
        gives CalendarDone as Deleted,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Lists the notifications of a calendar.
    list_notifications = "calendars.notifications.list": Get "/calendars/{calendarId}/notifications", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        takes CalendarNotificationListParams,
        gives CalendarNotification as List,
        pages Skip,
        watched "CalendarNotification" by "_id",
        scope "calendars/events.readonly",
        for [V2 V3: Location];

    /// Reads one notification of a calendar.
    get_notification = "calendars.notifications.get": Get "/calendars/{calendarId}/notifications/{notificationId}", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        about notification_id "notificationId" Id "The notification's id.",
        gives CalendarNotification as Object,
        watched "CalendarNotification" by "_id",
        scope "calendars/events.readonly",
        for [V2 V3: Location];

    /// Adds notifications to a calendar, one or more.
    create_notifications = "calendars.notifications.create": Post "/calendars/{calendarId}/notifications", Whole,
        about calendar_id "calendarId" Id "The calendar's id.",
        takes CalendarNotificationCreateParams,
        gives CalendarNotification as List,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Changes a notification of a calendar.
    update_notification = "calendars.notifications.update": Put "/calendars/{calendarId}/notifications/{notificationId}", Json,
        about calendar_id "calendarId" Id "The calendar's id.",
        about notification_id "notificationId" Id "The notification's id.",
        takes CalendarNotificationUpdateParams,
        gives CalendarDone as Deleted,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Deletes a notification of a calendar.
    delete_notification = "calendars.notifications.delete": Delete "/calendars/{calendarId}/notifications/{notificationId}", None,
        about calendar_id "calendarId" Id "The calendar's id.",
        about notification_id "notificationId" Id "The notification's id.",
        gives CalendarDone as Deleted,
        scope "calendars/events.write",
        for [V2 V3: Location];

    /// Lists the rooms, or the equipment, of a location.
    list_resources = "calendars.resources.list": Get "/calendars/resources/{resourceType}", None,
        about resource_type "resourceType" Choice(CalendarResourceType) "Rooms or equipment.",
        takes CalendarResourceListParams,
        gives CalendarResource as List,
        pages Skip,
        watched "CalendarResource" by "id",
        scope "calendars/resources.readonly",
        for [V2 V3: Location],
        deprecated [V3];

    /// Reads one room, or equipment.
    get_resource = "calendars.resources.get": Get "/calendars/resources/{resourceType}/{id}", None,
        about resource_type "resourceType" Choice(CalendarResourceType) "Whether it is a room or equipment.",
        about id "id" Id "The resource's id.",
        gives CalendarResource as Object,
        watched "CalendarResource" by "id",
        scope "calendars/resources.readonly",
        for [V2 V3: Location],
        deprecated [V3];

    /// Adds a room, or equipment.
    create_resource = "calendars.resources.create": Post "/calendars/resources/{resourceType}", Json,
        about resource_type "resourceType" Choice(CalendarResourceType) "Whether it is a room or equipment.",
        takes CalendarResourceCreateParams,
        gives CalendarResource as Object,
        scope "calendars/resources.write",
        for [V2 V3: Location],
        deprecated [V3];

    /// Changes a room, or equipment.
    update_resource = "calendars.resources.update": Put "/calendars/resources/{resourceType}/{id}", Json,
        about resource_type "resourceType" Choice(CalendarResourceType) "Whether it is a room or equipment.",
        about id "id" Id "The resource's id.",
        takes CalendarResourceUpdateParams,
        gives CalendarResource as Object,
        scope "calendars/resources.write",
        for [V2 V3: Location],
        deprecated [V3];

    /// Deletes a room, or equipment.
    delete_resource = "calendars.resources.delete": Delete "/calendars/resources/{resourceType}/{id}", None,
        about resource_type "resourceType" Choice(CalendarResourceType) "Whether it is a room or equipment.",
        about id "id" Id "The resource's id.",
        gives CalendarDone as Deleted,
        scope "calendars/resources.write",
        for [V2 V3: Location],
        deprecated [V3];
}
