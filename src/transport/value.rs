//! JavaScript values as the core's documents.

use js_sys::{Function, JsString};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::core::{
    document::{Document, Type},
    text::say,
};

#[wasm_bindgen]
extern "C" {
    /// Any value as what has members. Each access is `object[key]`, which is quicker than `Reflect`'s; js-sys's take a key
    /// that JavaScript holds, which costs two more ways across.
    #[wasm_bindgen(js_name = Object)]
    pub type Members;

    /// Makes a plain object.
    #[wasm_bindgen(constructor, js_class = Object)]
    pub fn new() -> Members;

    /// Sets a member. On a fresh plain object, this cannot fail.
    #[wasm_bindgen(method, indexing_setter)]
    pub fn set(this: &Members, key: &str, value: &JsValue);

    /// Sets a member to a text.
    #[wasm_bindgen(method, indexing_setter)]
    pub fn set_text(this: &Members, key: &str, value: &str);
}

#[wasm_bindgen(module = "/src/transport/value.js")]
extern "C" {
    #[wasm_bindgen(js_name = kindOf)]
    fn kind_of(value: &JsValue) -> usize;

    #[wasm_bindgen(js_name = textOf)]
    fn text_of(value: &JsValue) -> JsValue;

    #[wasm_bindgen(js_name = memberOf)]
    fn member_of(value: &JsValue, name: &str) -> JsValue;

    #[wasm_bindgen(js_name = memberOf)]
    fn item_of(list: &JsValue, index: f64) -> JsValue;

    #[wasm_bindgen(js_name = keysOf)]
    fn keys_of(value: &JsValue) -> JsValue;

    #[wasm_bindgen(js_name = parse)]
    fn parse_text(text: &JsString) -> JsValue;

    #[wasm_bindgen(js_name = stringify)]
    fn json_of(value: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/transport/tag.js")]
extern "C" {
    #[wasm_bindgen(js_name = tagOf)]
    fn tag_of(value: &JsValue) -> JsValue;
}

impl Document for JsValue {
    fn kind(&self) -> Type {
        let kind = Type::ALL.get(kind_of(self));
        kind.copied().unwrap_or(Type::Foreign)
    }

    fn text(&self) -> Option<String> {
        text_of(self).as_string()
    }

    fn member(&self, key: &str) -> Option<Self> {
        // A member that cannot be read is not absent: it is something that nothing takes.
        given(member_of(self, key))
    }

    fn keys(&self) -> Option<Vec<String>> {
        let keys = given(keys_of(self))?;
        let mut names = Vec::new();
        while let Some(key) = item_of(&keys, names.len() as f64).as_string() {
            names.push(key);
        }
        Some(names)
    }

    fn item(&self, index: usize) -> Option<Self> {
        let (length, index) = (number(self, "length")?, index as f64);
        (index < length).then(|| item_of(self, index))
    }

    fn name(&self) -> String {
        say(
            "an instance of %",
            &[&tag_of(self).as_string().unwrap_or_default()],
        )
    }

    fn json(&self) -> Option<String> {
        json_of(self).as_string()
    }

    fn from_text(text: &str) -> Self {
        JsValue::from_str(text)
    }
}

/// Parses JSON text that JavaScript holds.
pub fn parse(text: &JsString) -> Option<JsValue> {
    given(parse_text(text))
}

/// Returns the function that `object` has as `key`.
pub fn function(object: &JsValue, key: &str) -> Option<Function> {
    let value = Some(member_of(object, key)).filter(JsValue::is_function);
    value.map(JsValue::unchecked_into)
}

/// Returns the number that `object` has as `key`.
pub fn number(object: &JsValue, key: &str) -> Option<f64> {
    // Not as a number: the glue would make one of whatever this is, or throw.
    member_of(object, key).as_f64()
}

/// Takes `undefined` for nothing.
fn given(value: JsValue) -> Option<JsValue> {
    (!value.is_undefined()).then_some(value)
}

/// Makes a plain object of the members that are not `undefined`.
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Members::new();
    for (name, value) in members {
        if !value.is_undefined() {
            object.set(name, value);
        }
    }
    object.into()
}
