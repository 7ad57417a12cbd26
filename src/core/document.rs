//! A JSON value, wherever it lives.

use crate::core::encode::hex_digit;

/// What a [`Document`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// `null`, or nothing at all.
    Null,
    /// A boolean.
    Flag,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// A plain object.
    Object,
    /// A function.
    Function,
    /// Something else that JSON cannot carry.
    Foreign,
}

impl Type {
    /// All of them, in the order in which they are declared: JavaScript names them by their place.
    pub const ALL: [Type; 8] = [
        Type::Null,
        Type::Flag,
        Type::Number,
        Type::Text,
        Type::List,
        Type::Object,
        Type::Function,
        Type::Foreign,
    ];
}

/// A JSON value that the core reads where it is.
///
/// In the module it is a JavaScript value, so that nothing is copied but what is sent; in tests it is `serde_json`'s.
pub trait Document: Sized {
    /// Says what the value is.
    fn kind(&self) -> Type;

    /// Returns a string; or a finite number or a boolean, in the notation of JSON.
    ///
    /// A string with half a character (a lone surrogate) cannot be sent as it is, and so is nothing.
    fn text(&self) -> Option<String>;

    /// Returns the member called `key` of an object, unless it is `undefined`.
    fn member(&self, key: &str) -> Option<Self>;

    /// Returns the keys of an object; nothing if they cannot be read.
    fn keys(&self) -> Option<Vec<String>>;

    /// Returns an item of an array; nothing behind its end.
    fn item(&self, index: usize) -> Option<Self>;

    /// Names a [`Type::Foreign`]: `an instance of Date`, `a bigint`.
    fn name(&self) -> String;

    /// Returns the value as JSON; nothing if JSON cannot carry it.
    fn json(&self) -> Option<String>;

    /// Makes a string.
    fn from_text(text: &str) -> Self;

    /// Says in words what the value is, without showing it.
    fn words(&self) -> String {
        let words = match self.kind() {
            Type::Null => "null",
            Type::Flag => "a boolean",
            Type::Number => "a number",
            Type::List => "an array",
            Type::Object => "an object",
            Type::Function => "a function",
            Type::Foreign => return self.name(),
            Type::Text => match self.text().as_deref() {
                None => "a string with half a character (a lone surrogate)",
                Some("") => "an empty string",
                Some(_) => "a string",
            },
        };
        words.to_owned()
    }
}

/// Appends `text` as a string of JSON, quotes included, as `JSON.stringify` writes it.
pub fn write_string(text: &str, out: &mut String) {
    out.push_str("\"");
    let mut written = 0;
    for (index, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            b'\t' => "\\t",
            b'\n' => "\\n",
            0x0c => "\\f",
            b'\r' => "\\r",
            0..0x10 => "\\u000",
            0x10..0x20 => "\\u001",
            _ => continue,
        };
        out.push_str(text.get(written..index).unwrap_or_default());
        out.push_str(escape);
        if escape.len() > 2 {
            out.push_str(&hex_digit(byte % 16).to_ascii_lowercase());
        }
        written = index + 1;
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out.push_str("\"");
}
