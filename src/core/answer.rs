//! What an answer means.

pub mod advice;
mod foreign;
pub mod head;
pub mod http_date;
pub mod reasons;
pub mod unauthorized;

use self::{advice::Advice, head::Head};

use crate::core::{
    document::{Document, Type},
    error::{Code, Error},
    model::operation::{Form, Method, Operation},
    text,
};

/// The body of an answer.
pub enum Body<D> {
    /// Nothing.
    Empty,
    /// JSON.
    Json(D),
    /// Something else, which begins like this. It has no secrets any more.
    Other(String),
}

/// What the caller gets for a good answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The JSON of the body as the server sent it, if there is any. It never leaves the JavaScript engine.
    Json,
    /// The body itself: a text or bytes.
    Content,
    /// The answer to a deletion, in one form for all versions.
    Deleted {
        /// Whether it was accepted.
        succeeded: bool,
        /// The server's words.
        message: Option<String>,
    },
}

/// The longest body of a refusal that is read for its reasons, in UTF-16 units.
const LONGEST_REFUSAL: u32 = 65_536;

/// What to do about an answer that somebody else has sent.
const CHECK_URL: &str = ": check \"baseUrl\"";

impl Head<'_> {
    /// Returns the type of the bytes that the body is, if it is to be handed over as bytes.
    pub fn bytes_of(&self, operation: &Operation) -> Option<String> {
        let is_wanted = self.is_good() && operation.output.form == Form::Bytes;
        is_wanted.then(|| (self.header)("content-type").unwrap_or_default())
    }

    /// Returns whether a body of so many UTF-16 units is worth parsing: of a refusal, a few words are.
    pub fn is_readable(&self, operation: &Operation, length: u32) -> bool {
        match operation.output.form {
            _ if !self.is_good() => length <= LONGEST_REFUSAL,
            Form::Text | Form::Bytes => false,
            _ => true,
        }
    }

    /// Reads the answer to an operation that was sent `attempts` times.
    ///
    /// # Errors
    /// An error with the status, the server's words, and its id of the request.
    pub fn read<D: Document>(
        &self,
        operation: &Operation,
        attempts: u32,
        advice: &Advice,
        body: &Body<D>,
    ) -> Result<Outcome, Box<Error>> {
        let output = operation.output;
        let deletes = output.form == Form::Deleted;
        let content_type = (self.header)("content-type").unwrap_or_default();
        if !self.is_good() {
            let refusal = self.refusal(operation, advice, body);
            // An earlier attempt has done it, whose answer was lost. Only what was deleted is not there then.
            let is_gone = operation.method == Method::Delete && refusal.code == Code::NotFound;
            return match deletes && is_gone && attempts > 1 {
                true => Ok(Outcome::Deleted {
                    succeeded: true,
                    message: None,
                }),
                false => Err(refusal),
            };
        }
        if matches!(output.form, Form::Text | Form::Bytes) {
            return Ok(Outcome::Content);
        }
        if let Body::Other(text) = body {
            return Err(self.foreign(
                Code::UnexpectedResponse,
                operation,
                body,
                &foreign::words(text),
            ));
        }
        let foreign = Some(&content_type).filter(|kind| !deletes && is_foreign(kind));
        if let Some(kind) = foreign {
            let sentence = "the answer has the type %: expected JSON";
            let code = Code::UnexpectedResponse;
            return Err(self.error(code, operation, body, sentence, &[text::shortened(kind)]));
        }
        let whole = match body {
            Body::Json(json) => Some(json),
            Body::Empty | Body::Other(_) => None,
        };
        let inner;
        let given = match output.within {
            "" => whole,
            key => {
                inner = whole.and_then(|whole| whole.member(key));
                inner.as_ref()
            }
        };
        let kind = given.map_or(Type::Null, D::kind);
        let fits = match (output.form, output.list) {
            (Form::Object, _) => kind == Type::Object,
            (Form::List, "") => kind == Type::List,
            (Form::List, key) => {
                let list = given.and_then(|given| given.member(key));
                kind == Type::Object && list.is_some_and(|list| list.kind() == Type::List)
            }
            (Form::Deleted, _) => match (kind, given) {
                (Type::Object | Type::Text, Some(json)) => return Ok(deleted(json)),
                _ if matches!(body, Body::Empty) => {
                    return Ok(Outcome::Deleted {
                        succeeded: true,
                        message: None,
                    });
                }
                _ => false,
            },
            // Who expects anything expects nothing, too.
            (Form::Json, _) => given.is_some() || output.within.is_empty(),
            (Form::Text | Form::Bytes, _) => false,
        };
        if fits {
            return Ok(Outcome::Json);
        }
        let said = match whole {
            Some(json) => json.words(),
            None => "empty".to_owned(),
        };
        let (wanted, key) = match (output.within, output.list) {
            ("", "") if output.form == Form::List => ("a list", ""),
            ("", "") => ("an object", ""),
            ("", key) => ("an object with the list \"", key),
            (key, _) => ("an object with \"", key),
        };
        let end = if key.is_empty() { "" } else { "\"" };
        let code = Code::UnexpectedResponse;
        let words = [&said, wanted, key, end];
        Err(self.error(
            code,
            operation,
            body,
            "the answer is %: expected %%%",
            &words,
        ))
    }

    /// Makes an error of a refused or failed request.
    fn refusal<D: Document>(
        &self,
        operation: &Operation,
        advice: &Advice,
        body: &Body<D>,
    ) -> Box<Error> {
        let messages = match body {
            Body::Json(json) => reasons::find(json),
            _ => Vec::new(),
        };
        let code = match reasons::classify(self.status, &messages) {
            Code::RateLimited if advice.daily_remaining == Some(0.0) => Code::DailyLimit,
            code => code,
        };
        if code == Code::UnexpectedRedirect {
            let sentence = "the server answered with a redirect, which is not followed";
            return self.error(code, operation, body, sentence, &[]);
        }
        if let Some(given) = not_a_refusal(body) {
            // What these statuses say is true whoever says it, and so is what helps: to call again later.
            let code = match code {
                Code::Server | Code::RateLimited | Code::DailyLimit => code,
                _ => Code::UnexpectedResponse,
            };
            return advised(self.foreign(code, operation, body, &given), advice);
        }
        let said = text::join(&messages, "; ");
        let said = match said.as_str() {
            "" => "the server gave no reason",
            said => said,
        };
        let status = text::decimal(usize::from(self.status));
        let hint = match (self.status, operation.hint) {
            (401 | 403, hint) if !hint.is_empty() => text::say(". Note: %", &[hint]),
            _ if code == Code::UnexpectedResponse => CHECK_URL.to_owned(),
            _ => String::new(),
        };
        let words = [said, &status, &hint];
        let mut error = self.error(code, operation, body, "% (status %)%", &words);
        error.messages = messages;
        advised(error, advice)
    }

    /// Makes the error for what is not HighLevel's JSON.
    fn foreign<D: Document>(
        &self,
        code: Code,
        operation: &Operation,
        body: &Body<D>,
        given: &str,
    ) -> Box<Error> {
        let status = text::decimal(usize::from(self.status));
        let is_cloudflares = matches!(body, Body::Other(text) if foreign::is_cloudflares(text));
        let (sentence, hint) = match is_cloudflares {
            true => (
                "Cloudflare, in front of HighLevel, answered with % (status %)%",
                ": it may block this network or program",
            ),
            false => (
                "the answer is %, not HighLevel's JSON (status %)%",
                CHECK_URL,
            ),
        };
        let hint = match code {
            Code::UnexpectedResponse => hint,
            _ => "",
        };
        self.error(code, operation, body, sentence, &[given, &status, hint])
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
        error.trace_id = in_body
            .filter(|id| is_id(id))
            .or_else(|| (self.header)("x-request-id").filter(|id| is_id(id)));
        error
    }
}

/// Has an error say when to call again, if the answer does.
fn advised(mut error: Box<Error>, advice: &Advice) -> Box<Error> {
    error.retry_after_ms = match error.code {
        Code::DailyLimit => Some(advice.daily_wait_ms),
        _ => advice.retry_after_ms,
    };
    error
}

/// Says what the body of a refusal is, if it is none of HighLevel's: they are objects, or nothing at all.
fn not_a_refusal<D: Document>(body: &Body<D>) -> Option<String> {
    match body {
        Body::Empty => None,
        Body::Other(text) => Some(foreign::words(text)),
        Body::Json(json) => match json.kind() {
            Type::Null | Type::Object => None,
            Type::Text if json.text().as_deref() == Some("") => None,
            _ => Some(json.words()),
        },
    }
}

/// Returns whether a text can be the id of a request, rather than anything that a server quotes there.
fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    let is_plain = bytes.all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte));
    is_plain && (1..=128).contains(&text.len())
}

/// Returns whether a content type is another than those that JSON comes with.
fn is_foreign(content_type: &str) -> bool {
    let json = ["json", "text/plain", "octet-stream"];
    !content_type.is_empty() && !json.iter().any(|kind| text::has(content_type, kind))
}

/// Brings the answers of all versions and resources to a deletion into one form: v1's `""`, v2's `succeded`, v3's `succeeded`,
/// and the words that businesses, locations and associations have for it.
fn deleted<D: Document>(answer: &D) -> Outcome {
    let words = ["succeeded", "succeded", "success", "deleted"];
    let said = words.iter().find_map(|word| answer.member(word));
    Outcome::Deleted {
        succeeded: said
            .and_then(|said| said.text())
            .is_none_or(|said| said == "true"),
        message: answer.member("message").and_then(|message| message.text()),
    }
}
