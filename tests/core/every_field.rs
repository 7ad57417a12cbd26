//! Every field of every operation: what is wrong in it is told by its path, however deep it is, and nothing of it leaves unencoded.

use ghl_users::{
    api::{RESOURCES, find},
    core::{
        call::request::Request,
        error::Error,
        model::{
            Field, Kind, Many, Shape,
            operation::{Body, Operation},
            version::Api,
        },
    },
};
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

/// A text with what a URL has a meaning for, and more than ASCII.
const TEXT: &str = "A & b/ü?#%=+;[x]";

fn build(api: Api, row: &Operation, input: &Value) -> Result<Request, Box<Error>> {
    let config =
        config(json!({ "token": TOKEN, "api": api.name(), "companyId": "c", "locationId": "l" }))
            .unwrap();
    Request::build(
        find(api, row.id).unwrap(),
        &config,
        &Doc::Json(input.clone()),
        None,
    )
}

fn operations() -> impl Iterator<Item = (Api, &'static Operation)> {
    let rows = RESOURCES.iter().copied().flatten();
    rows.flat_map(|row| {
        let known = Api::ALL
            .into_iter()
            .filter(|api| row.access(*api).is_some());
        known.map(move |api| (api, row))
    })
}

/// Every field that a version knows. Of a list there are two items.
fn full(shape: &Shape, api: Api) -> Value {
    let known = shape.fields.iter().filter(|field| field.apis.has(api));
    Value::Object(
        known
            .map(|field| (field.name.to_owned(), whole(field, api)))
            .collect(),
    )
}

fn whole(field: &Field, api: Api) -> Value {
    let one = one(field, api);
    match field.many {
        Many::One => one,
        Many::List | Many::Csv | Many::OneOrMany => json!([one, one]),
    }
}

fn one(field: &Field, api: Api) -> Value {
    match field.kind {
        Kind::Flag => json!(true),
        Kind::Count => json!(7),
        Kind::Number => json!(1.5),
        Kind::Object => full(field.of, api),
        Kind::Json => json!([TEXT]),
        _ => json!(field.of.words.first().copied().unwrap_or(TEXT)),
    }
}

/// Where each value is, as JSON has it (`/a/1/b`) and as a message has it (`a[1].b`), and what it may not be.
fn places(
    shape: &Shape,
    api: Api,
    pointer: &str,
    path: &str,
    found: &mut Vec<(String, String, Value)>,
) {
    for field in shape.fields.iter().filter(|field| field.apis.has(api)) {
        let escaped = field.name.replace('~', "~0").replace('/', "~1");
        let mut pointer = format!("{pointer}/{escaped}");
        let mut path = match path {
            "" => field.name.to_owned(),
            path => format!("{path}.{}", field.name),
        };
        match field.many {
            Many::One => {}
            Many::Csv => {
                found.push((pointer, path, json!({})));
                continue;
            }
            Many::List | Many::OneOrMany => {
                found.push((pointer.clone(), path.clone(), json!("no list")));
                pointer += "/1";
                path += "[1]";
            }
        }
        match field.kind {
            Kind::Json => {}
            Kind::Object => {
                places(field.of, api, &pointer, &path, found);
                found.push((pointer, path, json!("no object")));
            }
            _ => found.push((pointer, path, json!([[]]))),
        }
    }
}

#[test]
fn every_field_is_taken_and_leaves_encoded() {
    for (api, row) in operations() {
        let request = build(api, row, &full(row.input, api))
            .unwrap_or_else(|error| panic!("{}: {}", api.name(), error.message));
        let (path, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
        let own = path.strip_prefix(api.base_url()).unwrap();
        assert_eq!(
            own.matches('/').count(),
            row.path.matches('/').count(),
            "{}",
            request.url
        );
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()%/".contains(&byte);
        assert!(own.bytes().all(is_plain), "{}", request.url);
        assert!(
            query
                .bytes()
                .all(|byte| is_plain(byte) || b"=&+".contains(&byte)),
            "{}",
            request.url
        );
        if let (Body::Json | Body::Whole, Some(body)) = (row.body, &request.body) {
            serde_json::from_str::<Value>(body)
                .unwrap_or_else(|error| panic!("{}: {error}: {body}", row.id));
        }
    }
}

#[test]
fn what_is_wrong_anywhere_is_named_by_its_path() {
    let mut tried = 0;
    for (api, row) in operations() {
        let input = full(row.input, api);
        let mut found = Vec::new();
        places(row.input, api, "", "", &mut found);
        for (pointer, path, wrong) in found {
            let mut spoiled = input.clone();
            *spoiled
                .pointer_mut(&pointer)
                .unwrap_or_else(|| panic!("{} {pointer}", row.id)) = wrong;
            let error = build(api, row, &spoiled)
                .err()
                .unwrap_or_else(|| panic!("{} {} took a wrong {path}", api.name(), row.id));
            assert_eq!(error.code.as_str(), "invalid_input");
            assert!(
                error
                    .message
                    .starts_with(&format!("{}: \"{path}\" is ", row.id)),
                "{path}: {}",
                error.message
            );
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}
