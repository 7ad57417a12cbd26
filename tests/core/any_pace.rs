//! Whatever calls and answers do, and whatever the answers' headers say, a client's pace stays sound.

use ghl_users::core::{
    call::rate_limit::{RateLimit, Turn},
    limit::Limit,
};
use proptest::prelude::*;

use crate::{
    answer::{Answer, NOW},
    any_answer::value,
    support::cases,
};

/// Something that happens.
#[derive(Clone, Debug)]
enum Event {
    /// Time goes by, or stands still.
    Passes(f64),
    Joins(u64),
    Leaves(u64),
    Asks(u64),
    /// An answer comes to a request that was sent so long ago: its status, and what its headers say.
    Answers(f64, u16, Vec<(&'static str, String)>),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        2 => prop_oneof![Just(0.0), 0.0..400.0f64, 0.0..1e6f64, 0.0..1e12f64].prop_map(Event::Passes),
        3 => (0..20u64).prop_map(Event::Joins),
        1 => (0..20u64).prop_map(Event::Leaves),
        4 => (0..20u64).prop_map(Event::Asks),
        2 => (0.0..60_000.0f64, prop::sample::select(&[200, 429, 503][..]), headers())
            .prop_map(|(ago, status, headers)| Event::Answers(ago, status, headers)),
    ]
}

fn headers() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    const NAMES: &[&str] = &[
        "x-ratelimit-max",
        "x-ratelimit-max",
        "x-ratelimit-remaining",
        "x-ratelimit-interval-milliseconds",
        "x-ratelimit-interval-milliseconds",
        "x-ratelimit-daily-remaining",
        "x-ratelimit-daily-reset",
        "retry-after",
    ];
    prop::collection::vec((prop::sample::select(NAMES), value()), 0..6)
}

fn limit() -> impl Strategy<Value = Option<Limit>> {
    let limit = (
        1..30usize,
        prop_oneof![1.0..20_000.0f64, Just(1.0), Just(9_999_999_999.0)],
    );
    prop::option::weighted(
        0.9,
        limit.prop_map(|(requests, per_ms)| Limit { requests, per_ms }),
    )
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn any_course_of_events_leaves_the_pace_sound(
        own in limit(),
        events in prop::collection::vec(event(), 0..60),
    ) {
        let mut pace = RateLimit::new(own);
        let (mut now, mut queue, mut starts) = (NOW, Vec::new(), Vec::new());
        for event in events {
            match event {
                Event::Passes(ms) => now += ms,
                Event::Joins(call) if !queue.contains(&call) => {
                    pace.join(call);
                    queue.push(call);
                    queue.sort_unstable();
                }
                Event::Joins(_) => {}
                Event::Leaves(call) => {
                    pace.leave(call);
                    queue.retain(|other| *other != call);
                }
                Event::Asks(call) if queue.contains(&call) => {
                    let is_first = queue.first() == Some(&call);
                    let (expected, left) = (pace.expected_wait(call, now), pace.budget(now).remaining);
                    match pace.turn(call, now) {
                        Turn::Now => {
                            prop_assert!(is_first && expected == 0.0 && left > 0);
                            queue.remove(0);
                            starts.push(now);
                        }
                        Turn::After(wait) => {
                            prop_assert!(is_first && left == 0, "{left}");
                            prop_assert!(wait > 0.0 && wait >= expected, "{wait} {expected}");
                        }
                        Turn::Behind => prop_assert!(!is_first),
                        Turn::Tomorrow(wait) => prop_assert!(wait > 0.0 && wait <= 86_400_000.0, "{wait}"),
                    }
                }
                Event::Asks(_) => {}
                Event::Answers(ago, status, headers) => {
                    let empty = Answer::empty(status);
                    let answer = headers.iter().fold(empty, |answer, (name, value)| answer.with(name, value));
                    pace.learn(&answer.advice_at(now), status, now - ago, now);
                }
            }
            let budget = pace.budget(now);
            prop_assert_eq!(budget.waiting, queue.len());
            prop_assert_eq!(pace.first(), queue.first().copied());
            prop_assert!(budget.limit.is_none_or(|limit| budget.remaining <= limit.requests));
            prop_assert!(own.is_none() || budget.limit.is_some());
            for call in &queue {
                let wait = pace.expected_wait(*call, now);
                prop_assert!(wait.is_finite() && wait >= 0.0, "{wait}");
                prop_assert!(own.is_some() || wait == 0.0);
            }
        }
        if let Some(own) = own {
            for (index, start) in starts.iter().enumerate() {
                let next = starts.get(index + own.requests);
                prop_assert!(next.is_none_or(|next| next - start >= own.per_ms), "{starts:?}");
            }
        }
    }
}
