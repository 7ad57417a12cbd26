//! What the input of a creation or a change makes of an opportunity.

use serde_json::{Value, json};

use crate::call::Call;
use crate::custom_fields;
use crate::kinds::{CONTACT, OPPORTUNITY, PIPELINE};
use crate::moment::moment;
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;

/// The fields to write: in a pipeline and a stage that there are, of a contact that there is, which has no other there.
pub(super) fn draft(
    state: &mut State,
    call: &Call,
    before: Option<&Thing>,
) -> Result<Object, Refusal> {
    let store = state.store();
    let mut fields = call.body.clone();
    fields.remove("locationId");
    let known = |name: &str| before.map_or("", |it| text_of(&it.fields, name));
    let or_known = |name: &'static str| match text_of(&call.body, name) {
        "" => known(name),
        text => text,
    };
    let pipeline_id = or_known("pipelineId");
    let stage_id = stage(store, call, pipeline_id, or_known("pipelineStageId"))?;
    if stage_id != known("pipelineStageId") {
        fields.insert("lastStageChangeAt".to_owned(), json!(moment(call.now_ms())));
    }
    fields.insert("pipelineStageId".to_owned(), json!(stage_id));
    if or_known("status") != known("status") || before.is_none() {
        fields.insert(
            "lastStatusChangeAt".to_owned(),
            json!(moment(call.now_ms())),
        );
    }
    let contact_id = or_known("contactId");
    if before.is_none() && !contact_id.is_empty() {
        call.own(store, &CONTACT, contact_id)?;
        refuse_second(store, call, contact_id, pipeline_id)?;
    }
    if let Some(Value::Array(values)) = fields.get("customFields") {
        let kept = before.and_then(|it| it.fields.get("customFields"));
        let values = custom_fields::merged(store, &call.location_id, kept, values, "fieldValue");
        fields.insert("customFields".to_owned(), values);
    }
    Ok(fields)
}

/// The stage of a pipeline of the location: its first one, unless another of its own is named.
fn stage(store: &Store, call: &Call, pipeline_id: &str, wanted: &str) -> Result<String, Refusal> {
    let pipeline = call.own(store, &PIPELINE, pipeline_id)?;
    let stages = pipeline.fields.get("stages").and_then(Value::as_array);
    let mut ids = stages
        .into_iter()
        .flatten()
        .filter_map(|stage| stage["id"].as_str());
    let moves = !text_of(&call.body, "pipelineId").is_empty()
        && text_of(&call.body, "pipelineStageId").is_empty();
    let found = match wanted {
        "" => ids.next(),
        wanted => ids
            .clone()
            .find(|id| *id == wanted)
            .or_else(|| ids.next().filter(|_| moves)),
    };
    let words = || format!("pipelineStageId {wanted} is not a stage of the pipeline");
    found
        .map(str::to_owned)
        .ok_or_else(|| Refusal::Malformed(words()))
}

fn refuse_second(
    store: &Store,
    call: &Call,
    contact_id: &str,
    pipeline_id: &str,
) -> Result<(), Refusal> {
    if call.allows(store, "allowDuplicateOpportunity") {
        return Ok(());
    }
    let mut others = store.list(&OPPORTUNITY, "contactId", contact_id);
    match others.find(|other| text_of(&other.fields, "pipelineId") == pipeline_id) {
        None => Ok(()),
        Some(other) => Err(Refusal::Duplicate {
            message: "Can not create duplicate opportunity for the contact.",
            more: json!({
                "code": "OPPORTUNITY_NO_DUPLICATE",
                "error": "Bad Request",
                "meta": { "existingId": *other.id },
            }),
        }),
    }
}
