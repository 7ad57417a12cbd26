//! Lists of contacts that are read without a search.

use serde_json::{Value, json};

use super::view::item;
use crate::call::Call;
use crate::case::Small;
use crate::input::{milliseconds, number, text};
use crate::kinds::{BUSINESS, CONTACT};
use crate::object::{Object, merge, object};
use crate::page::cut;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

const MOST: usize = 100;

/// `GET /contacts/`, of v2 only: the newest first, from behind the one that is named.
pub(super) fn list(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let limit = number(&call.query, "limit", 20);
    if limit > MOST {
        let words = "limit must not be greater than 100";
        return Err(Refusal::Malformed(words.to_owned()));
    }
    let query = text(&call.query, "query").unwrap_or_default().small();
    let found = state.store().all(&CONTACT, &call.location_id).rev();
    let found: Vec<_> = found.filter(|contact| contact.mentions(&query)).collect();
    let total = found.len();
    let ms = milliseconds(&call.query, "startAfter", u64::MAX);
    let begins = match text(&call.query, "startAfterId") {
        None => 0,
        Some(id) => {
            let place = found.iter().position(|contact| *contact.id == *id);
            // One that is gone meanwhile has left its moment.
            let older = || found.iter().position(|contact| contact.added_ms < ms);
            place.map(|place| place + 1).or_else(older).unwrap_or(total)
        }
    };
    let page: Vec<_> = found.into_iter().skip(begins).take(limit).collect();
    let last = page.last().filter(|_| begins + page.len() < total);
    let next = last.map(|contact| {
        let (id, ms) = (&contact.id, contact.added_ms);
        let location = &call.location_id;
        let host = "https://services.leadconnectorhq.com";
        let query =
            format!("locationId={location}&limit={limit}&startAfter={ms}&startAfterId={id}");
        (format!("{host}/contacts/?{query}"), id.to_string(), ms)
    });
    let items = page
        .iter()
        .map(|contact| item(state.store(), contact, call.version()));
    let items: Vec<_> = items.collect();
    let place = begins / limit.max(1) + 1;
    // Where there is no page, nothing is said of it.
    let mut meta = Object::new();
    let pages = json!({
        "total": total,
        "nextPageUrl": next.as_ref().map(|(url, ..)| url),
        "startAfterId": next.as_ref().map(|(_, id, _)| id),
        "startAfter": next.as_ref().map(|(.., ms)| ms),
        "currentPage": place,
        "nextPage": next.as_ref().map(|_| place + 1),
        "prevPage": Some(place - 1).filter(|page| *page > 0),
    });
    merge(&mut meta, object(pages));
    let answer = json!({ "contacts": items, "count": total, "meta": meta });
    Ok(Response::json(200, &answer))
}

/// `GET /contacts/business/{businessId}`: the oldest first.
pub(super) fn of_business(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let business = call.thing(&BUSINESS)?;
    let query = text(&call.query, "query").unwrap_or_default().small();
    let found = state.store().list(&CONTACT, "businessId", &business.id);
    let found = found.filter(|contact| contact.mentions(&query));
    // The cursor of v3: a moment and an id.
    let after = call
        .query
        .get("startAfter")
        .and_then(|after| after.get(1))
        .and_then(Value::as_str);
    let found: Vec<_> = found.collect();
    let place = after.and_then(|id| found.iter().position(|contact| *contact.id == *id));
    let begins = place.map_or(0, |place| place + 1) + number(&call.query, "skip", 0);
    let most = state.config.paging.most.unwrap_or(usize::MAX);
    let limit = number(&call.query, "limit", 25).min(most);
    let (page, count) = cut(found.into_iter(), begins, limit);
    let items = page
        .into_iter()
        .map(|contact| item(state.store(), contact, call.version()));
    let items: Vec<_> = items.collect();
    Ok(Response::json(
        200,
        &json!({ "contacts": items, "count": count }),
    ))
}
