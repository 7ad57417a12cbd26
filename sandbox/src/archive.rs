//! A state as JSON: all by which it answers. What was asked and what is to go wrong are no part of it.

mod fields;
mod rates;
mod things;
mod tokens;
mod users;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::beginning::Beginning;
use crate::config::Config;
use crate::kinds::CONTACT;
use crate::ledger::Ledger;
use crate::object::members;
use crate::state::{Origin, State};
use fields::Fields;

/// The form of what is exported. It changes with every change after which older states say something else.
const FORM: u64 = 2;

impl State {
    /// The state as JSON, from which [`State::load`] makes one that answers alike. It has the users, the things, the
    /// tokens with their tally, the calls counted against rate limits, and the configuration. The log and the faults, with
    /// the calls that those count, are the affair of who tests, and belong to a run.
    pub fn export(&self) -> Value {
        let all = vec![
            ("form", json!(FORM)),
            ("config", json!(self.config)),
            ("answered", json!(self.answered())),
            ("users", users::export(self.users())),
            ("things", things::export(self.store())),
            ("oauth", tokens::export(&self.oauth)),
            ("rates", rates::export(&self.meter)),
        ];
        Value::Object(members(all))
    }

    /// The state that was exported. What is left out of `config`, `oauth`, `rates` and `answered` is as ever.
    ///
    /// # Errors
    ///
    /// It is of another form, or something is wrong in it. The message names the place.
    pub fn load(exported: &Value) -> Result<Self, String> {
        read(exported).map(Self::of)
    }
}

/// What a state is made of that was exported.
pub(crate) fn read(exported: &Value) -> Result<Origin, String> {
    let all = Fields::of(exported, String::new())?;
    let form = all.number("form")?;
    if form != FORM {
        return Err(format!("form is {form}: expected {FORM}"));
    }
    all.only(&[
        "form", "config", "answered", "users", "things", "oauth", "rates",
    ])?;
    let config = match all.value("config") {
        None => Config::default(),
        Some(config) => Config::read(config).map_err(|message| format!("config: {message}"))?,
    };
    let oauth = match all.optional_object("oauth")? {
        None => Ledger::default(),
        Some(fields) => tokens::load(&fields)?,
    };
    let users = users::load(&all.object("users")?)?;
    let store = things::load(&all.object("things")?)?;
    let contacts = store.count(&CONTACT);
    let beginning = Beginning::new(users, contacts, || store);
    Ok(Origin {
        start: None,
        beginning: Arc::new(beginning),
        oauth,
        config,
        meter: rates::load(&all)?,
        answered: all.optional_number("answered")?.unwrap_or(0),
    })
}
