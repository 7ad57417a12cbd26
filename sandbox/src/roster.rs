//! The users: found by id and by address at once, walked in the order of their names without sorting them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::case::Small;
use crate::hash::QuickMap;
use crate::user::{User, user_id};

/// What lies between the texts of an index: it comes before every letter, and stands in no name.
const GAP: &str = "\0";

/// All users that there have ever been, deleted ones included. To clone it copies no user.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roster {
    /// In the order of their creation.
    entries: Vec<Entry>,
    by_id: QuickMap<Arc<str>, usize>,
    /// By their addresses in small letters, those of one address in the order of their creation.
    by_email: QuickMap<Arc<str>, Vec<usize>>,
    by_name: BTreeMap<Arc<str>, usize>,
    /// How many ids were given out.
    made: usize,
}

/// A user, and what the indices know them by.
#[derive(Debug, Clone)]
struct Entry {
    user: Arc<User>,
    email: Arc<str>,
    name: Arc<str>,
    /// Name, address and number in small letters.
    words: Arc<str>,
}

/// A user among others, as a search looks at one.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'a> {
    pub(crate) user: &'a User,
    words: &'a str,
}

impl Listed<'_> {
    /// Whether a text in small letters stands in the name, the address or the number.
    pub(crate) fn mentions(self, term: &str) -> bool {
        self.words.contains(term) && !term.contains(GAP)
    }
}

impl Entry {
    fn new(user: User) -> Self {
        let email = user.email.small();
        let name = [&*user.first_name, &user.last_name, &user.id].join(GAP);
        let phone = user.phone.as_deref().unwrap_or_default();
        let words = [&*user.name(), &email, phone].join(GAP);
        Self {
            email: email.into(),
            name: name.small().into(),
            words: words.small().into(),
            user: user.into(),
        }
    }
}

impl Roster {
    /// These users, in the order of their creation; so many ids have been given out.
    pub(crate) fn new(users: Vec<User>, made: usize) -> Self {
        let mut roster = Self {
            entries: Vec::with_capacity(users.len()),
            by_id: QuickMap::with_capacity_and_hasher(users.len(), Default::default()),
            by_email: QuickMap::with_capacity_and_hasher(users.len(), Default::default()),
            by_name: BTreeMap::new(),
            made,
        };
        for user in users {
            roster.push(user);
        }
        roster
    }

    /// How many ids were given out.
    pub(crate) fn made(&self) -> usize {
        self.made
    }

    /// How many users there have ever been, and how many entries the indices have.
    pub(crate) fn size(&self) -> (usize, usize) {
        let addresses: usize = self.by_email.values().map(Vec::len).sum();
        let entries = self.by_id.len() + self.by_name.len() + addresses;
        (self.entries.len(), entries)
    }

    pub(crate) fn get(&self, id: &str) -> Option<&User> {
        self.at(*self.by_id.get(id)?)
    }

    /// In the order of their creation.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &User> {
        self.entries.iter().map(|entry| &*entry.user)
    }

    /// In the order of their first names, their last names and their ids, in small letters.
    pub(crate) fn by_name(&self) -> impl Iterator<Item = Listed<'_>> {
        let entries = self.by_name.values();
        let entries = entries.filter_map(|place| self.entries.get(*place));
        entries.map(|Entry { user, words, .. }| Listed { user, words })
    }

    /// Those who have one of these addresses, in the order of their creation.
    pub(crate) fn with_email(&self, emails: &[&str]) -> impl Iterator<Item = &User> + use<'_> {
        let emails = emails.iter().map(|email| email.trim().small());
        let places = emails.filter_map(|email| self.by_email.get(&*email));
        let mut places: Vec<usize> = places.flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.at(place))
    }

    /// An id that nobody has ever had.
    pub(crate) fn new_id(&mut self) -> String {
        loop {
            let id = user_id(self.made);
            self.made += 1;
            if !self.by_id.contains_key(&*id) {
                return id;
            }
        }
    }

    pub(crate) fn push(&mut self, user: User) -> &User {
        let entry = Entry::new(user);
        let place = self.entries.len();
        self.by_id.insert((*entry.user.id).into(), place);
        self.enter(&entry, place);
        &self.entries.push_mut(entry).user
    }

    /// Changes the user of this id, if there is one. The id stays.
    pub(crate) fn amend(&mut self, id: &str, change: impl FnOnce(&mut User)) -> Option<&User> {
        let place = *self.by_id.get(id)?;
        let before = self.entries.get(place)?.clone();
        self.leave(&before, place);
        let mut user = (*before.user).clone();
        change(&mut user);
        let after = Entry::new(user);
        self.enter(&after, place);
        let entry = self.entries.get_mut(place)?;
        *entry = after;
        Some(&entry.user)
    }

    fn at(&self, place: usize) -> Option<&User> {
        self.entries.get(place).map(|entry| &*entry.user)
    }

    fn enter(&mut self, entry: &Entry, place: usize) {
        self.by_name.insert(entry.name.clone(), place);
        let places = self.by_email.entry(entry.email.clone()).or_default();
        places.insert(places.partition_point(|other| *other < place), place);
    }

    fn leave(&mut self, entry: &Entry, place: usize) {
        self.by_name.remove(&entry.name);
        if let Some(places) = self.by_email.get_mut(&entry.email) {
            places.retain(|other| *other != place);
            if places.is_empty() {
                self.by_email.remove(&entry.email);
            }
        }
    }
}
