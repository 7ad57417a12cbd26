//! One fault on order: what happens to the calls that it strikes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::delivery::{Delivery, Loss, Pace};
use crate::filler::Length;
use crate::quoted::quoted;
use crate::response::Response;
use crate::seen::Seen;
use crate::target::{Candidate, Known, Target};
use crate::times::Times;

const MAX_WAIT_MS: u64 = 60_000;
/// The headers that only the server can get right.
const TRANSPORT_HEADERS: [&str; 3] = ["content-length", "transfer-encoding", "connection"];

/// A fault, as `POST /__sandbox/fault` takes it. Its fields say, apart from each other, which calls it strikes, who
/// answers them, what is answered, and how the answer travels. With none of them the call is answered as ever.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Fault {
    /// How many calls it strikes.
    #[serde(default)]
    pub(crate) times: Times,
    /// Which calls it strikes; the others pass it by.
    #[serde(default)]
    only: Target,

    /// Whether the API carries the call out before the answer is replaced. Without it, it does if it is to answer.
    execute: Option<bool>,

    /// An answer seen in the wild: it gives the status, the content type and the body that the order leaves out.
    seen: Option<Seen>,
    status: Option<u16>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    content_type: Option<String>,
    body: Option<Value>,
    /// A body of filler in the place of `body`: a number of bytes, or `"endless"`.
    body_bytes: Option<Length>,
    /// How many bytes of the body are kept. Its `content-length` agrees: the transport notices nothing.
    truncate_at: Option<usize>,

    #[serde(default)]
    delay_ms: u64,
    pace: Option<Pace>,
    #[serde(default)]
    chunked: bool,
    /// What the peer does not get: `"call"` (or true), `"answer"`, `"body"` or `"rest"`.
    drop: Option<Loss>,
}

impl Fault {
    /// The fault as it strikes, if nothing is wrong with it.
    pub(crate) fn checked(mut self, known: Known) -> Result<Self, String> {
        self.only.check(known)?;
        if let Some(seen) = self.seen.take() {
            self.status.get_or_insert(seen.status);
            if self.body.is_none() {
                self.body = Some(seen.body.into());
                let content_type = seen.content_type().map(str::to_owned);
                self.content_type = self.content_type.or(content_type);
            }
        }
        self.check()?;
        Ok(self)
    }

    /// What no type can say about a fault.
    fn check(&self) -> Result<(), String> {
        let is_bodiless = matches!(self.status, Some(204 | 205 | 304));
        let has_body = self.body.is_some() || self.body_bytes.is_some();
        let is_answered = self.status.is_some() || has_body || !self.headers.is_empty();
        let pause_ms = self.pace.map_or(0, |pace| pace.every_ms);
        let is_silent = self.drop.is_some_and(Loss::is_silent);
        let endless = self.body_bytes == Some(Length::Endless);
        let wrong = |message: &str| Err(message.to_owned());

        self.times.check()?;
        if let Some(status) = self.status.filter(|status| !(200..=599).contains(status)) {
            return Err(format!("status is {status}: expected 200 to 599"));
        }
        for (name, ms) in [("delayMs", self.delay_ms), ("pace.everyMs", pause_ms)] {
            if ms > MAX_WAIT_MS {
                return Err(format!("{name} is {ms}: expected 0 to {MAX_WAIT_MS}"));
            }
        }
        if self.pace.is_some_and(|pace| pace.bytes == 0) {
            return wrong("pace.bytes is 0: expected 1 or more");
        }
        if is_bodiless && has_body {
            return wrong("body is given: expected none, since this status has no body");
        }
        if self.body.is_some() && self.body_bytes.is_some() {
            return wrong("bodyBytes is given: expected either it or body");
        }
        if self.body_bytes.is_some() && self.truncate_at.is_some() {
            return wrong("truncateAt is given: expected none, since bodyBytes says the length");
        }
        if endless && self.drop == Some(Loss::Rest) {
            return wrong("drop is \"rest\": expected a body that ends, or \"body\"");
        }
        if is_silent && is_answered {
            return wrong(
                "drop is given: expected no status, body or headers, since nothing is answered",
            );
        }
        if self.drop == Some(Loss::Call) && self.execute == Some(true) {
            return wrong(
                "execute is true: expected drop to be \"answer\", since \"call\" loses the call",
            );
        }
        if self.execute == Some(false) && self.is_the_apis_to_answer() {
            return wrong(
                "execute is false: expected a status, a body or drop, since nobody answers",
            );
        }
        if self.content_type.is_some() && !has_body {
            return wrong("contentType is given: expected a body with it");
        }
        if let Some(name) = self.headers.keys().find(|name| !is_header_name(name)) {
            let name = quoted(name);
            let others = TRANSPORT_HEADERS.join(", ");
            return Err(format!(
                "headers has the name {name}: expected letters, digits and hyphens, and none of {others}"
            ));
        }
        let mut values = self.headers.values().chain(&self.content_type);
        if let Some(value) = values.find(|value| !is_header_value(value)) {
            let value = quoted(value);
            return Err(format!(
                "headers has the value {value}: expected no control characters"
            ));
        }
        Ok(())
    }

    /// Whether it is for this call.
    pub(crate) fn concerns(&self, call: Candidate) -> bool {
        self.only.has(call)
    }

    /// Answers in the place of the API, or lets it answer and changes that.
    pub(crate) fn strike(self, api: impl FnOnce() -> Response) -> Response {
        let executes = self.execute.unwrap_or(self.is_the_apis_to_answer());
        let answered = executes.then(api);
        let mut response = match (self.status, self.body) {
            _ if self.drop.is_some_and(Loss::is_silent) => Response::empty(0),
            (Some(status @ (204 | 205 | 304)), _) => Response::empty(status),
            (status, Some(body)) => canned(status.unwrap_or(200), body, self.content_type),
            (status, None) if self.body_bytes.is_some() => {
                let content_type = self
                    .content_type
                    .unwrap_or_else(|| "application/json".into());
                Response::with_body(status.unwrap_or(200), &content_type, Vec::new())
            }
            (Some(status), None) => Response::refusal(status, "the sandbox was told to answer so"),
            (None, None) => answered.unwrap_or_else(|| Response::empty(0)),
        };
        for (name, value) in self.headers {
            response = response.with_header(&name.to_ascii_lowercase(), value);
        }
        if let Some(length) = self.truncate_at {
            response.body.truncate(length);
        }
        response.delivery = Delivery {
            delay_ms: self.delay_ms,
            pace: self.pace,
            chunked: self.chunked || self.body_bytes == Some(Length::Endless),
            filler: self.body_bytes,
            loss: self.drop,
        };
        response
    }

    fn is_the_apis_to_answer(&self) -> bool {
        let is_replaced = self.status.is_some() || self.body.is_some() || self.body_bytes.is_some();
        !is_replaced && self.drop != Some(Loss::Call)
    }
}

fn canned(status: u16, body: Value, content_type: Option<String>) -> Response {
    match (body, content_type) {
        (Value::String(text), None) if text.is_empty() => Response::empty(status),
        (Value::String(text), content_type) => {
            let content_type = content_type.unwrap_or_else(|| "text/plain; charset=utf-8".into());
            Response::with_body(status, &content_type, text.into_bytes())
        }
        (body, None) => Response::json(status, &body),
        (body, Some(content_type)) => {
            Response::with_body(status, &content_type, body.to_string().into_bytes())
        }
    }
}

fn is_header_name(name: &str) -> bool {
    let owned_by_transport = TRANSPORT_HEADERS
        .iter()
        .any(|other| name.eq_ignore_ascii_case(other));
    !name.is_empty()
        && !owned_by_transport
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// What a server may send: also letters that are not ASCII.
fn is_header_value(value: &str) -> bool {
    !value.contains(|letter: char| letter != '\t' && letter.is_ascii_control())
}
