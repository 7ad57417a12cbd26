//! What the posts of some profiles come to, day by day: whatever is answered is a sum of these.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::period::Period;
use super::post::{DAY_MS, Day, Post};

/// A profile, and what its posts are thrown with.
pub(super) struct Account {
    pub(super) number: usize,
    pub(super) platform: &'static str,
}

/// The sums of one day.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Sums {
    pub(super) posts: u64,
    pub(super) impressions: u64,
    pub(super) reach: u64,
    pub(super) likes: u64,
    pub(super) comments: u64,
    pub(super) shares: u64,
    pub(super) followers: u64,
}

impl Sums {
    fn add(&mut self, post: Post) {
        self.posts += 1;
        self.impressions += post.impressions;
        self.reach += post.reach;
        self.likes += post.likes;
        self.comments += post.comments;
        self.shares += post.shares;
    }
}

/// What of the sums is wanted.
pub(super) type Metric = fn(&Sums) -> u64;

/// The sums of a period.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// For each platform, one entry per day.
    platforms: BTreeMap<&'static str, Vec<Sums>>,
    pub(super) audience: Audience,
    days: usize,
}

impl Tally {
    /// Counts what has been published by now at these profiles.
    pub(super) fn of(profiles: &[Account], period: &Period, now_ms: u64) -> Self {
        let days = period.days();
        let mut tally = Self {
            days: days.clone().count(),
            ..Self::default()
        };
        for Account { number, platform } in profiles {
            let empty = || vec![Sums::default(); tally.days];
            let counted = tally.platforms.entry(platform);
            let counted = counted.or_insert_with(empty);
            for (day, sums) in days.clone().zip(counted) {
                let Day { posts, followers } = Day::of(*number, day);
                if day * DAY_MS <= now_ms {
                    sums.followers += followers;
                }
                let is_counted =
                    |post: &Post| post.published_ms <= now_ms && period.contains(post.published_ms);
                for post in posts.into_iter().filter(is_counted) {
                    sums.add(post);
                    tally.audience += Audience::reached(*number, post.reach);
                }
            }
        }
        tally
    }

    pub(super) fn platforms(&self) -> impl Iterator<Item = &'static str> {
        self.platforms.keys().copied()
    }

    /// The days of one platform.
    pub(super) fn series_of(&self, platform: &str, metric: Metric) -> Vec<u64> {
        let days = self.platforms.get(platform).into_iter().flatten();
        days.map(metric).collect()
    }

    /// The sum of one platform.
    pub(super) fn sum_of(&self, platform: &str, metric: Metric) -> u64 {
        self.series_of(platform, metric).iter().sum()
    }

    /// The days of all platforms.
    pub(super) fn series(&self, metric: Metric) -> Vec<u64> {
        let mut series = vec![0; self.days];
        for platform in self.platforms.values() {
            for (sum, day) in series.iter_mut().zip(platform) {
                *sum += metric(day);
            }
        }
        series
    }

    /// The sum of all platforms.
    pub(super) fn sum(&self, metric: Metric) -> u64 {
        self.series(metric).iter().sum()
    }
}
