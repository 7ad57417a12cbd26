//! Which users, in which order, with which fields.

use serde_json::{Map, Value};

use crate::input::{items, text};
use crate::user::User;

/// Whether a user is one that the query of a search asks for.
pub(super) fn matches(user: &User, query: &Map<String, Value>) -> bool {
    let is = |name, value: &str| text(query, name).is_none_or(|wanted| wanted == value);
    let contains = |term: &str| {
        let term = term.to_lowercase();
        let phone = user.phone.as_deref().unwrap_or_default();
        [&user.name(), &user.email, phone]
            .iter()
            .any(|value| value.to_lowercase().contains(&term))
    };
    is("type", &user.roles.kind)
        && is("role", &user.roles.role)
        && is(
            "enabled2waySync",
            if user.two_way_sync { "true" } else { "false" },
        )
        && text(query, "locationId").is_none_or(|id| user.works_in(id))
        && items(query, "ids").is_none_or(|ids| ids.contains(&user.id.as_str()))
        && text(query, "query").is_none_or(contains)
}

/// Sorts by any field of the items. A field that they do not have leaves the order by name, as in the vendor's database.
pub(super) fn sort(items: &mut [Map<String, Value>], query: &Map<String, Value>) {
    let key =
        |item: &Map<String, Value>, name: &str| text(item, name).unwrap_or_default().to_lowercase();
    items.sort_by_cached_key(|item| {
        (
            key(item, "firstName"),
            key(item, "lastName"),
            key(item, "id"),
        )
    });
    if let Some(name) = text(query, "sort") {
        items.sort_by_cached_key(|item| key(item, name));
    }
    if text(query, "sortDirection") == Some("desc") {
        items.reverse();
    }
}

/// The fields that a projection asks for, and the id.
pub(super) fn project(mut item: Map<String, Value>, fields: &[&str]) -> Map<String, Value> {
    if fields != ["all"] {
        item.retain(|name, _| name == "id" || fields.contains(&name.as_str()));
    }
    item
}
