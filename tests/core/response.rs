//! What an answer means.

use ghl_users::core::answer::Outcome;
use serde_json::{Value, json};

use crate::answer::Answer;

fn deleted(succeeded: bool, message: Option<&str>) -> Outcome {
    Outcome::Deleted {
        succeeded,
        message: message.map(str::to_owned),
    }
}

#[test]
fn every_version_of_a_deletion_has_one_answer() {
    let answers = [
        (Answer::json(200, json!("")), deleted(true, None)),
        (Answer::empty(204), deleted(true, None)),
        (
            Answer::json(200, json!({ "succeded": true, "message": "Queued" })),
            deleted(true, Some("Queued")),
        ),
        (
            Answer::json(200, json!({ "succeeded": true, "traceId": "t" })),
            deleted(true, None),
        ),
        (
            Answer::json(200, json!({ "succeeded": false })),
            deleted(false, None),
        ),
        (
            Answer::json(200, json!({ "succeded": false })),
            deleted(false, None),
        ),
    ];
    for (sent, expected) in answers {
        assert_eq!(sent.read("users.delete").unwrap(), expected);
    }
}

#[test]
fn a_deletion_that_was_repeated_and_finds_nothing_is_done() {
    for gone in [
        Answer::json(404, json!({ "statusCode": 404, "message": "Not found" })),
        Answer::json(404, json!("")),
        Answer::empty(404),
    ] {
        for attempts in 2..5 {
            let outcome = gone.read_after(attempts, "users.delete").unwrap();
            assert_eq!(outcome, deleted(true, None));
        }
        let first = gone.read("users.delete").unwrap_err();
        assert_eq!(first.code.as_str(), "not_found", "nothing was there before");
        for other in ["users.get", "users.update"] {
            let error = gone.read_after(2, other).unwrap_err();
            assert_eq!(error.code.as_str(), "not_found");
        }
    }
}

#[test]
fn a_gateways_page_does_not_say_that_a_user_is_gone() {
    let error = Answer::page(404).read_after(2, "users.delete").unwrap_err();
    assert_eq!(error.code.as_str(), "unexpected_response");
}

#[test]
fn a_good_answer_is_handed_over_as_it_was_sent() {
    let answers = [
        ("users.search", 200, json!({ "users": [] })),
        ("users.filterByEmail", 201, json!({ "users": [{}] })),
        ("users.create", 201, json!({})),
        ("users.lookup", 200, json!({})),
    ];
    for (id, status, body) in answers {
        let outcome = Answer::json(status, body).read(id).unwrap();
        assert_eq!(outcome, Outcome::Json);
    }
}

#[test]
fn an_answer_of_another_form_is_an_error() {
    let list = "expected an object with the list \"users\"";
    let forms = [
        ("users.search", json!({ "people": [] }), "an object", list),
        (
            "users.search",
            json!({ "users": { "0": {} } }),
            "an object",
            list,
        ),
        ("users.search", json!({ "users": null }), "an object", list),
        ("users.list", json!([]), "an array", list),
        ("users.get", json!([]), "an array", "expected an object"),
        ("users.get", json!("ok"), "a string", "expected an object"),
        ("users.create", Value::Null, "null", "expected an object"),
        ("users.delete", json!(1), "a number", "expected an object"),
        ("users.delete", json!([]), "an array", "expected an object"),
    ];
    for (id, body, given, expected) in forms {
        let error = Answer::json(200, body).error(id);
        assert_eq!(error.code.as_str(), "unexpected_response");
        assert_eq!(
            error.message,
            format!("{id}: the answer is {given}: {expected}")
        );
        assert_eq!(error.status, Some(200));
    }
    for id in ["users.get", "users.search", "users.update"] {
        assert_eq!(
            Answer::empty(200).error(id).code.as_str(),
            "unexpected_response"
        );
    }
}

#[test]
fn a_page_of_html_or_half_an_answer_is_an_error() {
    for id in ["users.get", "users.create", "users.update", "users.delete"] {
        let error = Answer::page(200).error(id);
        assert_eq!(error.code.as_str(), "unexpected_response");
        let expected = format!(
            "{id}: the answer is HTML (\"A page\"), not HighLevel's JSON (status 200): check \"baseUrl\""
        );
        assert_eq!(error.message, expected);
    }
}

#[test]
fn a_content_type_that_json_does_not_have_is_an_error() {
    let answer = |kind: &str| Answer::json(200, json!({})).with("content-type", kind);
    for kind in [
        "text/html",
        "text/html; charset=utf-8",
        "application/xml",
        "image/png",
    ] {
        let error = answer(kind).error("users.get");
        assert_eq!(error.code.as_str(), "unexpected_response", "{kind}");
        assert!(error.message.contains(kind), "{}", error.message);
    }
    for kind in [
        "",
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/problem+json",
        "text/plain",
        "application/octet-stream",
    ] {
        assert!(answer(kind).read("users.get").is_ok(), "{kind}");
    }
    let long = answer(&"x".repeat(1 << 20)).error("users.get");
    assert!(
        long.message.len() < 200,
        "a header of a megabyte is not repeated"
    );
}

#[test]
fn a_deletion_may_come_with_any_content_type() {
    let answer = Answer::empty(200).with("content-type", "text/html; charset=utf-8");
    assert_eq!(answer.read("users.delete").unwrap(), deleted(true, None));
}

#[test]
fn the_trace_id_comes_from_the_body_or_else_from_the_header() {
    let id = |body| {
        let answer = Answer::json(400, body).with("x-request-id", "from-header");
        answer.error("users.get").trace_id.unwrap()
    };
    assert_eq!(id(json!({ "traceId": "from-body" })), "from-body");
    assert_eq!(id(json!({})), "from-header");
    assert_eq!(id(json!({ "traceId": null })), "from-header");
    assert_eq!(id(json!({ "traceId": {} })), "from-header");
    assert_eq!(Answer::page(502).error("users.get").trace_id, None);
    let odd = Answer::json(200, json!([])).with("x-request-id", "t");
    assert_eq!(odd.error("users.get").trace_id.unwrap(), "t");
}

#[test]
fn a_redirect_is_told_without_a_status_if_the_browser_hides_it() {
    let hidden = Answer::empty(0).error("users.get");
    assert_eq!(hidden.code.as_str(), "unexpected_redirect");
    assert_eq!(hidden.status, None);
    let shown = Answer::page(307).with("location", "https://evil.example/?token=t");
    let shown = shown.error("users.get");
    assert_eq!(shown.status, Some(307));
    assert!(!shown.message.contains("evil"), "{}", shown.message);
}
