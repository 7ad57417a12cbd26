//! The calls about locations themselves.

use ghl_users_sandbox::seed::{AGENCY_TOKEN, COMPANY_ID, LOCATIONS, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox};

fn agency(sandbox: &mut Sandbox, status: u16, line: &str, body: Value) -> Value {
    let call = Call::new(line).version("v3").token(AGENCY_TOKEN);
    let reply = sandbox.send(call.json(body));
    assert_eq!(reply.status(), status, "{line}: {}", reply.text());
    reply.json()
}

fn names(answer: &Value) -> Vec<&str> {
    let found = answer["locations"].as_array().unwrap().iter();
    found
        .map(|location| location["name"].as_str().unwrap())
        .collect()
}

#[test]
fn what_the_agency_creates_is_found_changed_and_deleted() {
    let mut sandbox = Sandbox::new();
    let body = json!({
        "name": "Neu", "companyId": COMPANY_ID, "country": "DE",
        "twilio": { "sid": "AC1", "authToken": "secret" },
    });
    let created = agency(&mut sandbox, 200, "POST /locations/", body);
    assert_eq!(created.get("twilio"), None);
    let one = format!("/locations/{}", created["id"].as_str().unwrap());
    let read = agency(&mut sandbox, 200, &format!("GET {one}"), Value::Null);
    assert_eq!(read["location"], created);
    let all = agency(&mut sandbox, 200, "GET /locations/search", Value::Null);
    assert_eq!(
        names(&all),
        [
            "Harbour Dental",
            "Nordlicht Yoga",
            "Casa Verde Realty",
            "Neu"
        ]
    );

    let body = json!({ "companyId": COMPANY_ID, "city": "Kiel" });
    let changed = agency(&mut sandbox, 200, &format!("PUT {one}"), body);
    assert_eq!(
        (&changed["city"], &changed["name"]),
        (&json!("Kiel"), &json!("Neu"))
    );
    let value = json!({ "name": "Slogan", "value": "Moin" });
    agency(
        &mut sandbox,
        201,
        &format!("POST {one}/customValues"),
        value,
    );

    let line = format!("DELETE {one}?deleteTwilioAccount=false");
    let gone = agency(&mut sandbox, 200, &line, Value::Null);
    assert_eq!(gone["success"], true);
    agency(&mut sandbox, 403, &format!("GET {one}"), Value::Null);
    agency(
        &mut sandbox,
        403,
        &format!("GET {one}/customValues"),
        Value::Null,
    );
    assert_eq!(sandbox.state.size(), Sandbox::new().state.size());
}

#[test]
fn each_call_tells_of_a_location_what_its_spec_has_and_a_search_when_it_was_added() {
    let mut sandbox = Sandbox::new();
    let person = json!({ "firstName": "Ada", "lastName": "Byron", "email": "ada@example.com" });
    let body = json!({ "name": "Neu", "companyId": COMPANY_ID, "prospectInfo": person });
    let created = agency(&mut sandbox, 200, "POST /locations/", body);
    let line = format!("GET /locations/{}", created["id"].as_str().unwrap());
    let read = agency(&mut sandbox, 200, &line, Value::Null)["location"].clone();
    let line = "GET /locations/search?email=ada%40example.com";
    let found = agency(&mut sandbox, 200, line, Value::Null)["locations"][0].clone();
    let has = |name: &str| [&created, &read, &found].map(|it| it.get(name).is_some());
    assert_eq!(has("firstName"), [false, true, false]);
    assert_eq!(has("companyId"), [true, true, false]);
    assert_eq!(has("dateAdded"), [false, false, true]);
}

#[test]
fn a_search_is_cut_turned_round_and_by_email() {
    let mut sandbox = Sandbox::new();
    let mut search = |more: &str| {
        let line = format!("GET /locations/search?companyId={COMPANY_ID}&{more}");
        agency(&mut sandbox, 200, &line, Value::Null)
    };
    assert_eq!(names(&search("skip=1&limit=1")), ["Nordlicht Yoga"]);
    assert_eq!(names(&search("order=desc&limit=1")), ["Casa Verde Realty"]);
    assert_eq!(
        names(&search("email=office1%40example.com")),
        ["Harbour Dental"]
    );
}

#[test]
fn a_location_sees_itself_and_changes_nothing() {
    let mut sandbox = Sandbox::new();
    let found = sandbox.get(200, "GET /locations/search", Value::Null);
    assert_eq!(names(&found), ["Harbour Dental"]);
    let own = format!("/locations/{TOKEN_LOCATION_ID}");
    sandbox.get(200, &format!("GET {own}"), Value::Null);
    sandbox.get(
        403,
        &format!("GET /locations/{}", LOCATIONS[1].id),
        Value::Null,
    );
    sandbox.get(
        401,
        &format!("PUT {own}"),
        json!({ "companyId": COMPANY_ID }),
    );
    sandbox.get(
        401,
        "POST /locations/",
        json!({ "companyId": COMPANY_ID, "name": "Neu" }),
    );
}

#[test]
fn complains_of_all_that_is_wrong_with_a_location() {
    let mut sandbox = Sandbox::new();
    let body = json!({
        "companyId": COMPANY_ID, "settings": { "allowDuplicateContact": "no" },
        "prospectInfo": { "firstName": "Ada" },
    });
    let answer = agency(&mut sandbox, 422, "POST /locations/", body);
    assert_eq!(
        answer["message"],
        json!([
            "name should not be empty",
            "prospectInfo.lastName should not be empty",
            "prospectInfo.email should not be empty",
            "settings.allowDuplicateContact must be a boolean value",
        ])
    );
    let body = json!({ "companyId": "nobody", "name": "Neu" });
    agency(&mut sandbox, 403, "POST /locations/", body);
}
