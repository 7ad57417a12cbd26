//! The users of v2 and v3.

mod fields;
mod read;
mod selection;
pub(crate) mod write;

use crate::row::Row;
use crate::version::Version;

const READ: &str = "users.readonly";
const WRITE: &str = "users.write";

/// The calls about users.
pub(crate) const ROWS: &[Row] = &[
    Row::new("GET /users/search", READ, |state, visit| {
        read::search(state, visit)
    }),
    Row::new(
        "POST /users/search/filter-by-email",
        READ,
        |state, visit| read::filter_by_email(state, visit),
    )
    .for_agency(),
    Row::new("GET /users", READ, |state, visit| read::list(state, visit))
        .for_location()
        .only(Version::V2),
    Row::new("POST /users", WRITE, write::create),
    Row::new("GET /users/{userId}", READ, |state, visit| {
        read::get(state, visit)
    }),
    Row::new("PUT /users/{userId}", WRITE, write::update),
    Row::new("DELETE /users/{userId}", WRITE, write::delete),
];
