//! `GET /social-media-posting/{locationId}/tags` and `POST …/tags/details`: what posts are sorted by.

use serde_json::{Value, json};

use super::fields;
use crate::case::Small;
use crate::input::{checked, text, texts};
use crate::kinds::SOCIAL_TAG;
use crate::object::text_of;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::thing::Thing;
use crate::visit::Visit;

const PAGE_SIZE: usize = 10;

/// Answers with a page of a location's tags.
pub(super) fn tags(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let location_id = visit.id();
    let query = checked(visit.request.query_object(), fields::TAGS)?;
    visit.caller().may_enter(location_id)?;
    let term = text(&query, "searchText").unwrap_or_default().small();
    let found = found(state, location_id, &|tag| {
        text_of(&tag.fields, "tag").small().contains(&term)
    });
    let paging = state.config.paging;
    let page = paging.page("tags", found, &query, PAGE_SIZE);
    Ok(envelope(200, "Fetched Tags by Location ID", json!(page)))
}

/// Answers with the tags of these ids.
pub(super) fn tags_by_ids(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let location_id = visit.id();
    let body = checked(visit.request.body_object()?, fields::TAGS_BY_IDS)?;
    visit.caller().may_enter(location_id)?;
    let ids = texts(&body, "tagIds").unwrap_or_default();
    let found = found(state, location_id, &|tag| ids.contains(&&*tag.id));
    let results = json!({ "count": found.len(), "tags": found });
    Ok(envelope(201, "Fetched Tags by Tag IDs", results))
}

fn envelope(status: u16, message: &str, results: Value) -> Response {
    let answer =
        json!({ "success": true, "statusCode": status, "message": message, "results": results });
    Response::json(status, &answer)
}

fn found(state: &State, location_id: &str, is_wanted: &dyn Fn(&Thing) -> bool) -> Vec<Value> {
    let mut found = Vec::new();
    for tag in state.store().all(&SOCIAL_TAG, location_id) {
        if is_wanted(tag) {
            found.push(Value::Object(tag.fields.clone()));
        }
    }
    found
}
