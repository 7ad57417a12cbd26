//! What the server's headers say of its budget, and what is told of it.

use ghl_users::core::call::rate_limit::Turn;

use crate::{
    answer::{Answer, NOW},
    heap::peak,
    rate_limit::{COUNTS_MS, limited, pace, send},
};

#[test]
fn the_servers_limit_rules_when_it_is_stricter() {
    let mut strict = pace(100);
    strict.learn(&limited(200, 5, 5), 200, NOW, NOW);
    assert_eq!(send(&mut strict, 0, NOW), (5, COUNTS_MS));
    let mut generous = pace(5);
    generous.learn(&limited(200, 100, 100), 200, NOW, NOW);
    assert_eq!(send(&mut generous, 0, NOW), (5, COUNTS_MS));
}

#[test]
fn what_others_have_used_is_not_there_any_more() {
    let mut pace = pace(100);
    pace.join(0);
    assert_eq!(pace.turn(0, NOW), Turn::Now);
    pace.learn(&limited(200, 100, 59), 200, NOW, NOW + 80.0);
    let budget = pace.budget(NOW + 80.0);
    assert_eq!(budget.remaining, 59);
    assert_eq!(send(&mut pace, 1, NOW + 80.0).0, 59);
    let later = pace.budget(NOW + 80.0 + 2.0 * COUNTS_MS);
    assert_eq!(later.remaining, 100, "it comes back");
}

#[test]
fn requests_whose_answers_are_still_to_come_are_not_counted_twice() {
    let mut pace = pace(100);
    assert_eq!(send(&mut pace, 0, NOW).0, 100);
    for answered in 1..=100 {
        pace.learn(&limited(200, 100, 100 - answered), 200, NOW, NOW + 50.0);
    }
    assert_eq!(send(&mut pace, 100, NOW + COUNTS_MS).0, 100);
}

#[test]
fn the_budget_says_what_may_start_now() {
    let mut pace = pace(100);
    let fresh = pace.budget(NOW);
    assert_eq!((fresh.remaining, fresh.waiting), (100, 0));
    assert_eq!(fresh.limit.unwrap().requests, 100);
    assert_eq!((fresh.daily_limit, fresh.daily_remaining), (None, None));
    for (start, left) in (0..100).zip((0..100).rev()) {
        pace.join(start);
        assert_eq!(pace.budget(NOW).waiting, 1);
        assert_eq!(pace.turn(start, NOW), Turn::Now);
        assert_eq!(pace.budget(NOW).remaining, left);
    }
    assert_eq!(pace.budget(NOW + COUNTS_MS - 1.0).remaining, 0);
    assert_eq!(pace.budget(NOW + COUNTS_MS).remaining, 100);
    pace.learn(&limited(200, 40, 40), 200, NOW, NOW);
    let strict = pace.budget(NOW + COUNTS_MS);
    assert_eq!(strict.limit.unwrap().requests, 40);
    assert_eq!(strict.remaining, 40);
}

#[test]
fn the_budget_of_a_day_is_told_until_it_begins_anew() {
    let mut pace = pace(100);
    let daily = Answer::empty(200)
        .with("x-ratelimit-limit-daily", 200_000)
        .with("x-ratelimit-daily-remaining", 17)
        .with("x-ratelimit-daily-reset", 60);
    pace.learn(&daily.advice(), 200, NOW, NOW);
    let budget = pace.budget(NOW + 59_999.0);
    assert_eq!(budget.daily_limit, Some(200_000.0));
    assert_eq!(budget.daily_remaining, Some(17.0));
    assert_eq!(pace.budget(NOW + 60_000.0).daily_remaining, None);
    pace.learn(&Answer::empty(200).advice(), 200, NOW, NOW + 1.0);
    assert_eq!(pace.budget(NOW + 2.0).daily_remaining, Some(17.0));
}

#[test]
fn a_huge_limit_of_the_servers_takes_no_memory() {
    let (_, bytes) = peak(|| {
        let mut pace = pace(100);
        pace.learn(&limited(200, 4_000_000, 0), 200, NOW, NOW);
    });
    assert!(bytes < 1 << 20, "one answer may not take {bytes} bytes");
}

#[test]
fn an_odd_interval_of_the_servers_does_not_stop_a_client_for_good() {
    let odd = Answer::empty(200)
        .with("x-ratelimit-max", 1)
        .with("x-ratelimit-remaining", 0)
        .with("x-ratelimit-interval-milliseconds", 999_999_999_999_999u64);
    let mut pace = pace(100);
    pace.learn(&odd.advice(), 200, NOW, NOW);
    pace.join(0);
    let wait = pace.expected_wait(0, NOW);
    assert!(
        wait <= 86_400_000.0,
        "no answer will ever correct it: {wait} ms"
    );
}
