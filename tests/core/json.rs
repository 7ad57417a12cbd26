//! The JSON that the core writes is the JSON that it was given. Judged by `serde_json`.

use ghl_users::core::json::Json;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::to_json;

fn written(json: &Json) -> Value {
    let mut text = String::new();
    json.write(&mut text);
    serde_json::from_str(&text).unwrap()
}

#[test]
fn control_characters_and_quotes_are_escaped() {
    let value = Value::from("\u{0}\u{1f}\"\\\n\t\u{2028}é😀");
    assert_eq!(written(&to_json(&value)), value);
}

proptest! {
    #[test]
    fn any_text_survives(text in "(?s).{0,60}", key in "(?s).{0,10}") {
        let value = Value::Object([(key, Value::from(vec![Value::from(text), Value::Null])) ].into_iter().collect());
        prop_assert_eq!(written(&to_json(&value)), value);
    }
}
