//! Where in an input a value is.

use crate::core::text::{decimal, say};

/// The way to a value, from the outside in: `permissions.contactsEnabled`, `locationIds[1]`.
///
/// It is written out only when an error needs it.
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

impl<'a> Path<'a> {
    /// The input itself.
    pub const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Member(""),
    };

    /// Returns the way to a member of the value.
    pub fn member(&'a self, name: &'a str) -> Path<'a> {
        Path {
            parent: Some(self),
            step: Step::Member(name),
        }
    }

    /// Returns the way to an item of the value.
    pub fn item(&'a self, index: usize) -> Path<'a> {
        Path {
            parent: Some(self),
            step: Step::Item(index),
        }
    }

    /// Writes the way out.
    pub fn words(&self) -> String {
        let before = self.parent.map(Path::words).unwrap_or_default();
        match self.step {
            Step::Member(name) if before.is_empty() => name.to_owned(),
            Step::Member(name) => say("%.%", &[&before, name]),
            Step::Item(index) => say("%[%]", &[&before, &decimal(index)]),
        }
    }
}
