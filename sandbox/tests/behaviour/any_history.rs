//! Whatever has happened: a state that went through JSON answers as the one that did not.

use ghl_users_sandbox::seed::{AGENCY_CODE, COMPANY_ID, LOCATION_CODE, LOCATIONS};
use ghl_users_sandbox::{Start, State};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Reply, Sandbox};

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
    Search(String),
    Wait(u32),
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
        "[a-e@.]{0,3}".prop_map(Step::Search),
        (0_u32..50_000).prop_map(Step::Wait),
    ]
}

/// A sandbox, and what its answers have given to go on with.
struct Run {
    sandbox: Sandbox,
    users: Vec<String>,
    contacts: Vec<String>,
    tokens: Vec<Value>,
    codes: Vec<&'static str>,
}

impl Run {
    fn new() -> Self {
        Self {
            sandbox: Sandbox::started(Start::Empty),
            users: vec!["nobody".to_owned()],
            contacts: vec!["nobody".to_owned()],
            tokens: vec![json!("none")],
            codes: vec![AGENCY_CODE, LOCATION_CODE],
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
            codes: self.codes.clone(),
        }
    }

    /// Does a step; what was answered, but for the limits of rates, which every run counts for itself.
    fn take(&mut self, step: &Step) -> Option<(u16, String, Option<String>)> {
        let reply = self.reply(step)?;
        let trace_id = reply.header("x-request-id").map(str::to_owned);
        Some((reply.status(), reply.text().to_owned(), trace_id))
    }

    fn reply(&mut self, step: &Step) -> Option<Reply> {
        let pick = |all: &[String], number: u8| all[usize::from(number) % all.len()].clone();
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
                let code = self.codes.pop().unwrap_or(AGENCY_CODE);
                let fields = [("grant_type", "authorization_code"), ("code", code)];
                let reply = sandbox.token(&fields);
                self.tokens.push(reply.json()["refresh_token"].clone());
                self.tokens.retain(Value::is_string);
                reply
            }
            Step::Refresh(which) => {
                let token = &self.tokens[usize::from(*which) % self.tokens.len()];
                let reply = sandbox.refresh(&token.clone());
                self.tokens.push(reply.json()["refresh_token"].clone());
                self.tokens.retain(Value::is_string);
                reply
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
        before in prop::collection::vec(step(), 0..40),
        after in prop::collection::vec(step(), 0..40),
    ) {
        let mut run = Run::new();
        for step in &before {
            run.take(step);
        }
        let mut again = run.through_json();
        prop_assert_eq!(again.sandbox.state.export(), run.sandbox.state.export());
        for step in &after {
            prop_assert_eq!(again.take(step), run.take(step), "{:?}", step);
        }
        prop_assert_eq!(again.sandbox.state.export(), run.sandbox.state.export());
        prop_assert_eq!(again.sandbox.state.size(), run.sandbox.state.size());
    }
}
