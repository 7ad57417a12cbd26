//! JSON from outside, read so that an error names the place that is wrong.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON.
pub(crate) fn read<T: DeserializeOwned>(input: &[u8]) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_slice(input);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        match error.path().to_string().as_str() {
            "." => error.inner().to_string(),
            path => format!("{path}: {}", error.inner()),
        }
    })?;
    json.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// Reads a part of what has been read.
pub(crate) fn read_part<T: DeserializeOwned>(part: &Value) -> Result<T, String> {
    read(part.to_string().as_bytes())
}
