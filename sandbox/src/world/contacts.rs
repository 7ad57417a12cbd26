//! Contacts, with their tasks and notes.

use serde_json::{Value, json};

use super::place::{HOUR_MS, Place};
use super::settings::TAGS;
use crate::dice::Dice;
use crate::kinds::{BUSINESS, CONTACT, CUSTOM_FIELD, NOTE, TASK};
use crate::moment::moment;
use crate::names::{DOMAINS, FIRST_NAMES, LAST_NAMES, plain};
use crate::object::object;
use crate::store::Store;

/// From where on contacts come faster, and have fewer tasks and notes.
const CROWD: usize = 200;

const DAY_MS: u64 = 86_400_000;
const SOURCES: [&str; 4] = ["website", "public api", "referral", "walk-in"];

/// So many contacts. Those before the crowd are the same however many there are.
pub(super) fn plant(store: &mut Store, place: &Place, count: usize) {
    let businesses = place.ids(store, &BUSINESS);
    let custom = place.ids(store, &CUSTOM_FIELD);
    for number in 0..count {
        let mut dice = place.dice(&CONTACT, number);
        let mut fields = object(person(place, number, &mut dice));
        if dice.one_in(3) {
            fields.insert("assignedTo".into(), json!(place.user_id(&mut dice)));
        }
        if dice.one_in(4) {
            let business = dice.below(businesses.len() as u64) as usize;
            fields.insert("businessId".into(), json!(businesses.get(business)));
        }
        if let Some(id) = custom.first().filter(|_| dice.one_in(3)) {
            let colour = dice.pick(&["blue", "green", "red"]);
            fields.insert(
                "customFields".into(),
                json!([{ "id": id, "value": colour }]),
            );
        }
        let (alone, crowded) = (number.min(CROWD), number.saturating_sub(CROWD));
        let added = place.moment(alone, 20) + HOUR_MS * crowded as u64;
        let rare = if crowded == 0 { 1 } else { 10 };
        let contact = store.insert(&CONTACT, place.id, fields, added);
        if number.is_multiple_of(4 * rare) {
            task(store, place, &contact.id, added, &mut dice);
        }
        if number.is_multiple_of(3 * rare) {
            note(store, place, &contact.id, added, &mut dice);
        }
    }
}

/// 40 and 30 names walked together make 120 pairs; the second time round the pairs are others.
fn person(place: &Place, number: usize, dice: &mut Dice) -> Value {
    let shift = place.number + number / 120;
    let pick = |names: &[&'static str], at: usize| names.get(at % names.len()).copied();
    let first = pick(&FIRST_NAMES, number).unwrap_or_default();
    let last = pick(&LAST_NAMES, number + shift).unwrap_or_default();
    let domain = pick(&DOMAINS, number).unwrap_or_default();
    let phone = format!("+1808{}{:04}", 600 + place.number, number);
    let more = if number < CROWD {
        String::new()
    } else {
        format!("-{number}")
    };
    json!({
        "firstName": first,
        "lastName": last,
        "email": format!("{}.{}{}{more}@{domain}", plain(first), plain(last), place.number),
        "phone": phone,
        "tags": TAGS.iter().filter(|_| dice.one_in(4)).collect::<Vec<_>>(),
        "source": dice.pick(&SOURCES),
        "type": if dice.one_in(3) { "customer" } else { "lead" },
        "address1": format!("{} Main Street", 1 + dice.below(300)),
        "city": dice.pick(&["Honolulu", "Hilo", "Kailua"]),
        "state": "HI",
        "country": "US",
        "postalCode": format!("{:05}", 96_701 + dice.below(100)),
        "timezone": "Pacific/Honolulu",
    })
}

fn task(store: &mut Store, place: &Place, contact_id: &str, added: u64, dice: &mut Dice) {
    let fields = json!({
        "contactId": contact_id,
        "title": dice.pick(&["Call back", "Send an offer", "Check the file"]),
        "body": "",
        "assignedTo": place.user_id(dice),
        "dueDate": moment(added + DAY_MS * (1 + dice.below(20))),
        "completed": dice.one_in(2),
    });
    store.insert(&TASK, place.id, object(fields), added + 1_000);
}

fn note(store: &mut Store, place: &Place, contact_id: &str, added: u64, dice: &mut Dice) {
    let fields = json!({
        "contactId": contact_id,
        "body": dice.pick(&["Prefers mornings", "Asked for a price list", "Speaks German"]),
        "userId": place.user_id(dice),
    });
    store.insert(&NOTE, place.id, object(fields), added + 2_000);
}
