//! Which failures are tried again, and when.

use ghl_users::core::{
    call::retry::Retry,
    error::{Code, Error},
};
use proptest::prelude::*;
use serde_json::json;

use crate::{
    answer::{Answer, operation},
    support::cases,
};

const READS: [&str; 5] = [
    "users.get",
    "users.search",
    "users.filterByEmail",
    "users.list",
    "users.lookup",
];
const REPEATABLE_WRITES: [&str; 2] = ["users.update", "users.delete"];

const DEFAULT: Retry = Retry {
    most: 2.0,
    post_after_429: true,
};

/// The wait of a policy after an error at this attempt.
fn wait_of(policy: Retry, id: &str, mut error: Error, attempt: u32) -> Option<f64> {
    error.attempts = attempt;
    let advised = error.retry_after_ms;
    policy.wait(operation(id), &error, advised, 0.5)
}

fn is_repeated(id: &str, error: Error) -> bool {
    wait_of(DEFAULT, id, error, 1).is_some()
}

fn network() -> Error {
    *Error::new(Code::Network, None, "no connection", &[])
}

fn refused(status: u16) -> Error {
    Answer::empty(status).error("users.get")
}

#[test]
fn what_may_be_repeated_is_repeated_after_failures_that_pass() {
    for id in READS.into_iter().chain(REPEATABLE_WRITES) {
        assert!(is_repeated(id, network()), "{id}");
        for status in [408, 429, 500, 502, 503, 504] {
            assert!(is_repeated(id, refused(status)), "{id} {status}");
        }
    }
}

#[test]
fn what_will_fail_again_is_not_repeated() {
    let lasting = [0, 301, 400, 401, 403, 404, 409, 413, 422, 501, 505, 599];
    for id in READS
        .into_iter()
        .chain(REPEATABLE_WRITES)
        .chain(["users.create"])
    {
        for status in lasting {
            assert!(!is_repeated(id, refused(status)), "{id} {status}");
        }
        for code in [
            Code::InvalidInput,
            Code::InvalidConfig,
            Code::UnsupportedOperation,
            Code::Timeout,
            Code::Aborted,
            Code::UnexpectedResponse,
            Code::Closed,
        ] {
            let error = *Error::new(code, None, "it failed", &[]);
            assert!(!is_repeated(id, error), "{id} {}", code.as_str());
        }
        let form = Answer::page(200).error(id);
        assert!(
            !is_repeated(id, form),
            "a good status was carried out: {id}"
        );
    }
}

#[test]
fn a_create_is_repeated_after_a_429_only() {
    assert!(is_repeated("users.create", refused(429)));
    assert!(!is_repeated("users.create", network()));
    for status in (400..600).filter(|status| *status != 429) {
        assert!(!is_repeated("users.create", refused(status)), "{status}");
    }
}

#[test]
fn the_repetition_of_a_create_can_be_turned_off() {
    let off = Retry {
        post_after_429: false,
        ..DEFAULT
    };
    assert_eq!(wait_of(off, "users.create", refused(429), 1), None);
    for id in READS.into_iter().chain(REPEATABLE_WRITES) {
        assert!(wait_of(off, id, refused(429), 1).is_some(), "{id}");
    }
}

#[test]
fn a_day_that_is_used_up_is_never_tried_again() {
    let daily = || {
        let answer = Answer::json(429, json!({ "message": "Too Many Requests" }));
        let answer = answer.with("x-ratelimit-daily-remaining", 0);
        answer.with("retry-after", 1).error("users.get")
    };
    for id in ["users.get", "users.create", "users.delete"] {
        assert!(!is_repeated(id, daily()), "{id}");
    }
}

#[test]
fn a_call_is_repeated_as_often_as_it_may_be() {
    for most in [0, 1, 2, 7] {
        let policy = Retry {
            most: f64::from(most),
            ..DEFAULT
        };
        for attempt in 1..10 {
            let wait = wait_of(policy, "users.get", network(), attempt);
            assert_eq!(wait.is_some(), attempt <= most, "{attempt} of {most}");
        }
    }
}

#[test]
fn the_longest_wait_doubles_from_half_a_second_to_eight() {
    let policy = Retry {
        most: f64::INFINITY,
        ..DEFAULT
    };
    let longest = |attempt| wait_of(policy, "users.get", network(), attempt).unwrap() * 2.0;
    let waits: Vec<f64> = (1..8).map(longest).collect();
    assert_eq!(
        waits,
        [500.0, 1000.0, 2000.0, 4000.0, 8000.0, 8000.0, 8000.0]
    );
    assert_eq!(longest(u32::MAX), 8000.0);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_wait_of_ones_own_is_all_jitter(attempt in 1..40u32, random in 0.0..1.0f64) {
        let policy = Retry { most: f64::INFINITY, ..DEFAULT };
        let error = Error { attempts: attempt, ..network() };
        let wait = policy.wait(operation("users.get"), &error, None, random).unwrap();
        let most = (500.0 * 2f64.powi(attempt as i32 - 1)).min(8000.0);
        prop_assert!((0.0..=most).contains(&wait));
        prop_assert_eq!(wait, (random * most).ceil(), "spread over the whole of it");
    }

    #[test]
    fn jitter_is_added_to_a_servers_wait_and_never_taken_off(
        attempt in 1..3u32,
        asked in prop_oneof![0.0..1e5f64, 0.0..1e18f64],
        random in 0.0..1.0f64,
    ) {
        let error = Error { attempts: attempt, ..refused(429) };
        let wait = DEFAULT.wait(operation("users.create"), &error, Some(asked), random).unwrap();
        let most = (asked + (asked / 10.0).max(500.0)).ceil();
        prop_assert!(wait.is_finite() && (asked..=most).contains(&wait), "{wait}");
        if random > 0.0 && asked < 1e9 {
            prop_assert!(wait > asked, "many clients do not come back at once");
        }
    }
}
