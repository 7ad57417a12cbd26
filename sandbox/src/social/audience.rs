//! Who was reached, by gender and by age.

use std::ops::AddAssign;

use crate::dice::{Dice, Purpose};

/// The ages, in the order of [`Audience::ages`].
pub(super) const AGES: [&str; 7] = ["13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"];

/// So many people. The genders have the same sum as the ages.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Audience {
    pub(super) male: u64,
    pub(super) female: u64,
    /// Of whom the platform does not know it.
    pub(super) unknown: u64,
    pub(super) ages: [u64; AGES.len()],
}

impl Audience {
    /// Those whom a post of this profile reached.
    pub(super) fn reached(profile: usize, reach: u64) -> Self {
        let mut dice = Dice::new(profile, Purpose::Audience);
        let mut left = reach;
        let mut part = |percent: u64| {
            let part = reach * percent / 100;
            left -= part;
            part
        };
        let (male, female) = (part(30 + dice.below(20)), part(35 + dice.below(10)));
        let unknown = left;
        let mut left = reach;
        let ages = AGES.map(|age| {
            let percent = if age == "65+" { 100 } else { 8 + dice.below(8) };
            let part = (reach * percent / 100).min(left);
            left -= part;
            part
        });
        Self {
            male,
            female,
            unknown,
            ages,
        }
    }

    pub(super) fn all(&self) -> u64 {
        self.male + self.female + self.unknown
    }
}

impl AddAssign for Audience {
    fn add_assign(&mut self, more: Self) {
        self.male += more.male;
        self.female += more.female;
        self.unknown += more.unknown;
        for (age, more) in self.ages.iter_mut().zip(more.ages) {
            *age += more;
        }
    }
}
