//! What the calls about opportunities take.

use crate::validate::{Field, fields};

pub(super) const SEARCH: &[Field] = fields! {
    "q" Text;
    "location_id" Text, must, v2;
    "pipeline_id" Text, v2;
    "pipeline_stage_id" Text, v2;
    "contact_id" Text, v2;
    "status" OneOf(&["open", "won", "lost", "abandoned", "all"]);
    "assigned_to" Text, v2;
    "campaignId" Text;
    "id" Text;
    "order" Text;
    "endDate" Text;
    "startAfter" NumberText;
    "startAfterId" Text;
    "date" Text;
    "country" Text;
    "page" NumberText;
    "limit" NumberText;
    "getTasks" FlagText;
    "getNotes" FlagText;
    "getCalendarEvents" FlagText;
    "locationId" Text, must, v3;
    "pipelineId" Text, v3;
    "pipelineStageId" Text, v3;
    "contactId" Text, v3;
    "assignedTo" Text, v3;
};

/// The spec requires all of it, pages and cursor at once; what nobody could use otherwise is optional here. Filters and
/// order stand on a page of the vendor's and in no spec.
pub(super) const ADVANCED: &[Field] = fields! {
    "locationId" Text, must;
    "query" Text;
    "limit" Number;
    "page" Number;
    "searchAfter" Any;
    "filters" Any;
    "sort" Any;
    "additionalDetails" Fields(ADDITIONAL_DETAILS);
};

pub(super) const LOST_REASONS: &[Field] = fields! {
    "locationId" Text, must;
    "name" Text;
    "deleted" FlagText;
    "query" Text;
    "skip" NumberText;
    "limit" NumberText;
    "getCount" FlagText;
};

pub(super) const PIPELINES: &[Field] = fields! {
    "locationId" Text, must;
};

pub(super) const CREATE: &[Field] = fields! {
    "pipelineId" Text, must;
    "locationId" Text, must;
    "name" Text, must;
    "pipelineStageId" Text;
    "status" OneOf(&["open", "won", "lost", "abandoned", "all"]), must;
    "contactId" Text, must;
    "monetaryValue" Number;
    "assignedTo" Text;
    "customFields" List(CUSTOM_FIELDS), v2;
    "forecastExpectedCloseDate" Text, v3;
    "forecastProbability" Number, v3;
    "customFields" List(NAMED_CUSTOM_FIELDS), v3;
};

pub(super) const UPDATE: &[Field] = fields! {
    "pipelineId" Text;
    "name" Text;
    "pipelineStageId" Text;
    "status" OneOf(&["open", "won", "lost", "abandoned", "all"]);
    "monetaryValue" Number;
    "assignedTo" Text;
    "customFields" List(CUSTOM_FIELDS), v2;
    "forecastExpectedCloseDate" Text, v3;
    "forecastProbability" Number, v3;
    "customFields" List(NAMED_CUSTOM_FIELDS), v3;
};

pub(super) const STATUS: &[Field] = fields! {
    "status" OneOf(&["open", "won", "lost", "abandoned", "all"]), must;
    "lostReasonId" Text;
};

/// The spec knows no `contactId`, and requires what is about followers: public programs send the one, and not the others.
pub(super) const UPSERT: &[Field] = fields! {
    "id" Text;
    "pipelineId" Text, must;
    "locationId" Text, must;
    "contactId" Text;
    "followers" TextList;
    "isRemoveAllFollowers" Flag;
    "followersActionType" OneOf(&["add", "remove"]);
    "name" Text;
    "status" OneOf(&["open", "won", "lost", "abandoned", "all"]);
    "pipelineStageId" Text;
    "monetaryValue" Any;
    "assignedTo" Text;
    "lostReasonId" Text;
    "forecastExpectedCloseDate" Text, v3;
    "forecastProbability" Number, v3;
};

pub(super) const FOLLOWERS: &[Field] = fields! {
    "followers" TextList, must;
};

pub(super) const FOLLOWERS_QUERY: &[Field] = fields! {
    "isRemoveAllFollowers" FlagText;
};

const ADDITIONAL_DETAILS: &[Field] = fields! {
    "notes" Flag;
    "tasks" Flag;
    "calendarEvents" Flag;
    "unReadConversations" Flag;
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
};
