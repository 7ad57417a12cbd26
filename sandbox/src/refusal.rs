//! Every way to say no, in the words of each version.

mod words;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::kind::Kind;
use crate::object::object;
use crate::response::Response;
use crate::seen;
use crate::validate::Problem;
use words::{legacy_words, modern_words};

/// Why a call is refused.
#[derive(Debug, PartialEq)]
pub(crate) enum Refusal {
    NoVersion,
    UnknownVersion,
    InvalidToken,
    WrongTokenKind,
    ForeignLocation,
    ForeignCompany,
    Malformed(String),
    Invalid(Vec<Problem>),
    DuplicateEmail,
    UserNotFound,
    /// The same, as HighLevel itself has been seen to put it.
    WildUserNotFound,
    /// An id that nothing has.
    NoSuch {
        status: u16,
        message: String,
    },
    /// 400 for what there is already, with fields that tell what that is.
    Duplicate {
        message: &'static str,
        more: Value,
    },
    RateLimited,
    NoRoute(String),
    /// 400 in words of the call's own, with nothing beside them.
    Unacceptable(String),
    /// The app is not the one it says it is.
    WrongClient,
    /// 400 in the envelope of v3's installed locations.
    InvalidArgument {
        field: &'static str,
        message: String,
    },
    /// 404 in the same envelope.
    AppNotFound(String),
}

const DUPLICATE_EMAIL: &str = "A user with this email already exists";

/// The bodies that the v2 and v3 specs call BadRequestDTO, UnauthorizedDTO, UnprocessableDTO and so on.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ErrorBody<'a, Message> {
    status_code: u16,
    message: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<&'a str>,
}

impl Refusal {
    /// No thing of this kind has this id, in the words of those whose words are known.
    pub(crate) fn no_such(kind: &Kind, id: &str) -> Self {
        let message = match kind.unknown {
            400 => format!("{} with id {id} not found", kind.name),
            _ => format!("{} not found", kind.name),
        };
        Self::NoSuch {
            status: kind.unknown,
            message,
        }
    }

    /// The words of v2 and v3. The gateway's refusals carry no trace id, those of the service behind it do.
    pub(crate) fn modern(self, trace_id: &str) -> Response {
        use Refusal::*;
        let (status, message, error, traced) = match self {
            NoVersion => (401, "version header was not found.", None, false),
            UnknownVersion => (401, "version header is invalid.", None, false),
            InvalidToken => (401, "Invalid JWT", None, false),
            WrongTokenKind => (
                401,
                "The token is not authorized for this scope.",
                None,
                false,
            ),
            ForeignLocation => {
                let message = "The token does not have access to this location.";
                (403, message, Some("Forbidden"), false)
            }
            ForeignCompany => {
                let message = "The token does not have access to this company.";
                (403, message, Some("Forbidden"), false)
            }
            RateLimited => (429, "Too Many Requests", None, false),
            Malformed(ref message) => (400, message.as_str(), Some("Bad Request"), true),
            DuplicateEmail => (400, DUPLICATE_EMAIL, None, true),
            UserNotFound => (404, "User not found", None, true),
            WildUserNotFound => return seen::UNKNOWN_USER.response(),
            Unacceptable(ref message) => (400, message.as_str(), None, false),
            WrongClient => {
                let message = "Invalid client: client is invalid";
                (401, message, Some("Unauthorized"), false)
            }
            InvalidArgument { field, message } => return invalid_argument(field, &message),
            AppNotFound(ref app_id) => return app_not_found(app_id),
            NoRoute(ref call) => return no_route(call),
            NoSuch {
                status,
                ref message,
            } => {
                let error = if status == 404 {
                    "Not Found"
                } else {
                    "Bad Request"
                };
                (status, message.as_str(), Some(error), true)
            }
            Duplicate { message, more } => return duplicate(message, more, trace_id),
            Invalid(problems) => {
                let body = ErrorBody {
                    status_code: 422,
                    message: problems.iter().map(modern_words).collect::<Vec<_>>(),
                    error: Some("Unprocessable Entity"),
                    trace_id: Some(trace_id),
                };
                return Response::json(422, &body);
            }
        };
        let body = ErrorBody {
            status_code: status,
            message,
            error,
            trace_id: traced.then_some(trace_id),
        };
        Response::json(status, &body)
    }

    /// The words of v1: `{"msg"}`, and for wrong input a map from field to message and rule.
    pub(crate) fn legacy(self) -> Response {
        use Refusal::*;
        let (status, message) = match self {
            InvalidToken | WrongTokenKind | ForeignLocation | ForeignCompany | WrongClient => {
                (401, "Unauthorized")
            }
            NoVersion | UnknownVersion | Malformed(_) | Unacceptable(_) => (400, "Bad Request"),
            UserNotFound | WildUserNotFound => (400, "Bad Request"),
            NoSuch { .. } | Duplicate { .. } => (400, "Bad Request"),
            InvalidArgument { .. } | AppNotFound(_) => (400, "Bad Request"),
            DuplicateEmail => (400, DUPLICATE_EMAIL),
            RateLimited => (429, "Too Many Requests"),
            NoRoute(ref call) => return no_route(call),
            Invalid(problems) => {
                let fields = problems.into_iter().map(legacy_words);
                return Response::json(422, &fields.collect::<Map<_, _>>());
            }
        };
        Response::json(status, &json!({ "msg": message }))
    }
}

/// Not the vendor's words: a call that the sandbox does not have is the caller's mistake, and has to be seen.
fn no_route(call: &str) -> Response {
    let body = ErrorBody {
        status_code: 501,
        message: format!("the sandbox has no route {call}"),
        error: None,
        trace_id: None,
    };
    Response::json(501, &body)
}

fn duplicate(message: &str, more: Value, trace_id: &str) -> Response {
    let mut body = object(more);
    body.extend(object(
        json!({ "statusCode": 400, "message": message, "traceId": trace_id }),
    ));
    Response::json(400, &body)
}

/// The spec's AipErrorResponseDto; only v3's installed locations have it.
fn invalid_argument(field: &str, message: &str) -> Response {
    let error = json!({
        "code": "INVALID_ARGUMENT",
        "message": message,
        "details": { "field": field },
        "resolution": format!("Correct {field} and try again."),
    });
    Response::json(400, &json!({ "error": error }))
}

fn app_not_found(app_id: &str) -> Response {
    let error = json!({
        "code": "RESOURCE_NOT_FOUND",
        "message": format!("The requested App '{app_id}' was not found."),
        "details": { "resource": "App", "identifier": app_id },
        "resolution": "Verify the App exists and you have permission to access it.",
    });
    Response::json(404, &json!({ "error": error }))
}
