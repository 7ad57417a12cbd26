//! What a user may do: permissions that are known, that no spec has, and that are misspelt.

use ghl_users::core::model::version::Api;
use serde_json::{Value, json};

use crate::support::{build, refusal, user_with};

#[test]
fn a_permission_is_a_boolean() {
    assert_eq!(
        refusal(
            Api::V2,
            "users.update",
            json!({ "userId": "u", "permissions": { "contactsEnabled": "false" } })
        ),
        "users.update: \"permissions.contactsEnabled\" is a string: expected a boolean"
    );
}

#[test]
fn permissions_that_no_spec_has_are_taken() {
    // What answers have been seen to hold besides the documented ones, and what HighLevel may add.
    for name in [
        "opportunitiesBulkActionsEnabled",
        "certificatesEnabled",
        "mediaStorageEnabled",
        "reportingEnabled",
        "adPublishingEnabled",
        "adPublishingReadOnly",
        "wordpressEnabled",
        "customMenuLinkReadOnly",
        "customMenuLinkWrite",
        "gokollabEnabled",
        "adsEnabled",
        "qrCodesEnabled",
        "x",
    ] {
        let permissions = json!({ name: true, "contactsEnabled": false });
        for (id, input) in [
            (
                "users.update",
                json!({ "userId": "u", "permissions": permissions }),
            ),
            (
                "users.create",
                user_with("permissions", permissions.clone()),
            ),
        ] {
            let body = build(Api::V2, id, input).unwrap().body.unwrap();
            let sent: Value = serde_json::from_str(&body).unwrap();
            assert_eq!(sent["permissions"], permissions);
        }
        let message = refusal(
            Api::V2,
            "users.create",
            user_with("permissions", json!({ name: "yes" })),
        );
        assert!(message.ends_with(&format!(
            "\"permissions.{name}\" is a string: expected a boolean"
        )));
    }
}

#[test]
fn v1_takes_permissions_that_only_later_versions_document() {
    for name in ["botService", "workflowsReadOnly", "exportPaymentsEnabled"] {
        let permissions = json!({ name: true, "contactsEnabled": false });
        let input = json!({
            "userId": "u", "firstName": "A", "lastName": "B", "email": "a@example.com",
            "type": "account", "role": "user", "locationIds": ["l"], "permissions": permissions,
        });
        let body = build(Api::V1, "users.update", input).unwrap().body.unwrap();
        let sent: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(sent["permissions"], permissions);
    }
}

#[test]
fn a_permission_that_is_nearly_a_known_one_is_a_misspelling() {
    for (name, meant) in [
        ("contactEnabled", "contactsEnabled"),
        ("ContactsEnabled", "contactsEnabled"),
        ("campaignEnabled", "campaignsEnabled"),
        ("workflowsReadonly", "workflowsReadOnly"),
        ("oportunitiesEnabled", "opportunitiesEnabled"),
        ("settingEnabled", "settingsEnabled"),
    ] {
        for (id, input) in [
            (
                "users.update",
                json!({ "userId": "u", "permissions": { name: true } }),
            ),
            (
                "users.create",
                user_with("permissions", json!({ name: true })),
            ),
        ] {
            assert_eq!(
                refusal(Api::V2, id, input),
                format!(
                    "{id}: \"permissions.{name}\" is not a field of this call; did you mean \"permissions.{meant}\"?"
                )
            );
        }
    }
}
