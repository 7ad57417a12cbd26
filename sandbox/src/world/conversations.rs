//! Conversations of contacts of the location, with their messages.

use serde_json::{Value, json};

use super::place::Place;
use crate::dice::Dice;
use crate::kinds::{CONTACT, CONVERSATION, EMAIL, MESSAGE};
use crate::object::{Object, merge, object};
use crate::store::Store;

const COUNT: usize = 30;
const MINUTE_MS: u64 = 60_000;

const TEXTS: [&str; 6] = [
    "Good morning!",
    "Is there a place left on Friday?",
    "Yes, at ten.",
    "Thank you, see you then.",
    "Könnten wir verschieben?",
    "Of course. 👍",
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    let contacts = place.ids(store, &CONTACT);
    for (number, contact_id) in contacts.iter().step_by(6).take(COUNT).enumerate() {
        let mut dice = place.dice(&CONVERSATION, number);
        let began = place.moment(6 * number, 20) + 3_600_000;
        let mut fields = object(json!({ "contactId": contact_id, "starred": dice.one_in(5) }));
        if dice.one_in(2) {
            fields.insert("assignedTo".into(), json!(place.user_id(&mut dice)));
        }
        let conversation = store.insert(&CONVERSATION, place.id, fields, began);
        let count = 1 + dice.below(14);
        let mut last = Object::new();
        for turn in 0..count {
            let now_ms = began + MINUTE_MS * 7 * turn;
            let common = json!({ "conversationId": *conversation.id, "contactId": contact_id });
            last = message(store, place, common, turn, now_ms, &mut dice);
        }
        let unread = dice.one_in(3);
        store.amend(
            &CONVERSATION,
            &conversation.id,
            began + MINUTE_MS * 7 * count,
            |fields| {
                last.insert("unreadCount".into(), json!(u8::from(unread)));
                merge(fields, last);
            },
        );
    }
}

/// Every seventh message is a call, every fifth an e-mail. Answers with what the conversation tells of it.
fn message(
    store: &mut Store,
    place: &Place,
    common: Value,
    turn: u64,
    now_ms: u64,
    dice: &mut Dice,
) -> Object {
    let inbound = dice.one_in(2);
    let direction = if inbound { "inbound" } else { "outbound" };
    let text = dice.pick(&TEXTS).unwrap_or_default();
    let mut fields = object(common);
    fields.extend(object(json!({ "direction": direction, "source": "app" })));
    if !inbound {
        fields.insert("userId".into(), json!(place.user_id(dice)));
    }
    let (word, number) = match turn {
        turn if turn % 7 == 6 => ("TYPE_CALL", 1),
        turn if turn % 5 == 4 => ("TYPE_EMAIL", 3),
        _ => ("TYPE_SMS", 2),
    };
    let own = match word {
        "TYPE_EMAIL" => {
            let mut email = fields.clone();
            email.extend(object(json!({
                "threadId": dice.letters(20),
                "subject": "Your appointment",
                "body": format!("<p>{text}</p>"),
                "from": "office@example.com",
                "to": ["someone@example.com"],
            })));
            let email = store.insert(&EMAIL, place.id, email, now_ms);
            json!({ "contentType": "text/html", "meta": { "email": { "messageIds": [*email.id] } } })
        }
        "TYPE_CALL" => json!({ "meta": { "callDuration": "34", "callStatus": "completed" } }),
        _ => json!({ "body": text }),
    };
    fields.extend(object(own));
    fields.extend(object(json!({ "type": number, "messageType": word })));
    store.insert(&MESSAGE, place.id, fields, now_ms);
    object(json!({
        "lastMessageBody": text,
        "lastMessageType": word,
        "lastMessageDate": now_ms,
        "lastMessageDirection": direction,
    }))
}
