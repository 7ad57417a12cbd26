//! States as JSON.

use ghl_users_sandbox::seed::{AGENCY_CODE, LOCATION_CODE, TOKEN_LOCATION_ID};
use ghl_users_sandbox::{Start, State};
use serde_json::{Value, json};

use crate::support::{Sandbox, new_user, new_user_with};

/// The same state by way of JSON text.
fn through_text(state: &State) -> State {
    let text = state.export().to_string();
    State::load(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut state = Sandbox::started(Start::Empty).state.export();
    change(&mut state);
    State::load(&state).map(|_| ()).unwrap_err()
}

#[test]
fn every_start_is_the_same_after_a_way_through_json() {
    for start in [Start::Agency, Start::Messy, Start::Empty] {
        let sandbox = Sandbox::started(start);
        let again = through_text(&sandbox.state);
        assert_eq!(again.export(), sandbox.state.export(), "{}", start.name());
        assert_eq!(again.size(), sandbox.state.size(), "{}", start.name());
    }
}

#[test]
fn leaves_out_what_was_asked_and_what_is_to_go_wrong() {
    let mut sandbox = Sandbox::new();
    sandbox.control(
        "POST /__sandbox/fault",
        json!({ "status": 503, "times": "untilOff" }),
    );
    sandbox.v2("GET /users/abc", Value::Null);
    let over_http = sandbox.control("GET /__sandbox/export", Value::Null).json();
    let mut members: Vec<_> = over_http.as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(
        members,
        [
            "answered", "config", "form", "oauth", "rates", "things", "users"
        ]
    );
    let mut again = Sandbox::of(State::load(&over_http).unwrap());
    assert_eq!(again.v2("GET /users/abc", Value::Null).status(), 404);
    let log = again.control("GET /__sandbox/requests", Value::Null).json();
    assert_eq!(log.as_array().unwrap().len(), 1);
}

#[test]
fn tokens_go_on_opening_what_they_opened_and_a_spent_code_stays_spent() {
    let mut sandbox = Sandbox::new();
    let company = sandbox.exchange(AGENCY_CODE);
    let location = sandbox.exchange(LOCATION_CODE);
    let renewed = sandbox.refresh(&company["refresh_token"]).json();
    let mut again = Sandbox::of(through_text(&sandbox.state));
    for tokens in [&company, &location, &renewed] {
        assert_eq!(again.search_with(&tokens["access_token"]).0, 200);
    }
    let within_grace = again.refresh(&company["refresh_token"]).json();
    assert_eq!(within_grace["access_token"], renewed["access_token"]);
    let spent = again.token(&[("grant_type", "authorization_code"), ("code", AGENCY_CODE)]);
    assert_eq!(spent.status(), 400);
}

#[test]
fn calls_and_tokens_go_on_being_counted() {
    let mut sandbox = Sandbox::new();
    let refresh = sandbox.exchange(AGENCY_CODE)["refresh_token"].clone();
    sandbox.refresh(&refresh);
    sandbox.refresh(&refresh);
    let left = |sandbox: &mut Sandbox| {
        let reply = sandbox.v2("GET /users/abc", Value::Null);
        let headers = ["x-ratelimit-remaining", "x-ratelimit-daily-remaining"];
        headers.map(|name| reply.header(name).unwrap().to_owned())
    };
    assert_eq!(left(&mut sandbox), ["99", "199999"]);
    let mut again = Sandbox::of(through_text(&sandbox.state));
    assert_eq!(left(&mut again), ["98", "199998"]);
    let tally = again.control("GET /__sandbox/oauth", Value::Null).json();
    let expected =
        json!({ "exchanges": 1, "refreshes": 1, "graceAnswers": 1, "locationTokens": 0 });
    assert_eq!(tally, expected);
    // A reset goes back to what was loaded.
    again.control("POST /__sandbox/reset", Value::Null);
    assert_eq!(
        again.control("GET /__sandbox/oauth", Value::Null).json(),
        expected
    );
    assert_eq!(left(&mut again), ["98", "199998"]);
}

#[test]
fn people_are_called_by_name_as_long_as_they_are_in_the_state() {
    let sandbox = Sandbox::started(Start::Messy);
    let mut again = Sandbox::of(through_text(&sandbox.state));
    let tour = again.control("GET /__sandbox/seed", Value::Null).json();
    assert_eq!(tour["people"]["formerAdmin"], "FormerAdmin000000001");
    assert_eq!(tour["profiles"].as_array().unwrap().len(), 10);
}

#[test]
fn what_is_made_afterwards_has_the_ids_that_it_would_have_had() {
    let mut sandbox = Sandbox::new();
    let made = sandbox.v2("POST /users/", new_user()).json();
    sandbox.v2(
        &format!("DELETE /users/{}", made["id"].as_str().unwrap()),
        Value::Null,
    );
    let mut again = Sandbox::of(through_text(&sandbox.state));
    let contact =
        json!({ "locationId": TOKEN_LOCATION_ID, "firstName": "Ada", "email": "a@example.com" });
    for sandbox in [&mut sandbox, &mut again] {
        sandbox.now_ms += 60_000;
    }
    let second = new_user_with("email", json!("second@example.com"));
    assert_eq!(
        again.v2("POST /users/", second.clone()).json(),
        sandbox.v2("POST /users/", second).json()
    );
    assert_eq!(
        again.get(201, "POST /contacts/", contact.clone()),
        sandbox.get(201, "POST /contacts/", contact)
    );
}

#[test]
fn a_state_of_another_form_is_refused_by_its_number() {
    assert_eq!(
        refused(|state| state["form"] = json!(1)),
        "form is 1: expected 2"
    );
    let missing = refused(|state| drop(state.as_object_mut().unwrap().remove("form")));
    assert_eq!(missing, "form is missing: expected a whole number");
    // Whatever else another form may have.
    let more = |state: &mut Value| {
        state["form"] = json!(7);
        state["more"] = json!(1);
    };
    assert_eq!(refused(more), "form is 7: expected 2");
}

#[test]
fn what_is_wrong_in_a_state_is_named_by_its_place() {
    let cases: [(&str, Value, &str); 14] = [
        (
            "/users/all/0/email",
            json!(1),
            "users.all[0].email is a number: expected a text",
        ),
        (
            "/users/all/0/id",
            json!(""),
            "users.all[0].id is a text: expected one that is not empty",
        ),
        (
            "/users/all/0/roles/role",
            json!("boss"),
            "users.all[0].roles.role is a text: expected admin or user",
        ),
        (
            "/users/all/0/scopes",
            json!([1]),
            "users.all[0].scopes is a list: expected a list of texts",
        ),
        (
            "/users/all/0/permissions/tagsEnabled",
            json!("yes"),
            "users.all[0].permissions.tagsEnabled is a text: expected a boolean",
        ),
        (
            "/users/all/0/addedMs",
            json!(-1),
            "users.all[0].addedMs is a number: expected a whole number from 0 to 9007199254740991",
        ),
        (
            "/users/made",
            json!(20_000_000),
            "users.made is a number: expected a whole number from 0 to 16777216",
        ),
        (
            "/users/all",
            json!({}),
            "users.all is an object: expected a list",
        ),
        (
            "/things/all/1/kind",
            json!("Locations"),
            "things.all[1].kind is a text: expected Location, Business, ",
        ),
        (
            "/things/all/1/fields/id",
            Value::Null,
            "things.all[1].fields.id is missing: expected a text",
        ),
        (
            "/oauth/codes",
            json!([]),
            "oauth.codes is a list: expected an object",
        ),
        (
            "/oauth/tally/refreshes",
            json!("one"),
            "oauth.tally.refreshes is a text: expected a whole number from 0 to ",
        ),
        (
            "/rates",
            json!([{ "arrivals": [-1] }]),
            "rates[0].arrivals is a list: expected a list of whole numbers",
        ),
        (
            "/config/logSize",
            json!(true),
            "config: logSize: invalid type: boolean",
        ),
    ];
    for (place, value, words) in cases {
        let message = refused(|state| *state.pointer_mut(place).unwrap() = value);
        assert!(message.starts_with(words), "{message}");
    }
    let typo = refused(|state| state["users"]["all"][0]["fristName"] = json!("Ada"));
    assert!(
        typo.starts_with("users.all[0].fristName is not known: expected id, firstName, "),
        "{typo}"
    );
    let strange = refused(|state| {
        state["oauth"]["codes"]["abc"] = json!({ "scope": "", "locationId": "elsewhere" });
    });
    assert_eq!(
        strange,
        "oauth.codes.abc.locationId is a text: expected that of one of the locations of the seed"
    );
}

#[test]
fn an_id_that_is_there_twice_is_refused() {
    let twice = |list: &'static str| {
        refused(move |state| {
            let all = state[list]["all"].as_array_mut().unwrap();
            all.push(all[0].clone());
        })
    };
    assert_eq!(
        twice("users"),
        "users.all[1].id is a text: expected one that no other user has"
    );
    assert_eq!(
        twice("things"),
        "things.all[4].fields.id is a text: expected one that nothing else of its kind has"
    );
}

#[test]
fn a_state_written_by_hand_may_leave_out_most_of_it() {
    let mut state = Sandbox::started(Start::Empty).state.export();
    state["users"] = json!({ "all": [{
        "id": "Ada00000000000000001", "firstName": "Ada", "lastName": "Byron", "email": "ada@example.com",
        "roles": { "type": "account", "role": "user", "locationIds": [TOKEN_LOCATION_ID] },
    }] });
    for name in ["config", "oauth", "rates", "answered"] {
        state.as_object_mut().unwrap().remove(name);
    }
    state["things"].as_object_mut().unwrap().remove("made");
    let mut sandbox = Sandbox::of(State::load(&state).unwrap());
    let found = sandbox.search("");
    assert_eq!(
        (&found["count"], &found["users"][0]["name"]),
        (&json!(1), &json!("Ada Byron"))
    );
    assert_eq!(
        found["users"][0]["permissions"].as_object().unwrap().len(),
        38
    );
    let created = sandbox.v2("POST /users/", new_user());
    assert_eq!(created.status(), 201);
    assert_ne!(created.json()["id"], "Ada00000000000000001");
}
