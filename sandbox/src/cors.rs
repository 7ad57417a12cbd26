//! What lets a page on another port call the sandbox.

use crate::response::Response;

/// The request headers that a page may send. A client that adds another one fails its preflight, here as at the vendor's.
const HEADERS: &str = "Authorization, Version, Accept, Content-Type";
const METHODS: &str = "GET, POST, PUT, DELETE";

/// Answers a browser's question whether it may call.
pub(crate) fn preflight() -> Response {
    Response::empty(204)
        .with_header("access-control-allow-methods", METHODS)
        .with_header("access-control-allow-headers", HEADERS)
}

/// Lets any page read the response.
pub(crate) fn open(response: Response) -> Response {
    response.with_header("access-control-allow-origin", "*")
}
