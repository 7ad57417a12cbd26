//! The calls about blogs: their posts, and whom and what these are by and about.

mod fields;

use serde_json::json;

use crate::call::Call;
use crate::entry::{Count, Entry, Listing, Pages};
use crate::input::text;
use crate::kinds::{AUTHOR, BLOG, CATEGORY, POST};
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

const FROM_OFFSET: Listing = Listing {
    filters: &[],
    searched: ("", &[]),
    pages: Pages::From("offset", 10),
    count: Count::None,
};

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "blogs.list",
        "GET /blogs/site/all",
        "blogs/list.readonly",
        Entry::list(&BLOG, "data")
            .asks(fields::SITES)
            .listing(Listing {
                searched: ("searchTerm", &["name"]),
                pages: Pages::From("skip", 10),
                ..FROM_OFFSET
            }),
    ),
    Row::of(
        "blogs.authors.list",
        "GET /blogs/authors",
        "blogs/author.readonly",
        Entry::list(&AUTHOR, "authors")
            .asks(fields::PAGE)
            .listing(FROM_OFFSET),
    ),
    Row::of(
        "blogs.categories.list",
        "GET /blogs/categories",
        "blogs/category.readonly",
        Entry::list(&CATEGORY, "categories")
            .asks(fields::PAGE)
            .listing(FROM_OFFSET),
    ),
    Row::of(
        "blogs.posts.list",
        "GET /blogs/posts/all",
        "blogs/posts.readonly",
        Entry::list(&POST, "blogs")
            .asks(fields::POSTS)
            .listing(Listing {
                filters: &[("blogId", "blogId"), ("status", "status")],
                searched: ("searchTerm", &["title"]),
                ..FROM_OFFSET
            })
            .shown(shown),
    ),
    Row::of(
        "blogs.posts.slugExists",
        "GET /blogs/posts/url-slug-exists",
        "blogs/check-slug.readonly",
        Entry::own(&POST, slug_exists).asks(fields::SLUG),
    ),
    Row::of(
        "blogs.posts.create",
        "POST /blogs/posts",
        "blogs/post.write",
        Entry::create(&POST, 200, "data")
            .takes(fields::CREATE)
            .drafted(draft)
            .shown(shown),
    ),
    Row::of(
        "blogs.posts.update",
        "PUT /blogs/posts/{postId}",
        "blogs/post-update.write",
        Entry::update(&POST, "updatedBlogPost")
            .takes(fields::UPDATE)
            .drafted(draft)
            .shown(shown),
    ),
];

fn draft(state: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    call.own(state.store(), &BLOG, text_of(&call.body, "blogId"))?;
    let mut fields = call.body.clone();
    let archived = text_of(&fields, "status") == "ARCHIVED";
    fields.insert("archived".to_owned(), json!(archived));
    Ok(fields)
}

/// A post without its text, which no call reads.
fn shown(_: &Store, post: &Thing, _: Version) -> Object {
    let mut fields = post.fields.clone();
    for name in ["blogId", "locationId", "rawHTML", "wordCount"] {
        fields.remove(name);
    }
    fields
}

/// Whether a post of the location, other than the one that is named, has this slug.
fn slug_exists(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let slug = text_of(&call.query, "urlSlug");
    let named = text(&call.query, "postId");
    let mut posts = state.store().list(&POST, "urlSlug", slug);
    let exists = posts
        .any(|post| post.location_id == call.location_id && named.is_none_or(|id| *post.id != *id));
    Ok(Response::json(200, &json!({ "exists": exists })))
}
