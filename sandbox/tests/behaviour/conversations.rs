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
pub fn seeded(sandbox: &mut Sandbox, kind: &str) -> Value {
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
    let has = |name: &str| [&read, &found["conversations"][0]].map(|it| it.get(name).is_some());
    assert_eq!(
        (has("inbox"), has("starred")),
        ([true, false], [true, false])
    );
    assert_eq!(has("lastMessageDate"), [false, true]);
    assert_eq!(has("dateUpdated"), [false, false]);

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
