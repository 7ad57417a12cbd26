//! A token, kept from being seen.

use crate::core::{
    error::{Code, Error},
    redaction::Redaction,
    text::say,
};

/// A token or key. It cannot be printed or serialised; a request's `Authorization` header reads it, and the function
/// that it came from.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a token that can stand in a header: printable ASCII without white space.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`]; the message says what is wrong and shows nothing of the token.
    pub fn new(token: String) -> Result<Self, Box<Error>> {
        let problem = if token.is_empty() {
            "\"token\" is an empty string: expected a token"
        } else if token
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("bearer "))
        {
            "\"token\" begins with \"Bearer \": expected the token alone"
        } else if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            "\"token\" has white space or a non-ASCII character: expected printable ASCII"
        } else {
            return Ok(Secret(token));
        };
        Err(Error::new(Code::InvalidConfig, None, problem, &[]))
    }

    /// Returns the token, for the function that it came from.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Has the token taken out of what failures show.
    pub fn redact(&self, secrets: &mut Redaction) {
        secrets.add(&self.0);
    }

    /// Returns the value of the `Authorization` header.
    pub fn bearer(&self) -> String {
        say("Bearer %", &[&self.0])
    }
}

impl core::fmt::Debug for Secret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secret(…)")
    }
}
