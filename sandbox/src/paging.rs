//! How many items of a list.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::input::number;

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
    /// The page that `skip` and `limit` ask for, `default` items long where they do not say, and what `count` says.
    pub(crate) fn cut<T>(
        self,
        found: Vec<T>,
        input: &Map<String, Value>,
        default: usize,
    ) -> (Vec<T>, Option<usize>) {
        let all = found.len();
        let limit = number(input, "limit", default).min(self.most.unwrap_or(usize::MAX));
        let items = found.into_iter().skip(number(input, "skip", 0)).take(limit);
        let items: Vec<_> = items.collect();
        let count = match self.count {
            Counted::All => Some(all),
            Counted::Page => Some(items.len()),
            Counted::None => None,
        };
        (items, count)
    }

    /// The same as the member `name` of an answer.
    pub(crate) fn page(
        self,
        name: &str,
        found: Vec<Value>,
        input: &Map<String, Value>,
        default: usize,
    ) -> Map<String, Value> {
        let (items, count) = self.cut(found, input, default);
        let mut page = Map::from_iter([(name.to_owned(), Value::Array(items))]);
        page.extend(count.map(|count| ("count".to_owned(), json!(count))));
        page
    }
}
