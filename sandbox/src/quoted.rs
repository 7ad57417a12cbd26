//! A text in quotes, for messages: as JSON has it, which those who read them write. `Debug` has it as Rust does.

use serde_json::Value;

/// `"text"`, with what cannot be shown escaped as in JSON.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
