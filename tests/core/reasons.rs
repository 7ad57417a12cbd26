//! The server's words for a refusal, in every form that they come in, and the code that they are given.

use serde_json::{Value, json};

use crate::answer::{Answer, SOON};

const WRITES: [&str; 3] = ["users.create", "users.update", "users.delete"];

#[test]
fn the_servers_words_are_found_in_every_form() {
    let forms: &[(Value, &[&str])] = &[
        (json!({ "statusCode": 400, "message": "Bad" }), &["Bad"]),
        (
            json!({ "message": ["a is wrong", "b is missing"], "error": "Unprocessable Entity" }),
            &["a is wrong", "b is missing"],
        ),
        (json!({ "msg": "Bad Request" }), &["Bad Request"]),
        (json!({ "error": "invalid_grant" }), &["invalid_grant"]),
        (
            json!({ "message": "", "error": "Not Found" }),
            &["Not Found"],
        ),
        (
            json!({ "error": { "code": "X", "message": "No such page", "details": [] } }),
            &["No such page"],
        ),
        (
            json!({ "error": { "code": "X", "message": ["a", "b"] } }),
            &["a", "b"],
        ),
        (
            json!({
                "email": { "message": "is required", "rule": "required" },
                "role": { "message": "is wrong", "rule": "in" },
            }),
            &["email: is required", "role: is wrong"],
        ),
        (
            json!({ "statusCode": 422, "message": ["a", 7, null, ["b"], "", "c"] }),
            &["a", "c"],
        ),
        (json!({}), &[]),
        (json!(""), &[]),
        (json!(null), &[]),
        (json!({ "message": 7 }), &[]),
    ];
    for (body, words) in forms {
        let error = Answer::json(422, body.clone()).error("users.get");
        assert_eq!(error.messages, *words, "{body}");
        let said = match words {
            [] => "the server gave no reason".to_owned(),
            words => words.join("; "),
        };
        assert_eq!(error.message, format!("users.get: {said} (status 422)"));
    }
    let silent = Answer::empty(422).error("users.get");
    assert_eq!(
        silent.message,
        "users.get: the server gave no reason (status 422)"
    );
}

#[test]
fn a_status_has_its_code() {
    let codes = [
        (0, "unexpected_redirect"),
        (301, "unexpected_redirect"),
        (304, "unexpected_redirect"),
        (400, "rejected"),
        (401, "invalid_token"),
        (402, "rejected"),
        (403, "forbidden"),
        (404, "not_found"),
        (408, "server"),
        (409, "rejected"),
        (413, "rejected"),
        (422, "rejected"),
        (429, "rate_limited"),
        (500, "server"),
        (503, "server"),
        (599, "server"),
        (101, "unexpected_response"),
    ];
    for (status, code) in codes {
        for answer in [
            Answer::json(status, json!({})),
            Answer::json(status, json!("")),
            Answer::json(status, json!(null)),
            Answer::empty(status),
        ] {
            assert_eq!(answer.code(), code, "{status}");
        }
    }
}

#[test]
fn words_tell_apart_what_the_status_does_not() {
    let codes = [
        (401, "Invalid JWT", "invalid_token"),
        (
            401,
            "Invalid token: access token is expired",
            "invalid_token",
        ),
        (401, "Unauthorized", "invalid_token"),
        (
            401,
            "The token is not authorized for this scope.",
            "insufficient_scope",
        ),
        (401, "version header was not found", "rejected"),
        (
            403,
            "The token does not have access to this location.",
            "wrong_location",
        ),
        (
            403,
            "THE TOKEN DOES NOT HAVE ACCESS TO THIS LOCATION",
            "wrong_location",
        ),
        (403, "Forbidden resource", "forbidden"),
        (
            400,
            "A user with this email already exists",
            "duplicate_email",
        ),
        (422, "Email already exists", "duplicate_email"),
        (409, "This e-mail/email is already taken", "duplicate_email"),
        (400, "The phone already exists", "rejected"),
        (400, "email must be an email", "rejected"),
        // The words of one status say nothing at another.
        (404, "Email already exists", "not_found"),
        (500, "The token is not authorized for this scope.", "server"),
        (
            403,
            "The token is not authorized for this scope.",
            "forbidden",
        ),
    ];
    for (status, words, code) in codes {
        for body in [
            json!({ "statusCode": status, "message": words }),
            json!({ "statusCode": status, "message": ["another", words] }),
            json!({ "msg": words }),
            json!({ "error": { "code": "X", "message": words } }),
        ] {
            assert_eq!(Answer::json(status, body).code(), code, "{status} {words}");
        }
    }
}

#[test]
fn two_reasons_do_not_make_a_duplicate_together() {
    let body = json!({ "message": ["email must be an email", "phone already exists"] });
    assert_eq!(Answer::json(422, body).code(), "rejected");
}

#[test]
fn a_429_of_a_day_that_is_used_up_has_its_own_code() {
    let refused = |left: &str| {
        let answer = Answer::json(429, json!({ "message": "Too Many Requests" }));
        answer
            .with("x-ratelimit-daily-remaining", left)
            .with("x-ratelimit-daily-reset", 3600)
            .with("retry-after", 10)
            .error("users.get")
    };
    let daily = refused("0");
    assert_eq!(daily.code.as_str(), "daily_limit");
    assert_eq!(
        daily.retry_after_ms,
        Some(3_600_000.0),
        "not the burst's 10 s"
    );
    assert_eq!(daily.messages, ["Too Many Requests"]);
    let burst = refused("17");
    assert_eq!(burst.code.as_str(), "rate_limited");
    assert_eq!(burst.retry_after_ms, Some(10_000.0));
}

#[test]
fn a_refusal_tells_how_long_to_wait() {
    let dated = Answer::page(503).with("retry-after", SOON);
    assert_eq!(dated.error("users.create").retry_after_ms, Some(20_000.0));
    assert_eq!(Answer::page(503).error("users.get").retry_after_ms, None);
}

#[test]
fn a_refused_write_hints_at_enhanced_account_security_and_a_read_does_not() {
    let hint = "Enhanced Account Security";
    for status in [401, 403] {
        for id in WRITES {
            for answer in [
                Answer::json(status, json!({ "message": "Forbidden resource" })),
                Answer::empty(status),
            ] {
                let error = answer.error(id);
                assert!(error.message.contains(hint), "{}", error.message);
                assert!(error.messages.iter().all(|words| !words.contains(hint)));
            }
        }
        for id in ["users.get", "users.search", "users.filterByEmail"] {
            assert!(!Answer::empty(status).error(id).message.contains(hint));
        }
    }
    for status in [400, 404, 422, 429, 500] {
        assert!(
            !Answer::empty(status)
                .error("users.create")
                .message
                .contains(hint)
        );
    }
}

#[test]
fn every_code_is_documented_once() {
    let codes = ghl_users::core::error::Code::ALL;
    for (index, (code, meaning, advice)) in codes.iter().enumerate() {
        assert!(!meaning.is_empty() && !advice.is_empty(), "{code}");
        assert!(codes[..index].iter().all(|(other, ..)| other != code));
    }
    let set: Vec<&str> = codes.iter().map(|(code, ..)| *code).collect();
    let promised = "invalid_input invalid_config unsupported_operation network timeout aborted invalid_token \
        insufficient_scope forbidden wrong_location not_found duplicate_email rejected rate_limited daily_limit server \
        unexpected_response unexpected_redirect invalid_signature invalid_payload invalid_grant \
        store_failed closed";
    assert_eq!(
        set.join(" "),
        promised,
        "the set is closed: callers list it"
    );
}
