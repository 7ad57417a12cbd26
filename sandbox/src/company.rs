//! The calls about the company, and about campaigns and workflows. They only read.

use crate::entry::{Count, Entry, Listing, Pages};
use crate::kinds::{CAMPAIGN, COMPANY, WORKFLOW};
use crate::row::Row;
use crate::validate::{Field, fields};

const OF_LOCATION: &[Field] = fields! {
    "locationId" Text, must;
};
const CAMPAIGNS: &[Field] = fields! {
    "locationId" Text, must;
    "status" Text;
};

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "companies.get",
        "GET /companies/{companyId}",
        "companies.readonly",
        Entry::get(&COMPANY, "company"),
    )
    .for_agency(),
    Row::of(
        "campaigns.list",
        "GET /campaigns",
        "campaigns.readonly",
        Entry::list(&CAMPAIGN, "campaigns")
            .asks(CAMPAIGNS)
            .listing(Listing {
                filters: &[("status", "status")],
                searched: ("", &[]),
                pages: Pages::Whole,
                count: Count::None,
            }),
    ),
    Row::of(
        "workflows.list",
        "GET /workflows",
        "workflows.readonly",
        Entry::list(&WORKFLOW, "workflows").asks(OF_LOCATION),
    ),
];
