//! All of a kind, and how many ids of it were given out.

use serde_json::Value;

/// `{ "made", "all" }`. What `json!` is given it copies, and lists may be long.
pub(super) fn listed(made: Value, all: Vec<Value>) -> Value {
    let members = [("made", made), ("all", Value::Array(all))];
    let members = members.map(|(name, value)| (name.to_owned(), value));
    members.into_iter().collect()
}
