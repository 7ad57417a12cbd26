//! What the sandbox was asked, fit to be shown: no whole token, no secret, no password.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;
use serde_json::Value;

use crate::case::Small;
use crate::media_type::FORM;
use crate::request::Request;
use crate::response::Response;

const MAX_BODY: usize = 16_384;
const MASK: &str = "********";
const HIDDEN: &str = "(not shown: it is neither JSON nor a form, and speaks of a secret)";

/// The fields whose values open something.
const TOKENS: [&str; 7] = [
    "access_token",
    "accessToken",
    "client_secret",
    "clientSecret",
    "code",
    "refresh_token",
    "refreshToken",
];

/// The last calls, oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
}

/// One call and what became of it. Secrets are masked when somebody looks, since few calls are ever looked at.
#[derive(Debug, Clone)]
struct Entry {
    request: Request,
    /// What is shown of a body that is too long to be kept.
    long_body: Option<String>,
    operation: Option<&'static str>,
    status: Option<u16>,
    api_status: Option<u16>,
}

/// One call and its answer, as they are shown.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    at_ms: u64,
    /// What was asked; `None` where there is no such call.
    operation: Option<&'static str>,
    method: &'a str,
    path: &'a str,
    query: Cow<'a, str>,
    headers: BTreeMap<String, String>,
    body: Cow<'a, str>,
    /// What was answered; `None` when the connection was closed instead.
    status: Option<u16>,
    /// What the API answered, though the answer may have been replaced or lost; `None` if the call never came to it.
    api_status: Option<u16>,
}

impl Entry {
    fn shown(&self) -> Shown<'_> {
        let request = &self.request;
        let query = form(request.query.as_bytes());
        let long_body = self.long_body.as_deref();
        Shown {
            at_ms: request.now_ms,
            operation: self.operation,
            method: &request.method,
            path: &request.path,
            query: query.map_or(Cow::Borrowed(&request.query), Cow::Owned),
            headers: headers(request),
            body: long_body.map_or_else(|| body(request).into(), Cow::Borrowed),
            status: self.status,
            api_status: self.api_status,
        }
    }
}

impl Log {
    /// Writes a call down, and forgets the oldest ones beyond `size`.
    pub(crate) fn record(
        &mut self,
        size: usize,
        request: &Request,
        operation: Option<&'static str>,
        response: &Response,
        api_status: Option<u16>,
    ) {
        if size == 0 {
            return;
        }
        while self.entries.len() >= size {
            self.entries.pop_front();
        }
        let is_long = request.body.len() > MAX_BODY;
        let body_kept = if is_long { &[] } else { &*request.body };
        self.entries.push_back(Entry {
            request: request.with_body(body_kept),
            long_body: is_long.then(|| body(request)),
            operation,
            status: Some(response.status).filter(|status| *status != 0),
            api_status,
        });
    }

    pub(crate) fn entries(&self) -> impl Serialize {
        self.entries.iter().map(Entry::shown).collect::<Vec<_>>()
    }

    /// Those that asked for what there is not.
    pub(crate) fn unmatched(&self) -> impl Serialize {
        let entries = self.entries.iter();
        let unmatched = entries.filter(|entry| entry.operation.is_none());
        unmatched.map(Entry::shown).collect::<Vec<_>>()
    }
}

/// The headers by their names in lower case; one that was sent twice has its values joined by commas.
fn headers(request: &Request) -> BTreeMap<String, String> {
    let mut headers = BTreeMap::<String, String>::new();
    for (name, value) in &request.headers {
        let name = name.to_ascii_lowercase();
        let value = match name.as_str() {
            "authorization" | "proxy-authorization" | "cookie" => shorten_header(value),
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

/// `Bearer pit-…9f2c`
fn shorten_header(value: &str) -> String {
    let (scheme, token) = value.split_once(' ').unwrap_or(("", value));
    format!("{scheme} {}", shorten(token))
        .trim_start()
        .to_owned()
}

/// `pit-…9f2c`: enough to tell two tokens apart, too little to use one.
fn shorten(token: &str) -> String {
    let letters: Vec<char> = token.chars().collect();
    match (letters.first_chunk::<4>(), letters.last_chunk::<4>()) {
        (Some(head), Some(tail)) if letters.len() >= 16 => {
            let [head, tail] = [head, tail].map(|four| four.iter().collect::<String>());
            format!("{head}…{tail}")
        }
        _ => "…".to_owned(),
    }
}

/// The body as it came, unless it has a secret: then with that masked, or not at all where it cannot be found.
fn body(request: &Request) -> String {
    let bytes = request.body.as_slice();
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
        Err(_) if request.has_media_type(FORM) => form(bytes).unwrap_or_else(|| text.into_owned()),
        Err(_) if speaks_of_a_secret(&text) => HIDDEN.to_owned(),
        Err(_) => text.into_owned(),
    };
    if shown.len() > MAX_BODY {
        shown.truncate(shown.floor_char_boundary(MAX_BODY));
        shown.push('…');
    }
    shown
}

fn speaks_of_a_secret(text: &str) -> bool {
    let text = text.small();
    ["password", "secret", "token", "authorization_code"]
        .iter()
        .any(|word| text.contains(word))
}

/// Masks every secret; false if there was none.
fn mask(value: &mut Value) -> bool {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .fold(false, |masked, item| mask(item) | masked),
        Value::Object(fields) => {
            fields.iter_mut().fold(false, |masked, (name, value)| {
                match hidden(name, value.as_str().unwrap_or_default()) {
                    Some(shown) => {
                        *value = shown.into();
                        true
                    }
                    None => mask(value) | masked,
                }
            })
        }
        _ => false,
    }
}

/// A form or a query with its secrets masked; `None` if there was none.
fn form(bytes: &[u8]) -> Option<String> {
    let mut masked = false;
    let mut shown = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(bytes) {
        let secret = hidden(&name, &value);
        masked |= secret.is_some();
        shown.append_pair(&name, secret.as_deref().unwrap_or(&value));
    }
    masked.then(|| shown.finish())
}

/// What is shown in the place of a field's value, if that is a secret.
fn hidden(name: &str, value: &str) -> Option<String> {
    if name.eq_ignore_ascii_case("password") {
        Some(MASK.to_owned())
    } else if TOKENS.iter().any(|token| name.eq_ignore_ascii_case(token)) {
        Some(shorten(value))
    } else {
        None
    }
}
