//! What a v2 or v3 token allows.

use crate::caller::Caller;

/// The holder of a token, and what the token is for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grant {
    pub(crate) caller: Caller,
    /// Names with spaces between them, as on the wire.
    pub(crate) scope: String,
}
