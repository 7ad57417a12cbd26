//! What is kept from being seen: a token, and all that a call has of the kind.

use crate::core::{
    error::{Code, Error},
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

/// What nothing that a failure of a call shows may have.
#[derive(Default)]
pub struct Secrets {
    known: Vec<String>,
    is_wary: bool,
}

impl Secrets {
    /// Adds a secret.
    pub fn add(&mut self, secret: &str) {
        if !self.known.iter().any(|known| known == secret) {
            self.known.push(secret.to_owned());
        }
    }

    /// Expects others in the words of somebody else's error, which only a name gives away: `client_secret=…`.
    pub fn be_wary(&mut self) {
        self.is_wary = true;
    }

    /// Returns those that are known.
    pub fn known(&self) -> &[String] {
        &self.known
    }

    /// Returns whether there may be others.
    pub fn is_wary(&self) -> bool {
        self.is_wary
    }
}
