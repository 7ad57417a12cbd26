//! What the calls about the notifications of calendars take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "isActive" FlagText;
    "deleted" FlagText;
    "limit" NumberText;
    "skip" NumberText;
};

pub(super) const CREATE: &[Field] = fields! {
    "receiverType" OneOf(&["contact", "guest", "assignedUser", "emails", "phoneNumbers", "business"]), must;
    "channel" OneOf(&["email", "inApp", "sms", "whatsapp"]), must;
    "notificationType" OneOf(&["booked", "confirmation", "cancellation", "reminder", "followup", "reschedule"]), must;
    "isActive" Flag;
    "templateId" Text;
    "body" Text;
    "subject" Text;
    "afterTime" List(OFFSET);
    "beforeTime" List(OFFSET);
    "additionalEmailIds" TextList;
    "additionalPhoneNumbers" TextList;
    "selectedUsers" TextList;
    "fromAddress" Text;
    "fromName" Text;
    "fromNumber" Text;
};

pub(super) const UPDATE: &[Field] = fields! {
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
    "afterTime" List(OFFSET);
    "beforeTime" List(OFFSET);
    "fromAddress" Text;
    "fromNumber" Text;
    "fromName" Text;
};

const OFFSET: &[Field] = fields! {
    "timeOffset" Number;
    "unit" Text;
};
