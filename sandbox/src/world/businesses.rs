//! Businesses: a few per location.

use serde_json::json;

use super::place::Place;
use crate::kinds::BUSINESS;
use crate::object::object;
use crate::store::Store;

pub(super) const COUNT: usize = 6;

const NAMES: [&str; COUNT] = [
    "Alder & Sons",
    "Blue Heron Books",
    "Café Übersee",
    "Delta Works",
    "Estudio Norte",
    "Fjord Supplies",
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, name) in NAMES.iter().enumerate() {
        let mut dice = place.dice(&BUSINESS, number);
        let fields = json!({
            "name": name,
            "phone": format!("+1808555{:04}", 3_000 + 10 * place.number + number),
            "email": format!("hello{number}@example.org"),
            "website": "https://example.org",
            "address": format!("{} Market Street", 1 + dice.below(200)),
            "city": "Springfield",
            "state": "Oregon",
            "postalCode": format!("{:05}", 10_000 + dice.below(80_000)),
            "country": "US",
            "description": "",
        });
        store.insert(
            &BUSINESS,
            place.id,
            object(fields),
            place.moment(number, 50),
        );
    }
}
