//! `GET /social-media-posting/{locationId}/tags` and `POST …/tags/details`: what posts are sorted by.

use serde_json::{Value, json};

use super::fields;
use super::post::DAY_MS;
use crate::case::Small;
use crate::dice::{Dice, Purpose};
use crate::input::{checked, text, texts};
use crate::moment::moment;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::seed;
use crate::state::State;
use crate::user::user_id;
use crate::visit::Visit;

/// The tags of each location, in its order. None has been deleted.
const NAMES: [&[&str]; 3] = [
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
const PAGE_SIZE: usize = 10;
/// 2024-02-01, in days since 1970.
const FIRST_DAY: u64 = 19_754;

struct Tag {
    id: String,
    name: &'static str,
    view: Value,
}

/// Answers with a page of a location's tags.
pub(super) fn tags(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let location_id = visit.id();
    let query = checked(visit.request.query_object(), fields::TAGS)?;
    visit.caller().may_enter(location_id)?;
    let term = text(&query, "searchText").unwrap_or_default().small();
    let found = of(location_id)
        .into_iter()
        .filter(|tag| tag.name.small().contains(&term));
    let found = found.map(|tag| tag.view).collect();
    let paging = state.config.paging;
    let page = paging.page("tags", found, &query, PAGE_SIZE);
    Ok(envelope(200, "Fetched Tags by Location ID", json!(page)))
}

/// Answers with the tags of these ids.
pub(super) fn tags_by_ids(visit: &Visit) -> Result<Response, Refusal> {
    let location_id = visit.id();
    let body = checked(visit.request.body_object()?, fields::TAGS_BY_IDS)?;
    visit.caller().may_enter(location_id)?;
    let ids = texts(&body, "tagIds").unwrap_or_default();
    let found = of(location_id)
        .into_iter()
        .filter(|tag| ids.contains(&tag.id.as_str()));
    let found: Vec<_> = found.map(|tag| tag.view).collect();
    let results = json!({ "count": found.len(), "tags": found });
    Ok(envelope(201, "Fetched Tags by Tag IDs", results))
}

fn envelope(status: u16, message: &str, results: Value) -> Response {
    let answer =
        json!({ "success": true, "statusCode": status, "message": message, "results": results });
    Response::json(status, &answer)
}

fn of(location_id: &str) -> Vec<Tag> {
    let mut all = seed::LOCATIONS.iter().zip(NAMES).enumerate();
    let Some((place, (_, names))) = all.find(|(_, (location, _))| location.id == location_id)
    else {
        return Vec::new();
    };
    let tags = names.iter().enumerate().map(|(number, name)| {
        let mut dice = Dice::new(place << 8 | number, Purpose::Tag);
        let id = dice.hex(24);
        let day = FIRST_DAY + dice.below(300);
        let view = json!({
            "_id": id,
            "tag": name,
            "locationId": location_id,
            // Whose home is this location.
            "createdBy": user_id(12 + place + seed::LOCATIONS.len() * dice.below(10) as usize),
            "deleted": false,
            "createdAt": moment_of(day, &mut dice),
            "updatedAt": moment_of(day + 1 + dice.below(200), &mut dice),
        });
        Tag { id, name, view }
    });
    tags.collect()
}

/// A moment of a day.
fn moment_of(day: u64, dice: &mut Dice) -> Option<String> {
    moment(day * DAY_MS + dice.below(DAY_MS))
}
