//! A failed call, with what only JavaScript can hold.

use wasm_bindgen::JsValue;

use crate::core::error::{Code, Error};

/// A failed call.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The reason.
    pub error: Box<Error>,
    /// The body of the server's answer: parsed if it is JSON, otherwise its first 4,096 characters. `undefined` if there
    /// is none.
    pub body: JsValue,
    /// What was thrown; `undefined` if nothing was.
    pub cause: JsValue,
}

impl Failure {
    /// Makes a failure of `code` because `cause` was thrown.
    pub(super) fn thrown(
        code: Code,
        operation: &'static str,
        message: &str,
        cause: JsValue,
    ) -> Self {
        Failure {
            cause,
            ..Error::new(code, Some(operation), message, &[]).into()
        }
    }
}

impl From<Box<Error>> for Failure {
    fn from(error: Box<Error>) -> Self {
        Failure {
            error,
            body: JsValue::UNDEFINED,
            cause: JsValue::UNDEFINED,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.error)
    }
}
