//! What becomes of messages: recorded, exported, cancelled.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::contacts::create as contact;
use crate::conversations::seeded;
use crate::support::Sandbox;

#[test]
fn a_call_has_a_recording_and_a_transcript_and_a_text_has_none() {
    let mut sandbox = Sandbox::new();
    let call = seeded(&mut sandbox, "TYPE_CALL");
    let lines = |message: &Value| {
        let id = message["id"].as_str().unwrap();
        let behind = format!("GET /conversations/locations/{TOKEN_LOCATION_ID}/messages/{id}");
        [
            format!("GET /conversations/messages/{id}/locations/{TOKEN_LOCATION_ID}/recording"),
            format!("{behind}/transcription"),
            format!("{behind}/transcription/download"),
        ]
    };
    let replies = lines(&call).map(|line| sandbox.ask("v2", &line, Value::Null));
    assert_eq!(replies[0].header("content-type"), Some("audio/x-wav"));
    assert!(replies[0].0.body.starts_with(b"RIFF"));
    assert_eq!(replies[1].json()[2]["sentenceIndex"], 2);
    assert_eq!(
        replies[2].header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    let text = seeded(&mut sandbox, "TYPE_SMS");
    for line in lines(&text) {
        sandbox.get(400, &line, Value::Null);
    }
}

#[test]
fn the_messages_of_a_location_are_exported_page_by_page() {
    let mut sandbox = Sandbox::new();
    let line =
        format!("GET /conversations/messages/export?locationId={TOKEN_LOCATION_ID}&limit=60");
    let (mut ids, mut after) = (Vec::new(), String::new());
    loop {
        let page = sandbox.get(200, &format!("{line}{after}"), Value::Null);
        let messages = page["messages"].as_array().unwrap();
        ids.extend(messages.iter().map(|message| message["id"].to_string()));
        let Some(cursor) = page["nextCursor"].as_str() else {
            assert_eq!(page["total"], ids.len());
            break;
        };
        after = format!("&cursor={cursor}");
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
    let calls = sandbox.get(200, &format!("{line}&channel=Call"), Value::Null);
    let calls = calls["messages"].as_array().unwrap();
    assert!(!calls.is_empty() && calls.iter().all(|call| call["messageType"] == "TYPE_CALL"));
}

#[test]
fn a_message_that_waits_can_be_cancelled_and_a_call_is_written_down() {
    let mut sandbox = Sandbox::new();
    let contact = contact(&mut sandbox);
    let body = json!({
        "type": "SMS", "contactId": contact["id"], "message": "Later", "scheduledTimestamp": 1_900_000_000,
    });
    let sent = sandbox.get(200, "POST /conversations/messages", body);
    let one = format!(
        "/conversations/messages/{}",
        sent["messageId"].as_str().unwrap()
    );
    assert_eq!(
        sandbox.get(200, &format!("GET {one}"), Value::Null)["status"],
        "scheduled"
    );
    let line = format!("DELETE {one}/schedule");
    assert_eq!(sandbox.get(200, &line, Value::Null)["status"], 200);
    sandbox.get(404, &line, Value::Null);
    let body = json!({
        "type": "Call", "conversationId": sent["conversationId"], "conversationProviderId": "p1",
    });
    let call = sandbox.get(200, "POST /conversations/messages/outbound", body);
    let one = format!(
        "/conversations/messages/{}",
        call["messageId"].as_str().unwrap()
    );
    let call = sandbox.get(200, &format!("GET {one}"), Value::Null);
    assert_eq!(
        (&call["messageType"], &call["status"]),
        (&json!("TYPE_CALL"), &json!("delivered"))
    );
    let answer = sandbox.get(200, &format!("DELETE {one}/schedule"), Value::Null);
    assert_eq!(answer["status"], 404);
}
