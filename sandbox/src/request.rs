//! A request, as a value.

use std::fmt;

use serde_json::{Map, Value};

use crate::media_type::{FORM, JSON};
use crate::refusal::Refusal;
use crate::version::Version;

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
    /// Which call of its connection it is, from 1; 0 if it came over none. Those that came over none are taken for calls over one.
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

    /// The same request with another body.
    pub(crate) fn with_body(&self, body: &[u8]) -> Self {
        Self {
            method: self.method.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            headers: self.headers.clone(),
            body: body.to_vec(),
            ..*self
        }
    }

    /// The version that the header names, where v2 goes by this date.
    pub(crate) fn version(&self, date: &str) -> Result<Version, Refusal> {
        let header = self.header("version").ok_or(Refusal::NoVersion)?;
        Version::named(header, date).ok_or(Refusal::UnknownVersion)
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

    /// The JSON body as a list of objects.
    pub(crate) fn body_list(&self) -> Result<Vec<Map<String, Value>>, Refusal> {
        let body: &[u8] = match self.has_media_type(JSON) {
            true => &self.body,
            false => b"[]",
        };
        serde_json::from_slice(body)
            .map_err(|error| Refusal::Malformed(format!("the body is no list of objects: {error}")))
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
