//! What a v2 or v3 token allows.

use std::borrow::Cow;

use crate::caller::Caller;

/// The holder of a token, and what the token is for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grant {
    pub(crate) caller: Caller,
    /// Names with spaces between them, as on the wire.
    pub(crate) scope: Cow<'static, str>,
}

impl Grant {
    /// Whether it is for this. Other names may begin or end so.
    pub(crate) fn names(&self, scope: &str) -> bool {
        let scopes = &self.scope;
        scopes.match_indices(scope).any(|(start, name)| {
            let head = scopes.get(..start).unwrap_or_default();
            let tail = scopes.get(start + name.len()..).unwrap_or_default();
            (head.is_empty() || head.ends_with(' ')) && (tail.is_empty() || tail.starts_with(' '))
        })
    }
}
