//! A response, as a value.

use serde::Serialize;
use serde_json::json;

use crate::delivery::Delivery;

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

    /// A refusal in the sandbox's own words.
    pub(crate) fn refusal(status: u16, message: &str) -> Self {
        Self::json(status, &json!({ "statusCode": status, "message": message }))
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
