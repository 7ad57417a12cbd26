//! The locations themselves.

use serde_json::json;

use super::place::Place;
use crate::kinds::LOCATION;
use crate::object::object;
use crate::seed::COMPANY_ID;
use crate::store::Store;

/// Street, city, state, country, postal code and time zone.
const ADDRESSES: [[&str; 6]; 3] = [
    [
        "12 Pier Road",
        "Honolulu",
        "HI",
        "US",
        "96813",
        "Pacific/Honolulu",
    ],
    [
        "Hafenstraße 7",
        "Hamburg",
        "HH",
        "DE",
        "20459",
        "Europe/Berlin",
    ],
    [
        "Calle del Sol 3",
        "Valencia",
        "VC",
        "ES",
        "46002",
        "Europe/Madrid",
    ],
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    let Some([address, city, state, country, postal_code, timezone]) = place.of(&ADDRESSES) else {
        return;
    };
    let fields = json!({
        "companyId": COMPANY_ID,
        "name": place.name,
        "email": format!("office{}@example.com", place.number + 1),
        "phone": format!("+1808555{:04}", 10 + place.number),
        "address": address,
        "city": city,
        "state": state,
        "country": country,
        "postalCode": postal_code,
        "website": "https://example.com",
        "timezone": timezone,
        "settings": {
            "allowDuplicateContact": false,
            "allowDuplicateOpportunity": false,
            "allowFacebookNameMerge": false,
            "disableContactTimezone": false,
        },
        "social": {},
    });
    let opened = place.moment(0, 0);
    store.plant(
        &LOCATION,
        place.id,
        place.id.to_owned(),
        object(fields),
        opened,
    );
}
