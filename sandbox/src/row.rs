//! A row for each call of v2 and v3; they stand with the resource that answers them.

use crate::entry::Entry;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::version::{EARLY_DATE, USUAL_DATE, Version};
use crate::visit::Visit;

/// What answers a call that may be made.
#[expect(
    clippy::large_enum_variant,
    reason = "rows are constants, and stay where they are"
)]
pub(crate) enum Answer {
    Function(Function),
    /// What the catalogue says of it.
    Entry(Entry),
}

type Function = fn(&mut State, &Visit) -> Result<Response, Refusal>;

/// A call.
pub(crate) struct Row {
    /// The id of its operation; two rows have the same where an operation has another path in each version.
    pub(crate) operation: &'static str,
    /// Its method and its path, as the reference has them: `GET /users/{userId}`.
    pub(crate) line: &'static str,
    /// What a token has to be for.
    pub(crate) scope: &'static str,
    pub(crate) holder: Holder,
    /// The version that has it, if not both do.
    pub(crate) version: Option<Version>,
    /// What the `Version` of v2 is.
    pub(crate) date: &'static str,
    pub(crate) answer: Answer,
}

/// Whose token a call takes.
pub(crate) enum Holder {
    Anyone,
    Agency,
    Location,
}

impl Row {
    /// A call of both versions, with anyone's token.
    pub(crate) const fn new(
        operation: &'static str,
        line: &'static str,
        scope: &'static str,
        answer: Function,
    ) -> Self {
        Self::answered(operation, line, scope, Answer::Function(answer))
    }

    /// A call of the catalogue: of both versions, with a token of a location only.
    pub(crate) const fn of(
        operation: &'static str,
        line: &'static str,
        scope: &'static str,
        entry: Entry,
    ) -> Self {
        Self::answered(operation, line, scope, Answer::Entry(entry)).for_location()
    }

    const fn answered(
        operation: &'static str,
        line: &'static str,
        scope: &'static str,
        answer: Answer,
    ) -> Self {
        Self {
            operation,
            line,
            scope,
            holder: Holder::Anyone,
            version: None,
            date: USUAL_DATE,
            answer,
        }
    }

    /// With anyone's token.
    pub(crate) const fn for_anyone(self) -> Self {
        Self {
            holder: Holder::Anyone,
            ..self
        }
    }

    /// Which v2 knows by the earlier date.
    pub(crate) const fn early(self) -> Self {
        Self {
            date: EARLY_DATE,
            ..self
        }
    }

    /// With a token of the agency only.
    pub(crate) const fn for_agency(self) -> Self {
        Self {
            holder: Holder::Agency,
            ..self
        }
    }

    /// With a token of a location only.
    pub(crate) const fn for_location(self) -> Self {
        Self {
            holder: Holder::Location,
            ..self
        }
    }

    /// In this version only.
    pub(crate) const fn only(self, version: Version) -> Self {
        Self {
            version: Some(version),
            ..self
        }
    }

    pub(crate) fn belongs_to(&self, version: Version) -> bool {
        self.version.is_none_or(|own| own == version)
    }
}
