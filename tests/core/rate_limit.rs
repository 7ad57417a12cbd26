//! A client's pace, one question at a time.

use ghl_users::core::{
    answer::advice::Advice,
    call::rate_limit::{RateLimit, Turn},
    limit::Limit,
};

use crate::{
    answer::{Answer, NOW},
    heap::peak,
};

/// How long a start counts of a limit in 10 s while there is no answer: 4 % longer.
pub const COUNTS_MS: f64 = 10_401.0;

/// A client that has this limit in 10 s.
pub fn pace(requests: usize) -> RateLimit {
    RateLimit::new(Some(Limit {
        requests,
        per_ms: 10_000.0,
    }))
}

/// Sends calls from `first` on until one has to wait; returns how many were sent, and the wait.
pub fn send(pace: &mut RateLimit, first: u64, now: f64) -> (u64, f64) {
    for call in first.. {
        pace.join(call);
        match pace.turn(call, now) {
            Turn::Now => {}
            Turn::After(wait) => {
                pace.leave(call);
                return (call - first, wait);
            }
            other => panic!("{other:?}"),
        }
    }
    unreachable!("calls are endless")
}

/// What an answer with these headers of a limit advises.
pub fn limited(status: u16, most: u64, remaining: u64) -> Advice {
    Answer::empty(status)
        .with("x-ratelimit-max", most)
        .with("x-ratelimit-remaining", remaining)
        .with("x-ratelimit-interval-milliseconds", 10_000)
        .advice()
}

#[test]
fn as_many_start_at_once_as_the_limit_has_and_the_next_when_they_are_over() {
    let mut pace = pace(3);
    assert_eq!(send(&mut pace, 0, NOW), (3, COUNTS_MS));
    assert_eq!(send(&mut pace, 3, NOW + 10_000.0), (0, 401.0));
    assert_eq!(send(&mut pace, 3, NOW + COUNTS_MS), (3, COUNTS_MS));
}

#[test]
fn a_place_is_free_again_when_its_own_start_is_over() {
    let mut pace = pace(2);
    pace.join(0);
    assert_eq!(pace.turn(0, NOW), Turn::Now);
    assert_eq!(send(&mut pace, 1, NOW + 4000.0), (1, 6401.0));
    assert_eq!(send(&mut pace, 2, NOW + COUNTS_MS), (1, 4000.0));
}

#[test]
fn calls_go_in_the_order_in_which_they_were_made() {
    let mut pace = pace(100);
    for call in [4, 2, 9, 7] {
        pace.join(call);
    }
    for call in [2, 4, 7, 9] {
        assert_eq!(pace.first(), Some(call));
        assert_eq!(pace.turn(9, NOW) == Turn::Behind, call != 9);
        if call != 9 {
            assert_eq!(pace.turn(call, NOW), Turn::Now);
        }
    }
    assert_eq!(pace.first(), None);
}

#[test]
fn a_call_that_is_sent_again_goes_before_those_made_after_it() {
    let mut pace = pace(1);
    pace.join(0);
    assert_eq!(pace.turn(0, NOW), Turn::Now);
    (1..5).for_each(|call| pace.join(call));
    pace.join(0);
    assert_eq!(pace.first(), Some(0));
    assert_eq!(pace.turn(1, NOW + COUNTS_MS), Turn::Behind);
    assert_eq!(pace.turn(0, NOW + COUNTS_MS), Turn::Now);
}

#[test]
fn a_call_that_leaves_frees_its_place_and_uses_nothing_up() {
    let mut pace = pace(1);
    pace.join(0);
    pace.join(1);
    pace.join(2);
    assert_eq!(pace.turn(0, NOW), Turn::Now);
    let before = pace.expected_wait(2, NOW);
    pace.leave(1);
    assert_eq!(pace.first(), Some(2));
    assert!(pace.expected_wait(2, NOW) < before);
    assert_eq!(pace.budget(NOW).waiting, 1);
    pace.leave(7);
    pace.leave(2);
    assert_eq!(pace.budget(NOW).waiting, 0);
    assert_eq!(send(&mut pace, 3, NOW + COUNTS_MS).0, 1);
}

#[test]
fn an_answer_tells_when_its_request_arrived_at_the_latest() {
    let mut pace = pace(3);
    assert_eq!(send(&mut pace, 0, NOW), (3, COUNTS_MS));
    for (answered, opens) in [(50.0, 10_051.0), (300.0, 10_301.0), (2000.0, COUNTS_MS)] {
        pace.learn(&Advice::default(), 200, NOW, NOW + answered);
        let last = send(&mut pace, 3, NOW + opens - 1.0).1;
        assert_eq!(last, 1.0, "after {answered} ms");
        assert_eq!(send(&mut pace, 3, NOW + opens).0, 1);
    }
}

#[test]
fn a_request_that_starts_after_its_turn_counts_from_its_start() {
    let mut pace = pace(1);
    assert_eq!(send(&mut pace, 0, NOW), (1, COUNTS_MS));
    pace.postpone(NOW, NOW + 700.0);
    assert_eq!(send(&mut pace, 1, NOW + 700.0), (0, COUNTS_MS));
    // Its answer tells when it arrived, as if it had started then from the first.
    pace.learn(&Answer::empty(200).advice(), 200, NOW + 700.0, NOW + 800.0);
    assert_eq!(send(&mut pace, 1, NOW + 800.0), (0, 10_001.0));
}

#[test]
fn a_request_that_starts_long_after_its_turn_counts_from_its_start() {
    for late in [COUNTS_MS - 1.0, COUNTS_MS, 3.0 * COUNTS_MS] {
        let mut pace = pace(1);
        assert_eq!(send(&mut pace, 0, NOW), (1, COUNTS_MS));
        // Its turn counts no more by then, and another one has taken it: what it was counted at may be forgotten.
        let (sent, _) = send(&mut pace, 1, NOW + late);
        pace.postpone(NOW, NOW + late);
        let start = NOW + late;
        let (_, wait) = send(&mut pace, 2, start);
        assert_eq!(wait, COUNTS_MS, "{late}");
        assert_eq!(pace.budget(start).remaining, 0, "{late}");
        assert_eq!(send(&mut pace, 3, start + COUNTS_MS - 1.0).0, 0, "{late}");
        assert_eq!(sent, u64::from(late >= COUNTS_MS));
    }
}

#[test]
fn the_wait_that_is_expected_is_the_least_that_comes() {
    let mut pace = pace(3);
    (0..11).for_each(|call| pace.join(call));
    let expected: Vec<f64> = (0..11).map(|call| pace.expected_wait(call, NOW)).collect();
    let mut now = NOW;
    for (call, expected) in (0..11).zip(expected) {
        if let Turn::After(wait) = pace.turn(call, now) {
            now += wait;
            assert_eq!(pace.turn(call, now), Turn::Now);
        }
        let (waited, most) = (now - NOW, expected * 1.04 + 1.0);
        assert!(
            (expected..=most).contains(&waited),
            "call {call}: {waited} of {expected}"
        );
    }
}

#[test]
fn a_429_holds_everyone_for_as_long_as_it_says_up_to_a_minute() {
    for (asked, held) in [(7, 7000.0), (60, 60_000.0), (3600, 60_000.0)] {
        let mut pace = pace(100);
        let storm = Answer::empty(429).with("retry-after", asked).advice();
        pace.learn(&storm, 429, NOW, NOW);
        assert_eq!(pace.budget(NOW).remaining, 0);
        assert_eq!(send(&mut pace, 0, NOW), (0, held));
        pace.learn(&Answer::empty(200).advice(), 200, NOW, NOW + 1.0);
        assert_eq!(send(&mut pace, 0, NOW + 1.0), (0, held - 1.0), "still");
        assert_eq!(send(&mut pace, 0, NOW + held).0, 100);
    }
}

#[test]
fn a_shorter_hold_does_not_end_a_longer_one() {
    let mut pace = pace(100);
    for asked in [7, 1] {
        let storm = Answer::empty(429).with("retry-after", asked).advice();
        pace.learn(&storm, 429, NOW, NOW);
    }
    assert_eq!(send(&mut pace, 0, NOW), (0, 7000.0));
}

#[test]
fn a_503_holds_nobody_but_its_own_call() {
    let mut pace = pace(100);
    let busy = Answer::empty(503).with("retry-after", 7).advice();
    pace.learn(&busy, 503, NOW, NOW);
    assert_eq!(send(&mut pace, 0, NOW).0, 100);
}

#[test]
fn a_day_that_is_used_up_stops_everyone_in_the_queue() {
    let mut pace = pace(100);
    pace.join(0);
    pace.join(1);
    let spent = Answer::empty(200).with("x-ratelimit-daily-remaining", 0);
    pace.learn(&spent.advice(), 200, NOW, NOW);
    assert_eq!(
        pace.turn(1, NOW),
        Turn::Tomorrow(32_000_000.0),
        "midnight UTC"
    );
    assert_eq!(pace.turn(0, NOW), Turn::Tomorrow(32_000_000.0));
    assert_eq!(pace.turn(0, NOW + 32_000_000.0), Turn::Now);
}

#[test]
fn without_a_limit_nobody_waits() {
    let mut free = RateLimit::new(None);
    for call in 0..10_000 {
        free.join(call);
        assert_eq!(free.turn(call, NOW), Turn::Now);
    }
    let storm = Answer::empty(429).with("retry-after", 60).advice();
    free.learn(&storm, 429, NOW, NOW);
    free.join(10_000);
    assert_eq!(free.expected_wait(10_000, NOW), 0.0);
    assert_eq!(free.turn(10_000, NOW), Turn::Now);
    assert_eq!(free.budget(NOW).limit, None);
}

#[test]
fn a_clock_that_stands_still_lets_no_more_through() {
    let mut pace = pace(100);
    assert_eq!(send(&mut pace, 0, NOW), (100, COUNTS_MS));
    for _ in 0..1000 {
        assert_eq!(send(&mut pace, 100, NOW), (0, COUNTS_MS));
    }
}

#[test]
fn many_calls_take_no_more_memory_than_a_few() {
    let peak_of = |calls: u64| {
        let course = || {
            let mut pace = pace(100);
            for call in 0..calls {
                let now = NOW + call as f64 * 110.0;
                pace.join(call);
                pace.turn(call, now);
                pace.leave(call);
                // Every third answer tells of others, who use the budget as well.
                let remaining = if call % 3 == 0 { 2 } else { 9 };
                pace.learn(&limited(200, 100, remaining), 200, now, now);
            }
        };
        peak(course).1
    };
    let peak = peak_of(20_000);
    assert!(peak < 8192, "{peak}");
    assert_eq!(peak_of(40_000), peak);
}
