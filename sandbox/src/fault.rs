//! Faults on order: the next calls fail the way a test wants them to.

use std::collections::{BTreeMap, VecDeque};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::message::Response;

const MAX_TIMES: u32 = 1_000;
const MAX_DELAY_MS: u64 = 60_000;
/// The headers that only the server can get right.
const TRANSPORT_HEADERS: [&str; 3] = ["content-length", "transfer-encoding", "connection"];

/// An order of faults, as `POST /__sandbox/fault` takes it. With neither `status` nor `body` nor `drop`, the call is
/// answered as ever, later or with more headers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Order {
    #[serde(default = "once")]
    times: u32,
    status: Option<u16>,
    body: Option<Value>,
    content_type: Option<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    delay_ms: u64,
    #[serde(default)]
    drop: bool,
}

fn once() -> u32 {
    1
}

impl Order {
    /// What no type can say about an order.
    pub(crate) fn check(&self) -> Result<(), String> {
        let cannot_have_body = matches!(self.status, Some(204 | 205 | 304));
        if !(1..=MAX_TIMES).contains(&self.times) {
            return Err(format!(
                "times is {}: expected 1 to {MAX_TIMES}",
                self.times
            ));
        }
        if let Some(status) = self.status.filter(|status| !(200..=599).contains(status)) {
            return Err(format!("status is {status}: expected 200 to 599"));
        }
        if self.delay_ms > MAX_DELAY_MS {
            return Err(format!(
                "delayMs is {}: expected 0 to {MAX_DELAY_MS}",
                self.delay_ms
            ));
        }
        if cannot_have_body && self.body.is_some() {
            return Err("body is given: expected none, since this status has no body".into());
        }
        if self.drop && (self.status.is_some() || self.body.is_some() || !self.headers.is_empty()) {
            return Err(
                "drop is true: expected no status, body or headers, since nothing is answered"
                    .into(),
            );
        }
        if self.content_type.is_some() && self.body.is_none() {
            return Err("contentType is given: expected a body with it".into());
        }
        if let Some(name) = self.headers.keys().find(|name| !is_header_name(name)) {
            return Err(format!(
                "headers has the name {name:?}: expected letters, digits and hyphens, and none of {TRANSPORT_HEADERS:?}"
            ));
        }
        let mut values = self.headers.values().chain(&self.content_type);
        if let Some(value) = values.find(|value| !is_header_value(value)) {
            return Err(format!(
                "headers has the value {value:?}: expected visible ASCII and spaces"
            ));
        }
        Ok(())
    }

    /// Answers in the place of the API, or lets it answer and adds to that.
    pub(crate) fn strike(self, api: impl FnOnce() -> Response) -> Response {
        let mut response = match (self.status, self.body) {
            _ if self.drop => Response::empty(0),
            (None, None) => api(),
            (Some(status @ (204 | 205 | 304)), _) => Response::empty(status),
            (Some(status), None) => {
                let message = "the sandbox was told to answer so";
                Response::json(status, &json!({ "statusCode": status, "message": message }))
            }
            (status, Some(body)) => canned(status.unwrap_or(200), body, self.content_type),
        };
        for (name, value) in self.headers {
            response = response.with_header(&name.to_ascii_lowercase(), value);
        }
        response.delay_ms = self.delay_ms;
        response.drop = self.drop;
        response
    }
}

fn canned(status: u16, body: Value, content_type: Option<String>) -> Response {
    match (body, content_type) {
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

fn is_header_value(value: &str) -> bool {
    value
        .bytes()
        .all(|byte| byte == b' ' || byte.is_ascii_graphic())
}

/// The faults still to come, first ordered, first met.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults {
    orders: VecDeque<Order>,
}

impl Faults {
    pub(crate) fn push(&mut self, order: Order) {
        self.orders.push_back(order);
    }

    /// How many calls will meet one.
    pub(crate) fn pending(&self) -> u64 {
        self.orders.iter().map(|order| u64::from(order.times)).sum()
    }

    /// The fault that the next call meets.
    pub(crate) fn next(&mut self) -> Option<Order> {
        let order = self.orders.front_mut()?;
        if order.times > 1 {
            order.times -= 1;
            return Some(order.clone());
        }
        self.orders.pop_front()
    }
}
