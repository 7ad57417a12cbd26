//! A text in quotes, for messages. Not by `Debug`, which says nothing where the sandbox is WebAssembly: there it is left out.

use serde_json::Value;

/// `"text"`, with what cannot be shown escaped as in JSON.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
