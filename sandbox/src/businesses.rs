//! The calls about businesses: the companies that contacts work for.

mod fields;

use crate::entry::{Count, Entry, Listing, Pages, SUCCESS};
use crate::kinds::BUSINESS;
use crate::row::Row;

const READ: &str = "businesses.readonly";
const WRITE: &str = "businesses.write";

/// What a write answers with; the spelling is the vendor's.
const WRITTEN: &str = "buiseness";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "businesses.list",
        "GET /businesses",
        READ,
        Entry::list(&BUSINESS, "businesses")
            .asks(fields::LIST)
            .listing(Listing {
                filters: &[],
                searched: ("", &[]),
                pages: Pages::From("skip", 100),
                count: Count::None,
            }),
    ),
    Row::of(
        "businesses.create",
        "POST /businesses",
        WRITE,
        Entry::create(&BUSINESS, 201, WRITTEN)
            .takes(fields::CREATE)
            .flags(SUCCESS),
    ),
    Row::of(
        "businesses.get",
        "GET /businesses/{businessId}",
        READ,
        Entry::get(&BUSINESS, "business"),
    ),
    Row::of(
        "businesses.update",
        "PUT /businesses/{businessId}",
        WRITE,
        Entry::update(&BUSINESS, WRITTEN)
            .takes(fields::UPDATE)
            .flags(SUCCESS),
    ),
    Row::of(
        "businesses.delete",
        "DELETE /businesses/{businessId}",
        WRITE,
        Entry::delete(&BUSINESS, SUCCESS),
    ),
];
