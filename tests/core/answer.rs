//! A server's answer, as a test writes it.

use ghl_users::{
    api,
    core::{
        answer::{Body, Outcome, advice::Advice, head::Head},
        error::Error,
        model::{operation::Operation, version::Api},
    },
};
use serde_json::Value;

use crate::support::Doc;

/// When the answers come: 2025-06-15, 15:06:40 UTC, in milliseconds.
pub const NOW: f64 = 1_750_000_000_000.0;

/// A date that an answer may name, 20 s after [`NOW`].
pub const SOON: &str = "Sun, 15 Jun 2025 15:07:00 GMT";

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Sent,
}

#[derive(Clone, Debug)]
enum Sent {
    Nothing,
    Json(Value),
    Text(String),
}

impl Answer {
    /// An answer without a body.
    pub fn empty(status: u16) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: Sent::Nothing,
        }
    }

    /// An answer of JSON.
    pub fn json(status: u16, body: Value) -> Answer {
        Answer {
            body: Sent::Json(body),
            ..Answer::empty(status)
        }
    }

    /// An answer of HTML.
    pub fn page(status: u16) -> Answer {
        Answer::text(
            status,
            "<html><title>A page</title><body>Hello</body></html>",
        )
    }

    /// An answer that is not JSON.
    pub fn text(status: u16, text: &str) -> Answer {
        Answer {
            body: Sent::Text(text.to_owned()),
            ..Answer::empty(status)
        }
    }

    /// Adds a header.
    pub fn with(mut self, name: &str, value: impl ToString) -> Answer {
        self.headers.push((name.to_owned(), value.to_string()));
        self
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What the answer advises, at [`NOW`].
    pub fn advice(&self) -> Advice {
        self.advice_at(NOW)
    }

    /// What the answer advises at another time.
    pub fn advice_at(&self, now: f64) -> Advice {
        self.head(|head| Advice::read(head, now))
    }

    /// What the answer means to an operation that was sent once.
    pub fn read(&self, id: &str) -> Result<Outcome, Box<Error>> {
        self.read_after(1, id)
    }

    /// What the answer means to an operation that was sent so many times.
    pub fn read_after(&self, attempts: u32, id: &str) -> Result<Outcome, Box<Error>> {
        self.read_by(operation(id), attempts)
    }

    /// The same, to an operation with this row.
    pub fn read_by(&self, row: &Operation, attempts: u32) -> Result<Outcome, Box<Error>> {
        let body = match &self.body {
            Sent::Nothing => Body::Empty,
            Sent::Json(json) => Body::Json(Doc::Json(json.clone())),
            Sent::Text(text) => Body::Other(text.clone()),
        };
        let advice = self.advice();
        self.head(|head| head.read(row, attempts, &advice, &body))
    }

    /// The error that the answer is to an operation.
    pub fn error(&self, id: &str) -> Error {
        *self.read(id).unwrap_err()
    }

    /// The code of that error to a read.
    pub fn code(&self) -> &'static str {
        self.error("users.get").code.as_str()
    }

    fn head<T>(&self, then: impl FnOnce(&Head<'_>) -> T) -> T {
        let header = |name: &str| {
            let mut headers = self.headers.iter();
            let found = headers.find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone())
        };
        then(&Head {
            status: self.status,
            header: &header,
            date: &date,
        })
    }
}

/// Reads a date, as `Date.parse` does.
pub fn date(text: &str) -> Option<f64> {
    // asctime's form has no zone; browsers take one there.
    let read = httpdate::parse_http_date(text)
        .or_else(|_| httpdate::parse_http_date(text.trim_end_matches(" GMT")))
        .ok()?;
    let since = read.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(since.as_secs_f64() * 1000.0)
}

/// The row of an operation, in the newest version that has it.
pub fn operation(id: &str) -> &'static Operation {
    let mut newest_first = Api::ALL.into_iter().rev();
    newest_first
        .find_map(|api| api::find(api, id).ok())
        .unwrap()
}
