//! `/social-media-posting`: tags of posts, and what came of the posts.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`social-media-posting.json` of v2, `social-planner-v3.json` of v3). The
//! scopes of tags are in `Scopes.md` only; v2's file names no security for statistics.

mod audience;
mod statistics;
mod tags;

pub use audience::*;
pub use statistics::*;
pub use tags::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the tags that posts of a location may have, a page at a time.
    list_tags = "socialPosting.tags.list": Get "/social-media-posting/{locationId}/tags", None,
        takes SocialTagListParams,
        gives SocialTagPage as List("tags") in "results",
        pages Skip,
        watched "SocialTag" by "_id" added "createdAt" changed "updatedAt",
        scope "socialplanner/tag.readonly",
        for [V2 V3: Location];

    /// Reads tags by their ids.
    tag_details = "socialPosting.tags.details": Post "/social-media-posting/{locationId}/tags/details", Json,
        only reads,
        takes SocialTagDetailsParams,
        gives SocialTagPage as List("tags") in "results",
        watched "SocialTag" by "_id" added "createdAt" changed "updatedAt",
        scope "socialplanner/tag.readonly",
        for [V2 V3: Location];

    /// Sums up what came of the posts of some profiles: the last 7 days and how they compare with the 7 before, or, in v3,
    /// other ranges.
    statistics = "socialPosting.statistics": Post "/social-media-posting/statistics", Json,
        only reads,
        takes SocialStatisticsParams,
        gives SocialStatistics as Object in "results",
        watched "SocialStatistics" whole,
        scope "socialplanner/statistics.readonly",
        for [V2 V3: Location];
}
