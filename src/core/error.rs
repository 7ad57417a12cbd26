//! What a call can fail with.

use crate::core::text::say;

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
    /// An option of the constructor is wrong, or the token function or `rateBudget` failed, or `fetch` refuses to send.
    InvalidConfig = "invalid_config", "Mend the option that the message names; see `cause` for what the function threw.";
    /// The API version that the client was made for has no such operation.
    UnsupportedOperation = "unsupported_operation", "Use the method that the message names, or another `api`.";
    /// No answer came: no connection, a blocked request (CORS), or a broken one.
    Network = "network", "See `cause`. Reads, updates and deletions have been tried again; a create may or may not have taken effect, and a page's browser may have sent it twice: look before you repeat it.";
    /// The call took longer than `timeoutMs`, or its turn would have come later than that.
    Timeout = "timeout", "Raise `timeoutMs` or call less at once. A write may or may not have taken effect, unless `attempts` is 0.";
    /// The call's `signal` was aborted.
    Aborted = "aborted", "Nothing: you asked for it. `cause` is the signal's reason.";
    /// 401: the token is wrong or has expired, as far as the server's words tell.
    InvalidToken = "invalid_token", "Get a new token.";
    /// 401: the token lacks a scope, or is of the wrong kind (agency or location). A new one of the same kind does not help.
    InsufficientScope = "insufficient_scope", "Give the app or the private integration the scope, or use a token of the other kind.";
    /// 403, or 401 in words that say so: the token may not do this.
    Forbidden = "forbidden", "Check what the token's owner may do.";
    /// 403: the token has no access to this location.
    WrongLocation = "wrong_location", "Use a token of that location, or of its agency.";
    /// 404, or 401 in words that say so: there is no such user.
    NotFound = "not_found", "Check the id.";
    /// The e-mail address is taken, perhaps by a user of a location that the token cannot see.
    DuplicateEmail = "duplicate_email", "Find the user with `findByEmail`, with an agency's token, and update it. In a page it may be the user that you have just made, though `attempts` is 1: compare before you change it.";
    /// Another 4xx: the server refused the input.
    Rejected = "rejected", "Read `messages`, the server's own words; mend the input.";
    /// 429, also after the retries: too many requests.
    RateLimited = "rate_limited", "Wait for `retryAfterMs`, if it is there; set `rateLimit` lower if others share the token's budget.";
    /// The day's requests are used up. Not sent, or refused with 429; never tried again.
    DailyLimit = "daily_limit", "Call again after `retryAfterMs`.";
    /// 5xx or 408, also after the retries: the server failed.
    Server = "server", "Try again later. A create may or may not have taken effect: look before you repeat it.";
    /// The answer is not HighLevel's, or not what the operation returns: HTML, truncated JSON, a list without its list, too many bytes.
    UnexpectedResponse = "unexpected_response", "See the message, `status` and `body`; check `baseUrl`.";
    /// The server answered with a redirect, which is not followed, so that the token stays with its host.
    UnexpectedRedirect = "unexpected_redirect", "Check `baseUrl`.";
    /// A webhook is not signed as it should be, too old, or known already. `ghl-users/server` says so.
    InvalidSignature = "invalid_signature", "Answer 401, and do nothing.";
    /// A webhook's body, or the payload of custom pages, is not what it should be. `ghl-users/server` says so.
    InvalidPayload = "invalid_payload", "Answer 400, and do nothing.";
    /// The refresh token or the authorization code is refused: it was used or revoked, or has expired. `ghl-users/server` says so.
    InvalidGrant = "invalid_grant", "Have the app connected again: send its owner to `authorizeUrl`.";
    /// A store failed, of tokens or of something else. `ghl-users/server`, `ghl-users/workers` and `ghl-users/node` say so.
    StoreFailed = "store_failed", "See the message and `cause`. New tokens are kept in memory and written with the next call; `unsaved` of the session has them.";
    /// The client was closed before the call. The JavaScript half says so, which owns the engine.
    Closed = "closed", "Make a new client, or close it later.";
}

/// A failure of one call, without what only JavaScript can hold (`body`, `cause`).
///
/// It never contains a token or a password.
#[derive(Clone, Debug, PartialEq)]
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
    /// The server's own words, one by one.
    pub messages: Vec<String>,
    /// How long to wait before another try, in milliseconds, when that is known.
    pub retry_after_ms: Option<f64>,
    /// How many times the call was sent.
    pub attempts: u32,
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
            messages: Vec::new(),
            retry_after_ms: None,
            attempts: 0,
        })
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Error {}
