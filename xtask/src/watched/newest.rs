//! Where a row says that the newest come first, they do in the sandbox, asked as the row says.

use ghl_users::core::model::{docs::Dated, operation::Method};
use ghl_users_sandbox::{
    Config, Request, State, handle,
    seed::{LOCATION_TOKEN, TOKEN_LOCATION_ID},
};
use serde_json::{Map, Value, json};

use super::{Row, rows};

const NOW_MS: u64 = 1_795_305_600_000;
const PAGE_SIZE: usize = 40;

struct Sandbox {
    state: State,
    now_ms: u64,
}

impl Sandbox {
    /// Sends a v2 call, a second after the one before.
    fn ask(&mut self, version: &str, line: &str, body: &Value) -> Value {
        self.now_ms += 1_000;
        let (method, target) = line.split_once(' ').unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = vec![
            ("Version".into(), version.into()),
            ("Authorization".into(), format!("Bearer {LOCATION_TOKEN}")),
        ];
        let body = match body {
            Value::Null => String::new(),
            body => {
                headers.push(("Content-Type".into(), "application/json".into()));
                body.to_string()
            }
        };
        let request = Request {
            method: method.into(),
            path: path.into(),
            query: query.into(),
            headers,
            body: body.into(),
            now_ms: self.now_ms,
            ..Request::default()
        };
        let response = handle(&mut self.state, &request);
        let text = String::from_utf8_lossy(&response.body).into_owned();
        assert!(response.status < 300, "{line}: {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Sends what a row says with this input, and returns the items of the answer.
    fn read(&mut self, row: &Row, mut input: Map<String, Value>) -> Vec<Value> {
        let operation = row.operation;
        let mut path = operation.path.to_owned();
        input.retain(|name, value| {
            let is_in_path = operation.in_path(name);
            if is_in_path {
                path = path.replace(&format!("{{{name}}}"), value.as_str().unwrap_or_default());
            }
            !is_in_path
        });
        let method = operation.method.as_str();
        let answer = match operation.method {
            Method::Get => {
                let fields = input.iter().map(|(name, value)| match value {
                    Value::String(text) => format!("{name}={text}"),
                    value => format!("{name}={value}"),
                });
                let query = fields.collect::<Vec<_>>().join("&");
                let line = format!("{method} {path}?{query}");
                self.ask(operation.version, &line, &Value::Null)
            }
            _ => self.ask(
                operation.version,
                &format!("{method} {path}"),
                &input.into(),
            ),
        };
        let output = operation.output;
        let within = match output.within {
            "" => &answer,
            key => &answer[key],
        };
        within[output.list].as_array().cloned().unwrap_or_default()
    }

    /// The input that a row needs besides.
    fn needed(&mut self, row: &Row) -> Map<String, Value> {
        let names = row.operation.input.fields.iter().map(|field| field.name);
        let mut input = Map::new();
        for name in names {
            let value = match name {
                "locationId" | "location_id" if input.is_empty() => json!(TOKEN_LOCATION_ID),
                "limit" | "pageLimit" => json!(PAGE_SIZE),
                "conversationId" => self.conversation(),
                _ => continue,
            };
            input.insert(name.to_owned(), value);
        }
        input
    }

    /// A conversation with several messages.
    fn conversation(&mut self) -> Value {
        let contact =
            self.ask("2021-07-28", "POST /contacts/", &named("Ada"))["contact"]["id"].clone();
        let message = json!({ "type": "SMS", "contactId": contact, "message": "Hello" });
        let sent =
            [(); 5].map(|()| self.ask("2021-04-15", "POST /conversations/messages", &message));
        sent[0]["conversationId"].clone()
    }

    /// Has some of what there is changed, from the oldest on, and something new of each kind.
    fn live(&mut self) {
        let line = format!(
            "GET /opportunities/search?location_id={TOKEN_LOCATION_ID}&limit=100&order=added_asc"
        );
        let found = self.ask("2021-07-28", &line, &Value::Null)["opportunities"].clone();
        for it in found.as_array().into_iter().flatten().step_by(7) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let (id, contact) = (text(&it["id"]), text(&it["contactId"]));
            self.ask(
                "2021-07-28",
                &format!("PUT /opportunities/{id}"),
                &json!({ "name": "Boat" }),
            );
            self.ask(
                "2021-07-28",
                &format!("PUT /contacts/{contact}"),
                &json!({ "city": "Bath" }),
            );
            let message = json!({ "type": "SMS", "contactId": contact, "message": "Hello" });
            self.ask("2021-04-15", "POST /conversations/messages", &message);
            let pipeline = it["pipelineId"].clone();
            let contact =
                self.ask("2021-07-28", "POST /contacts/", &named(&id))["contact"]["id"].clone();
            let order = json!({
                "locationId": TOKEN_LOCATION_ID, "pipelineId": pipeline, "name": "Engine",
                "status": "open", "contactId": contact,
            });
            self.ask("2021-07-28", "POST /opportunities/", &order);
        }
    }
}

fn named(name: &str) -> Value {
    json!({ "locationId": TOKEN_LOCATION_ID, "firstName": name })
}

/// A date in a form that sorts.
fn moment(item: &Value, Dated { field, .. }: Dated) -> String {
    match &item[field] {
        Value::String(text) => text.clone(),
        value => format!("{:020}", value.as_u64().unwrap_or_default()),
    }
}

#[test]
fn the_newest_come_first_where_a_row_asks_for_them() {
    let mut sandbox = Sandbox {
        state: State::new(Config::default()),
        now_ms: NOW_MS,
    };
    sandbox.live();
    let mut tried = 0;
    for row in rows().unwrap() {
        let dates = [row.watched.added, row.watched.changed];
        for date in dates.into_iter().flatten() {
            let Some(order) = date.newest else { continue };
            let mut input = sandbox.needed(&row);
            let order: Map<String, Value> = serde_json::from_str(order).unwrap();
            input.extend(order);
            let items = sandbox.read(&row, input);
            let moments: Vec<_> = items.iter().map(|item| moment(item, date)).collect();
            let id = row.operation.id;
            let is_falling = moments.is_sorted_by(|one, other| one >= other);
            assert!(is_falling, "{id}: {} of {moments:?}", date.field);
            assert!(
                moments.len() > 4 && moments.first() > moments.last(),
                "{id}: {moments:?}"
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 8);
}
