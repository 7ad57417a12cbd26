//! The calls about contacts.
//!
//! Where HighLevel is silent, the sandbox decides: a contact's e-mail address is written in small letters, its telephone number
//! without blanks and signs, its tags in small letters, and a tag that the location does not have becomes one of it; a search
//! without a `sort` begins with the newest; a campaign or a workflow takes a contact and shows it nowhere.

mod automation;
mod bulk;
mod channels;
mod cursor;
mod draft;
mod fields;
mod list;
mod rows;
mod search;
mod tags;
mod tasks;
mod upsert;
mod view;

pub(crate) use rows::ROWS;
