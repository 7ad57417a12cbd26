//! The Rust types read what the API sends, and keep what they do not know.

use ghl_users::{
    api::{
        OneOrMany,
        users::{Permissions, User, UserPage, UserRole, UserUpdateParams},
    },
    core::model::docs::Wire,
};
use serde_json::{Value, json};

fn user() -> Value {
    serde_json::from_str(include_str!("../fixtures/user.json")).unwrap()
}

#[test]
fn a_live_user_is_read() {
    let user: User = serde_json::from_value(user()).unwrap();
    assert_eq!(user.id, "0IHuJvc2ofPAAA8GzTRi");
    let roles = user.roles.unwrap();
    assert_eq!(roles.role, Some(UserRole::Admin));
    assert_eq!(roles.location_ids.unwrap(), ["ve9EPM428h8vShlRW1KT"]);
    assert_eq!(user.permissions.unwrap().campaigns_enabled, Some(true));
}

#[test]
fn what_no_spec_has_but_servers_send_is_declared() {
    let user: User = serde_json::from_value(user()).unwrap();
    assert_eq!(user.totp_enabled, Some(false));
    let permissions = user.permissions.unwrap();
    assert_eq!(permissions.gokollab_enabled, Some(true));
    let seen = <Permissions as Wire>::DOCS.seen;
    let sent = Permissions {
        custom_menu_link_write: Some(false),
        ..Permissions::default()
    };
    let sent = serde_json::to_value(sent).unwrap();
    for (field, _) in seen {
        assert!(sent.as_object().unwrap().contains_key(field.name));
        let documented = <Permissions as Wire>::SHAPE.fields;
        assert!(documented.iter().all(|other| other.name != field.name));
    }
    assert_eq!(
        (seen.len(), &sent["customMenuLinkWrite"]),
        (10, &json!(false))
    );
}

#[test]
fn unknown_fields_and_permissions_survive() {
    let mut sent = user();
    sent["novelField"] = json!("new");
    sent["permissions"]["novelEnabled"] = json!(true);
    let user: User = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(user.other["novelField"], json!("new"));
    let permissions = user.permissions.as_ref().unwrap();
    assert_eq!(permissions.other["novelEnabled"], json!(true));
    let written = serde_json::to_value(&user).unwrap();
    for (key, value) in sent.as_object().unwrap() {
        match value {
            Value::Object(members) => members
                .iter()
                .for_each(|(name, inner)| assert_eq!(&written[key][name], inner)),
            value => assert_eq!(&written[key], value),
        }
    }
}

#[test]
fn scopes_may_be_a_string_or_an_array() {
    let scopes = |scopes: Value| {
        let user: User = serde_json::from_value(json!({ "id": "u", "scopes": scopes })).unwrap();
        user.scopes.unwrap()
    };
    assert_eq!(
        scopes(json!("contacts.write")).as_slice(),
        ["contacts.write"]
    );
    assert_eq!(
        scopes(json!(["a", "b"])),
        OneOrMany::Many(vec!["a".into(), "b".into()])
    );
}

#[test]
fn an_unknown_role_is_kept_on_reads() {
    let user: User =
        serde_json::from_value(json!({ "id": "u", "roles": { "role": "owner" } })).unwrap();
    assert_eq!(
        user.roles.unwrap().role,
        Some(UserRole::Other("owner".into()))
    );
}

#[test]
fn a_page_without_its_list_or_a_user_without_an_id_is_an_error() {
    assert!(serde_json::from_value::<UserPage>(json!({ "count": 1 })).is_err());
    assert!(serde_json::from_value::<User>(json!({ "name": "Ann" })).is_err());
}

#[test]
fn nobody_becomes_an_admin_by_default() {
    assert_eq!(UserRole::default(), UserRole::Other(String::new()));
    assert_eq!(UserUpdateParams::default().role, None);
}
