//! `/opportunities`: what may be sold to whom, and the pipelines that it moves through.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`opportunities.json` of v2 and v3), and for the filters of
//! `opportunities.searchWithFilters` the page that they refer to, "Opportunities Search API".

mod filters;
mod followers;
mod opportunity;
mod params;
mod pipelines;
mod search;
mod words;

pub use filters::*;
pub use followers::*;
pub use opportunity::*;
pub use params::*;
pub use pipelines::*;
pub use search::*;
pub use words::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Finds opportunities of a location, a page at a time.
    search = "opportunities.search": Get "/opportunities/search", None,
        takes OpportunitySearchParams,
        gives OpportunityPage as List("opportunities"),
        pages StartAfter,
        watched "Opportunity" by "id" added "createdAt" newest { "order": "added_desc" } changed "updatedAt",
        scope "opportunities.readonly",
        for [V2 V3: Location];

    /// Finds opportunities of a location by filters on any of their fields, in any order, a page at a time.
    ///
    /// What has just changed may take some seconds to be found.
    search_with_filters = "opportunities.searchWithFilters": Post "/opportunities/search", Json,
        only reads,
        takes OpportunitySearchWithFiltersParams,
        gives OpportunityFilteredPage as List("opportunities"),
        pages SortAfter,
        watched "Opportunity" by "id"
            added "createdAt" newest { "sort": [{ "field": "date_added", "direction": "desc" }] }
            changed "updatedAt" newest { "sort": [{ "field": "date_updated", "direction": "desc" }] },
        scope "opportunities.readonly",
        for [V2 V3: Location];

    /// Reads one opportunity.
    get = "opportunities.get": Get "/opportunities/{id}", None,
        about id "id" Id "The opportunity's id.",
        gives Opportunity as Object in "opportunity",
        watched "Opportunity" by "id" added "createdAt" changed "updatedAt",
        scope "opportunities.readonly",
        for [V2 V3: Location];

    /// Lists all pipelines of a location, with their stages.
    list_pipelines = "opportunities.pipelines.list": Get "/opportunities/pipelines", None,
        takes OpportunityPipelineListParams,
        gives OpportunityPipelineList as List("pipelines"),
        watched "Pipeline" by "id",
        scope "opportunities.readonly",
        for [V2 V3: Location];

    /// Creates an opportunity.
    create = "opportunities.create": Post "/opportunities/", Json,
        takes OpportunityCreateParams,
        gives Opportunity as Object in "opportunity",
        scope "opportunities.write",
        for [V2 V3: Location];

    /// Changes an opportunity. What is not named stays.
    update = "opportunities.update": Put "/opportunities/{id}", Json,
        about id "id" Id "The opportunity's id.",
        takes OpportunityUpdateParams,
        gives Opportunity as Object in "opportunity",
        scope "opportunities.write",
        for [V2 V3: Location];

    /// Deletes an opportunity.
    delete = "opportunities.delete": Delete "/opportunities/{id}", None,
        about id "id" Id "The opportunity's id.",
        gives OpportunityDone as Deleted,
        scope "opportunities.write",
        for [V2 V3: Location];

    /// Sets the status of an opportunity.
    set_status = "opportunities.setStatus": Put "/opportunities/{id}/status", Json,
        about id "id" Id "The opportunity's id.",
        takes OpportunitySetStatusParams,
        gives OpportunityDone as Deleted,
        scope "opportunities.write",
        for [V2 V3: Location];

    /// Changes an opportunity if there is one, and creates it otherwise.
    ///
    /// How HighLevel finds it without an `id`, no file says.
    upsert = "opportunities.upsert": Post "/opportunities/upsert", Json,
        takes OpportunityUpsertParams,
        gives OpportunityUpserted as Object,
        scope "opportunities.write",
        for [V2 V3: Location];

    /// Has users follow an opportunity.
    add_followers = "opportunities.followers.add": Post "/opportunities/{id}/followers", Json,
        about id "id" Id "The opportunity's id.",
        takes OpportunityFollowersAddParams,
        gives OpportunityFollowersAdded as Object,
        scope "opportunities.write",
        for [V2 V3: Location];

    /// Takes followers off an opportunity: some, or all of them.
    remove_followers = "opportunities.followers.remove": Delete "/opportunities/{id}/followers", Json,
        about id "id" Id "The opportunity's id.",
        takes OpportunityFollowersRemoveParams,
        gives OpportunityFollowersRemoved as Object,
        scope "opportunities.write",
        for [V2 V3: Location];
}
