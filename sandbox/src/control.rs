//! `/__sandbox/…`: the commands as HTTP calls of this machine. What changes nothing is a `GET`, all else a `POST`.

use crate::body_length;
use crate::command;
use crate::loopback;
use crate::request::Request;
use crate::response::Response;
use crate::state::State;

const PREFIX: &str = "/__sandbox/";

/// Whether a path belongs here.
pub(crate) fn owns(path: &str) -> bool {
    path.starts_with(PREFIX)
}

/// How many bytes a body that is sent to this path may have.
pub fn longest_body(path: &str) -> usize {
    if owns(path) {
        body_length::OF_ORDER
    } else {
        body_length::OF_CALL
    }
}

/// Answers a control call. None of them is in the log, and none of them meets a fault.
pub(crate) fn answer(state: &mut State, request: &Request) -> Response {
    let Request { method, path, .. } = request;
    let name = path.strip_prefix(PREFIX).unwrap_or_default();
    if let Err(message) = loopback::admit(request) {
        return Response::refusal(403, &format!("{name}: {message}"));
    }
    if let Some(refusal) = body_length::refusal(request, body_length::OF_ORDER) {
        return refusal;
    }
    match command::find(method, name) {
        None => Response::refusal(501, &format!("the sandbox has no route {method} {path}")),
        Some(command) => match command.run(state, &request.body) {
            Ok(answer) => Response::json(200, &answer),
            Err(message) => Response::refusal(400, &message),
        },
    }
}
