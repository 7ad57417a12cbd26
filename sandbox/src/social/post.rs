//! The posts of a profile, thrown by dice: those of a day are always the same.

use crate::dice::{Dice, Purpose};

pub(super) const DAY_MS: u64 = 86_400_000;

/// 2024-01-08, in days since 1970: there is nothing before.
const FIRST_DAY: u64 = 19_730;

/// What became of a post.
#[derive(Debug, Clone, Copy)]
pub(super) struct Post {
    pub(super) published_ms: u64,
    pub(super) impressions: u64,
    pub(super) reach: u64,
    pub(super) likes: u64,
    pub(super) comments: u64,
    pub(super) shares: u64,
}

/// What happened at a profile on one day.
#[derive(Debug, Default)]
pub(super) struct Day {
    /// At most four, in the order of their publication.
    pub(super) posts: Vec<Post>,
    /// How many followers were gained.
    pub(super) followers: u64,
}

impl Day {
    /// The day, counted from 1970, of the profile with this number.
    pub(super) fn of(profile: usize, day: u64) -> Self {
        if day < FIRST_DAY {
            return Self::default();
        }
        let mut dice = Dice::new(profile * 1_000_000 + day as usize, Purpose::Post);
        let followers = dice.below(9);
        let hours = (0..24).step_by(6).filter(|_| dice.one_in(3));
        let hours: Vec<u64> = hours.collect();
        let posts = hours.into_iter().map(|hour| {
            let minute = hour * 60 + dice.below(360);
            Post::thrown(day * DAY_MS + minute * 60_000, &mut dice)
        });
        Self {
            posts: posts.collect(),
            followers,
        }
    }
}

impl Post {
    /// Nobody is reached without having seen it, and nobody likes it who was not reached.
    fn thrown(published_ms: u64, dice: &mut Dice) -> Self {
        let impressions = 40 + dice.below(960);
        let reach = impressions * (50 + dice.below(50)) / 100;
        let mut share = |percent: u64| dice.below(reach * percent / 100 + 1);
        Self {
            published_ms,
            impressions,
            reach,
            likes: share(20),
            comments: share(6),
            shares: share(3),
        }
    }
}
