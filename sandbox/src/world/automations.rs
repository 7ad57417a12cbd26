//! Campaigns and workflows.

use serde_json::json;

use super::place::Place;
use crate::kinds::{CAMPAIGN, WORKFLOW};
use crate::object::object;
use crate::store::Store;

const CAMPAIGNS: [(&str, &str); 4] = [
    ("Spring news", "published"),
    ("Win back", "published"),
    ("Holiday greetings", "draft"),
    ("Feedback round", "published"),
];
const WORKFLOWS: [(&str, &str); 5] = [
    ("New lead", "published"),
    ("Appointment reminder", "published"),
    ("Missed call", "draft"),
    ("Birthday", "published"),
    ("Review request", "draft"),
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, (name, status)) in CAMPAIGNS.iter().enumerate() {
        let fields = json!({ "name": name, "status": status });
        store.insert(
            &CAMPAIGN,
            place.id,
            object(fields),
            place.moment(number, 70),
        );
    }
    for (number, (name, status)) in WORKFLOWS.iter().enumerate() {
        let version = 1 + place.dice(&WORKFLOW, number).below(9);
        let fields = json!({ "name": name, "status": status, "version": version });
        store.insert(
            &WORKFLOW,
            place.id,
            object(fields),
            place.moment(number, 90),
        );
    }
}
