//! `POST /contacts/search`, whose input stands on a page of the vendor's and in no spec.

use std::sync::Arc;

use serde_json::{Value, json};

use super::cursor::Order;
use super::view::found as shown;
use crate::call::Call;
use crate::case::Small;
use crate::filter::matches;
use crate::kinds::CONTACT;
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::sort_key::SortKey;
use crate::state::State;
use crate::thing::Thing;

/// How deep pages reach; what lies beyond takes `searchAfter`.
const REACH: usize = 10_000;

pub(super) fn search(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let body = &call.body;
    let limit = count(body, "pageLimit", 20);
    let page = count(body, "page", 1).max(1);
    let after = body.get("searchAfter").and_then(Value::as_array);
    if after.is_none() && page.saturating_mul(limit) > REACH {
        let words = "page times pageLimit must not be greater than 10000: use searchAfter";
        return Err(Refusal::Malformed(words.to_owned()));
    }
    let filters = body.get("filters").and_then(Value::as_array);
    let query = text_of(body, "query").small();
    let mut found = Vec::new();
    for contact in state.store().all(&CONTACT, &call.location_id) {
        let filters = filters.into_iter().flatten();
        if contact.mentions(&query) && matches(&contact.fields, "AND", filters)? {
            found.push(contact);
        }
    }
    let total = found.len();
    let order = order(body);
    let keyed = found
        .into_iter()
        .map(|contact| (order.key(contact), contact));
    let mut keyed: Vec<(SortKey, &Arc<Thing>)> = keyed.collect();
    let begins = match after.map(Vec::as_slice) {
        Some([key, Value::String(id)]) => {
            keyed.retain(|(own, contact)| order.is_behind((own, contact), (key, id)));
            0
        }
        _ => (page - 1).saturating_mul(limit),
    };
    let compare = |(one, first): &(SortKey, &Arc<Thing>),
                   (other, second): &(SortKey, &Arc<Thing>)| {
        order.compare((one, &first.id), (other, &second.id))
    };
    // Of many contacts, those that no page of before and not this one has need no order.
    let ends = begins.saturating_add(limit);
    if ends < keyed.len() {
        keyed.select_nth_unstable_by(ends, compare);
        keyed.truncate(ends);
    }
    keyed.sort_unstable_by(compare);
    let page = keyed.into_iter().skip(begins);
    let items = page.map(|(_, contact)| {
        let mut fields = shown(state.store(), contact, call.version());
        fields.insert("searchAfter".to_owned(), order.cursor(contact));
        fields
    });
    let items: Vec<_> = items.collect();
    Ok(Response::json(
        200,
        &json!({ "contacts": items, "total": total }),
    ))
}

fn count(body: &Object, name: &str, default: usize) -> usize {
    let number = body.get(name).and_then(Value::as_u64);
    number.map_or(default, |number| {
        usize::try_from(number).unwrap_or(usize::MAX)
    })
}

/// The first field to sort by; the newest come first where none is named.
fn order(body: &Object) -> Order {
    let first = body.get("sort").and_then(|sort| sort.get(0)?.as_object());
    first.map_or(
        Order {
            field: "dateAdded".to_owned(),
            descending: true,
        },
        |first| Order {
            field: text_of(first, "field").to_owned(),
            descending: text_of(first, "direction") == "desc",
        },
    )
}
