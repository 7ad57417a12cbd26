//! The catalogue: every operation as a row, every wire type declared once.
//!
//! One folder per resource. Nothing here knows how a request is sent.

mod one_or_many;
mod row;
pub mod users;

pub use one_or_many::OneOrMany;
pub use row::{OperationDocs, Typed};

use crate::core::{
    error::{Code, Error},
    operation::{Api, Operation},
};

/// The rows of every resource.
pub static RESOURCES: &[&[Operation]] = &[users::OPERATIONS];

/// The documentation of every row, by resource. Nothing at run time refers to it.
pub static DOCS: &[(&str, &[OperationDocs])] = &[("users", users::DOCS)];

/// Returns the operation called `id`, as `api` has it.
///
/// # Errors
/// [`Code::UnsupportedOperation`] if there is none; the message names the versions that have it.
pub fn find(api: Api, id: &str) -> Result<&'static Operation, Error> {
    let Some(operation) = RESOURCES.iter().copied().flatten().find(|row| row.id == id) else {
        let known = RESOURCES.iter().copied().flatten().map(|row| row.id);
        let mut message = ["there is no operation \"", id.get(..40).unwrap_or(id), "\""].concat();
        if let Some(near) = crate::core::suggest::nearest(id, known) {
            message = [&message, "; did you mean \"", near, "\"?"].concat();
        }
        return Err(Error::new(Code::UnsupportedOperation, None, &message));
    };
    if operation.access(api).is_some() {
        return Ok(operation);
    }
    let others: Vec<&str> = Api::ALL
        .into_iter()
        .filter(|other| operation.access(*other).is_some())
        .map(Api::name)
        .collect();
    let message = [
        "api ",
        api.name(),
        " has no such operation; it is in ",
        &others.join(" and "),
    ];
    Err(Error::new(
        Code::UnsupportedOperation,
        Some(operation.id),
        &message.concat(),
    ))
}
