//! The two searches: `GET` by fields, `POST` by a text and by filters.

use serde_json::{Value, json};

use super::order::{Order, named};
use super::view::{Details, detailed};
use crate::call::Call;
use crate::case::Small;
use crate::filter::matches;
use crate::input::{milliseconds, number, text};
use crate::kinds::{CONTACT, OPPORTUNITY};
use crate::moment;
use crate::object::{Object, is_set, merge, object, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;

const HOST: &str = "https://services.leadconnectorhq.com/opportunities/search";
const DAY_MS: u64 = 86_400_000;

/// What the query calls a field in v2 and in v3, and the field.
const FILTERS: [([&str; 2], &str); 6] = [
    (["pipeline_id", "pipelineId"], "pipelineId"),
    (["pipeline_stage_id", "pipelineStageId"], "pipelineStageId"),
    (["contact_id", "contactId"], "contactId"),
    (["assigned_to", "assignedTo"], "assignedTo"),
    (["id", "id"], "id"),
    (["campaignId", "campaignId"], "campaignId"),
];

/// `GET /opportunities/search`
pub(super) fn search(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let (query, store) = (&call.query, state.store());
    let begins_ms = day(call, "date")?.unwrap_or(0);
    let ends_ms = day(call, "endDate")?.map_or(u64::MAX, |ms| ms + DAY_MS);
    let found = store.all(&OPPORTUNITY, &call.location_id).filter(|it| {
        (begins_ms..ends_ms).contains(&it.added_ms)
            && fits(call, it)
            && text(query, "q").is_none_or(|term| mentions(store, it, term))
            && text(query, "country").is_none_or(|country| lives_in(store, it, country))
    });
    let mut found: Vec<_> = found.collect();
    let order = text(query, "order").unwrap_or("added_desc");
    let by_name = order.starts_with("name");
    if by_name {
        found.sort_by_cached_key(|it| text_of(&it.fields, "name").small());
    }
    let ascending = order.ends_with("_asc");
    if !ascending {
        found.reverse();
    }
    let total = found.len();
    let limit = number(query, "limit", 20);
    let page = number(query, "page", 1).max(1);
    let left_ms = milliseconds(query, "startAfter", u64::MAX);
    let is_behind = |it: &Thing| match ascending {
        _ if by_name => false,
        true => it.added_ms > left_ms,
        false => it.added_ms < left_ms,
    };
    let begins = match text(query, "startAfterId") {
        None => (page - 1).saturating_mul(limit),
        Some(id) => {
            let place = found.iter().position(|it| *it.id == *id);
            // One that is gone meanwhile has left its moment.
            let left = || found.iter().position(|it| is_behind(it));
            place.map(|place| place + 1).or_else(left).unwrap_or(total)
        }
    };
    let wanted = |name: &str| text(query, name) == Some("true");
    let details = Details {
        notes: wanted("getNotes"),
        tasks: wanted("getTasks"),
        events: wanted("getCalendarEvents"),
    };
    let shown: Vec<_> = found.into_iter().skip(begins).take(limit).collect();
    let more = begins + shown.len() < total;
    let last = shown.last().filter(|_| more);
    let next = last.map(|it| {
        let (id, ms) = (&it.id, it.added_ms);
        format!("{HOST}?limit={limit}&startAfter={ms}&startAfterId={id}")
    });
    let place = begins / limit.max(1) + 1;
    // Where there is no page, nothing is said of it.
    let mut meta = Object::new();
    let pages = json!({
        "total": total,
        "nextPageUrl": next,
        "startAfterId": last.map(|it| it.id.to_string()),
        "startAfter": last.map(|it| it.added_ms),
        "currentPage": place,
        "nextPage": last.map(|_| place + 1),
        "prevPage": Some(place - 1).filter(|page| *page > 0),
    });
    merge(&mut meta, object(pages));
    let shown = shown
        .iter()
        .map(|it| detailed(store, it, call.version(), details));
    let shown: Vec<_> = shown.collect();
    let answer = json!({ "opportunities": shown, "meta": meta, "aggregations": {} });
    Ok(Response::json(200, &answer))
}

/// `POST /opportunities/search`: the newest first if no order is asked for, by page or from behind a cursor.
pub(super) fn advanced(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let (body, store) = (&call.body, state.store());
    let term = text_of(body, "query");
    let filters = body.get("filters").and_then(Value::as_array);
    let mut found = Vec::new();
    for it in store.all(&OPPORTUNITY, &call.location_id) {
        let filters = filters.into_iter().flatten();
        if mentions(store, it, term) && matches(&named(it), "AND", filters)? {
            found.push(it);
        }
    }
    let total = found.len();
    let order = Order::of(body);
    let after = body.get("searchAfter").and_then(Value::as_array);
    let found = order.sorted(found, after.map(Vec::as_slice));
    let count = |name: &str| body.get(name).and_then(Value::as_u64).unwrap_or(0) as usize;
    let limit = Some(count("limit"))
        .filter(|limit| *limit > 0)
        .unwrap_or(20);
    let begins = match after {
        None => count("page").saturating_sub(1).saturating_mul(limit),
        Some(_) => 0,
    };
    let details = body.get("additionalDetails").and_then(Value::as_object);
    let wanted = |name: &str| details.is_some_and(|details| is_set(details, name));
    let details = Details {
        notes: wanted("notes"),
        tasks: wanted("tasks"),
        events: wanted("calendarEvents"),
    };
    let shown = found.into_iter().skip(begins).take(limit).map(|it| {
        let mut fields = detailed(store, it, call.version(), details);
        fields.insert("sort".to_owned(), order.cursor(it));
        fields
    });
    let shown: Vec<_> = shown.collect();
    let answer = json!({ "opportunities": shown, "total": total, "aggregations": {} });
    Ok(Response::json(200, &answer))
}

fn fits(call: &Call, opportunity: &Thing) -> bool {
    let has = |field: &str, wanted: &str| text_of(&opportunity.fields, field) == wanted;
    let status = text(&call.query, "status").filter(|status| *status != "all");
    let mut filters = FILTERS.iter();
    status.is_none_or(|status| has("status", status))
        && filters.all(|(names, field)| {
            let mut wanted = names.iter().filter_map(|name| text(&call.query, name));
            wanted.all(|wanted| has(field, wanted))
        })
}

/// Whether a text stands in its name, or in its contact's name, address or number.
fn mentions(store: &Store, opportunity: &Thing, term: &str) -> bool {
    let term = term.small();
    let contains = |text: &str| text.small().contains(&term);
    let contact = store.get(&CONTACT, text_of(&opportunity.fields, "contactId"));
    contains(text_of(&opportunity.fields, "name"))
        || contact.is_some_and(|contact| {
            let names = ["firstName", "lastName", "email", "phone"];
            names
                .iter()
                .any(|name| contains(text_of(&contact.fields, name)))
        })
}

fn lives_in(store: &Store, opportunity: &Thing, country: &str) -> bool {
    let contact = store.get(&CONTACT, text_of(&opportunity.fields, "contactId"));
    contact.is_some_and(|contact| text_of(&contact.fields, "country") == country)
}

/// The beginning of a day that is written `mm-dd-yyyy`.
fn day(call: &Call, name: &str) -> Result<Option<u64>, Refusal> {
    let Some(day) = text(&call.query, name) else {
        return Ok(None);
    };
    let parts: Vec<_> = day.split('-').collect();
    let ms = match parts.as_slice() {
        [month, day, year] => moment::milliseconds(&format!("{year}-{month}-{day}T00:00:00Z")),
        _ => None,
    };
    let words = || format!("{name} must be a date of the form mm-dd-yyyy");
    ms.map(Some).ok_or_else(|| Refusal::Malformed(words()))
}
