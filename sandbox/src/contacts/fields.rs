//! What the calls about contacts take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "locationId" Text, must;
    "startAfterId" Text;
    "startAfter" NumberText;
    "query" Text;
    "limit" NumberText;
};

pub(super) const DUPLICATE: &[Field] = fields! {
    "locationId" Text, must;
    "number" Text;
    "email" Text;
};

pub(super) const OF_BUSINESS: &[Field] = fields! {
    "limit" NumberText;
    "locationId" Text, must;
    "skip" NumberText;
    "query" Text;
    "startAfter" QueryList, v3;
};

pub(super) const CREATE: &[Field] = fields! {
    "firstName" Text;
    "lastName" Text;
    "name" Text;
    "email" Text;
    "locationId" Text, must;
    "gender" Text;
    "phone" Text;
    "address1" Text;
    "city" Text;
    "state" Text;
    "postalCode" Text;
    "website" Text;
    "timezone" Text;
    "dnd" Flag;
    "dndSettings" Fields(DND_SETTINGS), v2;
    "inboundDndSettings" Fields(INBOUND_DND_SETTINGS);
    "tags" TextList;
    "customFields" List(CUSTOM_FIELDS), v2;
    "source" Text;
    "dateOfBirth" Any;
    "country" Text;
    "companyName" Text;
    "assignedTo" Text;
    "customFields" List(NAMED_CUSTOM_FIELDS), v3;
    "dndSettings" Fields(LOWER_DND_SETTINGS), v3;
};

pub(super) const UPDATE: &[Field] = fields! {
    "firstName" Text;
    "lastName" Text;
    "name" Text;
    "email" Text;
    "phone" Text;
    "address1" Text;
    "city" Text;
    "state" Text;
    "postalCode" Text;
    "website" Text;
    "timezone" Text;
    "dnd" Flag;
    "dndSettings" Fields(DND_SETTINGS), v2;
    "inboundDndSettings" Fields(INBOUND_DND_SETTINGS);
    "tags" TextList;
    "customFields" List(CUSTOM_FIELDS), v2;
    "source" Text;
    "dateOfBirth" Any;
    "country" Text;
    "assignedTo" Text;
    "customFields" List(NAMED_CUSTOM_FIELDS), v3;
    "dndSettings" Fields(LOWER_DND_SETTINGS), v3;
};

pub(super) const UPSERT: &[Field] = fields! {
    "firstName" Text;
    "lastName" Text;
    "name" Text;
    "email" Text;
    "locationId" Text, must;
    "gender" Text;
    "phone" Text;
    "address1" Text;
    "city" Text;
    "state" Text;
    "postalCode" Text;
    "website" Text;
    "timezone" Text;
    "dnd" Flag;
    "dndSettings" Fields(DND_SETTINGS), v2;
    "inboundDndSettings" Fields(INBOUND_DND_SETTINGS);
    "tags" TextList;
    "customFields" List(CUSTOM_FIELDS), v2;
    "source" Text;
    "dateOfBirth" Any;
    "country" Text;
    "companyName" Text;
    "assignedTo" Text;
    "createNewIfDuplicateAllowed" Flag;
    "customFields" List(NAMED_CUSTOM_FIELDS), v3;
    "dndSettings" Fields(LOWER_DND_SETTINGS), v3;
};

pub(super) const TAGS: &[Field] = fields! {
    "tags" TextList, must;
};

pub(super) const BULK_TAGS: &[Field] = fields! {
    "contacts" TextList, must;
    "tags" TextList, must;
    "locationId" Text, must;
    "removeAllTags" Flag;
};

pub(super) const BUSINESS: &[Field] = fields! {
    "locationId" Text, must;
    "ids" TextList, must;
    "businessId" Text;
};

pub(super) const TASK_CREATE: &[Field] = fields! {
    "title" Text, must;
    "body" Text;
    "dueDate" Text, must;
    "completed" Flag, must;
    "assignedTo" Text;
};

pub(super) const TASK_UPDATE: &[Field] = fields! {
    "title" Text;
    "body" Text;
    "dueDate" Text;
    "completed" Flag;
    "assignedTo" Text;
};

pub(super) const COMPLETED: &[Field] = fields! {
    "completed" Flag, must;
};

pub(super) const NOTE_CREATE: &[Field] = fields! {
    "userId" Text;
    "body" Text, must;
    "title" Text;
    "color" Text;
    "pinned" Flag;
};

pub(super) const NOTE_UPDATE: &[Field] = fields! {
    "userId" Text;
    "body" Text;
    "title" Text;
    "color" Text;
    "pinned" Flag;
};

pub(super) const FOLLOWERS: &[Field] = fields! {
    "followers" TextList, must;
};

pub(super) const WORKFLOW: &[Field] = fields! {
    "eventStartTime" Text;
};

const CHANNEL: &[Field] = fields! {
    "status" OneOf(&["active", "inactive", "permanent"]), must;
    "message" Text;
    "code" Text;
};

const DND_SETTINGS: &[Field] = fields! {
    "Call" Fields(CHANNEL);
    "Email" Fields(CHANNEL);
    "SMS" Fields(CHANNEL);
    "WhatsApp" Fields(CHANNEL);
    "GMB" Fields(CHANNEL);
    "FB" Fields(CHANNEL);
};

const INBOUND: &[Field] = fields! {
    "status" OneOf(&["active", "inactive"]), must;
    "message" Text;
};

const INBOUND_DND_SETTINGS: &[Field] = fields! {
    "all" Fields(INBOUND);
};

const CUSTOM_FIELDS: &[Field] = fields! {
    "id" Text;
    "key" Text;
    "field_value" Any;
};

const NAMED_CUSTOM_FIELDS: &[Field] = fields! {
    "id" Text;
    "key" Text;
    "fieldValue" Any;
    "field_value" Any;
};

const LOWER_DND_SETTINGS: &[Field] = fields! {
    "call" Fields(CHANNEL);
    "email" Fields(CHANNEL);
    "sms" Fields(CHANNEL);
    "whatsApp" Fields(CHANNEL);
    "gmb" Fields(CHANNEL);
    "fb" Fields(CHANNEL);
};

/// `POST /contacts/search`, as the vendor's page has it.
pub(super) const SEARCH: &[Field] = fields! {
    "locationId" Text, must;
    "pageLimit" Number, must;
    "page" Number;
    "searchAfter" Any;
    "filters" Any;
    "sort" Any;
    "query" Text;
};

pub(super) const TASKS: &[Field] = fields! {
    "contactId" TextList;
    "completed" Flag;
    "assignedTo" TextList;
    "query" Text;
    "limit" Number;
    "skip" Number;
    "businessId" Text;
};
