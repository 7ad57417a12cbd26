//! The course of one call.

use ghl_users::core::{
    answer::advice::Advice,
    call::{Call, Step, rate_limit::RateLimit},
    config::Config,
    error::Error,
};
use serde_json::{Value, json};

use crate::{
    answer::{Answer, NOW, operation},
    support::{Doc, TOKEN, config},
};

fn call_with(mut options: Value, call_options: Value, id: &str) -> (Call, RateLimit) {
    options["token"] = json!(TOKEN);
    let config = config(options).unwrap();
    let row = operation(id);
    let allowance = config.allowance;
    let allowance = allowance.of_call(row.id, &Doc::Json(call_options));
    let call = Call::begin(row, 0, &config, allowance.unwrap(), NOW);
    (call, RateLimit::new(config.rate_limit))
}

fn call(id: &str) -> Call {
    call_with(json!({}), json!({}), id).0
}

fn numbered(number: u64, mut call: Call) -> Call {
    call.number = number;
    call
}

/// A call that was sent once and has got this answer at a time; the wait before the next try.
fn after(call: &mut Call, answer: &Answer, now: f64, random: f64) -> (Option<f64>, Error) {
    call.attempts += 1;
    let mut error = answer.error(call.operation.id);
    let wait = call.failed(&mut error, &answer.advice(), now, random);
    (wait, error)
}

#[test]
fn the_first_in_the_queue_is_sent_and_the_others_queue() {
    let (first, mut pace) = call_with(json!({}), json!({}), "users.get");
    let second = numbered(1, call("users.get"));
    pace.join(first.number);
    pace.join(second.number);
    assert_eq!(second.queued(&mut pace, NOW).unwrap(), Step::Queue);
    assert_eq!(first.queued(&mut pace, NOW).unwrap(), Step::Send);
    assert_eq!(second.queued(&mut pace, NOW).unwrap(), Step::Send);
}

#[test]
fn a_call_waits_until_there_is_room() {
    let options = json!({ "rateLimit": { "requests": 1, "perMs": 1000 } });
    let (first, mut pace) = call_with(options, json!({}), "users.get");
    let second = numbered(1, call("users.get"));
    pace.join(first.number);
    pace.join(second.number);
    assert_eq!(first.queued(&mut pace, NOW).unwrap(), Step::Send);
    let Step::Wait(wait) = second.queued(&mut pace, NOW).unwrap() else {
        panic!("there is no room");
    };
    assert_eq!(second.queued(&mut pace, NOW + wait).unwrap(), Step::Send);
}

#[test]
fn a_turn_that_comes_after_the_time_limit_fails_at_once() {
    let options = json!({ "rateLimit": { "requests": 1, "perMs": 1000 }, "timeoutMs": 2500 });
    let (first, mut pace) = call_with(options.clone(), json!({}), "users.create");
    let calls: Vec<Call> = (1..5)
        .map(|number| {
            let (call, _) = call_with(options.clone(), json!({}), "users.create");
            numbered(number, call)
        })
        .collect();
    pace.join(first.number);
    calls.iter().for_each(|call| pace.join(call.number));
    assert_eq!(first.queued(&mut pace, NOW).unwrap(), Step::Send);
    let fates = calls.iter().map(|call| call.queued(&mut pace, NOW));
    let fates: Vec<_> = fates.collect();
    assert!(fates[0].is_ok() && fates[1].is_ok());
    let error = fates[2].as_ref().unwrap_err();
    assert_eq!(error.code.as_str(), "timeout");
    assert_eq!(
        error.attempts, 0,
        "so that the caller knows: nothing was sent"
    );
    let wait = error.retry_after_ms.unwrap();
    assert!((3000.0..3200.0).contains(&wait), "{wait}");
    let expected = format!(
        "users.create: its turn comes in {wait} ms, but it may take 2500 ms (\"timeoutMs\")"
    );
    assert_eq!(error.message, expected);
    assert!(fates[3].is_err());
}

#[test]
fn a_day_that_is_used_up_is_an_error_before_sending_until_it_begins_anew() {
    for options in [json!({}), json!({ "rateLimit": false })] {
        let (call, mut pace) = call_with(options, json!({}), "users.create");
        let spent = Answer::empty(200)
            .with("x-ratelimit-daily-remaining", 0)
            .with("x-ratelimit-daily-reset", 60);
        pace.learn(&spent.advice(), 200, NOW, NOW);
        pace.join(call.number);
        let error = call.queued(&mut pace, NOW + 1000.0).unwrap_err();
        assert_eq!(error.code.as_str(), "daily_limit");
        assert_eq!(error.retry_after_ms, Some(59_000.0));
        assert_eq!((error.attempts, error.status), (0, None));
        assert!(call.queued(&mut pace, NOW + 59_999.0).is_err());
        let late = Call::begin(
            call.operation,
            0,
            &config(json!({ "token": TOKEN })).unwrap(),
            config(json!({ "token": TOKEN })).unwrap().allowance,
            NOW + 60_000.0,
        );
        assert_eq!(late.queued(&mut pace, NOW + 60_000.0).unwrap(), Step::Send);
    }
}

#[test]
fn a_call_fails_for_good_after_its_last_try() {
    for (options, most) in [
        (json!({}), 2),
        (json!({ "maxRetries": 0 }), 0),
        (json!({ "maxRetries": 5 }), 5),
    ] {
        let (mut call, _) = call_with(json!({}), options, "users.get");
        let broken = Answer::page(502);
        for attempt in 1..=most {
            let (wait, error) = after(&mut call, &broken, NOW, 0.5);
            assert!(wait.is_some(), "{attempt} of {most}");
            assert_eq!(error.attempts, attempt);
        }
        let (wait, error) = after(&mut call, &broken, NOW, 0.5);
        assert_eq!((wait, error.attempts), (None, most + 1));
    }
}

#[test]
fn a_wait_that_the_time_limit_does_not_allow_fails_at_once_and_is_told() {
    let busy = Answer::empty(503).with("retry-after", 25);
    let (wait, _) = after(&mut call("users.get"), &busy, NOW, 0.0);
    assert_eq!(wait, Some(25_000.0), "of 30 s");
    let (wait, error) = after(&mut call("users.get"), &busy, NOW + 5000.0, 0.0);
    assert_eq!(wait, Some(25_000.0), "the last moment");
    assert_eq!(error.code.as_str(), "server");
    let (wait, error) = after(&mut call("users.get"), &busy, NOW + 5001.0, 0.0);
    assert_eq!(wait, None);
    assert_eq!(
        error.retry_after_ms,
        Some(25_000.0),
        "what the server asked for"
    );
    let (wait, _) = after(&mut call("users.get"), &busy, NOW + 4000.0, 0.999);
    assert_eq!(wait, None, "jitter counts");
}

#[test]
fn a_wait_of_ones_own_that_is_too_long_is_told_too() {
    let (mut call, _) = call_with(json!({ "timeoutMs": 100 }), json!({}), "users.get");
    let (wait, error) = after(&mut call, &Answer::page(500), NOW, 0.9);
    assert_eq!((wait, error.retry_after_ms), (None, Some(450.0)));
}

#[test]
fn an_error_that_is_not_repeated_keeps_its_advice() {
    let busy = Answer::empty(503).with("retry-after", 2);
    let (wait, error) = after(&mut call("users.create"), &busy, NOW, 0.5);
    assert_eq!((wait, error.retry_after_ms), (None, Some(2000.0)));
    let storm = Answer::empty(429).with("x-ratelimit-interval-milliseconds", 10_000);
    let mut never = call_with(json!({ "maxRetries": 0 }), json!({}), "users.get").0;
    let (wait, error) = after(&mut never, &storm, NOW, 0.5);
    assert_eq!((wait, error.retry_after_ms), (None, Some(10_000.0)));
}

#[test]
fn a_create_without_repetition_is_refused_for_good_at_a_429() {
    let (mut call, _) = call_with(
        json!({ "retryPostAfter429": false }),
        json!({}),
        "users.create",
    );
    assert_eq!(after(&mut call, &Answer::empty(429), NOW, 0.5).0, None);
    let (mut call, _) = call_with(json!({}), json!({}), "users.create");
    assert_eq!(
        after(&mut call, &Answer::empty(429), NOW, 0.5).0,
        Some(250.0)
    );
}

#[test]
fn a_failure_without_an_answer_hints_at_cors_in_a_page_only() {
    let options = json!({ "token": TOKEN, "baseUrl": "https://gateway.example" });
    for in_page in [true, false] {
        let config = Config::new(&Doc::Json(options.clone()), in_page).unwrap();
        let mut call = Call::begin(operation("users.get"), 0, &config, config.allowance, NOW);
        call.attempts = 3;
        let error = call.unanswered("the request got no answer");
        assert_eq!(error.code.as_str(), "network");
        assert!(
            error
                .message
                .starts_with("users.get: the request got no answer")
        );
        assert_eq!(error.message.contains("CORS"), in_page);
        assert_eq!((error.attempts, error.status), (3, None));
        assert!(
            call.failed(&mut error.clone(), &Advice::default(), NOW, 0.5)
                .is_none()
        );
        call.attempts = 1;
        assert!(
            call.failed(&mut error.clone(), &Advice::default(), NOW, 0.5)
                .is_some()
        );
    }
}

#[test]
fn a_call_whose_time_is_up_names_the_option() {
    let (call, _) = call_with(json!({}), json!({ "timeoutMs": 1234 }), "users.get");
    let error = call.timed_out();
    assert_eq!(error.code.as_str(), "timeout");
    assert_eq!(
        error.message,
        "users.get: it took longer than 1234 ms (\"timeoutMs\")"
    );
}

#[test]
fn a_shared_budget_sends_a_call_or_has_it_wait_or_ends_it() {
    let options = json!({ "timeoutMs": 1000 });
    let (call, _) = call_with(json!({}), options, "users.get");
    assert_eq!(call.granted(Some(0.0), NOW).unwrap(), Step::Send);
    assert_eq!(call.granted(Some(0.5), NOW).unwrap(), Step::Wait(0.5));
    assert_eq!(
        call.granted(Some(600.0), NOW + 400.0).unwrap(),
        Step::Wait(600.0)
    );
    assert_eq!(call.time_left(NOW + 400.0), 600.0);
    for late in [600.5, f64::INFINITY] {
        let error = call.granted(Some(late), NOW + 400.0).unwrap_err();
        assert_eq!(error.code.as_str(), "timeout");
        assert_eq!(error.retry_after_ms, Some(late.ceil()));
    }
    // At the very end, nothing more fits in; beyond it, the clock has been set, and the timer decides.
    assert!(call.granted(Some(1.0), NOW + 1000.0).is_err());
    assert!(call.granted(Some(1.0), NOW + 1001.0).is_ok());
    for wrong in [None, Some(-1.0), Some(f64::NAN)] {
        let error = call.granted(wrong, NOW).unwrap_err();
        assert_eq!(error.code.as_str(), "invalid_config");
    }
}
