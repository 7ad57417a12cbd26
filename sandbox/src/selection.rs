//! Which users, in which order, how many of them, with which fields.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::user::User;

/// How a list is cut into pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Paging {
    /// The most items of a page, whatever `limit` asks for.
    pub most: Option<usize>,
    /// What `count` says.
    pub count: Counted,
}

/// What the `count` of a page says. HighLevel's documentation does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Counted {
    /// How many items there are in all.
    #[default]
    All,
    /// How many there are on the page.
    Page,
    /// Nothing: there is no `count`.
    None,
}

impl Paging {
    /// The page that `skip` and `limit` ask for, `default` items long where they do not say, as the member `name`.
    pub(crate) fn page(
        self,
        name: &str,
        found: Vec<Value>,
        input: &Map<String, Value>,
        default: usize,
    ) -> Map<String, Value> {
        let all = found.len();
        let limit = number(input, "limit", default).min(self.most.unwrap_or(usize::MAX));
        let items = found.into_iter().skip(number(input, "skip", 0)).take(limit);
        let items: Vec<_> = items.collect();
        let count = match self.count {
            Counted::All => Some(all),
            Counted::Page => Some(items.len()),
            Counted::None => None,
        };
        let mut page = Map::from_iter([(name.to_owned(), Value::Array(items))]);
        page.extend(count.map(|count| ("count".to_owned(), json!(count))));
        page
    }
}

/// Whether a user is one that the query of a search asks for.
pub(crate) fn matches(user: &User, query: &Map<String, Value>) -> bool {
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
pub(crate) fn sort(items: &mut [Map<String, Value>], query: &Map<String, Value>) {
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

/// A number that has been checked to be digits: one that does not fit is larger than every list.
fn number(input: &Map<String, Value>, name: &str, default: usize) -> usize {
    text(input, name).map_or(default, |digits| digits.parse().unwrap_or(usize::MAX))
}

/// The fields that a projection asks for, and the id.
pub(crate) fn project(mut item: Map<String, Value>, fields: &[&str]) -> Map<String, Value> {
    if fields != ["all"] {
        item.retain(|name, _| name == "id" || fields.contains(&name.as_str()));
    }
    item
}

/// A string, unless it is absent or empty: an empty filter filters nothing.
pub(crate) fn text<'a>(input: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    input.get(name)?.as_str().filter(|text| !text.is_empty())
}

/// The items of a comma list.
pub(crate) fn items<'a>(input: &'a Map<String, Value>, name: &str) -> Option<Vec<&'a str>> {
    Some(
        text(input, name)?
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect(),
    )
}
