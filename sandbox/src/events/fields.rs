//! What the calls about appointments, their notes, and blocked slots take.

use crate::validate::{Field, fields};

pub(super) const EVENTS: &[Field] = fields! {
    "locationId" Text, must;
    "userId" Text;
    "calendarId" Text;
    "groupId" Text;
    "startTime" NumberText, must;
    "endTime" NumberText, must;
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

/// The spec requires `calendarId`, though a slot of a user takes none.
pub(super) const BLOCKED_SLOT: &[Field] = fields! {
    "title" Text;
    "calendarId" Text;
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
