//! The JSON that the core writes is the JSON that it was given. Judged by `serde_json`.

use ghl_users::core::{document::write_string, model::version::Api};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::build;

fn written(text: &str) -> Value {
    let mut out = String::new();
    write_string(text, &mut out);
    serde_json::from_str(&out).unwrap()
}

#[test]
fn control_characters_and_quotes_are_escaped() {
    let text = "\u{0}\u{f}\u{10}\u{1f}\"\\\n\t\u{7f}\u{2028}é😀";
    assert_eq!(written(text), text);
}

proptest! {
    #[test]
    fn any_text_survives(text in "(?s).{0,60}") {
        prop_assert_eq!(written(&text), text);
    }

    #[test]
    fn any_map_survives(map in prop::collection::btree_map("(?s).{0,9}", "(?s).{0,9}", 0..5)) {
        let map = json!(map);
        let input = json!({ "userId": "u", "twilioPhone": map });
        let body = build(Api::V2, "users.update", input).unwrap().body.unwrap();
        prop_assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), json!({ "twilioPhone": map }));
    }
}
