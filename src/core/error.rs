//! What a call can fail with.

use super::text::say;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal, $advice:literal;)+) => {
        /// The closed set of reasons for which a call fails.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[doc = $doc])+ $variant),+ }

        impl Code {
            /// Returns the code as JavaScript and Rust callers compare it.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text),+ }
            }

            /// Lists every code with what it means and what the caller can do, for the generated documentation.
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] =
                &[$(($text, concat!($($doc),+), $advice)),+];
        }
    };
}

codes! {
    /// The input of the call is wrong; nothing was sent.
    InvalidInput = "invalid_input", "Mend the field that the message names.";
    /// An option of the constructor is wrong, or the token function failed; nothing was sent.
    InvalidConfig = "invalid_config", "Mend the option that the message names.";
    /// The API version that the client was made for has no such operation.
    UnsupportedOperation = "unsupported_operation", "Use the method that the message names, or another `api`.";
    /// No answer came: no connection, a blocked request (CORS), or a broken one.
    Network = "network", "See `cause`; a write may or may not have taken effect.";
    /// The call's `signal` was aborted.
    Aborted = "aborted", "Nothing: you asked for it. `cause` is the signal's reason.";
    /// 401: the token is wrong or expired, or may not be used for this.
    InvalidToken = "invalid_token", "Check the token, its kind (agency or location) and its scopes.";
    /// 403: the token may not do this here.
    Forbidden = "forbidden", "Check that the token belongs to the location.";
    /// 404: there is no such user.
    NotFound = "not_found", "Check the id.";
    /// Another 4xx: the server refused the input; `message` holds its words.
    Rejected = "rejected", "Read the message; mend the input.";
    /// 429: too many requests.
    RateLimited = "rate_limited", "Wait, then try again.";
    /// 5xx: the server failed.
    Server = "server", "Try again later; a write may or may not have taken effect.";
    /// The answer is not what the operation returns: HTML, truncated JSON, a list without its list.
    UnexpectedResponse = "unexpected_response", "See `status` and `body`; check `baseUrl`.";
    /// The server answered with a redirect, which is not followed, so that the token stays with its host.
    UnexpectedRedirect = "unexpected_redirect", "Check `baseUrl`.";
    /// The client was closed before the call. The JavaScript half says so, which owns the engine.
    Closed = "closed", "Make a new client, or close it later.";
}

/// A failure of one call, without what only JavaScript can hold (`body`, `cause`).
///
/// It never contains a token or a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Why the call failed.
    pub code: Code,
    /// The reason in words, beginning with the operation.
    pub message: String,
    /// The operation's id, for example `users.get`; absent for a failure of the constructor.
    pub operation: Option<&'static str>,
    /// The HTTP status, when an answer came.
    pub status: Option<u16>,
    /// The server's id of the request, when it gave one.
    pub trace_id: Option<String>,
}

impl Error {
    /// Makes an error of `code`. The message is the sentence behind the operation's id, with `words` in place of its `%`.
    // Boxed where it is made: a `Result` of one word travels through the core in less code than one of ten.
    pub fn new(
        code: Code,
        operation: Option<&'static str>,
        sentence: &str,
        words: &[&str],
    ) -> Box<Self> {
        let mut message = String::new();
        if let Some(id) = operation {
            message.push_str(id);
            message.push_str(": ");
        }
        message.push_str(&say(sentence, words));
        Box::new(Error {
            code,
            message,
            operation,
            status: None,
            trace_id: None,
        })
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Error {}
