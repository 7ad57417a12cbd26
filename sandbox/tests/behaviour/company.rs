//! The company, its snapshots, and the campaigns and workflows of a location.

use ghl_users_sandbox::seed::{AGENCY_TOKEN, COMPANY_ID, LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox};

#[test]
fn tells_of_the_company_and_its_snapshots_to_the_agency_alone() {
    let mut sandbox = Sandbox::new();
    let lines = [
        format!("GET /companies/{COMPANY_ID}"),
        format!("GET /snapshots/?companyId={COMPANY_ID}"),
    ];
    let [company, snapshots] = lines
        .clone()
        .map(|line| sandbox.v2(&line, Value::Null).json());
    assert_eq!(company["company"]["id"], COMPANY_ID);
    assert_eq!(company["company"]["locationCount"], 3);
    let snapshots = snapshots["snapshots"].as_array().unwrap();
    assert_eq!((snapshots.len(), &snapshots[0]["type"]), (4, &json!("own")));
    for line in lines {
        sandbox.get(401, &line, Value::Null);
    }
}

#[test]
fn refuses_another_company() {
    let mut sandbox = Sandbox::new();
    for line in ["GET /companies/nobody", "GET /snapshots/?companyId=nobody"] {
        let call = Call::new(line).version("v3").token(AGENCY_TOKEN);
        assert_eq!(sandbox.send(call).status(), 403, "{line}");
    }
}

#[test]
fn lists_campaigns_by_status_and_all_workflows() {
    let mut sandbox = Sandbox::new();
    let mut count = |path: &str, key: &str| {
        let answer = sandbox.get(200, &format!("GET {path}"), Value::Null);
        let items = answer[key].as_array().unwrap().clone();
        assert!(
            items
                .iter()
                .all(|item| item["locationId"] == TOKEN_LOCATION_ID)
        );
        items.len()
    };
    let campaigns = format!("/campaigns/?locationId={TOKEN_LOCATION_ID}");
    assert_eq!(count(&campaigns, "campaigns"), 4);
    assert_eq!(count(&format!("{campaigns}&status=draft"), "campaigns"), 1);
    let workflows = format!("/workflows/?locationId={TOKEN_LOCATION_ID}");
    assert_eq!(count(&workflows, "workflows"), 5);
}

#[test]
fn refuses_the_lists_of_another_location() {
    let mut sandbox = Sandbox::new();
    for path in ["campaigns", "workflows"] {
        let line = format!("GET /{path}/?locationId={}", LOCATIONS[2].id);
        sandbox.get(403, &line, Value::Null);
        sandbox.get(422, &format!("GET /{path}/"), Value::Null);
    }
}

#[test]
fn a_snapshot_is_shared_and_loaded_into_a_new_location() {
    let mut sandbox = Sandbox::new();
    let of = format!("companyId={COMPANY_ID}");
    let list = sandbox
        .v2(&format!("GET /snapshots/?{of}"), Value::Null)
        .json();
    let id = list["snapshots"][0]["id"].as_str().unwrap();
    let body = json!({ "snapshot_id": id, "share_type": "link" });
    let shared = sandbox.v2(&format!("POST /snapshots/share/link?{of}"), body);
    assert_eq!((shared.status(), &shared.json()["id"]), (201, &json!(id)));
    let body = json!({ "name": "Neu", "companyId": COMPANY_ID, "snapshotId": id });
    let location = sandbox.v2("POST /locations/", body).json();
    let line = format!("GET /snapshots/snapshot-status/{id}");
    let window = "from=2026-11-01&to=2026-12-01&limit=5";
    let pushes = sandbox
        .v2(&format!("{line}?{of}&{window}"), Value::Null)
        .json()["data"]
        .clone();
    assert_eq!(pushes[0]["locationId"], location["id"]);
    let more = format!(
        "{line}?{of}&{window}&lastDoc={}",
        pushes[0]["id"].as_str().unwrap()
    );
    assert_eq!(sandbox.v2(&more, Value::Null).json()["data"], json!([]));
    let one = |id: &Value| format!("{line}/location/{}?{of}", id.as_str().unwrap());
    let push = sandbox.v2(&one(&location["id"]), Value::Null).json()["data"].clone();
    assert_eq!(
        (&push["id"], &push["pending"]),
        (&pushes[0]["id"], &json!([]))
    );
    assert_eq!(
        sandbox
            .v2(&one(&json!(TOKEN_LOCATION_ID)), Value::Null)
            .status(),
        404
    );
}
