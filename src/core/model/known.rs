//! The operations that an engine knows, resource by resource.

use crate::core::{
    error::{Code, Error},
    model::{operation::Operation, version::Api},
    suggest::Nearest,
    text,
};

/// Returns the operation called `id`, as `api` has it.
///
/// # Errors
/// [`Code::UnsupportedOperation`] if there is none; the message names the versions that have it.
pub fn find(
    resources: &[&'static [Operation]],
    api: Api,
    id: &str,
) -> Result<&'static Operation, Box<Error>> {
    for rows in resources {
        if let Some(place) = rows.iter().position(|row| row.id == id) {
            return version_of(rows, place, api);
        }
    }
    Err(unknown(resources, id))
}

/// Returns the operation whose row has this number, counted over all resources, as `api` has it.
///
/// # Errors
/// As [`find`].
pub fn numbered(
    resources: &[&'static [Operation]],
    api: Api,
    number: usize,
) -> Result<&'static Operation, Box<Error>> {
    let mut place = number;
    for rows in resources {
        if place < rows.len() {
            return version_of(rows, place, api);
        }
        place -= rows.len();
    }
    Err(unknown(resources, ""))
}

/// Returns the row for a version of the operation at a place.
fn version_of(
    rows: &'static [Operation],
    place: usize,
    api: Api,
) -> Result<&'static Operation, Box<Error>> {
    let rest = rows.get(place..).unwrap_or_default();
    let id = rest.first().map_or("", |row| row.id);
    let mut others = String::new();
    for row in rest {
        if row.id != id {
            break;
        }
        if row.access(api).is_some() {
            return Ok(row);
        }
        for other in Api::ALL {
            if row.access(other).is_some() {
                others.push_str(if others.is_empty() { "" } else { " and " });
                others.push_str(other.name());
            }
        }
    }
    let sentence = "api % has no such operation; it is in %";
    let words = [api.name(), others.as_str()];
    Err(Error::new(
        Code::UnsupportedOperation,
        Some(id),
        sentence,
        &words,
    ))
}

/// Makes the error for an operation that there is not.
fn unknown(resources: &[&'static [Operation]], id: &str) -> Box<Error> {
    let mut nearest = Nearest::to(id);
    for rows in resources {
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
