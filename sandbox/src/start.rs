//! What a company has when a run begins: a few companies, by name.

mod agency;
mod empty;
mod large;
mod messy;

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::beginning::Beginning;
use crate::nearest::nearest;
use crate::quoted::quoted;

/// A company to begin with. All have the same company, locations, app and tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    /// An agency as it should be: 120 users, 600 contacts and some of everything else.
    #[default]
    Agency,
    /// Much of it: 10,000 users and 20,000 contacts.
    Large,
    /// An agency as it often is: former staff, too many admins, duplicates, people without a location.
    Messy,
    /// The owner and three locations, and nothing in them.
    Empty,
}

/// Kept for as long as a state has it: a large company is much to make, and much to keep for nothing.
static SHARED: [Mutex<Weak<Beginning>>; Start::ALL.len()] =
    [const { Mutex::new(Weak::new()) }; Start::ALL.len()];

impl Start {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Agency, Self::Large, Self::Messy, Self::Empty];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Large => "large",
            Self::Messy => "messy",
            Self::Empty => "empty",
        }
    }

    /// The one of this name.
    ///
    /// # Errors
    ///
    /// There is none; the message tells which there are.
    pub fn named(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|start| start.name() == name);
        found.ok_or_else(|| {
            let names = Self::ALL.map(Self::name);
            let meant = nearest(name, names).unwrap_or_default();
            let names = names.join(", ");
            let name = quoted(name);
            format!("{name}: expected one of {names}, of which {meant} is the nearest")
        })
    }

    /// What it has.
    pub(crate) fn beginning(self) -> Arc<Beginning> {
        let [agency, large, messy, empty] = &SHARED;
        let (shared, make): (_, fn() -> Arc<Beginning>) = match self {
            Self::Agency => (agency, agency::beginning),
            Self::Large => (large, large::beginning),
            Self::Messy => (messy, messy::beginning),
            Self::Empty => (empty, empty::beginning),
        };
        // One that panicked while it made a beginning has left nothing half done.
        let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let beginning = make();
            *shared = Arc::downgrade(&beginning);
            beginning
        })
    }
}
