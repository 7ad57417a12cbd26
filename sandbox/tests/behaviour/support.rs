//! A sandbox with a clock, and calls that read like the vendor's reference.

use ghl_users_sandbox::seed::{
    AGENCY_TOKEN, CLIENT_ID, CLIENT_SECRET, COMPANY_ID, LOCATION_TOKEN, LOCATIONS, V1_AGENCY_KEY,
};
use ghl_users_sandbox::{Config, Request, Response, Start, State, handle};
use serde_json::{Value, json};

/// Sunday, 2026-11-22, aligned with the rate limit's windows.
pub const NOW_MS: u64 = 1_795_305_600_000;

pub struct Sandbox {
    pub state: State,
    pub now_ms: u64,
}

impl Sandbox {
    pub fn new() -> Self {
        Self::with(Config::default())
    }

    pub fn with(config: Config) -> Self {
        Self::of(State::new(config))
    }

    pub fn started(start: Start) -> Self {
        Self::of(State::started(start, Config::default()))
    }

    pub fn of(state: State) -> Self {
        let now_ms = NOW_MS;
        Self { state, now_ms }
    }

    /// Sends a call as it stands.
    pub fn send(&mut self, call: Call) -> Reply {
        let request = Request {
            now_ms: self.now_ms,
            ..call.0
        };
        Reply(handle(&mut self.state, &request))
    }

    /// Makes a v2 call with the agency token.
    pub fn v2(&mut self, line: &str, body: Value) -> Reply {
        self.send(
            Call::new(line)
                .version("2021-07-28")
                .token(AGENCY_TOKEN)
                .json(body),
        )
    }

    /// Makes a call of the catalogue with the location token; calendars and conversations have a `Version` of their own.
    pub fn ask(&mut self, version: &str, line: &str, body: Value) -> Reply {
        let (_, path) = line.split_once(' ').unwrap();
        let early = ["/calendars", "/conversations"];
        let version = match version {
            "v2" if early.iter().any(|start| path.starts_with(start)) => "2021-04-15",
            "v2" => "2021-07-28",
            other => other,
        };
        let call = Call::new(line).version(version).token(LOCATION_TOKEN);
        self.send(call.json(body))
    }

    /// The same in v2, and what it answers with this status.
    pub fn get(&mut self, status: u16, line: &str, body: Value) -> Value {
        let reply = self.ask("v2", line, body);
        assert_eq!(reply.status(), status, "{line}: {}", reply.text());
        reply.json()
    }

    /// Makes a v1 call with the agency key.
    pub fn v1(&mut self, line: &str, body: Value) -> Reply {
        self.send(Call::new(line).token(V1_AGENCY_KEY).json(body))
    }

    /// Calls search with `companyId` and more.
    pub fn search(&mut self, more: &str) -> Value {
        let reply = self.v2(
            &format!("GET /users/search?companyId={COMPANY_ID}&{more}"),
            Value::Null,
        );
        assert_eq!(reply.status(), 200, "{}", reply.json());
        reply.json()
    }

    /// Asks for tokens in v2, as the app.
    pub fn token(&mut self, fields: &[(&str, &str)]) -> Reply {
        let app = [("client_id", CLIENT_ID), ("client_secret", CLIENT_SECRET)];
        self.send(Call::new("POST /oauth/token").form(&[&app, fields].concat()))
    }

    /// The tokens for a code, as v2 answers them.
    pub fn exchange(&mut self, code: &str) -> Value {
        let reply = self.token(&[("grant_type", "authorization_code"), ("code", code)]);
        assert_eq!(reply.status(), 200, "{}", reply.text());
        reply.json()
    }

    /// Uses a refresh token in v2.
    pub fn refresh(&mut self, token: &Value) -> Reply {
        let token = token.as_str().unwrap();
        self.token(&[("grant_type", "refresh_token"), ("refresh_token", token)])
    }

    /// What a search with this token answers: the status and, of a refusal, the words.
    pub fn search_with(&mut self, token: &Value) -> (u16, Value) {
        let call = Call::new(&format!("GET /users/search?companyId={COMPANY_ID}"));
        let reply = self.send(call.version("v3").token(token.as_str().unwrap()));
        (reply.status(), reply.json()["message"].clone())
    }

    /// A seeded account user of the first location.
    pub fn account_user(&mut self) -> Value {
        self.search(&format!(
            "type=account&locationId={}&limit=1",
            LOCATIONS[0].id
        ))["users"][0]
            .clone()
    }

    /// Makes a control call.
    pub fn control(&mut self, line: &str, body: Value) -> Reply {
        self.send(Call::new(line).json(body))
    }
}

/// A request in the making.
pub struct Call(Request);

impl Call {
    /// From a method, a path and a query: `GET /users/search?limit=1`.
    pub fn new(line: &str) -> Self {
        let (method, target) = line.split_once(' ').unwrap();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self(Request {
            method: method.into(),
            path: path.into(),
            query: query.into(),
            ..Request::default()
        })
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.0.headers.push((name.into(), value.into()));
        self
    }

    pub fn version(self, version: &str) -> Self {
        self.header("Version", version)
    }

    pub fn token(self, token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {token}"))
    }

    /// With a JSON body; null stands for none.
    pub fn json(self, body: Value) -> Self {
        if body.is_null() {
            return self;
        }
        self.header("Content-Type", "application/json")
            .body(&body.to_string())
    }

    /// With a form as its body.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.header("Content-Type", "application/x-www-form-urlencoded")
            .body(&form.finish())
    }

    pub fn body(mut self, body: &str) -> Self {
        self.0.body = body.into();
        self
    }
}

pub struct Reply(pub Response);

impl Reply {
    pub fn status(&self) -> u16 {
        self.0.status
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.header(name)
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.0.body)
            .unwrap_or_else(|error| panic!("{error}: {:?}", self.text()))
    }

    /// The messages of a 422.
    pub fn complaints(&self) -> Vec<String> {
        assert_eq!(self.status(), 422, "{}", self.text());
        assert_eq!(self.json()["error"], "Unprocessable Entity");
        serde_json::from_value(self.json()["message"].clone()).unwrap()
    }
}

/// The body of a create that nothing is wrong with.
pub fn new_user() -> Value {
    json!({
        "companyId": COMPANY_ID,
        "firstName": "Ada",
        "lastName": "Byron",
        "email": "ada.byron@example.com",
        "password": "Analytical-Engine-1843",
        "type": "account",
        "role": "user",
        "locationIds": [LOCATIONS[0].id],
    })
}

/// `new_user` with one field set to something else, or left out if that is null.
pub fn new_user_with(field: &str, value: Value) -> Value {
    let mut user = new_user();
    if value.is_null() {
        user.as_object_mut().unwrap().remove(field);
    } else {
        user[field] = value;
    }
    user
}

/// One field of every user found.
pub fn all<'a>(found: &'a Value, field: &str) -> Vec<&'a str> {
    let users = found["users"].as_array().unwrap();
    users
        .iter()
        .map(|user| user[field].as_str().unwrap())
        .collect()
}
