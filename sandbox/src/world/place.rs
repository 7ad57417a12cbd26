//! One of the company's locations, where things are seeded.

use crate::dice::{Dice, Purpose};
use crate::kind::Kind;
use crate::seed;
use crate::store::Store;
use crate::user::user_id;

/// 2025-01-06T09:00:00Z
pub(super) const OPENED_MS: u64 = 1_736_154_000_000;
pub(super) const HOUR_MS: u64 = 3_600_000;

/// A location, by its number from 0.
pub(super) struct Place {
    pub(super) number: usize,
    pub(super) id: &'static str,
    pub(super) name: &'static str,
}

impl Place {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let locations = seed::LOCATIONS.iter().enumerate();
        locations.map(|(number, location)| Self {
            number,
            id: location.id,
            name: location.name,
        })
    }

    /// Dice for what the thing of this kind with this number is like.
    pub(super) fn dice(&self, kind: &Kind, number: usize) -> Dice {
        let place = self.number << 20 | number;
        Dice::new(kind.number << 24 | place, Purpose::Fields)
    }

    /// When the thing with this number was made: some hours after the one before it.
    pub(super) fn moment(&self, number: usize, hours: u64) -> u64 {
        OPENED_MS + HOUR_MS * hours * number as u64 + 61_000 * (self.number as u64 + 1)
    }

    /// A user whose home is this location.
    pub(super) fn user_id(&self, dice: &mut Dice) -> String {
        user_id(12 + self.number + seed::LOCATIONS.len() * dice.below(30) as usize)
    }

    /// The ids of all things of this kind.
    pub(super) fn ids(&self, store: &Store, kind: &'static Kind) -> Vec<String> {
        let things = store.all(kind, self.id);
        things.map(|thing| thing.id.to_string()).collect()
    }

    /// One of this location's values.
    pub(super) fn of<T: Copy>(&self, values: &[T; 3]) -> Option<T> {
        values.get(self.number).copied()
    }
}
