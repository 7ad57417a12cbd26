//! What the sandbox was asked, fit to be shown: no whole token, no password.

use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;
use serde_json::Value;

use crate::message::{Request, Response};

const MAX_BODY: usize = 16_384;
const MASK: &str = "********";
const HIDDEN: &str = "(not shown: it is not JSON and speaks of a password)";

/// The last calls, oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
}

/// One call and its answer.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    at_ms: u64,
    method: String,
    path: String,
    query: String,
    headers: BTreeMap<String, String>,
    body: String,
    /// What was answered; `None` when the connection was closed instead.
    status: Option<u16>,
    /// What the API answered, though the answer may have been replaced or lost; `None` if the call never came to it.
    api_status: Option<u16>,
}

impl Log {
    /// Writes a call down, and forgets the oldest ones beyond `size`.
    pub(crate) fn record(
        &mut self,
        size: usize,
        request: &Request,
        response: &Response,
        api_status: Option<u16>,
    ) {
        if size == 0 {
            return;
        }
        while self.entries.len() >= size {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry {
            at_ms: request.now_ms,
            method: request.method.clone(),
            path: request.path.clone(),
            query: request.query.clone(),
            headers: headers(request),
            body: body(&request.body),
            status: Some(response.status).filter(|status| *status != 0),
            api_status,
        });
    }

    pub(crate) fn entries(&self) -> impl Serialize {
        &self.entries
    }
}

/// The headers by their names in lower case; one that was sent twice has its values joined by commas.
fn headers(request: &Request) -> BTreeMap<String, String> {
    let mut headers = BTreeMap::<String, String>::new();
    for (name, value) in &request.headers {
        let name = name.to_ascii_lowercase();
        let value = match name.as_str() {
            "authorization" | "proxy-authorization" | "cookie" => shorten(value),
            _ => value.clone(),
        };
        let known = headers.entry(name).or_default();
        if !known.is_empty() {
            known.push_str(", ");
        }
        known.push_str(&value);
    }
    headers
}

/// `Bearer pit-…9f2c`: enough to tell two tokens apart, too little to use one.
fn shorten(value: &str) -> String {
    let (scheme, token) = value.split_once(' ').unwrap_or(("", value));
    let letters: Vec<char> = token.chars().collect();
    let short = match (letters.first_chunk::<4>(), letters.last_chunk::<4>()) {
        (Some(head), Some(tail)) if letters.len() >= 16 => {
            format!(
                "{}…{}",
                head.iter().collect::<String>(),
                tail.iter().collect::<String>()
            )
        }
        _ => "…".to_owned(),
    };
    format!("{scheme} {short}").trim_start().to_owned()
}

/// The body as it came, unless it has a password: then with that masked, or not at all where it cannot be found.
fn body(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut shown = match serde_json::from_slice::<Value>(bytes) {
        Ok(mut json) => {
            let masked = mask(&mut json);
            if masked {
                json.to_string()
            } else {
                text.into_owned()
            }
        }
        Err(_) if text.to_lowercase().contains("password") => HIDDEN.to_owned(),
        Err(_) => text.into_owned(),
    };
    if shown.len() > MAX_BODY {
        shown.truncate(shown.floor_char_boundary(MAX_BODY));
        shown.push('…');
    }
    shown
}

/// Masks every password; false if there was none.
fn mask(value: &mut Value) -> bool {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .fold(false, |masked, item| mask(item) | masked),
        Value::Object(fields) => fields.iter_mut().fold(false, |masked, (name, value)| {
            if name.eq_ignore_ascii_case("password") {
                *value = MASK.into();
                true
            } else {
                mask(value) | masked
            }
        }),
        _ => false,
    }
}
