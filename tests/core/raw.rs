//! Requests that the catalogue lacks: of any path of the same host, and of no other.

use ghl_users::{
    api::raw,
    core::{
        call::request::Request,
        error::{Code, Error},
        model::operation::{Form, Method, Operation},
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

/// The row of a request for JSON.
fn row(method: Method, form: Form, reads: bool) -> &'static Operation {
    let mut rows = raw::OPERATIONS.iter();
    rows.find(|row| row.method == method && row.output.form == form && row.reads == reads)
        .unwrap()
}

fn sent_to(options: Value, row: &'static Operation, input: Value) -> Result<Request, Box<Error>> {
    let mut all = json!({ "token": TOKEN, "baseUrl": "https://gateway.example/v2" });
    for (name, value) in options.as_object().unwrap() {
        all[name] = value.clone();
    }
    Request::build(row, &config(all)?, &Doc::Json(input), None)
}

fn got(input: Value) -> Result<Request, Box<Error>> {
    sent_to(json!({}), row(Method::Get, Form::Json, true), input)
}

fn refusal(input: Value) -> String {
    let error = got(input).err().unwrap();
    assert_eq!(error.code, Code::InvalidInput);
    error.message
}

#[test]
fn there_is_a_row_for_each_method_each_form_and_for_what_reads() {
    for method in Method::ALL {
        for (_, form) in raw::FORMS {
            let reads = row(method, form, true);
            assert!(reads.repeatable());
            if method != Method::Get {
                let writes = row(method, form, false);
                let again = matches!(method, Method::Put | Method::Delete);
                assert_eq!(writes.repeatable(), again, "{method:?}");
            }
        }
    }
}

#[test]
fn a_path_is_sent_as_it_is_written() {
    for path in [
        "/",
        "/users/",
        "/users/a%20b/x",
        "/a/b.c",
        "/a/b../c",
        "/a;b=c/d,e:f@g!$&'()*+=~",
        "/a//b",
        "/contacts/?query=a/../b",
    ] {
        let url = got(json!({ "path": path })).unwrap().url;
        assert_eq!(url, format!("https://gateway.example/v2{path}"));
    }
}

#[test]
fn a_path_that_leaves_its_place_or_its_host_is_refused() {
    for path in [
        "",
        "users",
        "//evil.example/users",
        "https://evil.example/",
        "/..",
        "/.",
        "/../x",
        "/a/../../x",
        "/a/./b",
        "/.hidden",
        "/a/..?q",
        "/a/%2e%2E/x",
        "/a/.%2e",
        "/a\\..\\x",
        "/\\evil.example",
        "/a#b",
        "/a b",
        "/a\tb",
        "/.\n./x",
        "/é",
    ] {
        let message = refusal(json!({ "path": path }));
        let expected = "expected a path such as \"/users/\", encoded, without \"//\" before it or \"/.\" in it";
        let (given, said) = message.split_once(": expected").unwrap();
        assert!(given.starts_with("rawRequest: \"path\" is "), "{given}");
        assert_eq!(format!("expected{said}"), expected, "{path}");
    }
    for (path, given) in [(json!(7), "a number"), (json!(["/users/"]), "an array")] {
        let message = refusal(json!({ "path": path }));
        assert!(
            message.starts_with(&format!("rawRequest: \"path\" is {given}")),
            "{message}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_taken_for_a_path_stays_where_it_is(
        path in prop_oneof![
            "/(\\.|%2e|%2E|/|\\?|#|\\\\|@|:|a|%|[ \t\n]){0,12}",
            "/.{0,12}",
            "\\PC{0,12}",
        ]
    ) {
        if let Ok(request) = got(json!({ "path": path })) {
            let url = url::Url::parse(&request.url).unwrap();
            prop_assert_eq!(url.host_str(), Some("gateway.example"));
            prop_assert!(url.path().starts_with("/v2/"));
            prop_assert_eq!(url.fragment(), None);
            // A URL parser takes away what leads upwards, and encodes a sign here and there.
            let written = path.split('?').next().unwrap();
            let segments = |path: &str| path.split('/').count();
            prop_assert_eq!(segments(url.path()), segments("/v2") - 1 + segments(written));
        }
    }
}

#[test]
fn a_query_has_words_and_lists_of_them() {
    let query = json!({ "a b": "c&d", "list": ["x", 1, true], "n": 2 });
    let url = got(json!({ "path": "/contacts/", "query": query }))
        .unwrap()
        .url;
    assert!(
        url.ends_with("/contacts/?a%20b=c%26d&list=x&list=1&list=true&n=2"),
        "{url}"
    );
    let more = json!({ "path": "/contacts/?limit=1", "query": { "skip": 2 } });
    assert!(
        got(more)
            .unwrap()
            .url
            .ends_with("/contacts/?limit=1&skip=2")
    );
    for (query, said) in [
        (
            json!({ "a": null }),
            "\"query.a\" is null: expected what can be sent there",
        ),
        (
            json!({ "a": {} }),
            "\"query.a\" is an object: expected what can be sent there",
        ),
        (
            json!({ "a": [] }),
            "\"query.a\" is an array: expected what can be sent there",
        ),
        (
            json!({ "a": [[]] }),
            "\"query.a[0]\" is an array: expected what can be sent there",
        ),
        (json!("a=b"), "\"query\" is a string: expected an object"),
        (json!([]), "\"query\" is an array: expected an object"),
    ] {
        let message = refusal(json!({ "path": "/x", "query": query }));
        assert_eq!(message, format!("rawRequest: {said}"));
    }
}

#[test]
fn a_body_is_any_json_and_may_be_absent() {
    let send = |method, body: Option<Value>| {
        let mut input = json!({ "path": "/x" });
        if let Some(body) = body {
            input["body"] = body;
        }
        sent_to(json!({}), row(method, Form::Json, false), input).unwrap()
    };
    for method in [Method::Post, Method::Put, Method::Patch, Method::Delete] {
        for body in [
            json!({}),
            json!([1, null]),
            json!("text"),
            json!(0),
            json!({ "a": [{ "b": null }] }),
        ] {
            let request = send(method, Some(body.clone()));
            assert_eq!(request.body, Some(body.to_string()));
            assert!(
                request
                    .headers
                    .contains(&("content-type", "application/json".to_owned()))
            );
        }
        let without = send(method, None);
        assert_eq!(without.body, None);
        assert!(
            without
                .headers
                .iter()
                .all(|(name, _)| *name != "content-type")
        );
    }
    assert_eq!(
        refusal(json!({ "path": "/x", "body": {} })),
        "rawRequest: \"body\" is not a field of this call"
    );
}

#[test]
fn the_version_is_the_clients_or_the_calls() {
    let get = row(Method::Get, Form::Json, true);
    let version = |api: &str, input: Value| {
        let request = sent_to(json!({ "api": api }), get, input).unwrap();
        let version = request.headers.iter().find(|(name, _)| *name == "version");
        version.map(|(_, value)| value.clone())
    };
    let plain = json!({ "path": "/x" });
    let other = json!({ "path": "/x", "version": "2021-04-15" });
    for (api, own) in [("v1", None), ("v2", Some("2021-07-28")), ("v3", Some("v3"))] {
        assert_eq!(version(api, plain.clone()).as_deref(), own);
        assert_eq!(version(api, other.clone()).as_deref(), Some("2021-04-15"));
    }
    for wrong in ["a b", "a\r\nx: y", "é"] {
        let message = refusal(json!({ "path": "/x", "version": wrong }));
        assert_eq!(message, "rawRequest: \"version\" is no value of a header");
    }
    assert!(
        refusal(json!({ "path": "/x", "version": "" })).starts_with("rawRequest: \"version\" is")
    );
}

#[test]
fn what_is_no_json_is_asked_for_as_whatever_there_is() {
    for (_, form) in raw::FORMS {
        let request = sent_to(
            json!({}),
            row(Method::Get, form, true),
            json!({ "path": "/x" }),
        )
        .unwrap();
        let accept = match form {
            Form::Json => "application/json",
            _ => "*/*",
        };
        assert!(request.headers.contains(&("accept", accept.to_owned())));
    }
}
