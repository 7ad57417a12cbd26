//! How an answer travels: late, slowly, without an end, or not all the way. The core decides it, the transport does it.

use serde::Deserialize;
use serde_json::Value;

use crate::filler::Length;

/// What the transport is to do with an answer. The default sends it at once and whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Delivery {
    /// How long the transport waits before it answers, in milliseconds.
    pub delay_ms: u64,
    /// How slowly the body goes; `None` sends it as fast as the peer reads it.
    pub pace: Option<Pace>,
    /// Whether the body goes without a `content-length`.
    pub chunked: bool,
    /// What goes as the body in the place of [`Response::body`](crate::Response::body).
    pub filler: Option<Length>,
    /// After what the transport closes the connection.
    pub loss: Option<Loss>,
}

/// A slow body: so many bytes, then a pause, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pace {
    /// How many bytes go at a time.
    pub bytes: u64,
    /// The pause after them, in milliseconds.
    pub every_ms: u64,
}

/// What of an exchange the peer does not get, because the connection is closed before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub enum Loss {
    /// The call is lost: it is not carried out, and nothing is answered.
    Call,
    /// The call is carried out, and nothing is answered.
    Answer,
    /// The head of the answer arrives, its body does not.
    Body,
    /// The head and half of the body arrive.
    Rest,
}

impl Loss {
    /// As an order calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Answer => "answer",
            Self::Body => "body",
            Self::Rest => "rest",
        }
    }

    /// Whether nothing at all is answered.
    pub fn is_silent(self) -> bool {
        matches!(self, Self::Call | Self::Answer)
    }
}

impl TryFrom<Value> for Loss {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        match (value.as_bool(), value.as_str()) {
            (Some(true), _) | (_, Some("call")) => Ok(Self::Call),
            (_, Some("answer")) => Ok(Self::Answer),
            (_, Some("body")) => Ok(Self::Body),
            (_, Some("rest")) => Ok(Self::Rest),
            _ => Err(format!(
                "it is {value}: expected true, \"call\", \"answer\", \"body\" or \"rest\""
            )),
        }
    }
}
