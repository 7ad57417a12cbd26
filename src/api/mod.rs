//! The catalogue: every operation as a row, every wire type declared once.
//!
//! One folder per resource. Nothing here knows how a request is sent.

#[cfg(feature = "associations")]
pub mod associations;
#[cfg(feature = "blogs")]
pub mod blogs;
#[cfg(feature = "businesses")]
pub mod businesses;
#[cfg(feature = "calendars")]
pub mod calendars;
#[cfg(feature = "campaigns")]
pub mod campaigns;
#[cfg(feature = "companies")]
pub mod companies;
#[cfg(feature = "contacts")]
pub mod contacts;
#[cfg(feature = "conversations")]
pub mod conversations;
#[cfg(feature = "locations")]
pub mod locations;
#[cfg(feature = "opportunities")]
pub mod opportunities;
pub mod raw;
mod row;
#[cfg(feature = "snapshots")]
pub mod snapshots;
#[cfg(feature = "social-posting")]
pub mod social_posting;
#[cfg(feature = "users")]
pub mod users;
#[cfg(feature = "workflows")]
pub mod workflows;

pub use crate::core::model::one_or_many::OneOrMany;
pub use row::Typed;

use crate::core::{
    error::Error,
    model::{docs::OperationDocs, known, operation::Operation, version::Api},
};

/// The rows of every resource.
pub static RESOURCES: &[&[Operation]] = &[
    #[cfg(feature = "users")]
    users::OPERATIONS,
    #[cfg(feature = "social-posting")]
    social_posting::OPERATIONS,
    #[cfg(feature = "contacts")]
    contacts::OPERATIONS,
    #[cfg(feature = "calendars")]
    calendars::OPERATIONS,
    #[cfg(feature = "opportunities")]
    opportunities::OPERATIONS,
    #[cfg(feature = "conversations")]
    conversations::OPERATIONS,
    #[cfg(feature = "businesses")]
    businesses::OPERATIONS,
    #[cfg(feature = "workflows")]
    workflows::OPERATIONS,
    #[cfg(feature = "snapshots")]
    snapshots::OPERATIONS,
    #[cfg(feature = "campaigns")]
    campaigns::OPERATIONS,
    #[cfg(feature = "locations")]
    locations::OPERATIONS,
    #[cfg(feature = "companies")]
    companies::OPERATIONS,
    #[cfg(feature = "associations")]
    associations::OPERATIONS,
    #[cfg(feature = "blogs")]
    blogs::OPERATIONS,
];

/// The documentation of every row, by resource. Nothing at run time refers to it.
pub static DOCS: &[(&str, &[OperationDocs])] = &[
    #[cfg(feature = "users")]
    ("users", users::DOCS),
    #[cfg(feature = "social-posting")]
    ("socialPosting", social_posting::DOCS),
    #[cfg(feature = "contacts")]
    ("contacts", contacts::DOCS),
    #[cfg(feature = "calendars")]
    ("calendars", calendars::DOCS),
    #[cfg(feature = "opportunities")]
    ("opportunities", opportunities::DOCS),
    #[cfg(feature = "conversations")]
    ("conversations", conversations::DOCS),
    #[cfg(feature = "businesses")]
    ("businesses", businesses::DOCS),
    #[cfg(feature = "workflows")]
    ("workflows", workflows::DOCS),
    #[cfg(feature = "snapshots")]
    ("snapshots", snapshots::DOCS),
    #[cfg(feature = "campaigns")]
    ("campaigns", campaigns::DOCS),
    #[cfg(feature = "locations")]
    ("locations", locations::DOCS),
    #[cfg(feature = "companies")]
    ("companies", companies::DOCS),
    #[cfg(feature = "associations")]
    ("associations", associations::DOCS),
    #[cfg(feature = "blogs")]
    ("blogs", blogs::DOCS),
];

/// Returns the operation called `id`, as `api` has it.
///
/// # Errors
/// As [`known::find`].
pub fn find(api: Api, id: &str) -> Result<&'static Operation, Box<Error>> {
    known::find(RESOURCES, api, id)
}
