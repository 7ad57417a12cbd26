//! What an answer means.

use ghl_users::{
    api,
    core::{
        error::Error,
        operation::Api,
        response::{Body, Head, Outcome},
    },
};
use serde_json::{Value, json};

use crate::support::Doc;

fn head(status: u16) -> Head<'static> {
    Head {
        status,
        header: &|name| (name == "x-request-id").then(|| "from-header".to_owned()),
    }
}

fn read(id: &str, status: u16, body: Value) -> Result<Outcome, Box<Error>> {
    let operation = api::find(Api::V2, id)
        .or_else(|_| api::find(Api::V1, id))
        .unwrap();
    head(status).read(operation, &Body::Json(Doc::Json(body)))
}

#[test]
fn every_version_of_a_deletion_has_one_answer() {
    let deleted = |succeeded, message: Option<&str>| Outcome::Deleted {
        succeeded,
        message: message.map(str::to_owned),
    };
    let answers = [
        (json!(""), deleted(true, None)),
        (
            json!({ "succeded": true, "message": "Queued" }),
            deleted(true, Some("Queued")),
        ),
        (
            json!({ "succeeded": true, "traceId": "t" }),
            deleted(true, None),
        ),
        (json!({ "succeeded": false }), deleted(false, None)),
        (json!({ "succeded": false }), deleted(false, None)),
    ];
    for (sent, expected) in answers {
        assert_eq!(read("users.delete", 200, sent).unwrap(), expected);
    }
    let delete = api::find(Api::V2, "users.delete").unwrap();
    let empty = head(204).read(delete, &Body::<Doc>::Empty).unwrap();
    assert_eq!(empty, deleted(true, None));
}

#[test]
fn a_good_answer_is_handed_over_as_it_was_sent() {
    assert_eq!(
        read("users.search", 200, json!({ "users": [] })).unwrap(),
        Outcome::AsSent
    );
    assert_eq!(
        read("users.create", 201, json!({})).unwrap(),
        Outcome::AsSent
    );
}

#[test]
fn an_answer_of_another_form_is_an_error() {
    let message = |id, body| read(id, 200, body).unwrap_err().message;
    assert_eq!(
        message("users.search", json!({ "people": [] })),
        "users.search: the answer is an object: expected an object with the list \"users\""
    );
    assert_eq!(
        message("users.get", json!([])),
        "users.get: the answer is an array: expected an object"
    );
    let get = api::find(Api::V2, "users.get").unwrap();
    let error = head(200).read(get, &Body::<Doc>::Other).unwrap_err();
    assert_eq!(error.code.as_str(), "unexpected_response");
    assert_eq!(
        error.message,
        "users.get: the answer is not JSON: expected an object"
    );
    assert_eq!(error.status, Some(200));
    assert!(head(200).read(get, &Body::<Doc>::Empty).is_err());
}

#[test]
fn the_servers_words_are_found_in_every_form() {
    let forms = [
        (json!({ "statusCode": 400, "message": "Bad" }), "Bad"),
        (
            json!({ "message": ["a is wrong", "b is missing"], "error": "Unprocessable Entity" }),
            "a is wrong; b is missing",
        ),
        (json!({ "msg": "Unauthorized" }), "Unauthorized"),
        (json!({ "error": "invalid_grant" }), "invalid_grant"),
        (
            json!({ "error": { "code": "X", "message": "No such page" } }),
            "No such page",
        ),
        (
            json!({ "email": { "message": "is taken", "rule": "unique" } }),
            "email: is taken",
        ),
        (json!({}), "the server gave no reason"),
        (json!(""), "the server gave no reason"),
        (json!([1]), "the server gave no reason"),
    ];
    for (body, words) in forms {
        let error = read("users.get", 422, body).unwrap_err();
        assert_eq!(error.message, format!("users.get: {words} (status 422)"));
    }
}

#[test]
fn a_status_has_its_code() {
    let codes = [
        (0, "unexpected_redirect"),
        (302, "unexpected_redirect"),
        (400, "rejected"),
        (401, "invalid_token"),
        (403, "forbidden"),
        (404, "not_found"),
        (422, "rejected"),
        (429, "rate_limited"),
        (500, "server"),
        (503, "server"),
        (101, "unexpected_response"),
    ];
    for (status, code) in codes {
        assert_eq!(
            read("users.get", status, json!({}))
                .unwrap_err()
                .code
                .as_str(),
            code,
            "{status}"
        );
    }
}

#[test]
fn the_trace_id_comes_from_the_body_or_else_from_the_header() {
    let id = |body| read("users.get", 400, body).unwrap_err().trace_id.unwrap();
    assert_eq!(id(json!({ "traceId": "from-body" })), "from-body");
    assert_eq!(id(json!({})), "from-header");
}
