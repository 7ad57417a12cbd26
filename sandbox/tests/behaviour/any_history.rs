//! Whatever has happened: a state that went through JSON answers as the one that did not, once nothing is to go wrong any more.

use ghl_users_sandbox::seed::{
    AGENCY_CODE, AGENCY_TOKEN, COMPANY_ID, LOCATION_CODE, LOCATION_TOKEN, LOCATIONS,
};
use ghl_users_sandbox::{Config, RateLimit, Response, RetryAfter, Start, State, Window};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

/// Something that happens. Numbers choose among what there is.
#[derive(Debug, Clone)]
enum Step {
    User {
        number: u8,
        agency: bool,
        denied: bool,
    },
    Rename(u8, String),
    Leave(u8),
    Contact {
        number: u8,
        place: u8,
    },
    Note(u8, String),
    Forget(u8),
    Tag(u8, u8),
    Tokens,
    Refresh(u8),
    LocationToken(u8),
    Expire,
    Revoke,
    Authorize(u8),
    Tally,
    Search(String),
    TokenSearch(u8),
    Fault(Times),
    Storm(u32),
    Wait(u32),
}

/// How often a fault strikes.
#[derive(Debug, Clone)]
enum Times {
    Once,
    Calls(u8),
    UntilOff,
}

fn times() -> impl Strategy<Value = Times> {
    prop_oneof![
        Just(Times::Once),
        (2_u8..6).prop_map(Times::Calls),
        Just(Times::UntilOff)
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (any::<u8>(), any::<bool>(), any::<bool>()).prop_map(|(number, agency, denied)| {
            Step::User {
                number,
                agency,
                denied,
            }
        }),
        (any::<u8>(), "[a-zA-Zé\u{130}0 ]{0,8}").prop_map(|(who, name)| Step::Rename(who, name)),
        any::<u8>().prop_map(Step::Leave),
        (any::<u8>(), any::<u8>()).prop_map(|(number, place)| Step::Contact { number, place }),
        (any::<u8>(), "\\PC{1,8}").prop_map(|(whose, text)| Step::Note(whose, text)),
        any::<u8>().prop_map(Step::Forget),
        (any::<u8>(), any::<u8>()).prop_map(|(whose, tag)| Step::Tag(whose, tag)),
        Just(Step::Tokens),
        any::<u8>().prop_map(Step::Refresh),
        any::<u8>().prop_map(Step::LocationToken),
        Just(Step::Expire),
        Just(Step::Revoke),
        any::<u8>().prop_map(Step::Authorize),
        Just(Step::Tally),
        "[a-e@.]{0,3}".prop_map(Step::Search),
        any::<u8>().prop_map(Step::TokenSearch),
        times().prop_map(Step::Fault),
        any::<u32>().prop_map(Step::Storm),
        (0_u32..50_000).prop_map(Step::Wait),
        // Windows begin and end within some calls.
        (0_u32..1_500).prop_map(Step::Wait),
    ]
}

/// A sandbox, and what its answers have given to go on with.
struct Run {
    sandbox: Sandbox,
    users: Vec<String>,
    contacts: Vec<String>,
    tokens: Vec<Value>,
    access: Vec<Value>,
    codes: Vec<String>,
}

impl Run {
    /// With limits that a few calls exceed.
    fn new(window: Window) -> Self {
        let config = Config {
            enforce_rate_limit: true,
            rate_limit: RateLimit {
                requests: 6,
                per_ms: 1_000,
                window,
            },
            daily_limit: 30,
            retry_after: RetryAfter::Ms,
            ..Config::default()
        };
        Self {
            sandbox: Sandbox::of(State::started(Start::Empty, config)),
            users: vec!["nobody".to_owned()],
            contacts: vec!["nobody".to_owned()],
            tokens: vec![json!("none")],
            access: vec![json!(AGENCY_TOKEN), json!(LOCATION_TOKEN)],
            codes: vec![AGENCY_CODE.to_owned(), LOCATION_CODE.to_owned()],
        }
    }

    /// The same run with a state that went through JSON.
    fn through_json(&self) -> Self {
        let text = self.sandbox.state.export().to_string();
        let state = State::load(&serde_json::from_str(&text).unwrap()).unwrap();
        let mut sandbox = Sandbox::of(state);
        sandbox.now_ms = self.sandbox.now_ms;
        Self {
            sandbox,
            users: self.users.clone(),
            contacts: self.contacts.clone(),
            tokens: self.tokens.clone(),
            access: self.access.clone(),
            codes: self.codes.clone(),
        }
    }

    /// Ends what is to go wrong: that belongs to who tests, and no state has it.
    fn calm(&mut self) {
        let ended = self
            .sandbox
            .control("POST /__sandbox/faults/off", Value::Null);
        assert_eq!(ended.status(), 200);
    }

    /// Does a step; all that was answered.
    fn take(&mut self, step: &Step) -> Option<Response> {
        self.reply(step).map(|reply| reply.0)
    }

    /// Gives an order, and says nothing: faults are counted in each run.
    fn order(&mut self, line: &str, order: Value) -> Option<Reply> {
        let reply = self.sandbox.control(line, order);
        assert_eq!(reply.status(), 200, "{}", reply.text());
        None
    }

    /// Remembers the tokens of an answer, if it has some.
    fn learn(&mut self, reply: &Reply) {
        let Ok(answer) = serde_json::from_slice::<Value>(&reply.0.body) else {
            return;
        };
        for (name, all) in [
            ("refresh_token", &mut self.tokens),
            ("access_token", &mut self.access),
        ] {
            all.extend(Some(answer[name].clone()).filter(Value::is_string));
        }
    }

    fn reply(&mut self, step: &Step) -> Option<Reply> {
        fn pick<T: Clone>(all: &[T], number: u8) -> T {
            all[usize::from(number) % all.len()].clone()
        }
        let sandbox = &mut self.sandbox;
        Some(match step {
            Step::User {
                number,
                agency,
                denied,
            } => {
                let body = json!({
                    "companyId": COMPANY_ID, "firstName": format!("User {number}"), "lastName": "Byron",
                    "email": format!("{}@example.com", number % 8), "phone": "+18085550123",
                    "type": if *agency { "agency" } else { "account" }, "role": "user",
                    "locationIds": [LOCATIONS[usize::from(*number) % 3].id], "scopes": ["contacts.write"],
                    "permissions": { "tagsEnabled": !denied, "novelKey": true },
                    "twilioPhone": { LOCATIONS[0].id: "+18085550124" },
                });
                let reply = sandbox.v2("POST /users/", body);
                self.users
                    .extend(reply.json()["id"].as_str().map(str::to_owned));
                reply
            }
            Step::Rename(who, name) => {
                let line = format!("PUT /users/{}", pick(&self.users, *who));
                sandbox.v2(&line, json!({ "firstName": name }))
            }
            Step::Leave(who) => {
                let line = format!("DELETE /users/{}", pick(&self.users, *who));
                sandbox.v2(&line, Value::Null)
            }
            Step::Contact { number, place } => {
                let id = LOCATIONS[usize::from(*place) % 2].id;
                let body = json!({
                    "locationId": id, "firstName": format!("Contact {number}"), "tags": ["new"],
                    "email": format!("{}@example.org", number % 16),
                });
                let reply = sandbox.ask("v3", "POST /contacts/", body);
                self.contacts
                    .extend(reply.json()["contact"]["id"].as_str().map(str::to_owned));
                reply
            }
            Step::Note(whose, text) => {
                let line = format!("POST /contacts/{}/notes", pick(&self.contacts, *whose));
                sandbox.ask("v3", &line, json!({ "body": text }))
            }
            Step::Forget(whose) => {
                let line = format!("DELETE /contacts/{}", pick(&self.contacts, *whose));
                sandbox.ask("v3", &line, Value::Null)
            }
            Step::Tag(whose, tag) => {
                let line = format!("POST /contacts/{}/tags", pick(&self.contacts, *whose));
                sandbox.ask("v3", &line, json!({ "tags": [format!("tag {}", tag % 4)] }))
            }
            Step::Tokens => {
                let code = self.codes.pop().unwrap_or(AGENCY_CODE.to_owned());
                let fields = [("grant_type", "authorization_code"), ("code", &*code)];
                let reply = sandbox.token(&fields);
                self.learn(&reply);
                reply
            }
            Step::Refresh(which) => {
                let reply = sandbox.refresh(&pick(&self.tokens, *which));
                self.learn(&reply);
                reply
            }
            Step::LocationToken(which) => {
                let token = pick(&self.access, *which);
                let call = Call::new("POST /oauth/locationToken").version("2021-07-28");
                let form = [("companyId", COMPANY_ID), ("locationId", LOCATIONS[0].id)];
                let call = call.token(token.as_str().unwrap()).form(&form);
                let reply = sandbox.send(call);
                self.learn(&reply);
                reply
            }
            Step::Expire => {
                return self.order(
                    "POST /__sandbox/oauth",
                    json!({ "expireAccessTokens": true }),
                );
            }
            Step::Revoke => {
                return self.order(
                    "POST /__sandbox/oauth",
                    json!({ "revokeRefreshTokens": true }),
                );
            }
            Step::Authorize(place) => {
                let id = LOCATIONS[usize::from(*place) % 2].id;
                let order = json!({ "authorize": { "locationId": id } });
                let reply = sandbox.control("POST /__sandbox/oauth", order);
                let code = reply.json()["code"].clone();
                self.codes.push(code.as_str().unwrap().to_owned());
                reply
            }
            Step::Tally => sandbox.control("GET /__sandbox/oauth", Value::Null),
            Step::TokenSearch(which) => {
                let token = pick(&self.access, *which);
                let call = Call::new(&format!("GET /users/search?companyId={COMPANY_ID}"));
                sandbox.send(call.version("v3").token(token.as_str().unwrap()))
            }
            Step::Fault(times) => {
                let times = match times {
                    Times::Once => json!(1),
                    Times::Calls(calls) => json!(calls),
                    Times::UntilOff => json!("untilOff"),
                };
                let only = json!({ "operation": "users." });
                let order = json!({ "status": 503, "times": times, "only": only });
                return self.order("POST /__sandbox/fault", order);
            }
            Step::Storm(seed) => {
                let faults = json!([{ "weight": 1, "fault": { "status": 502, "execute": true } }]);
                let storm = json!({ "seed": seed, "calm": 3, "faults": faults });
                return self.order("POST /__sandbox/storm", storm);
            }
            Step::Search(term) => {
                let line =
                    format!("GET /users/search?companyId={COMPANY_ID}&query={term}&sort=email");
                sandbox.v2(&line, Value::Null)
            }
            Step::Wait(ms) => {
                sandbox.now_ms += u64::from(*ms);
                return None;
            }
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_state_is_the_same_after_json_and_answers_the_same_from_then_on(
        slides in any::<bool>(),
        before in prop::collection::vec(step(), 0..40),
        after in prop::collection::vec(step(), 0..40),
    ) {
        let mut run = Run::new(if slides { Window::Sliding } else { Window::Fixed });
        for step in &before {
            run.take(step);
        }
        let mut again = run.through_json();
        prop_assert_eq!(again.sandbox.state.export(), run.sandbox.state.export());
        run.calm();
        for step in &after {
            prop_assert_eq!(again.take(step), run.take(step), "{:?}", step);
        }
        prop_assert_eq!(again.sandbox.state.export(), run.sandbox.state.export());
        prop_assert_eq!(again.sandbox.state.size(), run.sandbox.state.size());
    }
}
