//! Secrets, taken out of what a failure shows.

use super::document::write_string;

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

/// How HTML writes the characters that it cannot have as they are.
const ENTITIES: &[(&[u8], u8)] = &[
    (b"&amp;", b'&'),
    (b"&lt;", b'<'),
    (b"&gt;", b'>'),
    (b"&quot;", b'"'),
    (b"&#34;", b'"'),
    (b"&#39;", b'\''),
    (b"&#x27;", b'\''),
    (b"&apos;", b'\''),
];

/// How deep JSON may stand within JSON.
const JSON_LEVELS: usize = 3;

/// The secrets of a call.
#[derive(Default)]
pub struct Redaction {
    /// Each as it is, as JSON writes it, and as JSON within JSON does.
    forms: Vec<String>,
}

impl Redaction {
    /// Adds a secret.
    pub fn add(&mut self, secret: &str) {
        let mut form = secret.to_owned();
        for _ in 0..=JSON_LEVELS {
            if form.len() < SHORTEST || self.forms.contains(&form) {
                return;
            }
            let mut json = String::new();
            write_string(&form, &mut json);
            self.forms.push(form);
            form = json.get(1..json.len() - 1).unwrap_or_default().to_owned();
        }
    }

    /// Returns `text` with `[redacted]` in place of each secret, also as JSON, JSON within JSON, a URL or HTML would write
    /// it, and of everything that looks like a credential of HighLevel; nothing if there is none.
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut clean = String::new();
        let (mut kept, mut at) = (0, 0);
        while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
            let length = self.secret(rest);
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

    /// Returns the length of the longest secret that `rest` begins with.
    fn secret(&self, rest: &[u8]) -> usize {
        let mut longest = 0;
        for form in &self.forms {
            let form = form.as_bytes();
            if rest.starts_with(form) {
                longest = longest.max(form.len());
            }
            longest = longest.max(escaped(form, rest).unwrap_or_default());
        }
        for Credential {
            beginning,
            may_have,
        } in CREDENTIALS
        {
            if let Some(more) = rest.strip_prefix(*beginning) {
                let end = more.iter().position(|byte| !may_have(*byte));
                let length = beginning.len() + end.unwrap_or(more.len());
                if length >= SHORTEST_CREDENTIAL {
                    longest = longest.max(length);
                }
            }
        }
        longest
    }
}

/// Returns how many bytes of `text` are `secret` as a URL or HTML writes it.
fn escaped(secret: &[u8], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for byte in secret {
        at += character(*byte, text.get(at..)?)?;
    }
    Some(at)
}

/// Returns how many bytes write `byte` at the beginning of a text.
fn character(byte: u8, text: &[u8]) -> Option<usize> {
    let first = text.first()?;
    if *first == b'%' && text.get(1..3).and_then(hex) == Some(u32::from(byte)) {
        return Some(3);
    }
    let mut entities = ENTITIES.iter();
    let entity = entities.find(|(entity, meant)| *meant == byte && text.starts_with(entity));
    if let Some((entity, _)) = entity {
        return Some(entity.len());
    }
    (*first == byte || *first == b'+' && byte == b' ').then_some(1)
}

/// Reads hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u32> {
    let mut code = 0;
    for digit in digits {
        code = code * 16 + char::from(*digit).to_digit(16)?;
    }
    Some(code)
}
