//! The options that say what a call may take, of a constructor and of a call.

use ghl_users::core::{
    config::{Allowance, Config},
    error::Error,
    limit::Limit,
};
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

fn with(option: &str, value: Value) -> Result<Config, Box<Error>> {
    config(json!({ "token": TOKEN, option: value }))
}

fn holding(option: &'static str, value: Doc) -> Result<Config, Box<Error>> {
    // The token is missed last, after every option that is there has been found good.
    Config::new(&Doc::Holding(option, Box::new(value)), false)
}

fn refusal(option: &str, value: Value) -> String {
    let error = with(option, value).err().unwrap();
    assert_eq!(error.code.as_str(), "invalid_config");
    assert_eq!(error.operation, None);
    error.message
}

fn of_call(options: Value) -> Result<Allowance, Box<Error>> {
    let allowance = config(json!({ "token": TOKEN, "timeoutMs": 5000, "maxRetries": 4 }));
    let allowance = allowance.unwrap().allowance;
    allowance.of_call("users.get", &Doc::Json(options))
}

#[test]
fn a_client_has_the_documented_defaults() {
    let config = config(json!({ "token": TOKEN })).unwrap();
    let allowance = Allowance {
        timeout_ms: 30_000.0,
        max_retries: 2.0,
    };
    assert_eq!(config.allowance, allowance);
    let limit = Limit {
        requests: 100,
        per_ms: 10_000.0,
    };
    assert_eq!(config.rate_limit, Some(limit));
    assert!(config.retry_post_after_429);
    assert_eq!(config.max_response_bytes, 32.0 * 1024.0 * 1024.0);
}

#[test]
fn what_is_given_counts() {
    let options = json!({
        "token": TOKEN, "timeoutMs": 1, "maxRetries": 0, "retryPostAfter429": false,
        "maxResponseBytes": 1_000_000_000, "validate": "strict", "logLevel": "debug",
    });
    let config = config(options).unwrap();
    let allowance = Allowance {
        timeout_ms: 1.0,
        max_retries: 0.0,
    };
    assert_eq!(config.allowance, allowance);
    assert!(!config.retry_post_after_429);
    assert_eq!(config.max_response_bytes, 1e9);
}

#[test]
fn a_number_is_whole_and_large_enough() {
    for (option, least) in [("timeoutMs", 1), ("maxRetries", 0), ("maxResponseBytes", 1)] {
        let expected = format!("expected a whole number from {least}, of at most 15 digits");
        for wrong in [
            json!(-1),
            json!(1.5),
            json!(1e21),
            json!("5000"),
            json!(null),
            json!(true),
            json!([1]),
            json!({}),
            json!(least - 1),
        ] {
            let message = refusal(option, wrong);
            assert!(
                message.starts_with(&format!("\"{option}\" is ")),
                "{message}"
            );
            assert!(message.ends_with(&expected), "{message}");
        }
        assert!(with(option, json!(least)).is_ok());
        assert!(with(option, json!(2_147_483_648u32)).is_ok());
    }
}

#[test]
fn a_rate_limit_is_an_object_or_false() {
    let limit = |value| with("rateLimit", value).unwrap().rate_limit;
    assert_eq!(limit(json!(false)), None);
    let parts = |value| limit(value).map(|limit| (limit.requests, limit.per_ms));
    assert_eq!(
        parts(json!({ "requests": 7, "perMs": 300 })),
        Some((7, 300.0))
    );
    assert_eq!(parts(json!({ "requests": 7 })), Some((7, 10_000.0)));
    assert_eq!(parts(json!({ "perMs": 300 })), Some((100, 300.0)));
    assert_eq!(parts(json!({})), Some((100, 10_000.0)));
    for (wrong, given) in [
        (json!(true), "a boolean"),
        (json!(100), "a number"),
        (json!([100, 10_000]), "an array"),
        (json!(null), "null"),
    ] {
        let expected = format!("\"rateLimit\" is {given}: expected an object or false");
        assert_eq!(refusal("rateLimit", wrong), expected);
    }
}

#[test]
fn a_wrong_part_of_a_rate_limit_is_named_by_its_path() {
    for (wrong, message) in [
        (
            json!({ "perMs": 0 }),
            "\"rateLimit.perMs\" is a number: expected a whole number from 1, of at most 15 digits",
        ),
        (
            json!({ "requests": "100" }),
            "\"rateLimit.requests\" is a string: expected a whole number from 1, of at most 15 digits",
        ),
        (
            json!({ "requests": 100, "perMS": 1 }),
            "\"rateLimit.perMS\" is not an option; did you mean \"rateLimit.perMs\"?",
        ),
    ] {
        assert_eq!(refusal("rateLimit", wrong), message);
    }
}

#[test]
fn a_choice_names_its_words() {
    assert_eq!(
        refusal("validate", json!("on")),
        "\"validate\" is \"on\": expected \"off\" or \"warn\" or \"strict\""
    );
    assert_eq!(
        refusal("logLevel", json!("trace")),
        "\"logLevel\" is \"trace\": expected \"off\" or \"error\" or \"warn\" or \"info\" or \"debug\""
    );
    assert_eq!(
        refusal("retryPostAfter429", json!("no")),
        "\"retryPostAfter429\" is a string: expected a boolean"
    );
}

#[test]
fn a_misspelt_option_is_answered_with_the_nearest_one() {
    for (wrong, near) in [
        ("timeoutMS", "timeoutMs"),
        ("maxretries", "maxRetries"),
        ("ratelimit", "rateLimit"),
        ("onRety", "onRetry"),
        ("onResponses", "onResponse"),
        ("loglevel", "logLevel"),
    ] {
        let expected = format!("\"{wrong}\" is not an option; did you mean \"{near}\"?");
        assert_eq!(refusal(wrong, json!(1)), expected);
    }
}

#[test]
fn hooks_are_functions() {
    for hook in ["onRequest", "onResponse", "onRetry", "onRateLimit"] {
        let error = holding(hook, Doc::Function).err().unwrap();
        assert!(
            error.message.starts_with("\"token\" is missing"),
            "{}",
            error.message
        );
        let expected = format!("\"{hook}\" is an object: expected a function");
        assert_eq!(refusal(hook, json!({})), expected);
    }
}

#[test]
fn a_logger_has_its_functions() {
    let expected = "expected an object with the functions debug, info, warn, error";
    for wrong in [
        json!({}),
        json!({ "warn": 1 }),
        json!("console"),
        json!(false),
    ] {
        let message = refusal("logger", wrong);
        assert!(message.starts_with("\"logger\" is "), "{message}");
        assert!(message.ends_with(expected), "{message}");
    }
    let partly = Doc::Holding("warn", Box::new(Doc::Function));
    let error = holding("logger", partly).err().unwrap();
    assert!(error.message.ends_with(expected), "{}", error.message);
}

#[test]
fn a_calls_own_options_go_before_the_clients() {
    let parts = |options| {
        let allowance = of_call(options).unwrap();
        (allowance.timeout_ms, allowance.max_retries)
    };
    assert_eq!(parts(json!({})), (5000.0, 4.0));
    assert_eq!(parts(json!(null)), (5000.0, 4.0));
    assert_eq!(parts(json!({ "timeoutMs": 7 })), (7.0, 4.0));
    assert_eq!(parts(json!({ "maxRetries": 0 })), (5000.0, 0.0));
}

#[test]
fn a_wrong_option_of_a_call_is_named_with_its_operation() {
    for (wrong, message) in [
        (
            json!({ "timeoutMs": 0 }),
            "users.get: \"timeoutMs\" is a number: expected a whole number from 1, of at most 15 digits",
        ),
        (
            json!({ "signal": {} }),
            "users.get: \"signal\" is an object: expected an instance of AbortSignal",
        ),
        (
            json!([]),
            "users.get: the input is an array: expected an object",
        ),
    ] {
        let error = of_call(wrong).unwrap_err();
        assert_eq!(error.code.as_str(), "invalid_input");
        assert_eq!(error.message, message);
    }
    let unknown = of_call(json!({ "timeout": 1 })).unwrap_err().message;
    assert!(
        unknown.starts_with("users.get: \"timeout\" is not "),
        "{unknown}"
    );
    assert!(unknown.contains("\"timeoutMs\"?"), "{unknown}");
}
