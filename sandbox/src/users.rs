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
    Row::new("users.search", "GET /users/search", READ, |state, visit| {
        read::search(state, visit)
    }),
    Row::new(
        "users.filterByEmail",
        "POST /users/search/filter-by-email",
        READ,
        |state, visit| read::filter_by_email(state, visit),
    )
    .for_agency(),
    Row::new("users.list", "GET /users", READ, |state, visit| {
        read::list(state, visit)
    })
    .for_location()
    .only(Version::V2),
    Row::new("users.create", "POST /users", WRITE, write::create),
    Row::new("users.get", "GET /users/{userId}", READ, |state, visit| {
        read::get(state, visit)
    }),
    Row::new("users.update", "PUT /users/{userId}", WRITE, write::update),
    Row::new(
        "users.delete",
        "DELETE /users/{userId}",
        WRITE,
        write::delete,
    ),
];
