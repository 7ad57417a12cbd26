//! What an answer's headers say about when to call again.

use ghl_users::core::{answer::advice::Advice, limit::Limit};

use crate::answer::{Answer, NOW, SOON};

const DAY_MS: f64 = 86_400_000.0;

fn wait(status: u16, headers: &[(&str, &str)]) -> Option<f64> {
    let answer = headers
        .iter()
        .fold(Answer::empty(status), |answer, (name, value)| {
            answer.with(name, value)
        });
    answer.advice().retry_after_ms
}

fn until_reset(given: impl ToString) -> f64 {
    let answer = Answer::empty(200).with("x-ratelimit-daily-reset", given);
    answer.advice().daily_wait_ms
}

#[test]
fn the_wait_is_given_in_milliseconds_in_seconds_or_as_a_date() {
    assert_eq!(wait(429, &[("retry-after-ms", "1500")]), Some(1500.0));
    assert_eq!(wait(503, &[("retry-after", "3")]), Some(3000.0));
    assert_eq!(wait(429, &[("retry-after", " 3 ")]), Some(3000.0));
    assert_eq!(wait(503, &[("retry-after", "0")]), Some(0.0));
    assert_eq!(wait(503, &[("retry-after", SOON)]), Some(20_000.0));
}

#[test]
fn a_date_that_has_passed_means_now() {
    let late = Answer::empty(503).with("retry-after", SOON);
    assert_eq!(late.advice_at(NOW + 60_000.0).retry_after_ms, Some(0.0));
}

#[test]
fn retry_after_goes_before_the_interval_which_counts_only_after_a_429() {
    let interval = ("x-ratelimit-interval-milliseconds", "10000");
    assert_eq!(wait(429, &[interval]), Some(10_000.0));
    assert_eq!(wait(503, &[interval]), None);
    assert_eq!(wait(200, &[interval]), None);
    assert_eq!(wait(429, &[interval, ("retry-after", "2")]), Some(2000.0));
    let all = [interval, ("retry-after", "2"), ("retry-after-ms", "700")];
    assert_eq!(wait(429, &all), Some(700.0));
}

#[test]
fn a_wait_that_cannot_be_read_is_as_if_it_were_not_there() {
    let interval = ("x-ratelimit-interval-milliseconds", "10000");
    for odd in [
        "",
        " ",
        "soon",
        "-1",
        "1e3",
        "٣",
        "3 s",
        "9999999999999999",
        "NaN",
        "∞",
        "10, 10",
        "10;",
        "+10",
        "0x10",
        "2026-11-29T21:00:00Z",
        "Sun, 15 Jun 2025 15:07:00 +0000",
        "Sun, 15 Jun 2025 15:07:00 GMT, 10",
    ] {
        assert_eq!(wait(503, &[("retry-after", odd)]), None, "{odd:?}");
        assert_eq!(wait(429, &[("retry-after", odd), interval]), Some(10_000.0));
        let next = [("retry-after-ms", odd), ("retry-after", "2")];
        assert_eq!(wait(429, &next), Some(2000.0), "{odd:?}");
    }
}

#[test]
fn a_fraction_of_a_second_is_never_waited_too_short() {
    for (given, least) in [("1.5", 1500.0), ("0.2", 200.0), ("2.0", 2000.0)] {
        let wait = wait(429, &[("retry-after", given)]).unwrap();
        assert!((least..=least + 1000.0).contains(&wait), "{given}: {wait}");
    }
}

#[test]
fn the_limit_is_told_by_two_headers_together() {
    let advice = |headers: &[(&str, &str)]| {
        let told = headers.iter();
        told.fold(Answer::empty(200), |answer, (name, value)| {
            answer.with(name, value)
        })
        .advice()
    };
    let (most, interval) = (
        ("x-ratelimit-max", "50"),
        ("x-ratelimit-interval-milliseconds", "5000"),
    );
    let limit = Limit {
        requests: 50,
        per_ms: 5000.0,
    };
    assert_eq!(advice(&[most, interval]).limit, Some(limit));
    assert_eq!(advice(&[most]).limit, None);
    assert_eq!(advice(&[interval]).limit, None);
    assert_eq!(advice(&[("x-ratelimit-max", "0"), interval]).limit, None);
    let zero = ("x-ratelimit-interval-milliseconds", "0");
    assert_eq!(advice(&[most, zero]).limit, None);
    assert_eq!(
        advice(&[("x-ratelimit-remaining", "0")]).remaining,
        Some(0.0)
    );
    let daily = advice(&[
        ("x-ratelimit-limit-daily", "200000"),
        ("x-ratelimit-daily-remaining", "199999"),
    ]);
    assert_eq!(daily.daily_limit, Some(200_000.0));
    assert_eq!(daily.daily_remaining, Some(199_999.0));
}

#[test]
fn a_page_that_may_not_see_the_headers_is_told_nothing() {
    let midnight = Advice {
        daily_wait_ms: 32_000_000.0,
        ..Advice::default()
    };
    assert_eq!(Answer::empty(429).advice(), midnight);
}

#[test]
fn a_reset_is_understood_in_every_form() {
    assert_eq!(until_reset((NOW + 60_000.0) as u64), 60_000.0);
    assert_eq!(until_reset((NOW / 1000.0) as u64 + 60), 60_000.0);
    assert_eq!(until_reset(3600), 3_600_000.0);
    assert_eq!(until_reset(86_400), DAY_MS);
    assert_eq!(until_reset(86_400_000), DAY_MS);
    assert_eq!(until_reset(7_200_000), 7_200_000.0);
}

#[test]
fn a_reset_is_at_most_a_day_away_and_midnight_if_it_is_not_told() {
    for odd in ["", "tomorrow", "-5", "99999999999999999"] {
        assert_eq!(until_reset(odd), 32_000_000.0, "{odd:?}");
    }
    assert_eq!(until_reset(999_999_999_999_999u64), DAY_MS);
    assert_eq!(until_reset(999_999_999u64), DAY_MS);
    assert_eq!(until_reset((NOW - 1.0) as u64), 0.0);
    assert_eq!(until_reset(0), 0.0);
}
