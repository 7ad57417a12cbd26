//! Secrets, taken out of what a failure shows.

mod written;

use self::written::Sign;

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
    "basic",
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

    /// Returns `text` with `[redacted]` in place of each secret, however JSON, a URL or HTML would write it, and of everything
    /// that looks like a credential of HighLevel; nothing if there is none. It takes time in proportion to the text.
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut hiding = Hiding::of(text);
        hiding.each(&|rest| self.plain(rest));
        if written::is_written(text) {
            for is_url in [false, true] {
                let signs = written::read(text, is_url);
                for secret in &self.secrets {
                    hiding.signs(&signs, &written::read(secret, is_url));
                }
            }
        }
        hiding.shown()
    }

    /// Does the same with the words of somebody else's error, as warily as this was told to be.
    pub fn apply_to_thrown(&self, text: &str) -> Option<String> {
        let known = self.apply(text);
        if !self.wary {
            return known;
        }
        // Afterwards, since a name's value may end in the middle of a secret.
        let mut hiding = Hiding::of(known.as_deref().unwrap_or(text));
        hiding.each(&named);
        hiding.shown().or(known)
    }

    /// Returns the length of the longest secret that `rest` begins with as it is.
    fn plain(&self, rest: &[u8]) -> usize {
        let mut longest = 0;
        for secret in &self.secrets {
            if rest.starts_with(secret.as_bytes()) {
                longest = longest.max(secret.len());
            }
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

/// A text, and its bytes, in the place of which marks stand where they are to be hidden.
struct Hiding<'a> {
    text: &'a str,
    marks: Vec<u8>,
}

/// The mark of a byte that is hidden, and of the first of several. No text has them.
const HIDDEN: u8 = 0xff;
const FIRST: u8 = 0xfe;

impl<'a> Hiding<'a> {
    fn of(text: &'a str) -> Self {
        Hiding {
            text,
            marks: text.to_owned().into_bytes(),
        }
    }

    /// Hides what has a length, looking at every place that is not hidden yet.
    fn each(&mut self, length_of: &dyn Fn(&[u8]) -> usize) {
        let mut at = 0;
        while let Some(rest) = self
            .text
            .as_bytes()
            .get(at..)
            .filter(|rest| !rest.is_empty())
        {
            let length = length_of(rest);
            self.hide(at, at + length);
            at += length.max(1);
        }
    }

    /// Hides each place where signs have a secret.
    fn signs(&mut self, signs: &[Sign], secret: &[Sign]) {
        let mut rest = signs;
        let mut is_inside = false;
        while let [first, others @ ..] = rest {
            // What escapes a secret goes with it: all of that, so within it there is no beginning.
            if !is_inside && let Some(last) = written::last_of(rest, secret) {
                self.hide(first.start as usize, last as usize);
            }
            is_inside = !first.counts();
            rest = others;
        }
    }

    fn hide(&mut self, start: usize, end: usize) {
        if let Some([first, others @ ..]) = self.marks.get_mut(start..end) {
            if *first != HIDDEN {
                *first = FIRST;
            }
            for mark in others {
                *mark = HIDDEN;
            }
        }
    }

    /// Returns the text with one word in the place of all that is hidden together; nothing if nothing is.
    fn shown(&self) -> Option<String> {
        let mut clean = String::new();
        let mut kept = 0;
        for (index, mark) in self.marks.iter().enumerate() {
            if *mark == FIRST {
                clean.push_str(self.text.get(kept..index).unwrap_or_default());
                clean.push_str("[redacted]");
            }
            if *mark >= FIRST {
                kept = index + 1;
            }
        }
        clean.push_str(self.text.get(kept..).unwrap_or_default());
        (kept > 0).then_some(clean)
    }
}

/// Returns how many bytes at the beginning of a text are the name of a secret and its value; 0 if there are none.
fn named(text: &[u8]) -> usize {
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    let mut at = 0;
    // Names may follow each other: `Authorization: Bearer …`.
    while let Some(length) = name(rest(at)) {
        let between = run(rest(at + length), |byte| {
            matches!(
                byte,
                b' ' | b'\t'
                    | b':'
                    | b'='
                    | b'>'
                    | b'"'
                    | b'\''
                    | b'\\'
                    | b'['
                    | b']'
                    | b'{'
                    | b'}'
            )
        });
        match (between, at) {
            // A value that begins like a name.
            (0, 1..) => break,
            (0, _) => return 0,
            _ => at += length + between,
        }
    }
    let quote = text
        .get(at.wrapping_sub(1))
        .filter(|last| matches!(last, b'"' | b'\''));
    match (at, quote) {
        (0, _) => 0,
        // Only the closing quote and white space surely end a value; what follows on its line is not worth a secret.
        (at, Some(quote)) => {
            let value = rest(at).iter().position(|byte| byte == quote);
            let end = at + value.unwrap_or(0);
            end + run(rest(end), |byte| !byte.is_ascii_whitespace())
        }
        (at, None) => at + run(rest(at), |byte| !byte.is_ascii_whitespace()),
    }
}

/// Returns the length of the name of a secret at the beginning of a text.
fn name(text: &[u8]) -> Option<usize> {
    let mut names = NAMES.iter().map(|name| name.as_bytes());
    let name = names.find(|name| {
        let start = text.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    });
    let length = name?.len();
    let is_plural = matches!(text.get(length), Some(b's' | b'S'));
    Some(length + usize::from(is_plural))
}

/// Returns how many bytes at the beginning of a text are of a kind.
fn run(text: &[u8], is: fn(u8) -> bool) -> usize {
    let end = text.iter().position(|byte| !is(*byte));
    end.unwrap_or(text.len())
}
