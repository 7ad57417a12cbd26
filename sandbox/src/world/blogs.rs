//! Blogs, with authors, categories and posts.

use serde_json::{Value, json};

use super::place::Place;
use crate::case::Small;
use crate::kind::Kind;
use crate::kinds::{AUTHOR, BLOG, CATEGORY, POST};
use crate::object::object;
use crate::store::Store;

const TITLES: [&str; 8] = [
    "What we learned this year",
    "Five questions we hear often",
    "Before you visit us",
    "A day behind the counter",
    "Our new rooms",
    "How to find us",
    "Thank you",
    "Über uns",
];
const STATUSES: [&str; 4] = ["PUBLISHED", "PUBLISHED", "DRAFT", "ARCHIVED"];

pub(super) fn plant(store: &mut Store, place: &Place) {
    let blogs = ["News", "Stories"].map(|name| json!({ "name": name }));
    let blogs = plant_all(store, place, &BLOG, &blogs);
    let authors = ["Grace Walker", "Omar Haddad"]
        .map(|name| json!({ "name": name, "canonicalLink": "https://example.com/authors" }));
    let authors = plant_all(store, place, &AUTHOR, &authors);
    let categories = ["Advice", "House", "People"].map(|label| {
        json!({
            "label": label,
            "urlSlug": label.small(),
            "canonicalLink": "https://example.com/categories",
        })
    });
    let categories = plant_all(store, place, &CATEGORY, &categories);
    let posts = TITLES.iter().enumerate().map(|(number, title)| {
        let pick = |ids: &[String]| ids.iter().cycle().nth(number).cloned();
        let status = STATUSES
            .iter()
            .cycle()
            .nth(number)
            .copied()
            .unwrap_or_default();
        json!({
            "blogId": pick(&blogs),
            "author": pick(&authors),
            "categories": [pick(&categories)],
            "tags": [],
            "title": title,
            "description": format!("{title}, in a few words"),
            "imageUrl": "https://example.com/image.png",
            "imageAltText": "A picture",
            "rawHTML": format!("<h1>{title}</h1>"),
            "urlSlug": title.small().replace(' ', "-"),
            "status": status,
            "archived": status == "ARCHIVED",
            "publishedAt": "2025-03-01T09:00:00.000Z",
        })
    });
    plant_all(store, place, &POST, &posts.collect::<Vec<_>>());
}

/// The ids of the new things.
fn plant_all(
    store: &mut Store,
    place: &Place,
    kind: &'static Kind,
    things: &[Value],
) -> Vec<String> {
    let things = things.iter().enumerate().map(|(number, fields)| {
        let fields = object(fields.clone());
        store
            .insert(kind, place.id, fields, place.moment(number, 24))
            .id
            .to_string()
    });
    things.collect()
}
