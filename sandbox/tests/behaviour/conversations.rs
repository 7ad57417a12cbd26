//! Conversations, and the messages in them.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::contacts::create as contact;
use crate::support::Sandbox;

const SEARCH: &str = "GET /conversations/search?locationId=hD3kPz8WmVq1TyB6nGfR";

fn send(sandbox: &mut Sandbox, contact: &Value, kind: &str, text: &str) -> Value {
    let body = json!({
        "type": kind, "contactId": contact["id"], "message": text, "subject": "Hello",
        "emailTo": "ada@example.com",
    });
    sandbox.get(200, "POST /conversations/messages", body)
}

fn list(sandbox: &mut Sandbox, id: &Value, more: &str) -> Value {
    let line = format!(
        "GET /conversations/{}/messages?{more}",
        id.as_str().unwrap()
    );
    sandbox.get(200, &line, Value::Null)["messages"].clone()
}

/// A message of this type in some seeded conversation.
fn seeded(sandbox: &mut Sandbox, kind: &str) -> Value {
    let found = sandbox.get(200, &format!("{SEARCH}&limit=100"), Value::Null);
    let found = found["conversations"].as_array().unwrap().clone();
    let mut messages = found
        .iter()
        .map(|it| list(sandbox, &it["id"], &format!("type={kind}"))["messages"][0].clone());
    messages.find(|message| !message.is_null()).unwrap()
}

#[test]
fn a_conversation_is_created_once_read_found_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.state.size();
    let contact = contact(&mut sandbox);
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "contactId": contact["id"] });
    let created = sandbox.get(201, "POST /conversations/", body.clone());
    let id = created["conversation"]["id"].as_str().unwrap();
    let again = sandbox.get(400, "POST /conversations/", body);
    assert_eq!(again["conversationId"], id);
    let one = format!("/conversations/{id}");
    let read = sandbox.get(200, &format!("GET {one}"), Value::Null);
    assert_eq!(
        (&read["contactId"], &read["unreadCount"], &read["type"]),
        (&contact["id"], &json!(0), &json!(1))
    );
    let found = sandbox.get(200, &format!("{SEARCH}&query=ada%20by"), Value::Null);
    assert_eq!(
        (&found["total"], &found["conversations"][0]["fullName"]),
        (&json!(1), &json!("Ada Byron"))
    );

    let body = json!({ "locationId": TOKEN_LOCATION_ID, "starred": true });
    let changed = sandbox.get(200, &format!("PUT {one}"), body);
    assert_eq!(
        (&changed["success"], &changed["conversation"]["starred"]),
        (&json!(true), &json!(true))
    );
    sandbox.get(200, &format!("DELETE {one}"), Value::Null);
    sandbox.get(404, &format!("GET {one}"), Value::Null);
    sandbox.get(
        200,
        &format!("DELETE /contacts/{}", contact["id"].as_str().unwrap()),
        Value::Null,
    );
    // The tag that the contact brought stays.
    assert_eq!(sandbox.state.size().0, before.0 + 1);
}

#[test]
fn messages_are_sent_received_read_and_listed_from_the_newest() {
    let mut sandbox = Sandbox::new();
    let contact = contact(&mut sandbox);
    let first = send(&mut sandbox, &contact, "SMS", "One");
    sandbox.now_ms += 1;
    let second = send(&mut sandbox, &contact, "Email", "<p>Two</p>");
    assert_eq!(first["conversationId"], second["conversationId"]);
    let body = json!({
        "type": "SMS", "conversationId": first["conversationId"], "contactId": contact["id"],
        "conversationProviderId": "p1", "message": "Three",
    });
    sandbox.now_ms += 1;
    let third = sandbox.get(200, "POST /conversations/messages/inbound", body);
    let all = list(&mut sandbox, &first["conversationId"], "");
    let ids = |list: &Value| {
        let messages = list["messages"].as_array().unwrap().iter();
        messages
            .map(|message| message["id"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&all),
        [&third, &second, &first].map(|it| it["messageId"].clone())
    );
    assert_eq!(
        (&all["nextPage"], &all["lastMessageId"]),
        (&json!(false), &first["messageId"])
    );
    let page = list(&mut sandbox, &first["conversationId"], "limit=1");
    assert_eq!(page["nextPage"], true);
    let more = format!("lastMessageId={}", page["lastMessageId"].as_str().unwrap());
    assert_eq!(
        ids(&list(&mut sandbox, &first["conversationId"], &more)).len(),
        2
    );

    let line = format!(
        "GET /conversations/messages/{}",
        first["messageId"].as_str().unwrap()
    );
    let message = sandbox.get(200, &line, Value::Null);
    assert_eq!(
        (&message["body"], &message["direction"]),
        (&json!("One"), &json!("outbound"))
    );
    let email = &all["messages"][1];
    assert_eq!(email.get("body"), None);
    let id = email["meta"]["email"]["messageIds"][0].as_str().unwrap();
    let line = format!("GET /conversations/messages/email/{id}");
    assert_eq!(sandbox.get(200, &line, Value::Null)["body"], "<p>Two</p>");

    let found = sandbox.get(200, &format!("{SEARCH}&status=unread&limit=1"), Value::Null);
    let newest = &found["conversations"][0];
    assert_eq!(
        (&newest["id"], &newest["lastMessageBody"]),
        (&first["conversationId"], &json!("Three"))
    );
}

#[test]
fn a_search_goes_on_behind_a_date_and_is_by_type() {
    let mut sandbox = Sandbox::new();
    let (mut count, mut after) = (0, String::new());
    loop {
        let page = sandbox.get(200, &format!("{SEARCH}&limit=7{after}"), Value::Null);
        let items = page["conversations"].as_array().unwrap();
        let Some(last) = items.last() else { break };
        count += items.len();
        after = format!("&startAfterDate={}", last["sort"][0]);
    }
    assert_eq!(count, 30);
    let all = sandbox.get(
        200,
        &format!("{SEARCH}&lastMessageType=TYPE_EMAIL"),
        Value::Null,
    );
    assert!(all["total"].as_u64().unwrap() < 30);
    sandbox.get(422, &format!("{SEARCH}&lastMessageType=SMS"), Value::Null);
}

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
fn a_status_is_set_and_who_types_is_told() {
    let mut sandbox = Sandbox::new();
    let message = seeded(&mut sandbox, "TYPE_SMS");
    let one = format!(
        "/conversations/messages/{}",
        message["id"].as_str().unwrap()
    );
    let answer = sandbox.get(
        200,
        &format!("PUT {one}/status"),
        json!({ "status": "failed" }),
    );
    assert_eq!(answer["messageId"], message["id"]);
    assert_eq!(
        sandbox.get(200, &format!("GET {one}"), Value::Null)["status"],
        "failed"
    );
    sandbox.get(
        422,
        &format!("PUT {one}/status"),
        json!({ "status": "lost" }),
    );
    let mut body = json!({
        "locationId": TOKEN_LOCATION_ID, "isTyping": true, "visitorId": "v",
        "conversationId": message["conversationId"],
    });
    let line = "POST /conversations/providers/live-chat/typing";
    assert_eq!(
        sandbox.get(201, line, body.clone()),
        json!({ "success": true })
    );
    body["conversationId"] = json!("none");
    sandbox.get(404, line, body);
}

#[test]
fn v2_knows_conversations_by_an_earlier_date() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.ask("2021-07-28", SEARCH, Value::Null);
    assert_eq!(reply.json()["message"], "version header is invalid.");
    assert_eq!(sandbox.ask("v3", SEARCH, Value::Null).status(), 200);
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
