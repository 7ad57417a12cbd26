//! Who may ask about social posting, and what the tags are.

use ghl_users_sandbox::seed::{
    AGENCY_TOKEN, LOCATION_TOKEN, LOCATIONS, PROFILES, TOKEN_LOCATION_ID,
};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

const V2: &str = "2021-07-28";
const WRONG_SCOPE: &str = "The token is not authorized for this scope.";

/// The three calls, with nothing wrong.
fn calls(location_id: &str) -> [Call; 3] {
    [
        Call::new(&format!("GET /social-media-posting/{location_id}/tags")),
        Call::new(&format!(
            "POST /social-media-posting/{location_id}/tags/details"
        ))
        .json(json!({ "tagIds": [] })),
        Call::new(&format!(
            "POST /social-media-posting/statistics?locationId={location_id}"
        ))
        .json(json!({ "profileIds": [PROFILES[0].id] })),
    ]
}

fn refused(sandbox: &mut Sandbox, call: Call, status: u16) -> Value {
    let reply = sandbox.send(call);
    assert_eq!(reply.status(), status, "{}", reply.text());
    assert_eq!(reply.json()["statusCode"], status);
    reply.json()["message"].clone()
}

fn ask(version: &str, line: &str, body: Value) -> Reply {
    let call = Call::new(line).version(version).token(LOCATION_TOKEN);
    Sandbox::new().send(call.json(body))
}

fn tags(more: &str) -> Value {
    let line = format!("GET /social-media-posting/{TOKEN_LOCATION_ID}/tags?{more}");
    let reply = ask(V2, &line, Value::Null);
    assert_eq!(reply.status(), 200, "{}", reply.text());
    reply.json()["results"].clone()
}

fn names(results: &Value) -> Vec<&str> {
    let tags = results["tags"].as_array().unwrap().iter();
    tags.map(|tag| tag["tag"].as_str().unwrap()).collect()
}

#[test]
fn asks_for_a_version_and_for_a_token() {
    for make in [0, 1, 2] {
        let call = || calls(TOKEN_LOCATION_ID).into_iter().nth(make).unwrap();
        let mut sandbox = Sandbox::new();
        let words = refused(&mut sandbox, call().token(LOCATION_TOKEN), 401);
        assert_eq!(words, "version header was not found.");
        let old = call().token(LOCATION_TOKEN).version("2021-04-15");
        assert_eq!(
            refused(&mut sandbox, old, 401),
            "version header is invalid."
        );
        assert_eq!(
            refused(&mut sandbox, call().version("v3"), 401),
            "Invalid JWT"
        );
    }
}

#[test]
fn asks_for_the_token_of_a_location() {
    for call in calls(TOKEN_LOCATION_ID) {
        let call = call.version("v3").token(AGENCY_TOKEN);
        assert_eq!(refused(&mut Sandbox::new(), call, 401), WRONG_SCOPE);
    }
}

#[test]
fn refuses_other_locations_and_those_that_do_not_exist() {
    for id in [LOCATIONS[1].id, "nowhere"] {
        for call in calls(id) {
            let call = call.version(V2).token(LOCATION_TOKEN);
            let words = refused(&mut Sandbox::new(), call, 403);
            assert_eq!(words, "The token does not have access to this location.");
        }
    }
}

#[test]
fn an_apps_token_needs_the_scope_of_the_call() {
    let [tags, details, statistics] =
        ["tag", "tag", "statistics"].map(|name| format!("socialplanner/{name}.readonly"));
    for (place, scope) in [tags, details, statistics].iter().enumerate() {
        let call = |id: &str| calls(id).into_iter().nth(place).unwrap().version("v3");
        let mut sandbox = Sandbox::new();
        let order = json!({ "authorize": { "locationId": TOKEN_LOCATION_ID, "scopes": ["users.readonly", scope] } });
        let code = sandbox.control("POST /__sandbox/oauth", order).json()["code"].clone();
        let tokens = sandbox.exchange(code.as_str().unwrap());
        let reply =
            sandbox.send(call(TOKEN_LOCATION_ID).token(tokens["access_token"].as_str().unwrap()));
        assert!(reply.status() < 300, "{}", reply.text());

        let tokens = sandbox.exchange(ghl_users_sandbox::seed::LOCATION_CODE);
        let call = call(TOKEN_LOCATION_ID).token(tokens["access_token"].as_str().unwrap());
        assert_eq!(refused(&mut sandbox, call, 401), WRONG_SCOPE);
    }
}

#[test]
fn an_app_reaches_the_location_that_it_has_a_token_of() {
    let mut sandbox = Sandbox::new();
    let scopes = [
        "socialplanner/tag.readonly",
        "socialplanner/statistics.readonly",
    ];
    let order = json!({ "authorize": { "locationId": LOCATIONS[1].id, "scopes": scopes } });
    let code = sandbox.control("POST /__sandbox/oauth", order).json()["code"].clone();
    let token = sandbox.exchange(code.as_str().unwrap())["access_token"].clone();
    let [list, _, _] = calls(LOCATIONS[1].id);
    let results = sandbox
        .send(list.version("v3").token(token.as_str().unwrap()))
        .json();
    assert_eq!(names(&results["results"]), ["Anfänger", "Kurse", "Retreat"]);
}

#[test]
fn lists_ten_tags_unless_asked_otherwise_and_counts_all() {
    let found = tags("");
    assert_eq!((names(&found).len(), &found["count"]), (10, &json!(13)));
    let rest = tags("skip=10&limit=10");
    assert_eq!(
        names(&rest),
        ["Preguntas frecuentes", "Whitening", "Zähne putzen"]
    );
    assert_eq!(rest["count"], 13);
    assert_eq!(names(&tags("limit=2&skip=1")), ["Braces", "Check-up"]);
    assert_eq!(names(&tags("skip=13")).len(), 0);
}

#[test]
fn finds_tags_by_a_part_of_their_names() {
    let found = tags("searchText=OPEN");
    assert_eq!(
        (names(&found), &found["count"]),
        (vec!["Opening hours"], &json!(1))
    );
    assert_eq!(names(&tags("searchText=z%C3%A4hne")), ["Zähne putzen"]);
    assert_eq!(
        tags("searchText=nothing"),
        json!({ "tags": [], "count": 0 })
    );
}

#[test]
fn a_tag_has_every_documented_field() {
    let first = tags("limit=1")["tags"][0].clone();
    // Written down, so that a change of the seed is a decision.
    assert_eq!(
        first,
        json!({
            "_id": "a875541b837cbd76bb789b0f",
            "tag": "Before & after",
            "locationId": TOKEN_LOCATION_ID,
            "createdBy": "1rOd4by7P2ivr6qhM036",
            "deleted": false,
            "createdAt": "2024-04-28T17:09:00.502Z",
            "updatedAt": "2024-10-07T01:09:22.783Z",
        })
    );
}

#[test]
fn a_tag_was_made_by_a_user_of_its_location() {
    let mut sandbox = Sandbox::new();
    for tag in tags("limit=100")["tags"].as_array().unwrap() {
        let id = tag["createdBy"].as_str().unwrap();
        let user = sandbox.v2(&format!("GET /users/{id}"), Value::Null).json();
        let locations = user["roles"]["locationIds"].as_array().unwrap();
        assert!(locations.contains(&json!(TOKEN_LOCATION_ID)), "{user}");
        assert!(tag["createdAt"].as_str() < tag["updatedAt"].as_str());
    }
}

#[test]
fn tells_what_ids_are_of_in_an_envelope_of_its_own() {
    let all = tags("limit=3")["tags"].clone();
    let ids = json!([all[2]["_id"], "65fbdcfecc884f07e645ea8b", all[0]["_id"]]);
    let line = format!("POST /social-media-posting/{TOKEN_LOCATION_ID}/tags/details");
    for version in [V2, "v3"] {
        let reply = ask(version, &line, json!({ "tagIds": ids }));
        assert_eq!(reply.status(), 201);
        let mut answer = reply.json();
        let results = answer["results"].take();
        assert_eq!(results, json!({ "tags": [all[0], all[2]], "count": 2 }));
        assert_eq!(
            answer,
            json!({ "success": true, "statusCode": 201, "message": "Fetched Tags by Tag IDs", "results": null })
        );
    }
}

#[test]
fn complains_of_all_that_is_wrong_with_a_call_about_tags() {
    let list =
        format!("GET /social-media-posting/{TOKEN_LOCATION_ID}/tags?limit=ten&skip=-1&tag=a");
    assert_eq!(
        ask("v3", &list, Value::Null).complaints(),
        [
            "property tag should not exist",
            "limit must be a number string",
            "skip must be a number string"
        ]
    );
    let details = format!("POST /social-media-posting/{TOKEN_LOCATION_ID}/tags/details");
    for (body, words) in [
        (Value::Null, "tagIds should not be empty"),
        (json!({}), "tagIds should not be empty"),
        (json!({ "tagIds": "a" }), "tagIds must be an array"),
        (
            json!({ "tagIds": [1] }),
            "each value in tagIds must be a string",
        ),
    ] {
        assert_eq!(ask(V2, &details, body).complaints(), [words]);
    }
}
