use ghl_users_sandbox::seed::{
    AGENCY_CODE, AGENCY_TOKEN, APP_ID, COMPANY_ID, LOCATIONS, VERSION_ID,
};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

/// Lists with a fresh company token.
fn list(path: &str, query: &str) -> Reply {
    let mut sandbox = Sandbox::new();
    let tokens = sandbox.exchange(AGENCY_CODE);
    let version = if path == "installedLocations" {
        "2021-07-28"
    } else {
        "v3"
    };
    let call = Call::new(&format!("GET /oauth/{path}?{query}")).version(version);
    sandbox.send(call.token(tokens["access_token"].as_str().unwrap()))
}

fn own(path: &str, more: &str) -> Value {
    let reply = list(
        path,
        &format!("companyId={COMPANY_ID}&appId={APP_ID}&{more}"),
    );
    assert_eq!(reply.status(), 200, "{}", reply.text());
    reply.json()
}

fn ids(items: &Value) -> Vec<&str> {
    let items = items.as_array().unwrap().iter();
    items.map(|item| item["_id"].as_str().unwrap()).collect()
}

#[test]
fn lists_the_companys_locations_and_where_the_app_is_installed() {
    let found = own("installedLocations", "");
    assert_eq!(
        ids(&found["locations"]),
        LOCATIONS.map(|location| location.id)
    );
    assert_eq!(
        (&found["count"], &found["installToFutureLocations"]),
        (&json!(3), &json!(false))
    );
    assert_eq!(
        found["locations"][0],
        json!({
            "_id": LOCATIONS[0].id,
            "name": "Harbour Dental",
            "address": "12 Quay Street, Portland, ME 04101, USA",
            "isInstalled": true,
            "versionId": VERSION_ID,
            "installedAt": "2026-01-15T10:30:00.000Z",
        })
    );
    let elsewhere = &found["locations"][2];
    assert_eq!(elsewhere["isInstalled"], false);
    assert!(elsewhere.get("versionId").is_none() && elsewhere.get("installedAt").is_none());
}

#[test]
fn filters_in_both_versions() {
    for (query, expected) in [
        ("isInstalled=true", vec![0, 1]),
        ("isInstalled=false", vec![2]),
        ("query=YOGA", vec![1]),
        ("locationId=wF9gNb4QpXh6ZsU1tVcK", vec![2]),
        ("versionId=5a4db0c5fa4e000000000002", vec![0, 1]),
        ("onTrial=false", vec![0, 1, 2]),
        ("onTrial=true", vec![]),
        ("planId=any", vec![]),
    ] {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|place: usize| LOCATIONS[place].id)
            .collect();
        assert_eq!(
            ids(&own("installedLocations", query)["locations"]),
            expected,
            "{query}"
        );
        assert_eq!(
            ids(&own("installed-locations", query)["items"]),
            expected,
            "{query}"
        );
    }
}

#[test]
fn pages_by_skip_and_limit_in_v2() {
    let page = own("installedLocations", "skip=1&limit=1");
    assert_eq!(
        (ids(&page["locations"]), &page["count"]),
        (vec![LOCATIONS[1].id], &json!(3))
    );
    let beyond = own("installedLocations", "skip=3");
    assert_eq!(beyond["locations"], json!([]));
}

#[test]
fn pages_by_opaque_tokens_in_v3() {
    let first = own("installed-locations", "pageSize=2");
    let next = first["pagination"]["nextPageToken"].as_str().unwrap();
    assert_eq!(
        first["pagination"],
        json!({
            "hasNextPage": true, "hasPrevPage": false, "currentPageSize": 2, "totalRecords": 3,
            "nextPageToken": next,
        })
    );
    assert_eq!(
        first["metadata"]["filterApplied"],
        json!({ "companyId": COMPANY_ID, "appId": APP_ID })
    );
    let last = own(
        "installed-locations",
        &format!("pageSize=2&pageToken={next}"),
    );
    assert_eq!(ids(&last["items"]), [LOCATIONS[2].id]);
    let back = last["pagination"]["prevPageToken"].as_str().unwrap();
    assert_eq!(
        last["pagination"],
        json!({
            "hasNextPage": false, "hasPrevPage": true, "currentPageSize": 1, "totalRecords": 3,
            "prevPageToken": back,
        })
    );
    let again = own(
        "installed-locations",
        &format!("pageSize=2&pageToken={back}"),
    );
    assert_eq!(again["items"], first["items"]);
}

#[test]
fn refuses_in_v3s_envelope_what_is_no_page_no_company_and_no_app() {
    let company = format!("companyId={COMPANY_ID}");
    for (query, field) in [
        (format!("{company}&appId={APP_ID}&pageSize=0"), "pageSize"),
        (format!("{company}&appId={APP_ID}&pageSize=101"), "pageSize"),
        (format!("{company}&appId={APP_ID}&pageSize=two"), "pageSize"),
        (
            format!("{company}&appId={APP_ID}&pageToken=two"),
            "pageToken",
        ),
        (format!("companyId=other&appId={APP_ID}"), "companyId"),
    ] {
        let reply = list("installed-locations", &query);
        let error = &reply.json()["error"];
        assert_eq!(
            (reply.status(), &error["code"], &error["details"]["field"]),
            (400, &json!("INVALID_ARGUMENT"), &json!(field)),
            "{query}"
        );
    }
    let reply = list("installed-locations", &format!("{company}&appId=abc"));
    assert_eq!(
        (reply.status(), reply.json()),
        (
            404,
            json!({ "error": {
                "code": "RESOURCE_NOT_FOUND",
                "message": "The requested App 'abc' was not found.",
                "details": { "resource": "App", "identifier": "abc" },
                "resolution": "Verify the App exists and you have permission to access it.",
            } })
        )
    );
}

#[test]
fn refuses_the_old_way_what_both_versions_refuse_alike() {
    for path in ["installedLocations", "installed-locations"] {
        assert_eq!(
            list(path, "isInstalled=maybe&page=1").complaints(),
            [
                "property page should not exist",
                "companyId should not be empty",
                "appId should not be empty",
                "isInstalled must be a boolean value",
            ]
        );
    }
    let foreign = list(
        "installedLocations",
        &format!("companyId={COMPANY_ID}&appId=abc"),
    );
    assert_eq!(
        (foreign.status(), &foreign.json()["statusCode"]),
        (400, &json!(400))
    );
    let line = format!("GET /oauth/installed-locations?companyId={COMPANY_ID}&appId={APP_ID}");
    let call = Call::new(&line).version("v3").token(AGENCY_TOKEN);
    assert_eq!(Sandbox::new().send(call).status(), 401);
}
