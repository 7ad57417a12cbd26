//! A body of any size that is never held in memory: a JSON list of users that looks as if it could be read to its end.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

const HEAD: &[u8] = br#"{"users":[{"id":"filler"}"#;
const USER: &[u8] = br#",{"id":"filler"}"#;
const SPACES: &[u8] = &[b' '; USER.len()];
const TAIL: &[u8] = b"]}";

/// Many users, to be copied at once.
static USERS: LazyLock<Vec<u8>> = LazyLock::new(|| USER.repeat(1_024));

const SHORTEST: u64 = (HEAD.len() + TAIL.len()) as u64;
const LONGEST: u64 = 1 << 30;

/// How long a body of filler is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub enum Length {
    /// So many bytes.
    Bytes(u64),
    /// It goes on until the peer leaves.
    Endless,
}

impl TryFrom<Value> for Length {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        match (value.as_u64(), value.as_str()) {
            (Some(bytes @ SHORTEST..=LONGEST), _) => Ok(Self::Bytes(bytes)),
            (_, Some("endless")) => Ok(Self::Endless),
            _ => Err(format!(
                "it is {value}: expected {SHORTEST} to {LONGEST}, or \"endless\""
            )),
        }
    }
}

/// A body of filler, from where the last chunk ended. One of a known length is JSON to the last byte.
#[derive(Debug, Clone)]
pub struct Filler {
    sent: u64,
    /// Where the users end, where the spaces after them, and where the body does.
    ends: [u64; 3],
}

impl Filler {
    /// A body of this length from its beginning.
    pub fn new(length: Length) -> Self {
        let (head, user, tail) = (HEAD.len() as u64, USER.len() as u64, TAIL.len() as u64);
        let ends = match length {
            Length::Endless => [u64::MAX; 3],
            Length::Bytes(total) => {
                let list_ends = total.saturating_sub(tail);
                let users = list_ends.saturating_sub(head) / user;
                [head + users * user, list_ends, total]
            }
        };
        Self { sent: 0, ends }
    }

    /// The next bytes, at most `size` of them; none at the end.
    pub fn chunk(&mut self, size: usize) -> Vec<u8> {
        let mut chunk = Vec::with_capacity(size);
        while chunk.len() < size {
            let piece = self.piece();
            if piece.is_empty() {
                break;
            }
            let fitting = piece.len().min(size - chunk.len());
            chunk.extend_from_slice(piece.get(..fitting).unwrap_or_default());
            self.sent += fitting as u64;
        }
        chunk
    }

    /// What comes next, as far as it is at hand.
    fn piece(&self) -> &'static [u8] {
        let [users_end, list_ends, end] = self.ends;
        let head = HEAD.len() as u64;
        let (text, begins, ends) = match self.sent {
            sent if sent < head => (HEAD, 0, head),
            sent if sent < users_end => {
                // Wherever a chunk ended, the next goes on inside the same user.
                let begins = sent - (sent - head) % USER.len() as u64;
                (USERS.as_slice(), begins, users_end)
            }
            sent if sent < list_ends => (SPACES, users_end, list_ends),
            _ => (TAIL, list_ends, end),
        };
        let from = (self.sent - begins) as usize;
        let to = usize::try_from(ends - begins).map_or(text.len(), |length| length.min(text.len()));
        text.get(from..to).unwrap_or_default()
    }
}
