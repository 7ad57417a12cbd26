//! A JSON value as the core sees it.

/// A JSON value, or what stands in its place and JSON cannot carry.
///
/// The core reads call inputs, options and small answers in this form. Lists of users never take it: they stay in the
/// JavaScript engine.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A finite number, in the notation of JSON, so that no digit is lost on the way.
    Number(String),
    /// A string of whole Unicode characters.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object; its keys in the order in which they were given.
    Object(Vec<(String, Json)>),
    /// Something else, in words: `a function`, `an instance of Date`, `NaN`.
    Foreign(String),
}

impl Json {
    /// Returns the member called `key` of an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the string that this is, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Names the kind of value for an error message, without showing the value itself.
    pub fn kind(&self) -> &str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::Text(text) if text.is_empty() => "an empty string",
            Json::Text(_) => "a string",
            Json::List(_) => "an array",
            Json::Object(_) => "an object",
            Json::Foreign(name) => name,
        }
    }

    /// Writes the value as JSON text.
    ///
    /// A [`Json::Foreign`] becomes `null`; checked input has none.
    pub fn write(&self, out: &mut String) {
        match self {
            Json::Null | Json::Foreign(_) => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Number(digits) => out.push_str(digits),
            Json::Text(text) => write_string(text, out),
            Json::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Json::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    write_string(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// Writes `text` as a JSON string, quotes included.
pub fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{0}'..='\u{1f}' => {
                out.push_str("\\u00");
                for nibble in [character as u32 >> 4, character as u32 & 15] {
                    out.push(char::from_digit(nibble, 16).unwrap_or('0'));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}
