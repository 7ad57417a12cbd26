//! What the calls about appointments, blocked slots, their notes, resources and notifications take.

use crate::validate::{Field, fields};

pub(super) const EVENTS: &[Field] = fields! {
    "locationId" Text, must;
    "userId" Text;
    "calendarId" Text;
    "groupId" Text;
    "startTime" Text, must;
    "endTime" Text, must;
};

pub(super) const APPOINTMENT_CREATE: &[Field] = fields! {
    "title" Text;
    "meetingLocationType" OneOf(&["custom", "zoom", "gmeet", "phone", "address", "ms_teams", "google"]);
    "meetingLocationId" Text;
    "overrideLocationConfig" Flag;
    "appointmentStatus" OneOf(&["new", "confirmed", "cancelled", "showed", "noshow", "invalid"]), v2;
    "assignedUserId" Text;
    "description" Text;
    "address" Text;
    "ignoreDateRange" Flag;
    "toNotify" Flag;
    "ignoreFreeSlotValidation" Flag;
    "rrule" Text;
    "calendarId" Text, must;
    "locationId" Text, must;
    "contactId" Text, must;
    "startTime" Text, must;
    "endTime" Text;
    "appointmentStatus" OneOf(&["new", "confirmed", "cancelled", "showed", "noshow", "invalid", "completed", "active"]), v3;
};

pub(super) const APPOINTMENT_UPDATE: &[Field] = fields! {
    "title" Text;
    "meetingLocationType" OneOf(&["custom", "zoom", "gmeet", "phone", "address", "ms_teams", "google"]);
    "meetingLocationId" Text;
    "overrideLocationConfig" Flag;
    "appointmentStatus" OneOf(&["new", "confirmed", "cancelled", "showed", "noshow", "invalid"]), v2;
    "assignedUserId" Text;
    "description" Text;
    "address" Text;
    "ignoreDateRange" Flag;
    "toNotify" Flag;
    "ignoreFreeSlotValidation" Flag;
    "rrule" Text;
    "calendarId" Text;
    "startTime" Text;
    "endTime" Text;
    "appointmentStatus" OneOf(&["new", "confirmed", "cancelled", "showed", "noshow", "invalid", "completed", "active"]), v3;
};

pub(super) const BLOCKED_SLOT: &[Field] = fields! {
    "title" Text;
    "calendarId" Text, must;
    "assignedUserId" Text;
    "locationId" Text, must;
    "startTime" Text;
    "endTime" Text;
};

pub(super) const NOTES: &[Field] = fields! {
    "limit" NumberText, must;
    "offset" NumberText, must;
};

pub(super) const NOTE: &[Field] = fields! {
    "userId" Text;
    "body" Text, must;
};

pub(super) const RESOURCES: &[Field] = fields! {
    "locationId" Text, must;
    "limit" NumberText, must;
    "skip" NumberText, must;
};

pub(super) const RESOURCE_CREATE: &[Field] = fields! {
    "locationId" Text, must;
    "name" Text, must;
    "description" Text, must;
    "quantity" Number, must;
    "outOfService" Number, must;
    "capacity" Number, must;
    "calendarIds" TextList, must;
};

pub(super) const RESOURCE_UPDATE: &[Field] = fields! {
    "locationId" Text;
    "name" Text;
    "description" Text;
    "quantity" Number;
    "outOfService" Number;
    "capacity" Number;
    "calendarIds" TextList;
    "isActive" Flag;
};

pub(super) const NOTIFICATIONS: &[Field] = fields! {
    "isActive" FlagText;
    "deleted" FlagText;
    "limit" NumberText;
    "skip" NumberText;
};

pub(super) const NOTIFICATION_CREATE: &[Field] = fields! {
    "receiverType" OneOf(&["contact", "guest", "assignedUser", "emails", "phoneNumbers", "business"]), must;
    "channel" OneOf(&["email", "inApp", "sms", "whatsapp"]), must;
    "notificationType" OneOf(&["booked", "confirmation", "cancellation", "reminder", "followup", "reschedule"]), must;
    "isActive" Flag;
    "templateId" Text;
    "body" Text;
    "subject" Text;
    "afterTime" List(AFTER_TIME);
    "beforeTime" List(AFTER_TIME);
    "additionalEmailIds" TextList;
    "additionalPhoneNumbers" TextList;
    "selectedUsers" TextList;
    "fromAddress" Text;
    "fromName" Text;
    "fromNumber" Text;
};

pub(super) const NOTIFICATION_UPDATE: &[Field] = fields! {
    "receiverType" OneOf(&["contact", "guest", "assignedUser", "emails", "phoneNumbers", "business"]);
    "additionalEmailIds" TextList;
    "additionalPhoneNumbers" TextList;
    "selectedUsers" TextList;
    "channel" OneOf(&["email", "inApp", "sms", "whatsapp"]);
    "notificationType" OneOf(&["booked", "confirmation", "cancellation", "reminder", "followup", "reschedule"]);
    "isActive" Flag;
    "deleted" Flag;
    "templateId" Text;
    "body" Text;
    "subject" Text;
    "afterTime" List(AFTER_TIME);
    "beforeTime" List(AFTER_TIME);
    "fromAddress" Text;
    "fromNumber" Text;
    "fromName" Text;
};

const AFTER_TIME: &[Field] = fields! {
    "timeOffset" Number;
    "unit" Text;
};
