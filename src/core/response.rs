//! What an answer means.

use super::{
    error::{Code, Error},
    json::Json,
    operation::{Operation, Output},
};

/// How much of an answer's body the core wants to see.
///
/// The body of a good answer stays in the JavaScript engine, which reads it faster than it could cross over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What kind of value it is, and what kind its member of this name is.
    Outline(Option<&'static str>),
    /// All of it.
    Whole,
}

/// The first lines of an answer.
pub struct Head {
    /// The HTTP status; 0 for a redirect that the browser keeps to itself.
    pub status: u16,
    /// The `x-request-id` header.
    pub request_id: Option<String>,
}

/// The body of an answer, as far as [`Look`] asked for it.
pub enum Body {
    /// Nothing.
    Empty,
    /// JSON.
    Json(Json),
    /// Something else.
    Other,
}

/// What the caller gets for a good answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The body as the server sent it.
    AsSent,
    /// This instead.
    Instead(Json),
}

impl Head {
    /// Says how much of the body [`Head::read`] needs.
    pub fn look(&self, operation: &Operation) -> Look {
        match operation.output {
            Output::Object if self.is_good() => Look::Outline(None),
            Output::List(key) if self.is_good() => Look::Outline(Some(key)),
            _ => Look::Whole,
        }
    }

    /// Reads the answer of `operation`.
    ///
    /// # Errors
    /// An error with the status, the server's words, and its id of the request.
    pub fn read(&self, operation: &Operation, body: &Body) -> Result<Outcome, Error> {
        if !self.is_good() {
            return Err(self.refusal(operation, body));
        }
        match (operation.output, body) {
            (Output::Object, Body::Json(Json::Object(_))) => Ok(Outcome::AsSent),
            (Output::List(key), Body::Json(json))
                if matches!(json.get(key), Some(Json::List(_))) =>
            {
                Ok(Outcome::AsSent)
            }
            (Output::Deleted, Body::Empty) => Ok(Outcome::Instead(deleted(&Json::Null))),
            (Output::Deleted, Body::Json(json @ (Json::Object(_) | Json::Text(_)))) => {
                Ok(Outcome::Instead(deleted(json)))
            }
            (output, body) => {
                let expected = match output {
                    Output::List(key) => ["an object with the list \"", key, "\""].concat(),
                    Output::Object | Output::Deleted => "an object".to_owned(),
                };
                let given = match body {
                    Body::Empty => "empty",
                    Body::Other => "not JSON",
                    Body::Json(json) => json.kind(),
                };
                let message = ["the answer is ", given, ": expected ", &expected].concat();
                Err(self.error(Code::UnexpectedResponse, operation, &message, body))
            }
        }
    }

    fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Makes an error of a refused or failed request.
    fn refusal(&self, operation: &Operation, body: &Body) -> Error {
        let code = match self.status {
            0 | 300..400 => {
                let message = "the server answered with a redirect, which is not followed";
                return self.error(Code::UnexpectedRedirect, operation, message, body);
            }
            401 => Code::InvalidToken,
            403 => Code::Forbidden,
            404 => Code::NotFound,
            429 => Code::RateLimited,
            400..500 => Code::Rejected,
            500.. => Code::Server,
            _ => Code::UnexpectedResponse,
        };
        let words = match body {
            Body::Json(json) => words(json),
            _ => None,
        };
        let words = words.unwrap_or_else(|| "the server gave no reason".to_owned());
        let message = [&words, " (status ", &self.status.to_string(), ")"].concat();
        self.error(code, operation, &message, body)
    }

    fn error(&self, code: Code, operation: &Operation, message: &str, body: &Body) -> Error {
        let in_body = match body {
            Body::Json(json) => json.get("traceId").and_then(Json::text).map(str::to_owned),
            _ => None,
        };
        Error {
            status: (self.status != 0).then_some(self.status),
            trace_id: in_body.or_else(|| self.request_id.clone()),
            ..Error::new(code, Some(operation.id), message)
        }
    }
}

/// Brings the answers of all versions to a deletion into one form: v1's `""`, v2's `succeded` and v3's `succeeded`.
fn deleted(answer: &Json) -> Json {
    let said = answer.get("succeeded").or_else(|| answer.get("succeded"));
    let mut members = vec![(
        "succeeded".to_owned(),
        said.cloned().unwrap_or(Json::Bool(true)),
    )];
    if let Json::Object(others) = answer {
        let others = others
            .iter()
            .filter(|(name, _)| name != "succeeded" && name != "succeded");
        members.extend(others.cloned());
    }
    Json::Object(members)
}

/// Finds the server's words in the body of a refusal, in any of the forms that HighLevel uses.
fn words(body: &Json) -> Option<String> {
    let envelope = match body.get("error") {
        Some(error @ Json::Object(_)) => error.get("message"),
        other => other,
    };
    let candidates = [body.get("message"), body.get("msg"), envelope];
    if let Some(found) = candidates.into_iter().flatten().find_map(sentence) {
        return Some(found);
    }
    // v1's 422: a map from field to `{ message, rule }`.
    let Json::Object(fields) = body else {
        return None;
    };
    let said: Vec<String> = fields
        .iter()
        .filter_map(|(field, problem)| {
            Some([field, ": ", &sentence(problem.get("message")?)?].concat())
        })
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn sentence(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) if !text.is_empty() => Some(text.clone()),
        Json::List(items) if !items.is_empty() => {
            let texts: Vec<&str> = items.iter().filter_map(Json::text).collect();
            (!texts.is_empty()).then(|| texts.join("; "))
        }
        _ => None,
    }
}
