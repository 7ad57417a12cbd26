//! The company, and its snapshots.

use serde_json::json;

use super::place::{HOUR_MS, OPENED_MS};
use crate::kinds::{COMPANY, SNAPSHOT};
use crate::object::object;
use crate::seed::{COMPANY_ID, LOCATIONS};
use crate::store::Store;

const SNAPSHOTS: [(&str, &str); 4] = [
    ("Dental practice", "own"),
    ("Yoga studio", "own"),
    ("Real estate", "own"),
    ("Starter kit", "imported"),
];

pub(super) fn plant(store: &mut Store) {
    let fields = json!({
        "name": "Sandbox Agency",
        "email": "agency@example.com",
        "phone": "+18085550100",
        "website": "https://example.com",
        "domain": "app.example.com",
        "address": "1 Agency Plaza",
        "city": "Honolulu",
        "state": "HI",
        "country": "US",
        "postalCode": "96813",
        "timezone": "Pacific/Honolulu",
        "currency": "USD",
        "customerType": "agency",
        "status": "active",
        "locationCount": LOCATIONS.len(),
        "plan": 1,
        "isReselling": false,
    });
    store.plant(
        &COMPANY,
        "",
        COMPANY_ID.to_owned(),
        object(fields),
        OPENED_MS,
    );
}

pub(super) fn plant_snapshots(store: &mut Store) {
    for (number, (name, kind)) in SNAPSHOTS.iter().enumerate() {
        let fields = json!({ "name": name, "type": kind });
        store.insert(
            &SNAPSHOT,
            "",
            object(fields),
            OPENED_MS + HOUR_MS * number as u64,
        );
    }
}
