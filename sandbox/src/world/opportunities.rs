//! Pipelines with their stages, reasons of loss, and opportunities of contacts of the location.

use serde_json::{Value, json};

use super::place::Place;
use crate::dice::{Dice, Purpose};
use crate::kinds::{CONTACT, LOST_REASON, OPPORTUNITY, PIPELINE};
use crate::moment::moment;
use crate::object::{object, text_of};
use crate::store::Store;

const COUNT: usize = 40;
const PIPELINES: [(&str, [&str; 4]); 2] = [
    ("Sales", ["New", "Contacted", "Offer sent", "Closed"]),
    ("Renewals", ["Due", "Reminded", "Agreed", "Done"]),
];
const REASONS: [&str; 3] = ["Price", "Timing", "Went elsewhere"];
const STATUSES: [&str; 5] = ["open", "open", "won", "lost", "abandoned"];

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, (name, stages)) in PIPELINES.iter().enumerate() {
        let stages = stages.iter().enumerate().map(|(position, name)| {
            let number = place.number << 8 | number << 4 | position;
            let mut dice = Dice::new(PIPELINE.number << 24 | number, Purpose::Fields);
            json!({
                "id": dice.uuid(),
                "name": name,
                "position": position,
                "showInFunnel": true,
                "showInPieChart": true,
            })
        });
        let fields = json!({
            "name": name,
            "stages": stages.collect::<Vec<_>>(),
            "showInFunnel": true,
            "showInPieChart": true,
        });
        store.insert(&PIPELINE, place.id, object(fields), place.moment(number, 2));
    }
    for (number, name) in REASONS.iter().enumerate() {
        let fields = json!({ "name": name });
        store.insert(
            &LOST_REASON,
            place.id,
            object(fields),
            place.moment(number, 3),
        );
    }
    let contacts = place.ids(store, &CONTACT);
    let reasons = place.ids(store, &LOST_REASON);
    let pipelines = place.ids(store, &PIPELINE);
    for (number, contact_id) in contacts.iter().step_by(5).take(COUNT).enumerate() {
        let mut dice = place.dice(&OPPORTUNITY, number);
        let pipeline = pipelines.get(number % 2).map_or("", String::as_str);
        let stage = stage(store, pipeline, dice.below(4) as usize);
        let status = dice.pick(&STATUSES).unwrap_or_default();
        let added = place.moment(5 * number, 20) + 7_200_000;
        let contact = store.get(&CONTACT, contact_id);
        let name = contact.map_or("", |contact| text_of(&contact.fields, "lastName"));
        let mut fields = object(json!({
            "name": format!("Order of {name}"),
            "monetaryValue": 50 * (1 + dice.below(200)),
            "pipelineId": pipeline,
            "pipelineStageId": stage,
            "assignedTo": place.user_id(&mut dice),
            "status": status,
            "contactId": contact_id,
            "lastStatusChangeAt": moment(added),
            "lastStageChangeAt": moment(added),
        }));
        if status == "lost" {
            fields.insert("lostReasonId".into(), json!(reasons.get(number % 3)));
        }
        store.insert(&OPPORTUNITY, place.id, fields, added);
    }
}

fn stage(store: &Store, pipeline_id: &str, position: usize) -> Value {
    let pipeline = store.get(&PIPELINE, pipeline_id);
    let stage = pipeline.and_then(|pipeline| pipeline.fields.get("stages")?.get(position));
    stage.map_or(Value::Null, |stage| stage["id"].clone())
}
