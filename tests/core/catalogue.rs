//! The table tests itself.

use std::collections::BTreeSet;

use ghl_users::{
    api::{self, DOCS, RESOURCES, users},
    core::model::{
        Kind, Many, Shape,
        operation::{Body, Method, Operation},
        version::Api,
    },
};

fn rows() -> impl Iterator<Item = &'static Operation> {
    RESOURCES.iter().copied().flatten()
}

#[test]
fn every_id_is_unique_and_belongs_to_its_resource() {
    let mut seen = BTreeSet::new();
    for ((resource, docs), rows) in DOCS.iter().zip(RESOURCES) {
        assert_eq!(docs.len(), rows.len());
        let mut before = "";
        for (row, docs) in rows.iter().zip(*docs) {
            assert_eq!(row.id, docs.id);
            assert!(row.id.starts_with(&format!("{resource}.")));
            // Rows of one id stand one behind the other.
            let is_new = seen.insert(row.id);
            assert!(is_new || before == row.id, "{} is there twice", row.id);
            before = row.id;
        }
    }
}

#[test]
fn each_version_has_the_operations_on_users_of_its_spec() {
    let ids = |api| {
        users::OPERATIONS
            .iter()
            .filter(|row| row.access(api).is_some())
            .map(|row| row.id)
            .collect::<BTreeSet<_>>()
    };
    let v1 = [
        "create",
        "delete",
        "get",
        "list",
        "listOwnLocation",
        "lookup",
        "update",
    ];
    let v2 = [
        "create",
        "delete",
        "filterByEmail",
        "get",
        "list",
        "search",
        "update",
    ];
    let v3 = [
        "create",
        "delete",
        "filterByEmail",
        "get",
        "search",
        "update",
    ];
    let named = |names: &[&str]| {
        names
            .iter()
            .map(|name| format!("users.{name}"))
            .collect::<BTreeSet<_>>()
    };
    assert!(ids(Api::V1).into_iter().eq(named(&v1)));
    assert!(ids(Api::V2).into_iter().eq(named(&v2)));
    assert!(ids(Api::V3).into_iter().eq(named(&v3)));
}

#[test]
fn every_placeholder_is_a_required_field_that_cannot_be_emptied() {
    for row in rows() {
        assert!(row.path.starts_with('/'), "{}", row.id);
        for placeholder in row.path.split(['{', '}']).skip(1).step_by(2) {
            let mut fields = row.input.fields.iter();
            let field = fields
                .find(|field| field.name == placeholder)
                .expect(row.id);
            let is_choice = field.kind == Kind::Text && !field.of.words.is_empty();
            let is_safe = field.kind == Kind::Id || is_choice;
            let is_one = field.many == Many::One
                && (field.required == field.apis)
                && Api::ALL
                    .iter()
                    .all(|api| row.access(*api).is_none() || field.apis.has(*api));
            assert!(is_safe && is_one, "{} could be emptied", row.id);
        }
    }
}

#[test]
fn no_field_has_the_name_of_another_one_in_the_same_version() {
    for row in rows() {
        for api in Api::ALL {
            let mut seen = BTreeSet::new();
            for field in row.input.fields.iter().filter(|field| field.apis.has(api)) {
                assert!(seen.insert(field.name), "{}: {}", row.id, field.name);
            }
        }
    }
}

#[test]
fn rows_of_one_id_share_no_version() {
    for row in rows() {
        for api in Api::ALL {
            let all = rows().filter(|other| other.id == row.id);
            let count = all.filter(|other| other.access(api).is_some()).count();
            assert!(count <= 1, "{} is there twice in {}", row.id, api.name());
        }
    }
}

#[test]
fn a_get_has_no_body_and_only_a_delete_may_have_one_or_none() {
    for row in rows().filter(|row| row.method != Method::Delete) {
        let is_get = row.method == Method::Get;
        assert_eq!(row.body == Body::None, is_get, "{}", row.id);
    }
}

#[test]
fn a_field_is_required_only_where_it_exists() {
    fn check(shape: &Shape) {
        for field in shape.fields {
            for api in Api::ALL {
                assert!(
                    !field.required.has(api) || field.apis.has(api),
                    "{}",
                    field.name
                );
            }
            check(field.of);
        }
    }
    rows().for_each(|row| check(row.input));
}

#[test]
fn there_are_38_permissions_and_v1_knows_24() {
    let create = api::find(Api::V2, "users.create").unwrap();
    let permissions = create
        .input
        .fields
        .iter()
        .find(|field| field.name == "permissions")
        .unwrap();
    let shape = permissions.of;
    assert_eq!(shape.rest, Some(Kind::Flag));
    let known = |api| {
        shape
            .fields
            .iter()
            .filter(|field| field.apis.has(api))
            .count()
    };
    assert_eq!(
        (known(Api::V1), known(Api::V2), known(Api::V3)),
        (24, 38, 38)
    );
}

#[test]
fn an_unknown_operation_is_answered_with_the_nearest_one() {
    let error = api::find(Api::V2, "users.serach")
        .map(|row| row.id)
        .unwrap_err();
    assert_eq!(error.code.as_str(), "unsupported_operation");
    assert_eq!(
        error.message,
        "there is no operation \"users.serach\"; did you mean \"users.search\"?"
    );
}

#[test]
fn an_operation_of_another_version_is_refused_with_the_versions_that_have_it() {
    let error = api::find(Api::V2, "users.lookup")
        .map(|row| row.id)
        .unwrap_err();
    assert_eq!(error.code.as_str(), "unsupported_operation");
    assert_eq!(
        error.message,
        "users.lookup: api v2 has no such operation; it is in v1"
    );
    let error = api::find(Api::V1, "users.search")
        .map(|row| row.id)
        .unwrap_err();
    assert_eq!(
        error.message,
        "users.search: api v1 has no such operation; it is in v2 and v3"
    );
}
