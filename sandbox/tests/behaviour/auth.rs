use ghl_users_sandbox::seed::{
    AGENCY_TOKEN, COMPANY_ID, LOCATION_TOKEN, LOCATIONS, TOKEN_LOCATION_ID, V1_AGENCY_KEY,
    V1_LOCATION_KEY,
};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox, new_user, new_user_with};

const V2: &str = "2021-07-28";

fn message(status: u16, call: Call) -> String {
    let reply = Sandbox::new().send(call);
    assert_eq!(reply.status(), status, "{}", reply.text());
    assert_eq!(reply.json()["statusCode"], status);
    reply.json()["message"].as_str().unwrap().to_owned()
}

fn search() -> Call {
    Call::new(&format!("GET /users/search?companyId={COMPANY_ID}"))
}

#[test]
fn asks_for_the_version_header() {
    let words = message(401, search().token(AGENCY_TOKEN));
    assert!(words.contains("version header was not found"), "{words}");
    message(401, search().token(AGENCY_TOKEN).version("2019-01-01"));
}

#[test]
fn refuses_a_missing_and_a_bad_token_in_the_vendors_words() {
    let wrong = [
        search().version(V2),
        search().version("v3").token("pit-unknown"),
        search().version(V2).header("Authorization", AGENCY_TOKEN),
        search().version(V2).token(V1_AGENCY_KEY),
    ];
    for call in wrong {
        let reply = Sandbox::new().send(call);
        assert_eq!(reply.status(), 401);
        assert_eq!(
            reply.json(),
            json!({ "statusCode": 401, "message": "Invalid JWT" })
        );
    }
}

#[test]
fn refuses_the_wrong_kind_of_token() {
    let filter = Call::new("POST /users/search/filter-by-email")
        .json(json!({ "companyId": COMPANY_ID, "emails": "a@example.com" }));
    let list = Call::new(&format!("GET /users/?locationId={TOKEN_LOCATION_ID}"));
    let agency_user = Call::new("POST /users/").json(new_user_with("type", json!("agency")));
    for call in [
        filter.token(LOCATION_TOKEN),
        list.token(AGENCY_TOKEN),
        agency_user.token(LOCATION_TOKEN),
    ] {
        assert_eq!(
            message(401, call.version(V2)),
            "The token is not authorized for this scope."
        );
    }
}

#[test]
fn refuses_a_foreign_location() {
    let elsewhere = LOCATIONS[1].id;
    let calls = [
        Call::new(&format!(
            "GET /users/search?companyId={COMPANY_ID}&locationId={elsewhere}"
        )),
        Call::new(&format!("GET /users/?locationId={elsewhere}")),
        Call::new("POST /users/").json(new_user_with(
            "locationIds",
            json!([TOKEN_LOCATION_ID, elsewhere]),
        )),
    ];
    for call in calls {
        let words = message(403, call.version(V2).token(LOCATION_TOKEN));
        assert_eq!(words, "The token does not have access to this location.");
    }
    let nowhere = Call::new(&format!(
        "GET /users/search?companyId={COMPANY_ID}&locationId=nowhere"
    ));
    message(403, nowhere.version(V2).token(AGENCY_TOKEN));
}

#[test]
fn refuses_a_foreign_company() {
    let calls = [
        Call::new("GET /users/search?companyId=other"),
        Call::new("POST /users/").json(new_user_with("companyId", json!("other"))),
        Call::new("POST /users/search/filter-by-email")
            .json(json!({ "companyId": "other", "emails": "a@b.c" })),
    ];
    for call in calls {
        message(403, call.version("v3").token(AGENCY_TOKEN));
    }
}

#[test]
fn hides_the_users_of_the_agency_and_of_other_locations_from_a_location_token() {
    let mut sandbox = Sandbox::new();
    let found = sandbox
        .send(search().version(V2).token(LOCATION_TOKEN))
        .json();
    assert_eq!(found["count"], 45);
    for user in found["users"].as_array().unwrap() {
        assert_eq!(user["roles"]["type"], "account");
        assert!(
            user["roles"]["locationIds"]
                .as_array()
                .unwrap()
                .contains(&json!(TOKEN_LOCATION_ID))
        );
    }
    let admin = sandbox.search("type=agency&limit=1")["users"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    for method in ["GET", "PUT", "DELETE"] {
        let call = Call::new(&format!("{method} /users/{admin}")).json(json!({}));
        assert_eq!(
            sandbox
                .send(call.version(V2).token(LOCATION_TOKEN))
                .status(),
            403,
            "{method}"
        );
    }
}

#[test]
fn lets_a_location_token_write_in_its_location() {
    let mut sandbox = Sandbox::new();
    let create = Call::new("POST /users/")
        .json(new_user())
        .version("v3")
        .token(LOCATION_TOKEN);
    let id = sandbox.send(create).json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    for method in ["PUT", "DELETE"] {
        let call =
            Call::new(&format!("{method} /users/{id}")).json(json!({ "firstName": "Augusta" }));
        assert_eq!(
            sandbox
                .send(call.version("v3").token(LOCATION_TOKEN))
                .status(),
            200,
            "{method}"
        );
    }
}

#[test]
fn refuses_v1_keys_of_the_other_kind_and_tokens_of_other_versions_in_v1s_words() {
    let calls = [
        Call::new("GET /v1/users/"),
        Call::new("GET /v1/users/").token(V1_LOCATION_KEY),
        Call::new("GET /v1/users/lookup?email=a@example.com").token(V1_LOCATION_KEY),
        Call::new("POST /v1/users/")
            .json(new_user())
            .token(V1_LOCATION_KEY),
        Call::new("GET /v1/users/location").token(V1_AGENCY_KEY),
        Call::new("GET /v1/users/").token(AGENCY_TOKEN),
    ];
    for call in calls {
        let reply = Sandbox::new().send(call);
        assert_eq!(
            (reply.status(), reply.json()),
            (401, json!({ "msg": "Unauthorized" }))
        );
    }
}

#[test]
fn names_a_route_it_does_not_have() {
    for (line, nearest) in [
        ("GET /user/search", "GET /users/search"),
        ("DELETE /users/", "GET /users"),
        ("PUT /users//", "GET /users"),
        ("POST /contact", "POST /contacts"),
        ("POST /v1/user/", "POST /v1/users"),
        ("GET /v3/users/search", "GET /users/search"),
    ] {
        let reply = Sandbox::new().send(Call::new(line).token(AGENCY_TOKEN));
        let message = format!("the sandbox has no route {line}; the nearest is {nearest}");
        let body = json!({ "statusCode": 501, "message": message });
        assert_eq!((reply.status(), reply.json()), (501, body));
    }
    let list = Sandbox::new().send(
        Call::new("GET /users/?locationId=a")
            .version("v3")
            .token(LOCATION_TOKEN),
    );
    assert_eq!(
        list.json()["message"],
        Value::from("the sandbox has no route GET /users/ for Version v3, but for another version")
    );
}
