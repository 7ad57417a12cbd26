//! What is read by rows that say more than those of users.

use ghl_users::{
    api::Typed,
    core::{
        answer::Outcome,
        model::{
            Kind,
            docs::{Refers, Wire},
            operation::{Form, Method, Operation, Output},
        },
    },
};
use serde_json::json;

use crate::{
    answer::Answer,
    rows::{self, Anything, DOCS, Days, NotificationsParams, OPERATIONS},
};

/// What an answer means where it is to be of this form, in its key and with its list.
fn given(
    form: Form,
    within: &'static str,
    list: &'static str,
    answer: &Answer,
) -> Result<Outcome, String> {
    let row = Operation {
        output: Output { form, within, list },
        ..OPERATIONS[0]
    };
    let read = answer.read_by(&row, 1);
    read.map_err(|error| error.message.split_once(": ").unwrap().1.to_owned())
}

#[test]
fn an_answer_is_what_its_row_says() {
    for (form, within, list, body) in [
        (Form::Object, "", "", json!({})),
        (Form::Object, "contact", "", json!({ "contact": {} })),
        (Form::List, "", "", json!([])),
        (Form::List, "", "users", json!({ "users": [] })),
        (Form::List, "messages", "", json!({ "messages": [] })),
        (
            Form::List,
            "messages",
            "messages",
            json!({ "messages": { "messages": [] } }),
        ),
        (Form::Json, "", "", json!([1])),
        (Form::Json, "", "", json!(null)),
        (Form::Json, "dates", "", json!({ "dates": "none" })),
    ] {
        let answer = Answer::json(200, body.clone());
        assert_eq!(
            given(form, within, list, &answer),
            Ok(Outcome::Json),
            "{body}"
        );
    }
    for (form, within, list, body, said) in [
        (
            Form::Object,
            "",
            "",
            json!([]),
            "an array: expected an object",
        ),
        (
            Form::Object,
            "contact",
            "",
            json!({ "id": 1 }),
            "an object: expected an object with \"contact\"",
        ),
        (
            Form::Object,
            "contact",
            "",
            json!({ "contact": [] }),
            "an object: expected an object with \"contact\"",
        ),
        (Form::List, "", "", json!({}), "an object: expected a list"),
        (
            Form::List,
            "",
            "users",
            json!([]),
            "an array: expected an object with the list \"users\"",
        ),
        (
            Form::List,
            "messages",
            "messages",
            json!({ "messages": [] }),
            "an object: expected an object with \"messages\"",
        ),
        (
            Form::Json,
            "dates",
            "",
            json!({}),
            "an object: expected an object with \"dates\"",
        ),
    ] {
        let answer = Answer::json(200, body);
        let expected = format!("the answer is {said}");
        assert_eq!(given(form, within, list, &answer), Err(expected));
    }
}

#[test]
fn a_text_and_bytes_may_be_anything_but_a_refusal() {
    for form in [Form::Text, Form::Bytes] {
        for answer in [
            Answer::text(200, "Hello"),
            Answer::text(200, "<h1>").with("content-type", "text/html"),
            Answer::empty(200).with("content-type", "audio/x-wav"),
        ] {
            assert_eq!(given(form, "", "", &answer), Ok(Outcome::Content));
        }
        let refused = Answer::json(404, json!({ "message": "no such recording" }));
        assert_eq!(
            given(form, "", "", &refused),
            Err("no such recording (status 404)".to_owned())
        );
    }
}

#[test]
fn only_what_was_deleted_may_be_gone_when_it_is_asked_for_again() {
    let gone = Answer::json(404, json!({ "message": "no such contact" }));
    for (method, expected) in [
        (Method::Delete, Ok(true)),
        (Method::Post, Err("no such contact (status 404)".to_owned())),
    ] {
        let row = Operation {
            method,
            output: Output {
                form: Form::Deleted,
                within: "",
                list: "",
            },
            ..OPERATIONS[0]
        };
        let read = gone.read_by(&row, 2);
        let read = read.map(|outcome| {
            matches!(
                outcome,
                Outcome::Deleted {
                    succeeded: true,
                    ..
                }
            )
        });
        let read = read.map_err(|error| error.message.split_once(": ").unwrap().1.to_owned());
        assert_eq!(read, expected, "{method:?}");
    }
}

#[test]
fn a_deletion_has_one_answer_whatever_its_word_is() {
    for word in ["succeeded", "succeded", "success", "deleted"] {
        for succeeded in [true, false] {
            let answer = Answer::json(200, json!({ word: succeeded, "message": "Said" }));
            let read = given(Form::Deleted, "", "", &answer);
            let message = Some("Said".to_owned());
            assert_eq!(read, Ok(Outcome::Deleted { succeeded, message }), "{word}");
        }
    }
}

#[test]
fn a_text_and_bytes_have_a_type_of_typescripts_own() {
    for (id, form, name) in [
        ("conversations.messages.recording", Form::Bytes, "Blob"),
        (
            "conversations.messages.downloadTranscription",
            Form::Text,
            "string",
        ),
    ] {
        let mut all = OPERATIONS.iter().zip(DOCS);
        let (row, docs) = all.find(|(row, _)| row.id == id).unwrap();
        assert_eq!((row.output.form, docs.output.name), (form, name));
        assert!(docs.output.fields.is_empty());
    }
}

#[test]
fn an_answer_may_be_a_map_with_fields_of_its_own() {
    assert_eq!(Days::SHAPE.rest, Some(Kind::Object));
    let others = Days::DOCS.others.as_ref().unwrap();
    assert_eq!(others.text, "A day.");
    assert!(matches!(&others.refers, Refers::Shape(docs) if docs.name == "Anything"));
    assert!(Anything::DOCS.others.is_none());
    let days: Days = serde_json::from_value(json!({ "traceId": "t", "2026-11-30": {} })).unwrap();
    assert_eq!(days.trace_id.as_deref(), Some("t"));
    assert_eq!(days.other.len(), 1);
}

#[test]
fn what_is_a_list_and_no_more_is_one_in_rust() {
    let call: Typed<NotificationsParams, Vec<Anything>> =
        rows::notify("c1", NotificationsParams::default());
    assert_eq!(call.operation, "calendars.notifications.replace");
}
