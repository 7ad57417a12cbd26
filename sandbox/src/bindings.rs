//! What JavaScript sees of the sandbox: one class. No logic.

use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::command::command;
use crate::control::longest_body;
use crate::delivery::{Delivery, Loss};
use crate::filler::Length;
use crate::request::Request;
use crate::response::Response;
use crate::state::State;

/// A company in memory.
#[derive(Debug)]
#[wasm_bindgen(skip_typescript)]
pub struct Engine {
    state: State,
}

#[wasm_bindgen]
impl Engine {
    /// Begins as the options say; a text says what is wrong with them.
    #[wasm_bindgen(js_name = open)]
    pub fn open(options: &str) -> Result<Self, String> {
        let state = State::open(options.as_bytes())?;
        Ok(Self { state })
    }

    /// Answers a request: the so-manyth of its connection, or 0 if it came over none. All of it but the body comes as lines: the
    /// method, the path with its query, and each header with a colon after its name. So does the answer: the status, how it
    /// travels, and its headers; a zero byte and its body follow. No header has what divides them, and to cut a text takes less
    /// time than JSON, and one array less than an object of ours.
    pub fn send(
        &mut self,
        head: &str,
        mut body: Vec<u8>,
        now_ms: f64,
        connection_call: u32,
    ) -> Vec<u8> {
        let mut lines = head.split('\n');
        let method = lines.next().unwrap_or_default();
        let url = lines.next().unwrap_or_default();
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        body.truncate(longest_body(path) + 1);
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let request = Request {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: headers.collect(),
            body,
            now_ms: now_ms as u64,
            connection_call: connection_call.into(),
        };
        written(crate::handle(&mut self.state, &request))
    }

    /// Carries out an order, both as JSON.
    pub fn command(&mut self, name: &str, input: &str) -> Result<String, String> {
        command(&mut self.state, name, input.as_bytes()).map(|answer| answer.to_string())
    }
}

/// The answer as [`Engine::send`] gives it.
fn written(response: Response) -> Vec<u8> {
    let Response {
        status,
        headers,
        body,
        delivery,
    } = response;
    let mut answer = status.to_string();
    answer.push('\n');
    answer.push_str(&travel(delivery));
    for (name, value) in headers {
        for text in ["\n", &name, ":", &value] {
            answer.push_str(text);
        }
    }
    let mut answer = answer.into_bytes();
    answer.reserve_exact(1 + body.len());
    answer.push(0);
    answer.extend(body);
    answer
}

/// How an answer travels, as JSON; nothing if it comes at once and whole.
fn travel(delivery: Delivery) -> String {
    if delivery == Delivery::default() {
        return String::new();
    }
    let Delivery {
        delay_ms,
        pace,
        chunked,
        filler,
        loss,
    } = delivery;
    let travel = json!({
        "delayMs": delay_ms,
        "pace": pace.map(|pace| json!({ "bytes": pace.bytes, "everyMs": pace.every_ms })),
        "chunked": chunked,
        "filler": filler.map(|filler| match filler {
            Length::Bytes(bytes) => json!(bytes),
            Length::Endless => json!("endless"),
        }),
        "loss": loss.map(Loss::word),
    });
    travel.to_string()
}
