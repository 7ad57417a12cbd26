//! The seven calls about blogs.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::support::Sandbox;

const OF: &str = "locationId=hD3kPz8WmVq1TyB6nGfR";

fn list(sandbox: &mut Sandbox, path: &str, key: &str) -> Vec<Value> {
    let answer = sandbox.get(200, &format!("GET /blogs/{path}"), Value::Null);
    answer[key].as_array().unwrap().clone()
}

fn blog_id(sandbox: &mut Sandbox) -> Value {
    list(sandbox, &format!("site/all?{OF}&skip=0&limit=5"), "data")[0]["_id"].clone()
}

fn post(sandbox: &mut Sandbox) -> Value {
    let author = list(
        sandbox,
        &format!("authors?{OF}&limit=5&offset=0"),
        "authors",
    )[0]
    .clone();
    let category = list(
        sandbox,
        &format!("categories?{OF}&limit=1&offset=1"),
        "categories",
    );
    json!({
        "title": "Neues", "locationId": TOKEN_LOCATION_ID, "blogId": blog_id(sandbox),
        "imageUrl": "https://example.com/a.png", "description": "Kurz", "rawHTML": "<p>Lang</p>",
        "status": "PUBLISHED", "imageAltText": "Bild", "categories": [category[0]["_id"]],
        "author": author["_id"], "urlSlug": "neues", "publishedAt": "2026-01-01T00:00:00Z",
    })
}

fn exists(sandbox: &mut Sandbox, more: &str) -> Value {
    let line = format!("GET /blogs/posts/url-slug-exists?{OF}&urlSlug=neues{more}");
    sandbox.get(200, &line, Value::Null)["exists"].clone()
}

#[test]
fn a_post_is_created_found_by_its_slug_listed_and_changed() {
    let mut sandbox = Sandbox::new();
    let body = post(&mut sandbox);
    assert_eq!(exists(&mut sandbox, ""), false);
    let created = sandbox.get(200, "POST /blogs/posts", body.clone())["data"].clone();
    assert_eq!(
        (&created["title"], &created["archived"]),
        (&json!("Neues"), &json!(false))
    );
    assert_eq!(created.get("rawHTML"), None);
    let id = created["_id"].as_str().unwrap();
    assert_eq!(exists(&mut sandbox, ""), true);
    assert_eq!(exists(&mut sandbox, &format!("&postId={id}")), false);

    let of_blog = format!(
        "{OF}&blogId={}&limit=50&offset=0",
        body["blogId"].as_str().unwrap()
    );
    let all = list(&mut sandbox, &format!("posts/all?{of_blog}"), "blogs");
    assert_eq!(all.last(), Some(&created));
    let found = list(
        &mut sandbox,
        &format!("posts/all?{of_blog}&searchTerm=neu"),
        "blogs",
    );
    assert!(found.contains(&created));
    let found = list(
        &mut sandbox,
        &format!("posts/all?{of_blog}&status=ARCHIVED"),
        "blogs",
    );
    assert!(!found.contains(&created) && found.len() < all.len());

    let mut body = body;
    body["status"] = json!("ARCHIVED");
    let reply = sandbox.ask("v3", &format!("PUT /blogs/posts/{id}"), body.clone());
    assert_eq!(reply.complaints(), ["wordCount should not be empty"]);
    let changed = sandbox.get(200, &format!("PUT /blogs/posts/{id}"), body.clone());
    assert_eq!(changed["updatedBlogPost"]["archived"], true);
    sandbox.get(404, "PUT /blogs/posts/none", body);
}

#[test]
fn a_post_needs_a_blog_of_its_location() {
    let mut sandbox = Sandbox::new();
    let mut body = post(&mut sandbox);
    body["blogId"] = json!("none");
    sandbox.get(404, "POST /blogs/posts", body);
}

#[test]
fn a_list_says_where_it_begins_and_how_long_it_is() {
    let mut sandbox = Sandbox::new();
    let reply = sandbox.ask("v2", &format!("GET /blogs/authors?{OF}"), Value::Null);
    assert_eq!(
        reply.complaints(),
        ["limit should not be empty", "offset should not be empty"]
    );
}
