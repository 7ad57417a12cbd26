//! Whatever a server says, it is understood or refused.

use ghl_users::{
    api::RESOURCES,
    core::{
        answer::Outcome,
        call::retry::Retry,
        error::Error,
        model::operation::{Form, Method, Operation},
    },
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    answer::{Answer, NOW, operation},
    support::cases,
};

const DAY_MS: f64 = 86_400_000.0;

/// Words that mean something to the core, and some that only look like them.
const WORDS: &[&str] = &[
    "message",
    "msg",
    "error",
    "traceId",
    "statusCode",
    "succeeded",
    "succeded",
    "users",
    "email",
    "rule",
    "true",
    "",
    "Invalid JWT",
    "The token is not authorized for this scope.",
    "version header was not found",
    "The token does not have access to this location.",
    "A user with this email already exists",
    "hunter2!!",
];

const HEADERS: &[&str] = &[
    "retry-after",
    "retry-after-ms",
    "x-ratelimit-max",
    "x-ratelimit-remaining",
    "x-ratelimit-interval-milliseconds",
    "x-ratelimit-limit-daily",
    "x-ratelimit-daily-remaining",
    "x-ratelimit-daily-reset",
    "x-request-id",
    "content-type",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => "(?s).{0,12}",
        1 => ("[a-z ]{0,5}", Just("hunter2!!"), "[a-z ]{0,5}").prop_map(|(a, b, c)| a + b + &c),
    ]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let member = (text(), inner.clone());
        prop_oneof![
            1 => prop::collection::vec(inner, 0..4).prop_map(Value::from),
            3 => prop::collection::vec(member, 0..4).prop_map(|all| Value::Object(all.into_iter().collect())),
        ]
    })
}

/// A header's value: a number of any length, something near a number, a date, any text.
pub fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[0-9]{1,3}",
        2 => "[0-9]{1,30}",
        1 => "[ \t]{0,2}[-+]?[0-9]{0,16}[.,eE]?[0-9]{0,4}[ \t]{0,2}",
        1 => (0..u64::MAX).prop_map(|number| number.to_string()),
        1 => Just("Sun, 06 Nov 1994 08:49:37 GMT".to_owned()),
        1 => Just("text/html; charset=utf-8".to_owned()),
        1 => Just("application/json".to_owned()),
        1 => "(?s)[٠-٩۰-۹０-９]{1,4}",
        1 => "(?s).{0,24}",
    ]
}

fn status() -> impl Strategy<Value = u16> {
    const USUAL: &[u16] = &[
        0, 200, 201, 204, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504,
    ];
    prop_oneof![4 => prop::sample::select(USUAL), 1 => 0..1000u16]
}

fn answer() -> impl Strategy<Value = (u16, Answer)> {
    let headers = prop::collection::vec((prop::sample::select(HEADERS), value()), 0..5);
    (status(), 0..8usize, json(), headers).prop_map(|(status, form, json, headers)| {
        let answer = match form {
            0 => Answer::empty(status),
            1 => Answer::page(status),
            _ => Answer::json(status, json),
        };
        let answer = headers
            .iter()
            .fold(answer, |answer, (name, value)| answer.with(name, value));
        (status, answer)
    })
}

fn id() -> impl Strategy<Value = &'static str> {
    let rows = RESOURCES.iter().copied().flatten();
    prop::sample::select(rows.map(|row| row.id).collect::<Vec<_>>())
}

/// The codes that an answer of this status may have.
fn codes(status: u16) -> &'static [&'static str] {
    match status {
        0 | 300..400 => &["unexpected_redirect"],
        401 => &[
            "invalid_token",
            "insufficient_scope",
            "wrong_location",
            "forbidden",
            "not_found",
            "rejected",
            "unexpected_response",
        ],
        403 => &["forbidden", "wrong_location", "unexpected_response"],
        404 => &["not_found", "unexpected_response"],
        400 | 409 | 422 => &["rejected", "duplicate_email", "unexpected_response"],
        429 => &["rate_limited", "daily_limit"],
        408 | 500.. => &["server"],
        400..500 => &["rejected", "unexpected_response"],
        _ => &["unexpected_response"],
    }
}

/// Checks what must be true of every error.
fn check(error: &Error, row: &Operation, status: u16, attempts: u32) -> Result<(), TestCaseError> {
    let code = error.code.as_str();
    prop_assert!(codes(status).contains(&code), "{status} {code}");
    prop_assert_eq!(error.status, (status != 0).then_some(status));
    prop_assert_eq!(error.operation, Some(row.id));
    let prefix = format!("{}: ", row.id);
    prop_assert!(error.message.starts_with(&prefix) && error.message.len() > prefix.len());
    prop_assert!(
        error
            .messages
            .iter()
            .all(|said| error.message.contains(said) && !said.is_empty())
    );
    let longest = if code == "daily_limit" { DAY_MS } else { 1e18 };
    prop_assert!(
        error
            .retry_after_ms
            .is_none_or(|wait| (0.0..=longest).contains(&wait))
    );

    let error = Error {
        attempts,
        ..error.clone()
    };
    let policy = Retry {
        most: 5.0,
        post_after_429: true,
    };
    let wait = policy.wait(row, &error, error.retry_after_ms, 0.5);
    if let Some(wait) = wait {
        prop_assert!(wait.is_finite() && wait >= error.retry_after_ms.unwrap_or_default());
        prop_assert!(
            matches!(status, 408 | 429 | 500 | 502..=504 | 520..=524 | 527 | 530)
                && code != "daily_limit"
        );
        prop_assert!(
            row.method != Method::Post || row.reads || status == 429,
            "a POST is not repeated"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn any_answer_is_understood_or_refused(
        (status, answer) in answer(),
        id in id(),
        attempts in 1..4u32,
    ) {
        let row = operation(id);
        let good = (200..300).contains(&status);
        match answer.read_after(attempts, id) {
            Ok(outcome) => {
                let deletes = row.method == Method::Delete;
                prop_assert!(good || status == 404 && deletes && attempts > 1, "{status}");
                let is_json = !matches!(row.output.form, Form::Deleted | Form::Text | Form::Bytes);
                prop_assert_eq!(outcome == Outcome::Json, is_json);
            }
            Err(error) => check(&error, row, status, attempts)?,
        }
    }

    #[test]
    fn any_header_is_a_sensible_advice_or_none(
        status in status(),
        headers in prop::collection::vec((prop::sample::select(HEADERS), value()), 0..10),
        now in prop_oneof![Just(NOW), 0.0..1e13f64],
    ) {
        let answer = headers.iter().fold(Answer::empty(status), |answer, (name, value)| answer.with(name, value));
        let advice = answer.advice_at(now);
        let sensible = |number: Option<f64>| number.is_none_or(|number| (0.0..=1e18).contains(&number));
        prop_assert!(sensible(advice.retry_after_ms), "{advice:?}");
        prop_assert!(sensible(advice.remaining) && sensible(advice.daily_limit) && sensible(advice.daily_remaining));
        prop_assert!((0.0..=DAY_MS).contains(&advice.daily_wait_ms), "{advice:?}");
        if let Some(limit) = advice.limit {
            prop_assert!(limit.requests > 0 && sensible(Some(limit.per_ms)) && limit.per_ms > 0.0);
        }
    }
}
