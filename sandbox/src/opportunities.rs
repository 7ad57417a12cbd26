//! The calls about opportunities and the pipelines that they go through.
//!
//! Where HighLevel is silent, the sandbox decides: an opportunity without a stage begins in its pipeline's first one; it goes
//! with its contact; a list begins with the newest; days of a search are those of UTC.

mod draft;
mod fields;
mod order;
mod search;
mod view;
mod write;

use crate::entry::{Count, Entry, Listing, Pages, SUCCEDED_AND_SUCCESS};
use crate::followers;
use crate::kinds::{LOST_REASON, OPPORTUNITY, PIPELINE};
use crate::row::Row;

const READ: &str = "opportunities.readonly";
const WRITE: &str = "opportunities.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "opportunities.pipelines.list",
        "GET /opportunities/pipelines",
        READ,
        Entry::list(&PIPELINE, "pipelines").asks(fields::PIPELINES),
    ),
    Row::of(
        "opportunities.lostReasons.list",
        "GET /opportunities/lost-reason",
        READ,
        Entry::list(&LOST_REASON, "lostReasons")
            .asks(fields::LOST_REASONS)
            .listing(Listing {
                filters: &[("name", "name"), ("deleted", "deleted")],
                searched: ("query", &["name"]),
                pages: Pages::From("skip", 100),
                count: Count::All("total"),
            }),
    ),
    Row::of(
        "opportunities.search",
        "GET /opportunities/search",
        READ,
        Entry::own(&OPPORTUNITY, search::search).asks(fields::SEARCH),
    ),
    Row::of(
        "opportunities.searchWithFilters",
        "POST /opportunities/search",
        READ,
        Entry::own(&OPPORTUNITY, search::advanced).takes(fields::ADVANCED),
    ),
    Row::of(
        "opportunities.create",
        "POST /opportunities",
        WRITE,
        Entry::create(&OPPORTUNITY, 201, "opportunity")
            .takes(fields::CREATE)
            .drafted(draft::draft)
            .shown(view::shown),
    ),
    Row::of(
        "opportunities.upsert",
        "POST /opportunities/upsert",
        WRITE,
        Entry::own(&OPPORTUNITY, write::upsert).takes(fields::UPSERT),
    ),
    Row::of(
        "opportunities.get",
        "GET /opportunities/{id}",
        READ,
        Entry::get(&OPPORTUNITY, "opportunity").shown(view::shown),
    ),
    Row::of(
        "opportunities.update",
        "PUT /opportunities/{id}",
        WRITE,
        Entry::update(&OPPORTUNITY, "opportunity")
            .takes(fields::UPDATE)
            .drafted(draft::draft)
            .shown(view::shown),
    ),
    Row::of(
        "opportunities.delete",
        "DELETE /opportunities/{id}",
        WRITE,
        Entry::delete(&OPPORTUNITY, SUCCEDED_AND_SUCCESS),
    ),
    Row::of(
        "opportunities.setStatus",
        "PUT /opportunities/{id}/status",
        WRITE,
        Entry::own(&OPPORTUNITY, write::set_status).takes(fields::STATUS),
    ),
    Row::of(
        "opportunities.followers.add",
        "POST /opportunities/{id}/followers",
        WRITE,
        Entry::own(&OPPORTUNITY, followers::add).takes(fields::FOLLOWERS),
    ),
    Row::of(
        "opportunities.followers.remove",
        "DELETE /opportunities/{id}/followers",
        WRITE,
        Entry::own(&OPPORTUNITY, followers::remove)
            .asks(fields::FOLLOWERS_QUERY)
            .takes(fields::FOLLOWERS),
    ),
];
