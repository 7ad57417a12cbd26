//! `POST /contacts/search`, whose input stands on a page of the vendor's and in no spec.

use std::sync::Arc;

use serde_json::{Value, json};

use super::cursor::Order;
use super::view::found as shown;
use crate::call::Call;
use crate::filter::matches;
use crate::kinds::CONTACT;
use crate::names::full_name;
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::store::Thing;

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
    let query = text_of(body, "query").to_lowercase();
    let mut found = Vec::new();
    for contact in state.store.all(&CONTACT, &call.location_id) {
        let filters = filters.into_iter().flatten();
        if mentions(contact, &query) && matches(&contact.fields, "AND", filters)? {
            found.push(contact);
        }
    }
    let total = found.len();
    let order = order(body);
    let mut found: Vec<_> = found.into_iter().map(|it| (order.key(it), it)).collect();
    found.sort_by(|(one, first), (other, second)| {
        order.compare((one, &first.id), (other, &second.id))
    });
    let begins = match after.map(Vec::as_slice) {
        Some([key, Value::String(id)]) => found
            .partition_point(|(own, contact)| order.compare((own, &contact.id), (key, id)).is_le()),
        _ => (page - 1).saturating_mul(limit),
    };
    let page = found.into_iter().skip(begins).take(limit);
    let items = page.map(|(key, contact): (Value, &Arc<Thing>)| {
        let mut fields = shown(&state.store, contact, call.version());
        fields.insert("searchAfter".to_owned(), json!([key, *contact.id]));
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

/// Whether a text stands in a contact's name, address, number or company.
pub(super) fn mentions(contact: &Thing, query: &str) -> bool {
    let fields = &contact.fields;
    let name = full_name(fields).to_lowercase();
    let others = ["email", "phone", "companyName"].map(|name| text_of(fields, name).to_lowercase());
    name.contains(query) || others.iter().any(|value| value.contains(query))
}
