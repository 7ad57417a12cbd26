//! Everything that the sandbox remembers.

use std::sync::Arc;

use crate::config::Config;
use crate::ledger::Ledger;
use crate::log::Log;
use crate::people;
use crate::rate::Meter;
use crate::schedule::Schedule;
use crate::store::Store;
use crate::user::User;
use crate::world;

/// The company in memory, and what has happened to it.
#[derive(Debug, Clone)]
pub struct State {
    pub(crate) config: Config,
    pub(crate) users: Vec<User>,
    pub(crate) meter: Meter,
    pub(crate) faults: Schedule,
    pub(crate) log: Log,
    pub(crate) oauth: Ledger,
    /// Shared with every other state until it is written to.
    pub(crate) store: Arc<Store>,
    answered: u64,
}

impl Default for State {
    fn default() -> Self {
        Self::new(Config::default())
    }
}

impl State {
    /// The seeded company, untouched.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            users: people::users(),
            meter: Meter::default(),
            faults: Schedule::default(),
            log: Log::default(),
            oauth: Ledger::default(),
            store: world::store(),
            answered: 0,
        }
    }

    /// The user of this id, deleted ones included, with the fields that no response shows.
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// How many things there are besides users, and how many entries the lists of them have.
    pub fn size(&self) -> (usize, usize) {
        self.store.size()
    }

    /// What the company has, to be written to.
    pub(crate) fn store_mut(&mut self) -> &mut Store {
        Arc::make_mut(&mut self.store)
    }

    /// The users who exist at this moment.
    pub(crate) fn living(&self, now_ms: u64) -> impl Iterator<Item = &User> {
        self.users
            .iter()
            .filter(move |user| !user.is_deleted(now_ms))
    }

    /// Whether a user who exists, other than `except`, has this address.
    pub(crate) fn email_is_taken(&self, email: &str, except: Option<&str>, now_ms: u64) -> bool {
        self.living(now_ms)
            .any(|user| Some(user.id.as_str()) != except && user.has_email(email))
    }

    /// An id for the next answer, in the shape of HighLevel's trace ids.
    pub(crate) fn next_trace_id(&mut self) -> String {
        self.answered += 1;
        format!("5a4db0c5-0000-4000-8000-{:012x}", self.answered)
    }
}
