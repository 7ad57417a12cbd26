//! What the calls about calendars take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "locationId" Text, must;
    "groupId" Text;
    "showDrafted" FlagText;
};

pub(super) const CREATE: &[Field] = fields! {
    "isActive" Flag;
    "notifications" List(NOTIFICATIONS);
    "locationId" Text, must;
    "groupId" Text;
    "teamMembers" List(TEAM_MEMBERS);
    "eventType" OneOf(&["RoundRobin_OptimizeForAvailability", "RoundRobin_OptimizeForEqualDistribution"]);
    "name" Text, must;
    "description" Text;
    "slug" Text;
    "widgetSlug" Text;
    "calendarType" OneOf(&["round_robin", "event", "class_booking", "collective", "service_booking", "personal"]);
    "widgetType" OneOf(&["default", "classic"]);
    "eventTitle" Text;
    "eventColor" Text;
    "meetingLocation" Text;
    "locationConfigurations" List(LOCATION_CONFIGURATIONS);
    "slotDuration" Number;
    "slotDurationUnit" OneOf(&["mins", "hours"]);
    "slotInterval" Number;
    "slotIntervalUnit" OneOf(&["mins", "hours"]);
    "slotBuffer" Number;
    "slotBufferUnit" OneOf(&["mins", "hours"]);
    "preBuffer" Number;
    "preBufferUnit" OneOf(&["mins", "hours"]);
    "appoinmentPerSlot" Number;
    "appoinmentPerDay" Number;
    "allowBookingAfter" Number;
    "allowBookingAfterUnit" OneOf(&["hours", "days", "weeks", "months"]), v2;
    "allowBookingFor" Number;
    "allowBookingForUnit" OneOf(&["days", "weeks", "months"]);
    "openHours" List(OPEN_HOURS);
    "enableRecurring" Flag;
    "recurring" Fields(RECURRING);
    "formId" Text;
    "stickyContact" Flag;
    "isLivePaymentMode" Flag;
    "autoConfirm" Flag;
    "shouldSendAlertEmailsToAssignedMember" Flag;
    "alertEmail" Text;
    "googleInvitationEmails" Flag;
    "allowReschedule" Flag;
    "allowCancellation" Flag;
    "shouldAssignContactToTeamMember" Flag;
    "shouldSkipAssigningContactForExisting" Flag;
    "notes" Text;
    "pixelId" Text;
    "formSubmitType" OneOf(&["RedirectURL", "ThankYouMessage"]);
    "formSubmitRedirectURL" Text;
    "formSubmitThanksMessage" Text;
    "availabilityType" Number;
    "availabilities" List(AVAILABILITIES);
    "guestType" OneOf(&["count_only", "collect_detail"]);
    "consentLabel" Text;
    "calendarCoverImage" Text;
    "lookBusyConfig" Fields(LOOK_BUSY_CONFIG);
    "allowBookingAfterUnit" OneOf(&["hours", "days", "weeks", "months", "mins"]), v3;
};

pub(super) const UPDATE: &[Field] = fields! {
    "notifications" List(NOTIFICATIONS);
    "groupId" Text;
    "teamMembers" List(TEAM_MEMBERS);
    "eventType" OneOf(&["RoundRobin_OptimizeForAvailability", "RoundRobin_OptimizeForEqualDistribution"]);
    "name" Text;
    "description" Text;
    "slug" Text;
    "widgetSlug" Text;
    "widgetType" OneOf(&["default", "classic"]);
    "eventTitle" Text;
    "eventColor" Text;
    "locationConfigurations" List(LOCATION_CONFIGURATIONS);
    "meetingLocation" Text;
    "slotDuration" Number;
    "slotDurationUnit" OneOf(&["mins", "hours"]);
    "preBufferUnit" OneOf(&["mins", "hours"]);
    "slotInterval" Number;
    "slotIntervalUnit" OneOf(&["mins", "hours"]);
    "slotBuffer" Number;
    "preBuffer" Number;
    "appoinmentPerSlot" Number;
    "appoinmentPerDay" Number;
    "allowBookingAfter" Number;
    "allowBookingAfterUnit" OneOf(&["hours", "days", "weeks", "months"]), v2;
    "allowBookingFor" Number;
    "allowBookingForUnit" OneOf(&["days", "weeks", "months"]);
    "openHours" List(OPEN_HOURS);
    "enableRecurring" Flag;
    "recurring" Fields(RECURRING);
    "formId" Text;
    "stickyContact" Flag;
    "isLivePaymentMode" Flag;
    "autoConfirm" Flag;
    "shouldSendAlertEmailsToAssignedMember" Flag;
    "alertEmail" Text;
    "googleInvitationEmails" Flag;
    "allowReschedule" Flag;
    "allowCancellation" Flag;
    "shouldAssignContactToTeamMember" Flag;
    "shouldSkipAssigningContactForExisting" Flag;
    "notes" Text;
    "pixelId" Text;
    "formSubmitType" OneOf(&["RedirectURL", "ThankYouMessage"]);
    "formSubmitRedirectURL" Text;
    "formSubmitThanksMessage" Text;
    "availabilityType" Number;
    "availabilities" List(KNOWN_AVAILABILITIES);
    "guestType" OneOf(&["count_only", "collect_detail"]);
    "consentLabel" Text;
    "calendarCoverImage" Text;
    "lookBusyConfig" Fields(LOOK_BUSY_CONFIG);
    "isActive" Flag;
    "allowBookingAfterUnit" OneOf(&["hours", "days", "weeks", "months", "mins"]), v3;
};

pub(super) const FREE_SLOTS: &[Field] = fields! {
    "startDate" NumberText, must;
    "endDate" NumberText, must;
    "timezone" Text;
    "userId" Text;
    "userIds" QueryList;
};

const NOTIFICATIONS: &[Field] = fields! {
    "type" OneOf(&["email"]);
    "shouldSendToContact" Flag, must;
    "shouldSendToGuest" Flag, must;
    "shouldSendToUser" Flag, must;
    "shouldSendToSelectedUsers" Flag, must;
    "selectedUsers" Text, must;
};

const LOCATION_CONFIGURATIONS: &[Field] = fields! {
    "kind" OneOf(&["custom", "zoom_conference", "google_conference", "inbound_call", "outbound_call", "physical", "booker", "ms_teams_conference"]), must;
    "location" Text;
};

const TEAM_MEMBERS: &[Field] = fields! {
    "userId" Text, must;
    "priority" Number;
    "meetingLocationType" OneOf(&["custom", "zoom", "gmeet", "phone", "address", "teams", "booker"]);
    "meetingLocation" Text;
    "isPrimary" Flag;
    "locationConfigurations" List(LOCATION_CONFIGURATIONS);
};

const HOURS: &[Field] = fields! {
    "openHour" Number, must;
    "openMinute" Number, must;
    "closeHour" Number, must;
    "closeMinute" Number, must;
};

const OPEN_HOURS: &[Field] = fields! {
    "daysOfTheWeek" Numbers, must;
    "hours" List(HOURS), must;
};

const RECURRING: &[Field] = fields! {
    "freq" OneOf(&["DAILY", "WEEKLY", "MONTHLY"]);
    "count" Number;
    "bookingOption" OneOf(&["skip", "continue", "book_next"]);
    "bookingOverlapDefaultStatus" OneOf(&["confirmed", "new"]);
};

const AVAILABILITIES: &[Field] = fields! {
    "date" Text, must;
    "hours" List(HOURS), must;
    "deleted" Flag;
};

const LOOK_BUSY_CONFIG: &[Field] = fields! {
    "enabled" Flag, must;
    "LookBusyPercentage" Number, must;
};

const KNOWN_AVAILABILITIES: &[Field] = fields! {
    "date" Text, must;
    "hours" List(HOURS), must;
    "deleted" Flag;
    "id" Text;
};
