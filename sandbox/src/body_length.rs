//! How long a body may be. Whoever brings a request here may cut a longer one one byte behind that: by this byte it is known.

use crate::request::Request;
use crate::response::Response;

/// How many bytes a call may bring. HighLevel's own limit is not known.
pub(crate) const OF_CALL: usize = 1024 * 1024;
/// How many an order may: a reset brings a state along, and that of a large company has 28 MiB.
pub(crate) const OF_ORDER: usize = 64 * 1024 * 1024;

/// The answer to a request that brings more than this. HighLevel's words for it are not known.
pub(crate) fn refusal(request: &Request, most: usize) -> Option<Response> {
    let is_too_long = request.body.len() > most;
    is_too_long.then(|| Response::refusal(413, "request entity too large"))
}
