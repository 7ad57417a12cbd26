//! How opportunities are found, and what is found.

use super::{Opportunity, OpportunityStatusFilter};

crate::wire! {
    /// What `opportunities.search` looks for. Without any filter, it is every opportunity of the location.
    ///
    /// Five fields have an underscore in v2, and another name in v3.
    input OpportunitySearchParams in [V2 V3] {
        /// Text to find, 75 characters at most.
        q = "q": Text, optional;
        /// The location, in v2. The client's `locationId` if not given.
        old_location_id = "location_id": Id, required in [V2];
        /// The location, in v3. The client's `locationId` if not given.
        location_id = "locationId": Id, required in [V3];
        /// Those of this pipeline only, in v2.
        old_pipeline_id = "pipeline_id": Id, optional in [V2];
        /// Those of this pipeline only, in v3.
        pipeline_id = "pipelineId": Id, optional in [V3];
        /// Those in this stage only, in v2.
        old_pipeline_stage_id = "pipeline_stage_id": Id, optional in [V2];
        /// Those in this stage only, in v3.
        pipeline_stage_id = "pipelineStageId": Id, optional in [V3];
        /// Those of this contact only, in v2.
        old_contact_id = "contact_id": Id, optional in [V2];
        /// Those of this contact only, in v3.
        contact_id = "contactId": Id, optional in [V3];
        /// Those assigned to this user only, in v2.
        old_assigned_to = "assigned_to": Id, optional in [V2];
        /// Those assigned to this user only, in v3.
        assigned_to = "assignedTo": Id, optional in [V3];
        /// Those with this status only.
        status = "status": Choice(OpportunityStatusFilter), optional;
        /// Those that came from this campaign only.
        campaign_id = "campaignId": Id, optional;
        /// The opportunity with this id only.
        id = "id": Id, optional;
        /// The order: `added_asc`, `added_desc`, `name_asc`, `name_desc`; others are not documented.
        order = "order": Text, optional;
        /// The first day.
        date = "date": Date(MonthDayYear), optional;
        /// The last day.
        end_date = "endDate": Date(MonthDayYear), optional;
        /// Those of contacts in this country only: two letters, `US`.
        country = "country": Text, optional;
        /// The page, counted from 1. Default: 1.
        page = "page": Number, optional;
        /// The most opportunities to return: 100 at most. Default: 20.
        limit = "limit": Number, optional;
        /// Where to go on: `meta.startAfter` of the page before.
        start_after = "startAfter": Number, optional;
        /// Where to go on: `meta.startAfterId` of the page before.
        start_after_id = "startAfterId": Id, optional;
        /// Whether to return tasks.
        get_tasks = "getTasks": Flag, optional;
        /// Whether to return notes.
        get_notes = "getNotes": Flag, optional;
        /// Whether to return appointments.
        get_calendar_events = "getCalendarEvents": Flag, optional;
    }
}

crate::wire! {
    /// One page of opportunities.
    answer OpportunityPage in [V2 V3] {
        /// The opportunities.
        opportunities = "opportunities": List(Opportunity), required;
        /// How many there are, and where to go on.
        meta = "meta": Object(OpportunityPageMeta), optional;
        /// Sums. The files do not say what they have.
        aggregations = "aggregations": Json, optional;
    }
}

crate::wire! {
    /// How many opportunities there are, and where to go on.
    answer OpportunityPageMeta in [V2 V3] {
        /// How many there are in all.
        total = "total": Number, optional;
        /// The URL of the next page; none after the last.
        next_page_url = "nextPageUrl": Text, optional;
        /// The id of the last one on this page.
        start_after_id = "startAfterId": Text, optional;
        /// What the last one on this page is sorted by: milliseconds since 1970.
        start_after = "startAfter": Number, optional;
        /// This page, counted from 1.
        current_page = "currentPage": Number, optional;
        /// The next page; none after the last.
        next_page = "nextPage": Number, optional;
        /// The page before; none before the first.
        prev_page = "prevPage": Number, optional;
    }
}
