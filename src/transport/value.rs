//! JavaScript values as the core's documents.

use js_sys::{Array, Function, JsString, Symbol};
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

    #[wasm_bindgen(catch, method, indexing_getter)]
    fn get(this: &Members, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, indexing_getter)]
    fn get_item(this: &Members, index: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(object: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_text(text: &JsString) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON, js_name = stringify)]
    fn text_of(value: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/src/transport/value.js")]
extern "C" {
    #[wasm_bindgen(js_name = kindOf)]
    fn kind_of(value: &JsValue) -> usize;

    #[wasm_bindgen(js_name = nameOf)]
    fn name_of(value: &JsValue) -> JsValue;

    #[wasm_bindgen(js_name = textOf)]
    fn text_in(value: &JsValue) -> JsValue;
}

impl Document for JsValue {
    fn kind(&self) -> Type {
        let kind = Type::ALL.get(kind_of(self));
        kind.copied().unwrap_or(Type::Foreign)
    }

    fn text(&self) -> Option<String> {
        text_in(self).as_string()
    }

    fn member(&self, key: &str) -> Option<Self> {
        // `Reflect.get` would throw, which is slow.
        if self.is_falsy() {
            return None;
        }
        // A member that cannot be read is not absent: it is something that nothing takes.
        let value = get(self, key).unwrap_or_else(|_| unreadable());
        (!value.is_undefined()).then_some(value)
    }

    fn keys(&self) -> Option<Vec<String>> {
        let mut names = Vec::new();
        if self.is_null() || self.is_undefined() {
            return Some(names);
        }
        let mut index = 0;
        let keys = keys_of(self).ok()?;
        while let Some(key) = keys.item(index) {
            names.push(key.as_string().unwrap_or_default());
            index += 1;
        }
        Some(names)
    }

    fn item(&self, index: usize) -> Option<Self> {
        let (length, index) = (number(self, "length")?, index as f64);
        let item = (index < length).then(|| self.unchecked_ref::<Members>().get_item(index));
        item.map(|item| item.unwrap_or_else(|_| unreadable()))
    }

    fn name(&self) -> String {
        say(
            "an instance of %",
            &[&name_of(self).as_string().unwrap_or_default()],
        )
    }

    fn json(&self) -> Option<String> {
        text_of(self).ok()?.as_string()
    }

    fn from_text(text: &str) -> Self {
        JsValue::from_str(text)
    }
}

/// Parses JSON text that JavaScript holds.
pub fn parse(text: &JsString) -> Option<JsValue> {
    parse_text(text).ok()
}

/// Writes a value as JSON.
pub fn stringify(value: &JsValue) -> Option<JsString> {
    text_of(value).ok()?.dyn_into().ok()
}

/// Returns what `object` has as `key`.
///
/// # Errors
/// What a getter throws, or what JavaScript says of `undefined`, which has none.
pub fn get(object: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    object.unchecked_ref::<Members>().get(key)
}

/// Returns the function that `object` has as `key`. That `undefined` has none is found out slowly.
pub fn function(object: &JsValue, key: &str) -> Option<Function> {
    let value = get(object, key).ok().filter(JsValue::is_function);
    value.map(JsValue::unchecked_into)
}

/// Returns the number that `object` has as `key`. That `undefined` has none is found out slowly.
pub fn number(object: &JsValue, key: &str) -> Option<f64> {
    // Not as a number: the glue would make one of whatever this is, or throw.
    get(object, key).ok()?.as_f64()
}

/// What stands in the place of a value that cannot be read: nothing takes it.
fn unreadable() -> JsValue {
    Symbol::for_("unreadable").into()
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
