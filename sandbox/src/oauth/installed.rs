//! `GET /oauth/installedLocations` and v3's `/oauth/installed-locations`: where the app is installed.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::fields;
use crate::case::Small;
use crate::input::{checked, text};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::seed::{self, Location};
use crate::state::State;
use crate::version::Version;
use crate::visit::Visit;

const ADDRESSES: [&str; 3] = [
    "12 Quay Street, Portland, ME 04101, USA",
    "Lindenweg 5, 22087 Hamburg, Germany",
    "Calle Mayor 8, 28013 Madrid, Spain",
];
const INSTALLED_AT: &str = "2026-01-15T10:30:00.000Z";
const PAGE_SIZE: usize = 20;

/// What the spec's opaque token says.
#[derive(Serialize, Deserialize)]
struct PageToken {
    skip: usize,
}

/// Answers with one page of locations.
pub(super) fn installed_locations(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let query = visit.request.query_object();
    match visit.version {
        Version::V2 => skipped(state, checked(query, fields::INSTALLED_V2)?),
        Version::V3 => paged(checked(query, fields::INSTALLED_V3)?),
    }
}

fn skipped(state: &State, query: Map<String, Value>) -> Result<Response, Refusal> {
    for (name, own) in [("companyId", seed::COMPANY_ID), ("appId", seed::APP_ID)] {
        if text(&query, name) != Some(own) {
            return Err(Refusal::Unacceptable(format!("{name} is invalid")));
        }
    }
    let paging = state.config.paging;
    let mut answer = paging.page("locations", found(&query), &query, PAGE_SIZE);
    answer.insert("installToFutureLocations".into(), json!(false));
    Ok(Response::json(200, &answer))
}

fn paged(query: Map<String, Value>) -> Result<Response, Refusal> {
    let invalid = |field, message: &str| Refusal::InvalidArgument {
        field,
        message: format!("{field} {message}"),
    };
    let size = match text(&query, "pageSize") {
        None => PAGE_SIZE,
        Some(digits) => digits
            .parse()
            .ok()
            .filter(|size| (1..=100).contains(size))
            .ok_or_else(|| invalid("pageSize", "must be a number from 1 to 100."))?,
    };
    let skip = match text(&query, "pageToken") {
        None => 0,
        Some(token) => {
            decode(token).ok_or_else(|| invalid("pageToken", "is not one of a previous page."))?
        }
    };
    if text(&query, "companyId") != Some(seed::COMPANY_ID) {
        return Err(invalid("companyId", "is not the company of the token."));
    }
    let app_id = text(&query, "appId").unwrap_or_default();
    if app_id != seed::APP_ID {
        return Err(Refusal::AppNotFound(app_id.to_owned()));
    }
    let found = found(&query);
    let total = found.len();
    let items: Vec<_> = found.into_iter().skip(skip).take(size).collect();
    let next = skip.saturating_add(items.len());
    let mut pagination = json!({
        "hasNextPage": next < total,
        "hasPrevPage": skip > 0,
        "currentPageSize": items.len(),
        "totalRecords": total,
    });
    if let Some(pagination) = pagination.as_object_mut() {
        if next < total {
            pagination.insert("nextPageToken".into(), json!(encode(next)));
        }
        if skip > 0 {
            let token = encode(skip.saturating_sub(size));
            pagination.insert("prevPageToken".into(), json!(token));
        }
    }
    let mut filters = query;
    filters.retain(|name, _| !name.starts_with("page"));
    let answer = json!({
        "items": items,
        "pagination": pagination,
        "metadata": { "filterApplied": filters, "sortApplied": {} },
        "installToFutureLocations": false,
    });
    Ok(Response::json(200, &answer))
}

/// The company's locations that the query asks for. Nothing is on trial, and the app has no plans.
fn found(query: &Map<String, Value>) -> Vec<Value> {
    let flag = |name, value: bool| {
        text(query, name).is_none_or(|wanted| wanted == if value { "true" } else { "false" })
    };
    let is_wanted = |location: &Location, installed: bool| {
        let name = location.name.small();
        flag("isInstalled", installed)
            && flag("onTrial", false)
            && text(query, "planId").is_none()
            && text(query, "versionId").is_none_or(|id| installed && id == seed::VERSION_ID)
            && text(query, "locationId").is_none_or(|id| id == location.id)
            && text(query, "query").is_none_or(|term| name.contains(&term.small()))
    };
    let all = seed::LOCATIONS.iter().zip(ADDRESSES);
    all.filter_map(|(location, address)| {
        let installed = seed::INSTALLED_LOCATION_IDS.contains(&location.id);
        is_wanted(location, installed).then(|| view(location, address, installed))
    })
    .collect()
}

fn view(Location { id, name }: &Location, address: &str, installed: bool) -> Value {
    let mut view = json!({ "_id": id, "name": name, "address": address, "isInstalled": installed });
    if let Some(view) = view.as_object_mut().filter(|_| installed) {
        view.insert("versionId".into(), json!(seed::VERSION_ID));
        view.insert("installedAt".into(), json!(INSTALLED_AT));
    }
    view
}

fn encode(skip: usize) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(json!(PageToken { skip }).to_string())
}

fn decode(token: &str) -> Option<usize> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
    let PageToken { skip } = serde_json::from_slice(&bytes).ok()?;
    Some(skip)
}
