//! The calls of v2 and v3 about social posting: the tags of posts, and statistics of the last days. Nothing of it changes, and
//! posts are not remembered: those of a day are thrown by dice whenever somebody asks.
//!
//! Where HighLevel is silent, the sandbox decides: days are those of UTC; a list of tags without a `limit` has 10 of them; an id
//! that no tag of the location has is passed over, an account that it does not have is 400, and so is a range of more than 366
//! days, or one whose ends are not moments. Followers are those gained, so that their days have a sum, and the people of the
//! demographics are those reached. Of statistics, v2's spec asks no token; the sandbox does.

mod audience;
mod fields;
mod period;
mod post;
mod report;
mod statistics;
mod tags;
mod tally;

use statistics::statistics;
use tags::{tags, tags_by_ids};

use crate::row::Row;

const TAGS: &str = "socialplanner/tag.readonly";
const STATISTICS: &str = "socialplanner/statistics.readonly";

/// The calls about social posting.
pub(crate) const ROWS: &[Row] = &[
    Row::new(
        "socialPosting.tags.list",
        "GET /social-media-posting/{locationId}/tags",
        TAGS,
        |state, visit| tags(state, visit),
    )
    .for_location(),
    Row::new(
        "socialPosting.tags.details",
        "POST /social-media-posting/{locationId}/tags/details",
        TAGS,
        |state, visit| tags_by_ids(state, visit),
    )
    .for_location(),
    Row::new(
        "socialPosting.statistics",
        "POST /social-media-posting/statistics",
        STATISTICS,
        |state, visit| statistics(state, visit),
    )
    .for_location(),
];
