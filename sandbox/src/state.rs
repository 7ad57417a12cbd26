//! Everything that the sandbox remembers.

use std::cell::Cell;
use std::sync::Arc;

use crate::beginning::Beginning;
use crate::config::Config;
use crate::ledger::Ledger;
use crate::log::Log;
use crate::rate::Meter;
use crate::roster::{Listed, Roster};
use crate::schedule::Schedule;
use crate::start::Start;
use crate::store::Store;
use crate::user::User;

/// The company in memory, and what has happened to it.
#[derive(Debug, Clone)]
pub struct State {
    pub(crate) config: Config,
    /// Shared with every other state until they are written to, as the store.
    users: Arc<Roster>,
    pub(crate) meter: Meter,
    pub(crate) faults: Schedule,
    pub(crate) log: Log,
    pub(crate) oauth: Ledger,
    /// Since it was first written to; before, it is that of the beginning.
    store: Option<Arc<Store>>,
    answered: u64,
    looked_at: Cell<u64>,
    /// What it was made of, by the last reset.
    origin: Arc<Origin>,
    /// What it was made of when the run began.
    run: Arc<Origin>,
}

/// What a state is made of.
#[derive(Debug)]
pub(crate) struct Origin {
    /// What it is called, unless it is one of somebody's own.
    pub(crate) start: Option<Start>,
    pub(crate) beginning: Arc<Beginning>,
    pub(crate) oauth: Ledger,
    pub(crate) config: Config,
    pub(crate) meter: Meter,
    pub(crate) answered: u64,
}

impl Default for State {
    fn default() -> Self {
        Self::new(Config::default())
    }
}

impl State {
    /// The agency, untouched.
    pub fn new(config: Config) -> Self {
        Self::started(Start::default(), config)
    }

    /// The company of this start, untouched.
    pub fn started(start: Start, config: Config) -> Self {
        Self::of(Origin {
            start: Some(start),
            beginning: start.beginning(),
            oauth: Ledger::default(),
            config,
            meter: Meter::default(),
            answered: 0,
        })
    }

    pub(crate) fn of(origin: Origin) -> Self {
        let origin = Arc::new(origin);
        let config = origin.config.clone();
        Self::made(origin.clone(), origin, config)
    }

    fn made(origin: Arc<Origin>, run: Arc<Origin>, config: Config) -> Self {
        Self {
            config,
            users: origin.beginning.users.clone(),
            meter: origin.meter.clone(),
            faults: Schedule::default(),
            log: Log::default(),
            oauth: origin.oauth.clone(),
            store: None,
            answered: origin.answered,
            looked_at: Cell::new(0),
            origin,
            run,
        }
    }

    /// Starts over as the run began, with this configuration.
    pub(crate) fn restart(&mut self, config: Config) {
        *self = Self::made(self.run.clone(), self.run.clone(), config);
    }

    /// Becomes another state. It forgets all but how the run began.
    pub(crate) fn replace(&mut self, other: Self) {
        let run = self.run.clone();
        *self = Self { run, ..other };
    }

    /// What it was made of when the run began.
    pub(crate) fn run(&self) -> &Origin {
        &self.run
    }

    /// What it was made of by the last reset.
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn users(&self) -> &Roster {
        &self.users
    }

    /// How many answers it has given.
    pub(crate) fn answered(&self) -> u64 {
        self.answered
    }

    /// The user of this id, deleted ones included, with the fields that no response shows.
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.get(id)
    }

    /// How many things and users there are, and how many entries the lists and indices of them have.
    pub fn size(&self) -> (usize, usize) {
        let (users, listed) = self.users.size();
        let (things, entries) = self.store().size();
        (users + things, listed + entries)
    }

    /// How many users it had to look at for the answers until now.
    pub fn looked_at(&self) -> u64 {
        self.looked_at.get()
    }

    /// What the company has, users aside.
    pub(crate) fn store(&self) -> &Store {
        let own = self.store.as_deref();
        own.unwrap_or_else(|| self.origin.beginning.store())
    }

    /// The same, to be written to.
    pub(crate) fn store_mut(&mut self) -> &mut Store {
        let beginning = &self.origin.beginning;
        let own = || beginning.store().clone();
        Arc::make_mut(self.store.get_or_insert_with(own))
    }

    /// The users, to be written to.
    pub(crate) fn users_mut(&mut self) -> &mut Roster {
        Arc::make_mut(&mut self.users)
    }

    /// The users who exist at this moment, in the order of their creation.
    pub(crate) fn living(&self, now_ms: u64) -> impl Iterator<Item = &User> {
        let users = self.users.iter().inspect(|_| self.look());
        users.filter(move |user| !user.is_deleted(now_ms))
    }

    /// The same in the order of their names.
    pub(crate) fn by_name(&self, now_ms: u64) -> impl Iterator<Item = Listed<'_>> {
        let users = self.users.by_name().inspect(|_| self.look());
        users.filter(move |listed| !listed.user.is_deleted(now_ms))
    }

    /// The user of this id, if they exist at this moment.
    pub(crate) fn living_user(&self, id: &str, now_ms: u64) -> Option<&User> {
        self.look();
        let user = self.users.get(id);
        user.filter(|user| !user.is_deleted(now_ms))
    }

    /// All who have one of these addresses, deleted ones included, in the order of their creation.
    pub(crate) fn with_email(&self, emails: &[&str]) -> impl Iterator<Item = &User> + use<'_> {
        let users = self.users.with_email(emails);
        users.inspect(|_| self.look())
    }

    /// Whether a user who exists, other than `except`, has this address.
    pub(crate) fn email_is_taken(&self, email: &str, except: Option<&str>, now_ms: u64) -> bool {
        let mut users = self.with_email(&[email]);
        users.any(|user| Some(user.id.as_str()) != except && !user.is_deleted(now_ms))
    }

    fn look(&self) {
        self.looked_at.update(|looked_at| looked_at + 1);
    }

    /// An id for the next answer, in the shape of HighLevel's trace ids.
    pub(crate) fn next_trace_id(&mut self) -> String {
        self.answered += 1;
        format!("5a4db0c5-0000-4000-8000-{:012x}", self.answered)
    }
}
