//! Secrets, taken out of what a failure shows.

use super::written::written;

/// Shorter secrets would take ordinary words with them.
const SHORTEST: usize = 4;

/// What a credential of HighLevel looks like.
struct Credential {
    beginning: &'static [u8],
    may_have: fn(u8) -> bool,
}

/// Private integration tokens; API keys and access tokens, which are JWTs.
const CREDENTIALS: &[Credential] = &[
    Credential {
        beginning: b"pit-",
        may_have: |byte| byte.is_ascii_hexdigit() || byte == b'-',
    },
    Credential {
        beginning: b"eyJ",
        may_have: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'),
    },
];

/// The shortest text that is taken for a credential because of how it looks.
const SHORTEST_CREDENTIAL: usize = 20;

/// What a secret goes by, in settings and in what servers say of them.
const NAMES: &[&str] = &[
    "authorization",
    "bearer",
    "password",
    "secret",
    "token",
    "key",
];

/// The secrets of a call.
#[derive(Default)]
pub struct Redaction {
    secrets: Vec<String>,
    wary: bool,
}

impl Redaction {
    /// Adds a secret.
    pub fn add(&mut self, secret: &str) {
        if secret.len() >= SHORTEST && !self.secrets.iter().any(|known| known == secret) {
            self.secrets.push(secret.to_owned());
        }
    }

    /// Has [`Redaction::apply_to_thrown`] take out what is called a secret, too: `client_secret=…`, `Authorization: …`.
    pub fn be_wary(&mut self) {
        self.wary = true;
    }

    /// Returns the length of the longest secret, in bytes.
    pub fn longest(&self) -> usize {
        self.secrets.iter().map(String::len).max().unwrap_or(0)
    }

    /// Returns `text` with `[redacted]` in place of each secret, also as JSON, a URL or HTML would write it, and of
    /// everything that looks like a credential of HighLevel; nothing if there is none.
    pub fn apply(&self, text: &str) -> Option<String> {
        replaced(text, &|rest| self.secret(rest))
    }

    /// Does the same with the words of somebody else's error, as warily as this was told to be.
    pub fn apply_to_thrown(&self, text: &str) -> Option<String> {
        let known = self.apply(text);
        if !self.wary {
            return known;
        }
        // Afterwards, since a name's value may end in the middle of a secret.
        replaced(known.as_deref().unwrap_or(text), &named).or(known)
    }

    /// Returns the length of the longest secret that `rest` begins with.
    fn secret(&self, rest: &[u8]) -> usize {
        let mut longest = 0;
        for secret in &self.secrets {
            if rest.starts_with(secret.as_bytes()) {
                longest = longest.max(secret.len());
            }
            longest = longest.max(written(secret, rest));
        }
        for Credential {
            beginning,
            may_have,
        } in CREDENTIALS
        {
            if let Some(more) = rest.strip_prefix(*beginning) {
                let length = beginning.len() + run(more, *may_have);
                if length >= SHORTEST_CREDENTIAL {
                    longest = longest.max(length);
                }
            }
        }
        longest
    }
}

/// Returns `text` with `[redacted]` wherever `length_of` finds something; nothing if it finds nothing.
fn replaced(text: &str, length_of: &dyn Fn(&[u8]) -> usize) -> Option<String> {
    let mut clean = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
        let length = length_of(rest);
        if length > 0 {
            clean.push_str(text.get(kept..at).unwrap_or_default());
            clean.push_str("[redacted]");
            kept = at + length;
        }
        at += length.max(1);
    }
    clean.push_str(text.get(kept..).unwrap_or_default());
    (kept > 0).then_some(clean)
}

/// Returns how many bytes at the beginning of a text are the name of a secret and its value; 0 if there are none.
fn named(text: &[u8]) -> usize {
    let mut at = 0;
    // Names may follow each other: `Authorization: Bearer …`.
    while let Some(length) = name(text.get(at..).unwrap_or_default()) {
        at += length;
        let between = run(text.get(at..).unwrap_or_default(), |byte| {
            matches!(byte, b' ' | b':' | b'=' | b'"' | b'\'' | b'\\')
        });
        if between == 0 {
            return 0;
        }
        at += between;
    }
    match at {
        0 => 0,
        // Only white space surely ends a value; what follows it on its line is not worth a secret.
        at => {
            at + run(text.get(at..).unwrap_or_default(), |byte| {
                !byte.is_ascii_whitespace()
            })
        }
    }
}

/// Returns the length of the name of a secret at the beginning of a text.
fn name(text: &[u8]) -> Option<usize> {
    let mut names = NAMES.iter().map(|name| name.as_bytes());
    let name = names.find(|name| {
        let start = text.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    });
    name.map(<[u8]>::len)
}

/// Returns how many bytes at the beginning of a text are of a kind.
fn run(text: &[u8], is: fn(u8) -> bool) -> usize {
    let end = text.iter().position(|byte| !is(*byte));
    end.unwrap_or(text.len())
}
