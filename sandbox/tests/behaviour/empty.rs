//! A company that is empty has nothing, whatever it is asked for.

use ghl_users_sandbox::Start;
use ghl_users_sandbox::seed::{
    AGENCY_CODE, AGENCY_TOKEN, APP_ID, COMPANY_ID, LOCATION_TOKEN, PROFILES, TOKEN_LOCATION_ID,
};
use serde_json::{Map, Value, json};

use crate::support::{Call, Reply, Sandbox};

/// The calls that only read, though they are sent with a body.
const POSTS: [&str; 6] = [
    "POST /users/search/filter-by-email",
    "POST /social-media-posting/{locationId}/tags/details",
    "POST /social-media-posting/statistics",
    "POST /contacts/search",
    "POST /locations/{locationId}/tasks/search",
    "POST /opportunities/search",
];

/// What has to be there for a token to be: the company's locations, of which some have the app. And what nobody makes.
const THERE: [(&str, &str); 5] = [
    ("GET /oauth/installedLocations", ".count"),
    ("GET /oauth/installedLocations", ".locations"),
    ("GET /oauth/installed-locations", ".items"),
    ("GET /locations/search", ".locations"),
    ("GET /locations/{locationId}/timezones", ".timeZones"),
];

/// What a field of this name may be.
fn sample(name: &str) -> Value {
    match name {
        "locationId" | "altId" => json!(TOKEN_LOCATION_ID),
        "companyId" => json!(COMPANY_ID),
        "altType" => json!("location"),
        "appId" => json!(APP_ID),
        "email" | "emails" => json!("ada@example.com"),
        "profileIds" => json!([PROFILES[0].id]),
        "tagIds" => json!(["65fbdcfecc884f07e645ea8b"]),
        "limit" | "pageLimit" => json!(20),
        "page" | "offset" | "skip" => json!(0),
        "startTime" | "startDate" => json!("1795305600000"),
        "endTime" | "endDate" => json!("1795392000000"),
        _ => json!("x"),
    }
}

/// What a call asks for that it does not complain of one by one.
fn needed(line: &str) -> Vec<(String, Value)> {
    let name = match line {
        "GET /contacts/search/duplicate" => "email",
        "GET /calendars/events" | "GET /calendars/blocked-slots" => "userId",
        _ => return Vec::new(),
    };
    vec![(name.to_owned(), sample(name))]
}

/// The path with `x` in the place of ids that nothing has.
fn path_of(line: &str) -> String {
    let names = line.split('/').map(|name| match name {
        "{locationId}" => TOKEN_LOCATION_ID,
        "{companyId}" => COMPANY_ID,
        "{resourceType}" => "rooms",
        name if name.starts_with('{') => "x",
        name => name,
    });
    names.collect::<Vec<_>>().join("/")
}

/// Makes a call, with the first token that opens it, in a version that has it, and with the fields that it complains of.
fn answer(sandbox: &mut Sandbox, line: &str, tokens: &[&str]) -> Reply {
    let mut given = needed(line);
    let (mut version, mut tokens) = ("v3", tokens.iter());
    let mut token = tokens.next();
    while let Some(own) = token {
        let reply = sandbox.send(call(line, &given).version(version).token(own));
        match reply.status() {
            501 if version == "v3" => version = "2021-07-28",
            401 | 403 => token = tokens.next(),
            422 => {
                let asked = given.len();
                for words in reply.complaints() {
                    let name = words.split(' ').next().unwrap();
                    if !given.iter().any(|(own, _)| own == name) {
                        given.push((name.to_owned(), sample(name)));
                    }
                }
                assert!(given.len() > asked, "{line}: {}", reply.text());
            }
            _ => return reply,
        }
    }
    panic!("no token opens {line}");
}

/// The call with these fields: in its body, if it has one, but for what statistics have in the query.
fn call(line: &str, given: &[(String, Value)]) -> Call {
    let is_posted = line.starts_with("POST ");
    let mut query = form_urlencoded::Serializer::new(String::new());
    let mut body = Map::new();
    for (name, value) in given {
        if is_posted && !(line.ends_with("/statistics") && name == "locationId") {
            body.insert(name.clone(), value.clone());
        } else {
            query.append_pair(name, value.as_str().unwrap_or(&value.to_string()));
        }
    }
    let call = Call::new(&format!("{}?{}", path_of(line), query.finish()));
    call.json(if is_posted { body.into() } else { Value::Null })
}

/// Where in an answer there is something: lists that are not empty, and counts that are not 0.
fn found(answer: &Value, place: &str) -> Vec<String> {
    match answer {
        Value::Array(items) if !items.is_empty() => vec![place.to_owned()],
        Value::Number(number) if place.ends_with(".count") || place.ends_with(".total") => {
            let is_some = number.as_u64() != Some(0);
            is_some.then(|| place.to_owned()).into_iter().collect()
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            let found = fields.flat_map(|(name, value)| found(value, &format!("{place}.{name}")));
            found.collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_call_that_reads_finds_nothing_but_the_company_and_its_locations() {
    let mut sandbox = Sandbox::started(Start::Empty);
    let app = sandbox.exchange(AGENCY_CODE)["access_token"].clone();
    let tokens = [LOCATION_TOKEN, AGENCY_TOKEN, app.as_str().unwrap()];
    let before = sandbox.state.size();
    let calls = ghl_users_sandbox::calls();
    let reading = calls.filter(|line| line.starts_with("GET ") || POSTS.contains(line));
    let mut there = Vec::new();
    for line in reading {
        let reply = answer(&mut sandbox, line, &tokens);
        if path_of(line).split('/').any(|name| name == "x") && reply.status() >= 400 {
            continue;
        }
        if line == "POST /social-media-posting/statistics" {
            let words = format!("Account {} not found", PROFILES[0].id);
            assert_eq!(reply.json()["message"], words);
            continue;
        }
        assert!(reply.status() < 300, "{line}: {}", reply.text());
        there.extend(
            found(&reply.json(), "")
                .into_iter()
                .map(|place| (line, place)),
        );
    }
    let there: Vec<_> = there
        .iter()
        .map(|(line, place)| (*line, place.as_str()))
        .collect();
    assert_eq!(there, THERE);
    assert_eq!(sandbox.state.size(), before);
}

#[test]
fn tells_of_no_profile_and_of_nobody_by_name_before_json_and_after() {
    let mut sandbox = Sandbox::started(Start::Empty);
    let exported = sandbox.state.export();
    let mut again = Sandbox::of(ghl_users_sandbox::State::load(&exported).unwrap());
    for sandbox in [&mut sandbox, &mut again] {
        let tour = sandbox.control("GET /__sandbox/seed", Value::Null).json();
        assert_eq!(
            (&tour["profiles"], &tour["people"]),
            (&json!([]), &json!({}))
        );
    }
}
