//! A request and a response, as values.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::delivery::Delivery;
use crate::refusal::Refusal;

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const JSON: &str = "application/json";

/// An HTTP request, and the moment it arrived.
#[derive(Clone, Default)]
pub struct Request {
    /// The method in capitals, such as `GET`.
    pub method: String,
    /// The path as sent, percent-encoding included, without the query.
    pub path: String,
    /// The query as sent, without its `?`; empty when there is none.
    pub query: String,
    /// Names and values in the order sent. Names are compared without regard to case.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub now_ms: u64,
    /// Which call of its connection it is, from 1; 0 if it came over none.
    pub connection_call: u64,
}

/// Shows neither headers nor body: both carry secrets.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} at {}", self.method, self.path, self.now_ms)
    }
}

impl Request {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The query as an object of strings. A name that is given twice becomes an array, as it does at the vendor's.
    pub(crate) fn query_object(&self) -> Map<String, Value> {
        pairs_object(self.query.as_bytes())
    }

    /// The body of a form as an object, like a query. Without a form's content type it goes unread.
    pub(crate) fn form_object(&self) -> Map<String, Value> {
        if self.has_media_type(FORM) {
            pairs_object(&self.body)
        } else {
            Map::new()
        }
    }

    pub(crate) fn has_media_type(&self, wanted: &str) -> bool {
        let header = self.header("content-type").unwrap_or_default();
        let media_type = header.split(';').next().unwrap_or_default();
        media_type.trim().eq_ignore_ascii_case(wanted)
    }

    /// The JSON body as an object. Without a JSON content type the body goes unread, as it does at the vendor's.
    pub(crate) fn body_object(&self) -> Result<Map<String, Value>, Refusal> {
        if !self.has_media_type(JSON) {
            return Ok(Map::new());
        }
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(object)) => Ok(object),
            Ok(_) => Err(Refusal::Malformed("the body is not a JSON object".into())),
            Err(error) => Err(Refusal::Malformed(format!("the body is not JSON: {error}"))),
        }
    }
}

fn pairs_object(pairs: &[u8]) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, value) in form_urlencoded::parse(pairs) {
        let value = Value::String(value.into_owned());
        match object.get_mut(name.as_ref()) {
            None => {
                object.insert(name.into_owned(), value);
            }
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    object
}

/// An HTTP response, and what the transport is to do with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The status code; 0 when nothing is answered.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
    /// How it travels.
    pub delivery: Delivery,
}

impl Response {
    /// A response without a body.
    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            delivery: Delivery::default(),
        }
    }

    pub(crate) fn with_body(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        let mut response = Self::empty(status).with_header("content-type", content_type);
        response.body = body;
        response
    }

    pub(crate) fn json(status: u16, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => Self::with_body(status, "application/json; charset=utf-8", bytes),
            Err(error) => {
                let message = format!("the sandbox cannot write its answer: {error}");
                Self::with_body(500, "text/plain; charset=utf-8", message.into_bytes())
            }
        }
    }

    /// With this header, in the place of one of the same name.
    pub(crate) fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.retain(|(key, _)| key != name);
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}
