//! What JavaScript sees of the sandbox: one class. No logic.

use serde::Deserialize;
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

/// An answer, and how it travels.
#[derive(Debug)]
#[wasm_bindgen(skip_typescript)]
pub struct Answer {
    head: String,
    body: Vec<u8>,
}

/// The head of a request.
#[derive(Deserialize)]
struct Head {
    method: String,
    /// The path and the query.
    url: String,
    headers: Vec<(String, String)>,
}

#[wasm_bindgen]
impl Engine {
    /// Begins as the options say; a text says what is wrong with them.
    #[wasm_bindgen(js_name = open)]
    pub fn open(options: &str) -> Result<Self, String> {
        let state = State::open(options.as_bytes())?;
        Ok(Self { state })
    }

    /// Answers a request: the so-manyth of its connection, or 0 if it came over none.
    pub fn send(
        &mut self,
        head: &str,
        mut body: Vec<u8>,
        now_ms: f64,
        connection_call: u32,
    ) -> Result<Answer, String> {
        let head: Head = serde_json::from_str(head).map_err(|error| error.to_string())?;
        let (path, query) = head.url.split_once('?').unwrap_or((&head.url, ""));
        body.truncate(longest_body(path) + 1);
        let request = Request {
            method: head.method,
            path: path.to_owned(),
            query: query.to_owned(),
            headers: head.headers,
            body,
            now_ms: now_ms as u64,
            connection_call: connection_call.into(),
        };
        Ok(Answer::from(crate::handle(&mut self.state, &request)))
    }

    /// Carries out an order, both as JSON.
    pub fn command(&mut self, name: &str, input: &str) -> Result<String, String> {
        command(&mut self.state, name, input.as_bytes()).map(|answer| answer.to_string())
    }
}

#[wasm_bindgen]
impl Answer {
    /// Its status, its headers and its delivery, as JSON.
    #[wasm_bindgen(getter)]
    pub fn head(&self) -> String {
        self.head.clone()
    }

    /// Its bytes, once.
    #[wasm_bindgen(js_name = takeBody)]
    pub fn take_body(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.body)
    }
}

impl From<Response> for Answer {
    fn from(response: Response) -> Self {
        let Response {
            status,
            headers,
            body,
            delivery,
        } = response;
        let Delivery {
            delay_ms,
            pace,
            chunked,
            filler,
            loss,
        } = delivery;
        let head = json!({
            "status": status,
            "headers": headers,
            "delivery": {
                "delayMs": delay_ms,
                "pace": pace.map(|pace| json!({ "bytes": pace.bytes, "everyMs": pace.every_ms })),
                "chunked": chunked,
                "filler": filler.map(|filler| match filler {
                    Length::Bytes(bytes) => json!(bytes),
                    Length::Endless => json!("endless"),
                }),
                "loss": loss.map(Loss::word),
            },
        });
        Self {
            head: head.to_string(),
            body,
        }
    }
}
