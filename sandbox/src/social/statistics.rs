//! `POST /social-media-posting/statistics`: what the posts of some profiles came to.

use serde_json::{Map, Value, json};

use super::fields;
use super::period::Periods;
use super::report::Report;
use super::tally::{Account, Tally};
use crate::input::{checked, text, texts};
use crate::kinds::PROFILE;
use crate::object::text_of;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::validate::{Problem, Rule};
use crate::version::Version;
use crate::visit::Visit;

const PLATFORMS: [&str; 7] = [
    "facebook",
    "instagram",
    "linkedin",
    "google",
    "pinterest",
    "youtube",
    "tiktok",
];
const MOST_PROFILES: usize = 100;

/// Answers with the statistics of the profiles that are asked for.
pub(super) fn statistics(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let request = visit.request;
    let query = checked(request.query_object(), fields::STATISTICS_QUERY)?;
    let (takes, status) = match visit.version {
        Version::V2 => (fields::STATISTICS_V2, 201),
        Version::V3 => (fields::STATISTICS_V3, 200),
    };
    let body = checked(request.body_object()?, takes)?;
    let location_id = text(&query, "locationId").unwrap_or_default();
    visit.caller().may_enter(location_id)?;
    let profiles = profiles(state, &body, location_id)?;
    let Periods { current, previous } = Periods::read(&body, request.now_ms)?;
    let tally = |period| Tally::of(&profiles, &period, request.now_ms);
    let report = Report {
        period: current,
        current: tally(current),
        previous: previous.map(tally),
    };
    let answer = json!({
        "results": report.results(),
        "message": "Analytics Built Successfully",
        "traceId": visit.trace_id,
    });
    Ok(Response::json(status, &answer))
}

/// The location's profiles that are asked for, each once.
fn profiles(
    state: &State,
    body: &Map<String, Value>,
    location_id: &str,
) -> Result<Vec<Account>, Refusal> {
    let ids = texts(body, "profileIds").unwrap_or_default();
    if ids.is_empty() {
        let problem = Problem::new("profileIds", Rule::Required);
        return Err(Refusal::Invalid(vec![problem]));
    }
    let unacceptable = |message: String| Err(Refusal::Unacceptable(message));
    if ids.len() > MOST_PROFILES {
        return unacceptable(format!(
            "profileIds must have at most {MOST_PROFILES} items"
        ));
    }
    let platforms = texts(body, "platforms").unwrap_or_else(|| PLATFORMS.to_vec());
    if let Some(unknown) = platforms.iter().find(|name| !PLATFORMS.contains(name)) {
        return unacceptable(format!("platforms has {unknown}, which is no platform"));
    }
    let is_own = |id: &&str| {
        let profile = state.store().get(&PROFILE, id);
        profile.is_some_and(|profile| profile.location_id == location_id)
    };
    if let Some(unknown) = ids.iter().find(|id| !is_own(id)) {
        return unacceptable(format!("Account {unknown} not found"));
    }
    let mut wanted = Vec::new();
    for profile in state.store().all(&PROFILE, location_id) {
        let platform = text_of(&profile.fields, "platform");
        let known = PLATFORMS.into_iter().find(|name| *name == platform);
        if let Some(platform) = known.filter(|name| platforms.contains(name))
            && ids.contains(&&*profile.id)
        {
            let number = profile.fields.get("number").and_then(Value::as_u64);
            let number = number.unwrap_or(0) as usize;
            wanted.push(Account { number, platform });
        }
    }
    Ok(wanted)
}
