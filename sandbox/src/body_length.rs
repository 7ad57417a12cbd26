//! How long a body may be. Whoever brings a request here may cut a longer one one byte behind that: by this byte it is known.

use crate::control;
use crate::request::Request;
use crate::response::Response;

/// HighLevel's own limit is not known.
const OF_CALL: usize = 1024 * 1024;
/// A reset may bring a state along, and that of a large company has 28 MiB.
const OF_ORDER: usize = 64 * 1024 * 1024;

/// How many bytes a body that is sent to this path may have.
pub fn longest_body(path: &str) -> usize {
    if control::owns(path) {
        OF_ORDER
    } else {
        OF_CALL
    }
}

/// The answer to a request whose body is too long. HighLevel's words for it are not known.
pub(crate) fn refusal(request: &Request) -> Option<Response> {
    let is_too_long = request.body.len() > longest_body(&request.path);
    is_too_long.then(|| Response::refusal(413, "request entity too large"))
}
