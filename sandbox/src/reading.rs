//! Reads JSON into what it should be, and says by its path what is wrong.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON.
///
/// # Errors
///
/// It is no JSON, or something else: then the message begins with the path of that, such as `only.pathPrefix`.
pub(crate) fn read<T: DeserializeOwned>(input: &[u8]) -> Result<T, String> {
    read_part(&serde_json::from_slice(input).map_err(|error| error.to_string())?)
}

/// Reads a part of what has been read.
///
/// # Errors
///
/// As those of [`read`].
pub(crate) fn read_part<T: DeserializeOwned>(part: &Value) -> Result<T, String> {
    T::deserialize(part).map_err(|error| {
        let message = error.to_string();
        let wrong = |value: &Value| T::deserialize(value).err().map(|error| error.to_string());
        match path_of(part, &message, &wrong).as_str() {
            "" => message,
            path => format!("{path}: {message}"),
        }
    })
}

/// How serde begins to say that there should be something.
const LACKED: &str = "missing field";

/// The path of what is wrong: without it there would be no error, or another one.
// serde tells the line and the column, and not even those of what converts a value; a library that tells the path makes the
// WebAssembly a tenth larger.
fn path_of(whole: &Value, message: &str, wrong: &dyn Fn(&Value) -> Option<String>) -> String {
    let (mut path, mut pointer) = (String::new(), String::new());
    while let Some(part) = whole.pointer(&pointer) {
        let names: Vec<String> = match part {
            Value::Object(members) => members.keys().cloned().collect(),
            Value::Array(items) => (0..items.len()).map(|index| index.to_string()).collect(),
            _ => break,
        };
        let is_to_blame = |name: &String| {
            let mut rest = whole.clone();
            let removed = match rest.pointer_mut(&pointer) {
                Some(Value::Object(members)) => members.remove(name),
                Some(Value::Array(items)) => {
                    name.parse().ok().map(|index: usize| items.remove(index))
                }
                _ => None,
            };
            // It is lacked in its turn, which says nothing, unless something can be missing in it.
            let is_simple = removed.is_some_and(|part| !part.is_array() && !part.is_object());
            match wrong(&rest) {
                None => true,
                Some(other) if is_simple && message.starts_with(LACKED) => {
                    !other.starts_with(LACKED)
                }
                Some(other) => other != message,
            }
        };
        let Some(name) = names.iter().find(|name| is_to_blame(name)) else {
            break;
        };
        path.push_str(&match part {
            Value::Array(_) => format!("[{name}]"),
            _ if path.is_empty() => name.clone(),
            _ => format!(".{name}"),
        });
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    }
    path
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "they are only read")]
    struct Whole {
        #[serde(default)]
        part: Vec<Part>,
        number: u8,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "they are only read")]
    struct Part {
        #[serde(rename = "a/b")]
        name: Even,
    }

    #[derive(Debug, Deserialize)]
    #[serde(try_from = "u8")]
    struct Even;

    impl TryFrom<u8> for Even {
        type Error = String;

        fn try_from(number: u8) -> Result<Self, String> {
            if number.is_multiple_of(2) {
                Ok(Self)
            } else {
                Err(format!("it is {number}: expected an even one"))
            }
        }
    }

    #[test]
    fn what_is_wrong_is_named_by_its_path() {
        for (json, message) in [
            (
                r#"{"number":"five"}"#,
                "number: invalid type: string \"five\", expected u8",
            ),
            (
                r#"{"number":5,"part":[{"a/b":2},{"a/b":3}]}"#,
                "part[1].a/b: it is 3: expected an even one",
            ),
            (
                r#"{"number":5,"part":[{"a/b":2},{}]}"#,
                "part[1]: missing field `a/b`",
            ),
            (
                r#"{"number":5,"part":{"a/b":2}}"#,
                "part: invalid type: map, expected a sequence",
            ),
            (
                r#"{"number":5,"colour":1}"#,
                "colour: unknown field `colour`, expected `part` or `number`",
            ),
            (r#"{"part":[]}"#, "missing field `number`"),
            ("5", "invalid type: integer `5`, expected struct Whole"),
            ("{", "EOF while parsing an object at line 1 column 1"),
        ] {
            assert_eq!(read::<Whole>(json.as_bytes()).unwrap_err(), message);
        }
    }
}
