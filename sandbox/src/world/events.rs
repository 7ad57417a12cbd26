//! Appointments of contacts of the location, with notes, and slots that are blocked.

use serde_json::json;

use super::place::{HOUR_MS, Place};
use crate::kinds::{APPOINTMENT_NOTE, CALENDAR, CONTACT, EVENT};
use crate::moment::moment;
use crate::object::object;
use crate::store::Store;

const COUNT: u64 = 40;
/// 2026-11-02T09:00:00Z, a Monday.
const FIRST_MS: u64 = 1_793_610_000_000;
const STATUSES: [&str; 4] = ["confirmed", "confirmed", "showed", "cancelled"];

/// Ten appointments per calendar, one a day and weekends among them, and one blocked hour in the last.
pub(super) fn plant(store: &mut Store, place: &Place) {
    let contacts = place.ids(store, &CONTACT);
    let calendars = place.ids(store, &CALENDAR);
    let mut turns = contacts.iter().step_by(4);
    for number in 0..COUNT {
        let Some(id) = calendars.get(number as usize % calendars.len()) else {
            return;
        };
        let mut dice = place.dice(&EVENT, number as usize);
        let calendar = store.get(&CALENDAR, id);
        let group = calendar.and_then(|calendar| calendar.fields.get("groupId").cloned());
        let members = calendar.and_then(|calendar| calendar.fields.get("teamMembers"));
        let user = members.and_then(|members| members.get(0)?.get("userId"));
        let user = user.cloned().unwrap_or_default();
        let begins = FIRST_MS + HOUR_MS * (24 * (number / 4) + dice.below(7));
        let added = place.moment(4 * number as usize, 20) + HOUR_MS;
        let fields = json!({
            "calendarId": id,
            "contactId": turns.next(),
            "groupId": group,
            "title": "Visit",
            "appointmentStatus": dice.pick(&STATUSES),
            "assignedUserId": user,
            "startTime": moment(begins),
            "endTime": moment(begins + HOUR_MS / 2),
            "address": "Main Street",
        });
        let event = store.insert(&EVENT, place.id, object(fields), added);
        if dice.one_in(4) {
            let note = json!({
                "appointmentId": *event.id,
                "contactId": event.fields.get("contactId"),
                "userId": user,
                "body": "Bring the papers",
            });
            store.insert(&APPOINTMENT_NOTE, place.id, object(note), added);
        }
    }
    let fields = json!({
        "calendarId": calendars.last(),
        "title": "Closed",
        "blocked": true,
        "startTime": moment(FIRST_MS + 7 * HOUR_MS),
        "endTime": moment(FIRST_MS + 8 * HOUR_MS),
    });
    store.insert(&EVENT, place.id, object(fields), place.moment(0, 0));
}
