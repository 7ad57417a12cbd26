//! Calendars with their groups and notifications, rooms and equipment.

use serde_json::json;

use super::place::Place;
use crate::kinds::{CALENDAR, GROUP, NOTIFICATION, ROOM};
use crate::object::object;
use crate::store::Store;

const GROUPS: [(&str, &str); 2] = [("First visits", "first-visits"), ("Regulars", "regulars")];
const CALENDARS: [(&str, &str, u64); 4] = [
    ("Introduction", "introduction", 30),
    ("Consultation", "consultation", 60),
    ("Check-up", "check-up", 30),
    ("Follow-up", "follow-up", 45),
];
const ROOMS: [(&str, &str); 4] = [
    ("Blue room", "rooms"),
    ("Green room", "rooms"),
    ("Projector", "equipments"),
    ("Massage table", "equipments"),
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, (name, slug)) in GROUPS.iter().enumerate() {
        let fields = json!({ "name": name, "slug": slug, "description": "" });
        store.insert(&GROUP, place.id, object(fields), place.moment(number, 3));
    }
    let groups = place.ids(store, &GROUP);
    for (number, (name, slug, minutes)) in CALENDARS.iter().enumerate() {
        let mut dice = place.dice(&CALENDAR, number);
        let fields = json!({
            "name": name,
            "slug": slug,
            "widgetSlug": slug,
            "description": format!("{name} at {}", place.name),
            "groupId": groups.get(number % 2),
            "teamMembers": [{
                "userId": place.user_id(&mut dice),
                "priority": 0.5,
                "isPrimary": true,
                "locationConfigurations": [{ "kind": "physical", "location": "Main Street" }],
            }],
            "slotDuration": minutes,
            "slotInterval": minutes,
            "openHours": [{
                "daysOfTheWeek": [1, 2, 3, 4, 5],
                "hours": [{ "openHour": 8, "openMinute": 30, "closeHour": 17, "closeMinute": 0 }],
            }],
        });
        let calendar = store.insert(&CALENDAR, place.id, object(fields), place.moment(number, 4));
        for kind in ["confirmation", "reminder"] {
            let fields = json!({
                "calendarId": *calendar.id,
                "receiverType": "contact",
                "channel": "email",
                "notificationType": kind,
                "subject": format!("Your {kind}"),
            });
            store.insert(&NOTIFICATION, place.id, object(fields), calendar.added_ms);
        }
    }
    let calendars = place.ids(store, &CALENDAR);
    for (number, (name, kind)) in ROOMS.iter().enumerate() {
        let fields = json!({
            "name": name,
            "resourceType": kind,
            "description": "",
            "quantity": 1 + number,
            "outOfService": 0,
            "capacity": 10 * (1 + number),
            "calendarIds": [calendars.get(number)],
        });
        store.insert(&ROOM, place.id, object(fields), place.moment(number, 5));
    }
}
