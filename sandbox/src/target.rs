//! Which calls a fault strikes.

use serde::Deserialize;

use crate::request::Request;

/// A call that may be struck.
#[derive(Clone, Copy)]
pub(crate) struct Candidate<'a> {
    pub(crate) request: &'a Request,
    pub(crate) operation: Option<&'a str>,
    /// Which call of its connection it is, from 1.
    pub(crate) nth: u64,
}

/// What says whether there is an operation, or are operations, of this name.
pub(crate) type Known = fn(&str) -> Result<(), String>;

/// The calls that a fault is for: those that all of it is true of.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Target {
    /// The id of an operation, or with a dot at its end the beginning of many: `contacts.` is all that has to do with contacts.
    operation: Option<String>,
    method: Option<String>,
    path_prefix: Option<String>,
    /// From 2, the calls that reuse a connection: those that are at least the so-manyth of theirs.
    from_nth: Option<u64>,
}

impl Target {
    /// A name that no operation has would never strike, and nobody would notice.
    pub(crate) fn check(&self, known: Known) -> Result<(), String> {
        let known = self.operation.as_deref().map_or(Ok(()), known);
        known.map_err(|message| format!("only.operation is {message}"))
    }

    /// Whether it is for this call.
    pub(crate) fn has(&self, call: Candidate) -> bool {
        let Candidate {
            request,
            operation,
            nth,
        } = call;
        let is_named = |wanted: &String| {
            let many = wanted.ends_with('.');
            operation.is_some_and(|own| own == wanted || many && own.starts_with(wanted))
        };
        let has_prefix = |prefix: &String| request.path.starts_with(prefix);
        self.operation.as_ref().is_none_or(is_named)
            && self.method.as_ref().is_none_or(|it| *it == request.method)
            && self.path_prefix.as_ref().is_none_or(has_prefix)
            && self.from_nth.is_none_or(|from| nth >= from)
    }
}
