//! Social posting: the accounts of social networks, and what posts are sorted by. No call makes them.

use serde_json::json;

use super::place::Place;
use crate::dice::{Dice, Purpose};
use crate::kinds::{PROFILE, SOCIAL_TAG};
use crate::moment::moment;
use crate::object::object;
use crate::seed::{LOCATIONS, PROFILES};
use crate::store::Store;
use crate::user::user_id;

/// The tags of each location, in its order. None has been deleted.
const TAGS: [&[&str]; 3] = [
    &[
        "Before & after",
        "Braces",
        "Check-up",
        "Children",
        "Emergency",
        "Implants",
        "Offers",
        "Opening hours",
        "Our team",
        "Patient stories",
        "Preguntas frecuentes",
        "Whitening",
        "Zähne putzen",
    ],
    &["Anfänger", "Kurse", "Retreat"],
    &["For sale"],
];
const DAY_MS: u64 = 86_400_000;
/// 2024-02-01, in days since 1970.
const FIRST_DAY: u64 = 19_754;

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, profile) in PROFILES.iter().enumerate() {
        if profile.location_id == place.id {
            let fields = json!({ "platform": profile.platform, "number": number });
            store.plant(&PROFILE, place.id, profile.id.to_owned(), object(fields), 0);
        }
    }
    let names = place.of(&TAGS).unwrap_or_default();
    for (number, name) in names.iter().enumerate() {
        plant_tag(store, place, number, name);
    }
}

fn plant_tag(store: &mut Store, place: &Place, number: usize, name: &str) {
    let mut dice = Dice::new(place.number << 8 | number, Purpose::Tag);
    let id = dice.hex(24);
    let day = FIRST_DAY + dice.below(300);
    // Whose home is this location.
    let author = user_id(12 + place.number + LOCATIONS.len() * dice.below(10) as usize);
    let added_ms = moment_of(day, &mut dice);
    let updated_ms = moment_of(day + 1 + dice.below(200), &mut dice);
    let fields = json!({
        "tag": name,
        "createdBy": author,
        "deleted": false,
        "createdAt": moment(added_ms),
        "updatedAt": moment(updated_ms),
    });
    store.plant(&SOCIAL_TAG, place.id, id, object(fields), added_ms);
}

/// A moment of a day.
fn moment_of(day: u64, dice: &mut Dice) -> u64 {
    day * DAY_MS + dice.below(DAY_MS)
}
