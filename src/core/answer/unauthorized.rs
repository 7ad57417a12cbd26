//! What a 401 is about: the token, or something that no other token mends.
//!
//! HighLevel answers 401 for much: an unknown user, a route without support, a token of the wrong kind. A renewal costs
//! a refresh token, which works once. So only the words decide, and they are in one table, for this half and, generated
//! from it, for OAuth and the gateway in TypeScript.

use crate::core::{error::Code, text};

/// What the words of a 401 are about: the first row that one of the server's sentences has decides. Those that name
/// something else come first, since nearly every sentence names the token. The forms seen are from HighLevel's
/// documentation, its issue tracker (92, 205) and public integrations.
pub const WORDS: &[(&str, Code)] = &[
    // Its whole sentence: "version header was not found".
    ("version header", Code::Rejected),
    ("scope", Code::InsufficientScope),
    ("authclass", Code::InsufficientScope),
    ("mismatch", Code::InsufficientScope),
    ("this location", Code::WrongLocation),
    ("supported", Code::Forbidden),
    ("allow", Code::Forbidden),
    ("permi", Code::Forbidden),
    ("access token", Code::InvalidToken),
    ("access", Code::Forbidden),
    ("forbidden", Code::Forbidden),
    ("not exist", Code::NotFound),
    ("no such", Code::NotFound),
    ("not found", Code::NotFound),
    ("token", Code::InvalidToken),
    ("jwt", Code::InvalidToken),
    ("api key", Code::InvalidToken),
    ("expired", Code::InvalidToken),
];

/// What says no more than the status does.
pub const SILENT: &str = "unauthorized";

/// How many wordings are remembered: a server that makes up words is not worth more.
const MOST: usize = 32;

/// Returns the code of a 401 with these words; nothing if they are about something that the table does not know.
pub fn code(reasons: &[String]) -> Option<Code> {
    let said = text::join(reasons, "; ");
    let row = WORDS.iter().find(|(words, _)| text::has(&said, words));
    let is_silent = said.is_empty() || said.eq_ignore_ascii_case(SILENT);
    row.map(|(_, code)| *code)
        .or(is_silent.then_some(Code::InvalidToken))
}

/// The wordings, unknown to the table, that a new token did not help against.
#[derive(Default)]
pub struct Unhelped(Vec<u32>);

impl Unhelped {
    /// Returns whether a new token has not helped against these words before.
    #[allow(
        clippy::manual_contains,
        reason = "`contains` compares many numbers at once, for 80 bytes more after gzip"
    )]
    pub fn has(&self, reasons: &[String]) -> bool {
        let wording = wording(reasons);
        self.0.iter().any(|known| *known == wording)
    }

    /// Remembers that a new token does not help against these words.
    pub fn add(&mut self, reasons: &[String]) {
        if self.0.len() < MOST && !self.has(reasons) {
            self.0.push(wording(reasons));
        }
    }
}

/// Returns a number for the words without those that have a digit, which may be ids (FNV-1a).
pub fn wording(reasons: &[String]) -> u32 {
    let mut all = 0x811c_9dc5_u32;
    for reason in reasons {
        let (mut word, mut is_id) = (all, false);
        for byte in reason.bytes().chain([b' ']) {
            is_id |= byte.is_ascii_digit();
            word = (word ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
            if byte == b' ' {
                if !is_id {
                    all = word;
                }
                (word, is_id) = (all, false);
            }
        }
    }
    all
}
