//! JavaScript values, to and from the core's [`Json`].

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::core::{input::FUNCTION, json::Json};

/// Deeper values are refused: no call needs them, and a cyclic one never ends.
const DEEPEST: usize = 32;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_text(text: &JsString) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = String)]
    fn string_of(number: f64) -> String;

    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag_of(object: &JsValue) -> Result<String, JsValue>;
}

/// Parses JSON text that JavaScript holds.
pub fn parse(text: &JsString) -> Option<JsValue> {
    parse_text(text).ok()
}

/// Reads a whole value.
///
/// Own enumerable properties count; `undefined` ones do not, as in JSON. What JSON cannot carry becomes
/// [`Json::Foreign`], which no check lets pass.
pub fn read(value: &JsValue) -> Json {
    read_within(value, DEEPEST)
}

/// Reads the kind of a value, and the kind of its member `key`: lists and objects come back empty.
pub fn outline(value: &JsValue, key: Option<&str>) -> Json {
    let Json::Object(_) = read_within(value, 0) else {
        return read_within(value, 0);
    };
    let member = key.and_then(|key| Some((key, Reflect::get(value, &key.into()).ok()?)));
    Json::Object(
        member
            .map(|(key, value)| (key.to_owned(), read_within(&value, 0)))
            .into_iter()
            .collect(),
    )
}

/// Writes a value.
pub fn write(json: &Json) -> JsValue {
    let mut text = String::new();
    json.write(&mut text);
    parse(&text.into()).unwrap_or(JsValue::NULL)
}

fn read_within(value: &JsValue, depth: usize) -> Json {
    if value.is_null() || value.is_undefined() {
        return Json::Null;
    }
    if let Some(flag) = value.as_bool() {
        return Json::Bool(flag);
    }
    if let Some(number) = value.as_f64() {
        return if number.is_finite() {
            Json::Number(string_of(number))
        } else {
            Json::Foreign(string_of(number))
        };
    }
    if let Some(text) = value.dyn_ref::<JsString>() {
        return read_text(text);
    }
    if value.is_function() {
        return Json::Foreign(FUNCTION.to_owned());
    }
    read_container(value, depth)
}

fn read_text(text: &JsString) -> Json {
    let read = String::from(text);
    // A lone surrogate would be replaced silently on its way into the request.
    if read.contains('\u{fffd}') && !text.is_valid_utf16() {
        return Json::Foreign("a string with half a character (a lone surrogate)".to_owned());
    }
    Json::Text(read)
}

fn read_container(value: &JsValue, depth: usize) -> Json {
    if Array::is_array(value) {
        if depth == 0 {
            return Json::List(Vec::new());
        }
        let items = Array::from(value);
        return Json::List(
            items
                .iter()
                .map(|item| read_within(&item, depth - 1))
                .collect(),
        );
    }
    let tag = tag_of(value).unwrap_or_default();
    if tag != "[object Object]" {
        return Json::Foreign(instance(&tag));
    }
    if depth == 0 {
        return Json::Object(Vec::new());
    }
    let Ok(entries) = entries(value) else {
        return Json::Foreign("an object that cannot be read".to_owned());
    };
    let members = entries.iter().filter_map(|entry| {
        let entry: Array = entry.unchecked_into();
        let value = entry.get(1);
        let key = entry.get(0).as_string()?;
        (!value.is_undefined()).then(|| (key, read_within(&value, depth - 1)))
    });
    Json::Object(members.collect())
}

/// Says in words what `Object.prototype.toString` calls a thing: `[object Date]` is an instance of Date.
fn instance(tag: &str) -> String {
    match tag
        .strip_prefix("[object ")
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(name) => ["an instance of ", name].concat(),
        None => "an object that cannot be read".to_owned(),
    }
}

/// Returns the function that `object` has as `key`.
pub fn function(object: &JsValue, key: &str) -> Option<Function> {
    Reflect::get(object, &key.into()).ok()?.dyn_into().ok()
}

/// Makes a plain object of the members that are not `undefined`.
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        if !value.is_undefined() {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&object, &(*name).into(), value);
        }
    }
    object.into()
}
