//! What a call was given: checked, then read by name.

use serde_json::{Map, Value};

use crate::refusal::Refusal;
use crate::validate::{Extra, Field, Problem, problems};
use crate::version::Version;

/// The input, if nothing is wrong with it.
pub(crate) fn checked(
    input: Map<String, Value>,
    fields: &[Field],
) -> Result<Map<String, Value>, Refusal> {
    right(problems(&input, fields, Extra::Refused, None), input)
}

/// The same, of fields that may belong to one version only.
pub(crate) fn checked_in(
    version: Version,
    input: Map<String, Value>,
    fields: &[Field],
) -> Result<Map<String, Value>, Refusal> {
    let found = problems(&input, fields, Extra::Refused, Some(version));
    right(found, input)
}

fn right(found: Vec<Problem>, input: Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    if found.is_empty() {
        Ok(input)
    } else {
        Err(Refusal::Invalid(found))
    }
}

/// A string, unless it is absent or empty: an empty filter filters nothing.
pub(crate) fn text<'a>(input: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    input.get(name)?.as_str().filter(|text| !text.is_empty())
}

/// The items of a list that has been checked to be one of strings.
pub(crate) fn texts<'a>(input: &'a Map<String, Value>, name: &str) -> Option<Vec<&'a str>> {
    let items = input.get(name)?.as_array()?;
    Some(items.iter().filter_map(Value::as_str).collect())
}

/// The items of a comma list.
pub(crate) fn items<'a>(input: &'a Map<String, Value>, name: &str) -> Option<Vec<&'a str>> {
    Some(
        text(input, name)?
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect(),
    )
}

/// Milliseconds that have been checked to be digits, which no `usize` holds everywhere.
pub(crate) fn milliseconds(input: &Map<String, Value>, name: &str, default: u64) -> u64 {
    text(input, name).map_or(default, |digits| digits.parse().unwrap_or(u64::MAX))
}

/// A number that has been checked to be digits: one that does not fit is larger than every list.
pub(crate) fn number(input: &Map<String, Value>, name: &str, default: usize) -> usize {
    text(input, name).map_or(default, |digits| digits.parse().unwrap_or(usize::MAX))
}
