//! The catalogue: every operation as a row, every wire type declared once.
//!
//! One folder per resource. Nothing here knows how a request is sent.

#[cfg(feature = "conversations")]
pub mod conversations;
#[cfg(feature = "opportunities")]
pub mod opportunities;
pub mod raw;
mod row;
#[cfg(feature = "social-posting")]
pub mod social_posting;
#[cfg(feature = "users")]
pub mod users;

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
    #[cfg(feature = "opportunities")]
    opportunities::OPERATIONS,
    #[cfg(feature = "conversations")]
    conversations::OPERATIONS,
];

/// The documentation of every row, by resource. Nothing at run time refers to it.
pub static DOCS: &[(&str, &[OperationDocs])] = &[
    #[cfg(feature = "users")]
    ("users", users::DOCS),
    #[cfg(feature = "social-posting")]
    ("socialPosting", social_posting::DOCS),
    #[cfg(feature = "opportunities")]
    ("opportunities", opportunities::DOCS),
    #[cfg(feature = "conversations")]
    ("conversations", conversations::DOCS),
];

/// Returns the operation called `id`, as `api` has it.
///
/// # Errors
/// As [`known::find`].
pub fn find(api: Api, id: &str) -> Result<&'static Operation, Box<Error>> {
    known::find(RESOURCES, api, id)
}
