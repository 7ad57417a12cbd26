//! The generated rows of `rawRequest`, and the words by which TypeScript picks one.

use anyhow::{Context, Result};
use ghl_users::{
    api::raw,
    core::model::{operation::Method, pack},
};

use crate::typescript::HEADER;

/// Writes `raw.ts`.
///
/// # Errors
/// For a row whose texts no pack can have.
pub fn file() -> Result<String> {
    let pack = pack::write(&raw::OPERATIONS).context("a text of a raw row has a `|`")?;
    let methods = quoted(&Method::ALL.map(Method::as_str));
    let forms = quoted(&raw::FORMS.map(|(name, _)| name));
    Ok(format!(
        "{HEADER}/** The method of a raw request. */\n\
         export type RawMethod = {};\n\n\
         /** What the answer to a raw request is taken as. */\n\
         export type RawForm = {};\n\n\
         /** The rows of `rawRequest`: by method, by form of the answer, and by whether they only read. */\n\
         export const PACK =\n  {};\n\n\
         /** The methods in the order of the rows. */\n\
         export const METHODS: readonly RawMethod[] = [{}];\n\n\
         /** The forms in the order of the rows. */\n\
         export const FORMS: readonly RawForm[] = [{}];\n\n\
         /** What all of them are called in messages and events. */\n\
         export const ID = \"{}\";\n",
        methods.join(" | "),
        forms.join(" | "),
        serde_json::to_string(&pack)?,
        methods.join(", "),
        forms.join(", "),
        raw::ID,
    ))
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("\"{word}\"")).collect()
}
