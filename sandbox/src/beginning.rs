//! The users and the things that a company begins with.

use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::roster::Roster;
use crate::store::Store;

/// What is shared with other states is copied when it is written to. Things are made when first asked for: they are most of
/// the work, and whoever tries users alone asks for none.
pub(crate) struct Beginning {
    pub(crate) users: Arc<Roster>,
    /// How many contacts are among the things.
    pub(crate) contacts: usize,
    things: LazyLock<Arc<Store>, Box<dyn FnOnce() -> Arc<Store> + Send>>,
}

impl Beginning {
    /// These users, and the things that `make` makes, so many contacts among them.
    pub(crate) fn new(
        users: Roster,
        contacts: usize,
        make: impl FnOnce() -> Store + Send + 'static,
    ) -> Self {
        Self {
            users: Arc::new(users),
            contacts,
            things: LazyLock::new(Box::new(|| Arc::new(make()))),
        }
    }

    /// The things.
    pub(crate) fn store(&self) -> &Arc<Store> {
        &self.things
    }
}

/// Shows how much it is, not what.
impl fmt::Debug for Beginning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            users, contacts, ..
        } = self;
        write!(f, "{:?} users and {contacts} contacts", users.size())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::config::Config;
    use crate::ledger::Ledger;
    use crate::rate::Meter;
    use crate::start::Start;
    use crate::state::{Origin, State};

    /// A state of a beginning, and how often its things were made.
    fn watched() -> (State, Arc<AtomicUsize>) {
        let made = Arc::new(AtomicUsize::new(0));
        let counted = made.clone();
        let beginning = Beginning::new(Roster::default(), 0, move || {
            counted.fetch_add(1, Ordering::Relaxed);
            Store::default()
        });
        let state = State::of(Origin {
            start: Some(Start::Agency),
            beginning: Arc::new(beginning),
            oauth: Ledger::default(),
            config: Config::default(),
            meter: Meter::default(),
            answered: 0,
        });
        (state, made)
    }

    #[test]
    fn what_asks_for_users_alone_has_no_things_made() {
        let (mut state, made) = watched();
        for (name, input) in [("seed", "{}"), ("requests", "{}"), ("reset", "{}")] {
            crate::command(&mut state, name, input.as_bytes()).unwrap();
        }
        state.users_mut().new_id();
        assert_eq!(made.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn things_are_made_once_for_all_who_begin_with_them() {
        let (mut state, made) = watched();
        let other = state.clone();
        assert_eq!(state.store().size(), other.store().size());
        state.store_mut();
        state.restart(Config::default());
        state.store();
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }
}
