//! A call that may be made, on its way to what answers it.

use crate::caller::Caller;
use crate::grant::Grant;
use crate::request::Request;
use crate::version::Version;

/// A request, and what is known of it.
pub(crate) struct Visit<'a> {
    pub(crate) request: &'a Request,
    pub(crate) version: Version,
    pub(crate) grant: Grant,
    /// What stands in the path, in its order.
    pub(crate) ids: Vec<String>,
    pub(crate) trace_id: &'a str,
}

impl Visit<'_> {
    pub(crate) fn caller(&self) -> Caller {
        self.grant.caller
    }

    /// The first id of the path.
    pub(crate) fn id(&self) -> &str {
        self.ids.first().map_or("", String::as_str)
    }
}
