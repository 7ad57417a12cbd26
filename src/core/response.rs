//! What an answer means.

use super::{
    document::{Document, Type},
    error::{Code, Error},
    operation::{Operation, Output},
    text,
};

/// The first lines of an answer.
pub struct Head<'a> {
    /// The HTTP status; 0 for a redirect that the browser keeps to itself.
    pub status: u16,
    /// Looks a header up by its name.
    pub header: &'a dyn Fn(&str) -> Option<String>,
}

/// The body of an answer.
pub enum Body<D> {
    /// Nothing.
    Empty,
    /// JSON.
    Json(D),
    /// Something else.
    Other,
}

/// What the caller gets for a good answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The body as the server sent it. It never leaves the JavaScript engine.
    AsSent,
    /// The answer to a deletion, in one form for all versions.
    Deleted {
        /// Whether it was accepted.
        succeeded: bool,
        /// The server's words.
        message: Option<String>,
    },
}

impl Head<'_> {
    /// Reads the answer of `operation`.
    ///
    /// # Errors
    /// An error with the status, the server's words, and its id of the request.
    pub fn read<D: Document>(
        &self,
        operation: &Operation,
        body: &Body<D>,
    ) -> Result<Outcome, Box<Error>> {
        if !(200..300).contains(&self.status) {
            return Err(self.refusal(operation, body));
        }
        let kind = match body {
            Body::Json(json) => Some(json.kind()),
            Body::Empty | Body::Other => None,
        };
        let list = match operation.output {
            Output::List(key) => key,
            Output::Object | Output::Deleted => "",
        };
        match (operation.output, body, kind) {
            (Output::Object, _, Some(Type::Object)) => return Ok(Outcome::AsSent),
            (Output::List(key), Body::Json(json), Some(Type::Object))
                if json
                    .member(key)
                    .is_some_and(|list| list.kind() == Type::List) =>
            {
                return Ok(Outcome::AsSent);
            }
            (Output::Deleted, Body::Json(json), Some(Type::Object | Type::Text)) => {
                return Ok(deleted(json));
            }
            (Output::Deleted, Body::Empty, _) => {
                return Ok(Outcome::Deleted {
                    succeeded: true,
                    message: None,
                });
            }
            _ => {}
        }
        let given = match body {
            Body::Empty => "empty".to_owned(),
            Body::Other => "not JSON".to_owned(),
            Body::Json(json) => json.words(),
        };
        let sentence = match list.is_empty() {
            true => "the answer is %: expected an object",
            false => "the answer is %: expected an object with the list \"%\"",
        };
        let code = Code::UnexpectedResponse;
        Err(self.error(code, operation, body, sentence, &[&given, list]))
    }

    /// Makes an error of a refused or failed request.
    fn refusal<D: Document>(&self, operation: &Operation, body: &Body<D>) -> Box<Error> {
        let code = match self.status {
            0 | 300..400 => {
                let sentence = "the server answered with a redirect, which is not followed";
                return self.error(Code::UnexpectedRedirect, operation, body, sentence, &[]);
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
        let words = words.as_deref().unwrap_or("the server gave no reason");
        let status = text::decimal(usize::from(self.status));
        self.error(code, operation, body, "% (status %)", &[words, &status])
    }

    fn error<D: Document>(
        &self,
        code: Code,
        operation: &Operation,
        body: &Body<D>,
        sentence: &str,
        words: &[&str],
    ) -> Box<Error> {
        let in_body = match body {
            Body::Json(json) => json.member("traceId").and_then(|id| id.text()),
            _ => None,
        };
        let mut error = Error::new(code, Some(operation.id), sentence, words);
        error.status = (self.status != 0).then_some(self.status);
        error.trace_id = in_body.or_else(|| (self.header)("x-request-id"));
        error
    }
}

/// Brings the answers of all versions to a deletion into one form: v1's `""`, v2's `succeded` and v3's `succeeded`.
fn deleted<D: Document>(answer: &D) -> Outcome {
    let said = answer
        .member("succeeded")
        .or_else(|| answer.member("succeded"));
    Outcome::Deleted {
        succeeded: said
            .and_then(|said| said.text())
            .is_none_or(|said| said == "true"),
        message: answer.member("message").and_then(|message| message.text()),
    }
}

/// Finds the server's words in the body of a refusal, in any of the forms that HighLevel uses.
fn words<D: Document>(body: &D) -> Option<String> {
    let mut all = said(body, "message");
    if all.is_empty() {
        all = said(body, "msg");
    }
    if let (true, Some(error)) = (all.is_empty(), body.member("error")) {
        all = said(&error, "message");
        if all.is_empty() {
            all = sentence(&error);
        }
    }
    if all.is_empty() {
        // v1's 422: a map from field to `{ message, rule }`.
        for field in body.keys() {
            let problem = body.member(&field).map(|problem| said(&problem, "message"));
            let problem = problem.unwrap_or_default();
            if !problem.is_empty() {
                all.push_str(if all.is_empty() { "" } else { "; " });
                all.push_str(&text::say("%: %", &[&field, &problem]));
            }
        }
    }
    (!all.is_empty()).then_some(all)
}

fn said<D: Document>(object: &D, key: &str) -> String {
    object
        .member(key)
        .as_ref()
        .map(sentence)
        .unwrap_or_default()
}

/// Returns a text, or several of them joined; nothing for other values.
fn sentence<D: Document>(value: &D) -> String {
    let mut said = String::new();
    match value.kind() {
        Type::Text => return value.text().unwrap_or_default(),
        Type::List => {
            let mut index = 0;
            while let Some(item) = value.item(index) {
                said.push_str(if said.is_empty() { "" } else { "; " });
                said.push_str(&sentence(&item));
                index += 1;
            }
        }
        _ => {}
    }
    said
}
