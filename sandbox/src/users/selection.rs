//! Which users, in which order.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::case::Small;
use crate::input::{items, text};
use crate::moment::moment;
use crate::roster::Listed;
use crate::user::User;

/// What the query of a search asks for, read once for all users.
pub(super) struct Selection<'a> {
    kind: Option<&'a str>,
    role: Option<&'a str>,
    two_way_sync: Option<bool>,
    location_id: Option<&'a str>,
    ids: Option<Vec<&'a str>>,
    term: Option<String>,
    sort: Option<&'a str>,
    descending: bool,
}

impl<'a> Selection<'a> {
    pub(super) fn read(query: &'a Map<String, Value>) -> Self {
        Self {
            kind: text(query, "type"),
            role: text(query, "role"),
            two_way_sync: text(query, "enabled2waySync").map(|flag| flag == "true"),
            location_id: text(query, "locationId"),
            ids: items(query, "ids"),
            term: text(query, "query").map(Small::small),
            sort: text(query, "sort"),
            descending: text(query, "sortDirection") == Some("desc"),
        }
    }

    /// Whether a user is one that is asked for.
    pub(super) fn has(&self, listed: Listed) -> bool {
        let user = listed.user;
        let ids = self.ids.as_ref();
        self.kind.is_none_or(|kind| kind == user.roles.kind)
            && self.role.is_none_or(|role| role == user.roles.role)
            && self.two_way_sync.is_none_or(|on| on == user.two_way_sync)
            && self.location_id.is_none_or(|id| user.works_in(id))
            && ids.is_none_or(|ids| ids.contains(&user.id.as_str()))
            && self.term.as_ref().is_none_or(|term| listed.mentions(term))
    }

    /// Sorts those who are in the order of their names by any field of the items. A field that they do not have leaves that
    /// order, as in the vendor's database.
    pub(super) fn order(&self, found: &mut [&User]) {
        if let Some(name) = self.sort {
            found.sort_by_cached_key(|user| shown(user, name).small());
        }
        if self.descending {
            found.reverse();
        }
    }
}

/// The text that an item has under this name, if it is one.
fn shown<'a>(user: &'a User, name: &str) -> Cow<'a, str> {
    let text: &str = match name {
        "id" => &user.id,
        "name" => return user.name().into(),
        "firstName" => &user.first_name,
        "lastName" => &user.last_name,
        "email" => &user.email,
        "phone" => user.phone.as_deref().unwrap_or_default(),
        "extension" => &user.extension,
        "platformLanguage" => user.platform_language.as_deref().unwrap_or_default(),
        "dateAdded" => return moment(user.added_ms).unwrap_or_default().into(),
        "dateUpdated" => return moment(user.updated_ms).unwrap_or_default().into(),
        _ => "",
    };
    text.into()
}
