//! Statistics as they are answered.

use serde_json::{Map, Value, json};

use super::audience::{AGES, Audience};
use super::period::Period;
use super::tally::{Metric, Sums, Tally};

const POSTS: Metric = |sums| sums.posts;
const IMPRESSIONS: Metric = |sums| sums.impressions;
const REACH: Metric = |sums| sums.reach;
const LIKES: Metric = |sums| sums.likes;
const COMMENTS: Metric = |sums| sums.comments;
const SHARES: Metric = |sums| sums.shares;
const FOLLOWERS: Metric = |sums| sums.followers;
const ENGAGEMENT: Metric = |Sums {
                                likes,
                                comments,
                                shares,
                                ..
                            }| likes + comments + shares;

/// A period's tally beside that of the one before, if there is one to compare with.
pub(super) struct Report {
    pub(super) period: Period,
    pub(super) current: Tally,
    pub(super) previous: Option<Tally>,
}

impl Report {
    /// The member `results`.
    pub(super) fn results(&self) -> Value {
        let Self { current, .. } = self;
        json!({
            "dayRange": self.period.day_names(),
            "totals": {
                "posts": current.sum(POSTS),
                "likes": current.sum(LIKES),
                "followers": current.sum(FOLLOWERS),
                "impressions": current.sum(IMPRESSIONS),
                "comments": current.sum(COMMENTS),
            },
            "postPerformance": {
                "posts": self.by_platform(|platform| json!(current.series_of(platform, POSTS))),
                "impressions": current.series(IMPRESSIONS),
                "likes": current.series(LIKES),
                "comments": current.series(COMMENTS),
            },
            "breakdowns": {
                "posts": self.breakdown(POSTS),
                "impressions": self.breakdown(IMPRESSIONS),
                "reach": self.breakdown(REACH),
                "engagement": self.by_platform(|platform| self.engagement(platform)),
            },
            "platformTotals": {
                "impressions": self.platform_totals(IMPRESSIONS),
                "followers": self.platform_totals(FOLLOWERS),
                "likes": self.platform_totals(LIKES),
            },
            "demographics": demographics(&current.audience),
        })
    }

    fn by_platform(&self, view: impl Fn(&str) -> Value) -> Map<String, Value> {
        let platforms = self.current.platforms();
        platforms
            .map(|platform| (platform.to_owned(), view(platform)))
            .collect()
    }

    fn breakdown(&self, metric: Metric) -> Value {
        let platforms = self.by_platform(|platform| {
            let value = json!({ "value": self.current.sum_of(platform, metric) });
            self.compared(value, "change", |tally| tally.sum_of(platform, metric))
        });
        let total = json!({ "total": self.current.sum(metric), "platforms": platforms });
        self.compared(total, "totalChange", |tally| tally.sum(metric))
    }

    fn engagement(&self, platform: &str) -> Value {
        let sum = |metric| self.current.sum_of(platform, metric);
        let sums = json!({ "likes": sum(LIKES), "comments": sum(COMMENTS), "shares": sum(SHARES) });
        self.compared(sums, "change", |tally| tally.sum_of(platform, ENGAGEMENT))
    }

    fn platform_totals(&self, metric: Metric) -> Map<String, Value> {
        self.by_platform(|platform| {
            let series = self.current.series_of(platform, metric);
            json!({ "total": series.iter().sum::<u64>(), "series": series })
        })
    }

    /// With the change since the period before; without one there is nothing to say.
    fn compared(&self, mut view: Value, name: &str, sum: impl Fn(&Tally) -> u64) -> Value {
        if let (Some(previous), Some(view)) = (&self.previous, view.as_object_mut()) {
            let change = change(sum(previous), sum(&self.current));
            view.insert(name.to_owned(), json!(change));
        }
        view
    }
}

/// In percent, to two digits. What was nothing and is something has doubled.
fn change(before: u64, now: u64) -> f64 {
    match (before, now) {
        (0, 0) => 0.0,
        (0, _) => 100.0,
        _ => rounded((now as f64 - before as f64) / before as f64 * 100.0),
    }
}

fn rounded(percent: f64) -> f64 {
    (percent * 100.0).round() / 100.0
}

fn demographics(audience: &Audience) -> Value {
    let all = audience.all().max(1) as f64;
    let part =
        |total: u64| json!({ "total": total, "percentage": rounded(total as f64 / all * 100.0) });
    let ages = AGES.iter().zip(audience.ages);
    let ages: Map<_, _> = ages
        .map(|(age, total)| ((*age).to_owned(), json!(total)))
        .collect();
    json!({
        "gender": { "totals": {
            "male": part(audience.male),
            "female": part(audience.female),
            "unknown": part(audience.unknown),
        } },
        "age": { "totals": ages },
    })
}
