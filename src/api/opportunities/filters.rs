//! How opportunities are found by filters.

use super::{
    Opportunity, OpportunityFilterGroup, OpportunityFilterOperator, OpportunitySortDirection,
    OpportunitySortField,
};

crate::wire! {
    /// What `opportunities.searchWithFilters` looks for.
    input OpportunitySearchWithFiltersParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// Text to find, 75 characters at most.
        query = "query": Text, optional;
        /// The most opportunities to return: 1 to 500.
        limit = "limit": Number, required;
        /// The page. HighLevel's file counts from 0, and the example of its page is 1. Not together with `searchAfter`.
        page = "page": Number, optional;
        /// Where to go on: `sort` of the last opportunity of the page before, a number and an id. Needed beyond the 10,000th.
        search_after = "searchAfter": Json, optional;
        /// What has to hold, all of it.
        filters = "filters": List(OpportunityFilter), optional;
        /// The order. The first one counts most.
        sort = "sort": List(OpportunitySort), optional;
        /// What else to return.
        additional_details = "additionalDetails": Object(OpportunityDetails), optional;
    }
}

crate::wire! {
    /// A filter, or a group of filters.
    input OpportunityFilter in [V2 V3] {
        /// The field: `status`, `pipeline_id`, `monetary_value`, `date_added`, `custom_fields.` with an id, and others.
        field = "field": Text, optional;
        /// How `value` and the field are compared.
        operator = "operator": Word(OpportunityFilterOperator), optional;
        /// A text, a number or a boolean; for `range` an object with `gt`, `gte`, `lt` or `lte`; nothing for `exists` and
        /// `not_exists`.
        value = "value": Json, optional;
        /// How the filters of a group belong together.
        group = "group": Choice(OpportunityFilterGroup), optional;
        /// The filters of a group, each like this one.
        filters = "filters": Json, optional;
    } one of ["field" "group"]
}

crate::wire! {
    /// What opportunities are sorted by.
    input OpportunitySort in [V2 V3] {
        /// The field.
        field = "field": Word(OpportunitySortField), required;
        /// The direction.
        direction = "direction": Choice(OpportunitySortDirection), required;
    }
}

crate::wire! {
    /// What else a search is to return. Default: nothing of it.
    input OpportunityDetails in [V2 V3] {
        /// Notes.
        notes = "notes": Flag, optional;
        /// Tasks.
        tasks = "tasks": Flag, optional;
        /// Appointments.
        calendar_events = "calendarEvents": Flag, optional;
        /// How many conversations are unread.
        unread_conversations = "unReadConversations": Flag, optional;
    }
}

crate::wire! {
    /// One page of opportunities that filters found.
    answer OpportunityFilteredPage in [V2 V3] {
        /// The opportunities.
        opportunities = "opportunities": List(Opportunity), required;
        /// How many there are in all.
        total = "total": Number, required;
        /// Sums by stage, if a filter names a pipeline.
        stage_aggregations = "stageAggregations": List(OpportunityStageSum), optional in [V3];
        /// Sums by name. The files do not say what they have.
        aggregations = "aggregations": Json, optional;
    }
}

crate::wire! {
    /// The sums of a stage.
    answer OpportunityStageSum in [V3] {
        /// The stage.
        pipeline_stage_id = "pipelineStageId": Text, required;
        /// How many opportunities are in it.
        total_count = "totalCount": Number, required;
        /// What they are worth.
        total_value = "totalValue": Number, required;
        /// What they are worth, each by how likely it is to be won.
        weighted_value = "weightedValue": Number, required;
        /// What the open ones are worth.
        open_value = "openValue": Number, required;
        /// What the open ones are worth, each by how likely it is to be won.
        open_weighted_value = "openWeightedValue": Number, required;
        /// What was won.
        won_value = "wonValue": Number, required;
    }
}
