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
    let list = |words: Vec<&str>| serde_json::to_string(&words);
    Ok(format!(
        "{HEADER}/** The rows of `rawRequest`: by method, by form of the answer, and by whether they only read. */\n\
         export const PACK =\n  {};\n\n\
         /** What a request can do, in the order of the rows. */\n\
         export const METHODS = {} as const;\n\n\
         /** What an answer can be taken as, in the order of the rows. */\n\
         export const FORMS = {} as const;\n\n\
         /** What all of them are called in messages and events. */\n\
         export const ID = \"{}\";\n",
        serde_json::to_string(&pack)?,
        list(Method::ALL.map(Method::as_str).to_vec())?.replace(',', ", "),
        list(raw::FORMS.map(|(name, _)| name).to_vec())?.replace(',', ", "),
        raw::ID,
    ))
}
