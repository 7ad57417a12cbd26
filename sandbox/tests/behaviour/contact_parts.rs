//! What a contact has: tasks, notes, tags, followers, campaigns and workflows.

use ghl_users_sandbox::seed::TOKEN_LOCATION_ID;
use serde_json::{Value, json};

use crate::contacts::{create, seeded};
use crate::support::Sandbox;

fn path(contact: &Value) -> String {
    format!("/contacts/{}", contact["id"].as_str().unwrap())
}

#[test]
fn tasks_and_notes_are_created_read_listed_changed_and_deleted() {
    let task = json!({ "title": "Call", "dueDate": "2026-12-01T09:00:00Z", "completed": false });
    let note = json!({ "body": "Nice" });
    for (all, key, body, change) in [
        ("tasks", "task", task, json!({ "title": "Write" })),
        (
            "notes",
            "note",
            note,
            json!({ "body": "Very nice", "pinned": true }),
        ),
    ] {
        let mut sandbox = Sandbox::new();
        let contact = path(&create(&mut sandbox));
        let line = format!("{contact}/{all}");
        let created = sandbox.get(201, &format!("POST {line}"), body)[key].clone();
        assert_eq!(
            format!("/contacts/{}", created["contactId"].as_str().unwrap()),
            contact
        );
        let one = format!("{line}/{}", created["id"].as_str().unwrap());
        assert_eq!(
            sandbox.get(200, &format!("GET {one}"), Value::Null)[key],
            created
        );
        let list = sandbox.get(200, &format!("GET {line}"), Value::Null);
        assert_eq!(list[all], json!([created]));
        let changed = sandbox.get(200, &format!("PUT {one}"), change);
        assert_ne!(changed[key], created);

        // It is no other contact's.
        let other = path(&seeded(&mut sandbox));
        let wrong = format!("GET {other}/{all}/{}", created["id"].as_str().unwrap());
        sandbox.get(400, &wrong, Value::Null);
        sandbox.get(400, &format!("GET /contacts/nobody/{all}"), Value::Null);

        let gone = sandbox.get(200, &format!("DELETE {one}"), Value::Null);
        assert_eq!(gone, json!({ "succeded": true }));
        sandbox.get(400, &format!("GET {one}"), Value::Null);
    }
}

#[test]
fn a_task_is_completed_and_goes_with_its_contact() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.state.size();
    let body = json!({ "locationId": TOKEN_LOCATION_ID, "firstName": "Ada" });
    let contact = path(&sandbox.get(201, "POST /contacts/", body)["contact"]);
    let task = json!({ "title": "Call", "dueDate": "2026-12-01T09:00:00Z", "completed": false });
    let task = sandbox.get(201, &format!("POST {contact}/tasks"), task)["task"]["id"].clone();
    let line = format!("PUT {contact}/tasks/{}/completed", task.as_str().unwrap());
    let done = sandbox.get(200, &line, json!({ "completed": true }));
    assert_eq!(done["task"]["completed"], true);
    let id = contact.rsplit('/').next().unwrap();
    let line = format!("POST /locations/{TOKEN_LOCATION_ID}/tasks/search");
    let body = json!({ "contactId": [id], "completed": true, "query": "cal" });
    let found = sandbox.get(200, &line, body)["tasks"].clone();
    assert_eq!(found, json!([done["task"]]));
    assert_eq!(
        sandbox.get(200, &line, json!({}))["tasks"]
            .as_array()
            .unwrap()
            .len(),
        25
    );
    sandbox.get(200, &format!("DELETE {contact}"), Value::Null);
    sandbox.get(400, &format!("GET {contact}/tasks"), Value::Null);
    assert_eq!(sandbox.state.size(), before);
}

#[test]
fn tags_and_followers_are_added_once_and_removed_with_a_body() {
    let mut sandbox = Sandbox::new();
    let contact = path(&create(&mut sandbox));
    let line = format!("{contact}/tags");
    let tags = json!({ "tags": ["VIP", "Late"] });
    let all = sandbox.get(201, &format!("POST {line}"), tags.clone());
    assert_eq!(all["tags"], json!(["new", "vip", "late"]));
    let left = sandbox.get(200, &format!("DELETE {line}"), tags);
    assert_eq!(left["tags"], json!(["new"]));
    sandbox.get(422, &format!("DELETE {line}"), Value::Null);

    let line = format!("{contact}/followers");
    sandbox.get(201, &format!("POST {line}"), json!({ "followers": ["u1"] }));
    let all = sandbox.get(
        201,
        &format!("POST {line}"),
        json!({ "followers": ["u1", "u2"] }),
    );
    assert_eq!(
        all,
        json!({ "followers": ["u1", "u2"], "followersAdded": ["u2"] })
    );
    let left = sandbox.get(
        200,
        &format!("DELETE {line}"),
        json!({ "followers": ["u1", "u3"] }),
    );
    assert_eq!(
        left,
        json!({ "followers": ["u2"], "followersRemoved": ["u1"] })
    );
}

#[test]
fn a_contact_joins_and_leaves_campaigns_and_workflows_that_exist() {
    let mut sandbox = Sandbox::new();
    let contact = path(&create(&mut sandbox));
    let mut first = |all: &str| {
        let line = format!("GET /{all}/?locationId={TOKEN_LOCATION_ID}");
        let list = sandbox.get(200, &line, Value::Null);
        list[all][0]["id"].as_str().unwrap().to_owned()
    };
    let (campaign, workflow) = (first("campaigns"), first("workflows"));
    let line = format!("{contact}/campaigns/{campaign}");
    sandbox.get(201, &format!("POST {line}"), json!({}));
    sandbox.get(200, &format!("DELETE {line}"), Value::Null);
    sandbox.get(
        200,
        &format!("DELETE {contact}/campaigns/removeAll"),
        Value::Null,
    );
    let line3 = format!("DELETE {contact}/campaigns/remove-all");
    assert_eq!(sandbox.ask("v3", &line3, Value::Null).status(), 200);
    sandbox.get(404, &format!("POST {contact}/campaigns/none"), json!({}));
    let line = format!("{contact}/workflow/{workflow}");
    let body = json!({ "eventStartTime": "2026-12-01T09:00:00+01:00" });
    sandbox.get(200, &format!("POST {line}"), body);
    sandbox.get(200, &format!("DELETE {line}"), json!({}));
}
