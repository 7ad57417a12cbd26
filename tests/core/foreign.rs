//! What is not HighLevel's JSON, on whatever status.

use serde_json::json;

use crate::answer::{Answer, operation};
use ghl_users::core::{call::retry::Retry, error::Code};

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head>\n<TITLE>404  Not\nFound</TITLE></head><body><h1>Oh</h1></body></html>";
const CHALLENGE: &str = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Cloudflare Ray ID</body></html>";

const ALL: [&str; 7] = [
    "users.get",
    "users.search",
    "users.filterByEmail",
    "users.create",
    "users.update",
    "users.delete",
    "users.lookup",
];

fn message(answer: &Answer) -> String {
    answer.error("users.get").message
}

#[test]
fn a_page_is_no_answer_of_highlevels_on_any_status_and_operation() {
    for status in [200, 201, 400, 401, 402, 403, 404, 405, 409, 410, 422] {
        for id in ALL {
            for body in [PAGE, "not found", "{\"users\":[{\"id\":", "<", " "] {
                let error = Answer::text(status, body).error(id);
                assert_eq!(error.code, Code::UnexpectedResponse, "{status} {id} {body}");
                assert_eq!(error.status, Some(status));
                assert!(
                    error.message.ends_with("check \"baseUrl\""),
                    "{}",
                    error.message
                );
                assert!(!error.message.contains("Note"), "{}", error.message);
            }
        }
    }
}

#[test]
fn a_status_that_says_it_all_keeps_its_code() {
    for (status, code) in [
        (408, Code::Server),
        (429, Code::RateLimited),
        (500, Code::Server),
        (502, Code::Server),
        (522, Code::Server),
    ] {
        let error = Answer::text(status, PAGE)
            .with("retry-after", 7)
            .error("users.get");
        assert_eq!(error.code, code);
        assert_eq!(error.retry_after_ms, Some(7000.0));
        assert_eq!(
            error.message,
            format!(
                "users.get: the answer is HTML (\"404  Not\nFound\"), not HighLevel's JSON (status {status})"
            )
        );
    }
}

#[test]
fn the_message_says_what_came() {
    let check = "not HighLevel's JSON (status 404): check \"baseUrl\"";
    let long = "x".repeat(1000);
    // The eightieth byte is in the middle of a character.
    let split = format!("{}é and more", "x".repeat(79));
    let cases = [
        (PAGE, "HTML (\"404  Not\nFound\")".to_owned()),
        (
            "<h1>Not here</h1><p>sorry</p>",
            "HTML (\"<h1>Not here</h1><p>sorry</p>\")".to_owned(),
        ),
        (
            "<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>",
            "HTML (\"<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>\")".to_owned(),
        ),
        (
            "404 page not found\n",
            "text (\"404 page not found\")".to_owned(),
        ),
        (
            "{\"users\":[{\"email\":\"a@b.example\"",
            "broken JSON".to_owned(),
        ),
        ("[1,", "broken JSON".to_owned()),
        ("größer als 💥", "text (\"größer als 💥\")".to_owned()),
        (&long, format!("text (\"{}\")", "x".repeat(80))),
        (&split, format!("text (\"{}\")", "x".repeat(79))),
        ("<title>", "HTML (\"\")".to_owned()),
        ("a < b > c", "text (\"a < b > c\")".to_owned()),
    ];
    for (body, words) in cases {
        let expected = format!("users.get: the answer is {words}, {check}");
        assert_eq!(message(&Answer::text(404, body)), expected);
    }
    for (body, words) in [
        (json!("gone"), "a string"),
        (json!([]), "an array"),
        (json!(404), "a number"),
        (json!(false), "a boolean"),
    ] {
        let expected = format!("users.get: the answer is {words}, {check}");
        assert_eq!(message(&Answer::json(404, body)), expected);
    }
}

#[test]
fn a_refusal_of_cloudflares_is_named() {
    let blocks = "it may block this network or program";
    for (status, body, words) in [
        (403, "error code: 1010", "text (\"error code: 1010\")"),
        (403, "error code: 1020", "text (\"error code: 1020\")"),
        (403, CHALLENGE, "HTML (\"Just a moment...\")"),
        (401, CHALLENGE, "HTML (\"Just a moment...\")"),
    ] {
        let expected = format!(
            "users.update: Cloudflare, in front of HighLevel, answered with {words} (status {status}): {blocks}"
        );
        let error = Answer::text(status, body).error("users.update");
        assert_eq!(
            (error.code, error.message),
            (Code::UnexpectedResponse, expected)
        );
    }
    let down = "<title>example.com | 522: Connection timed out</title>cloudflare";
    assert_eq!(
        message(&Answer::text(522, down)),
        "users.get: Cloudflare, in front of HighLevel, answered with HTML (\"example.com | 522: Connection timed out\") (status 522)"
    );
}

#[test]
fn cloudflares_own_failures_are_repeated_like_a_502_and_a_create_never() {
    let retry = Retry {
        most: 2.0,
        post_after_429: true,
    };
    let repeated = |status, id: &str| {
        let mut error = Answer::text(status, "<title>down</title>").error(id);
        error.attempts = 1;
        retry.wait(operation(id), &error, None, 0.5).is_some()
    };
    for status in [408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527, 530] {
        assert!(
            repeated(status, "users.get") && repeated(status, "users.delete"),
            "{status}"
        );
        assert!(!repeated(status, "users.create"), "{status}");
    }
    for status in [501, 505, 511, 519, 525, 526, 528, 529, 531, 599] {
        assert!(!repeated(status, "users.get"), "{status}");
    }
}

#[test]
fn a_server_without_the_path_says_nothing_of_a_user() {
    for words in ["Cannot GET /v1/userz/u1", "Cannot DELETE /users/u1"] {
        let answer = Answer::json(
            404,
            json!({ "statusCode": 404, "message": words, "error": "Not Found" }),
        );
        let error = answer.read_after(2, "users.delete").unwrap_err();
        assert_eq!(error.code, Code::UnexpectedResponse);
        assert_eq!(
            error.message,
            format!("users.delete: {words} (status 404): check \"baseUrl\"")
        );
    }
    let gone = Answer::json(404, json!({ "message": "We cannot find this user" }));
    assert_eq!(gone.code(), "not_found");
}
