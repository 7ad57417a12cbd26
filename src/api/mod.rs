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
    suggest::Nearest,
    text,
};

/// The rows of every resource.
pub static RESOURCES: &[&[Operation]] = &[users::OPERATIONS];

/// The documentation of every row, by resource. Nothing at run time refers to it.
pub static DOCS: &[(&str, &[OperationDocs])] = &[("users", users::DOCS)];

/// Returns the operation called `id`, as `api` has it.
///
/// # Errors
/// [`Code::UnsupportedOperation`] if there is none; the message names the versions that have it.
pub fn find(api: Api, id: &str) -> Result<&'static Operation, Box<Error>> {
    for rows in RESOURCES {
        for operation in *rows {
            if operation.id == id {
                return match operation.access(api) {
                    Some(_) => Ok(operation),
                    None => Err(elsewhere(api, operation)),
                };
            }
        }
    }
    Err(unknown(id))
}

/// Makes the error for an operation that there is not.
fn unknown(id: &str) -> Box<Error> {
    let mut nearest = Nearest::to(id);
    for rows in RESOURCES {
        for operation in *rows {
            nearest.consider(operation.id);
        }
    }
    let (sentence, near) = match nearest.name {
        Some(near) => ("there is no operation \"%\"; did you mean \"%\"?", near),
        None => ("there is no operation \"%\"", ""),
    };
    let words = [text::shortened(id), near];
    Error::new(Code::UnsupportedOperation, None, sentence, &words)
}

/// Makes the error for an operation that other versions have.
fn elsewhere(api: Api, operation: &'static Operation) -> Box<Error> {
    let mut others = String::new();
    for other in Api::ALL {
        if operation.access(other).is_some() {
            others.push_str(if others.is_empty() { "" } else { " and " });
            others.push_str(other.name());
        }
    }
    let sentence = "api % has no such operation; it is in %";
    let words = [api.name(), others.as_str()];
    Error::new(
        Code::UnsupportedOperation,
        Some(operation.id),
        sentence,
        &words,
    )
}
