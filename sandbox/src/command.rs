//! What the sandbox is told and asked by those who test with it: start over, misbehave, expire tokens, sign webhooks, tell what
//! was asked. JSON goes in, JSON comes out, however it travels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::oauth::Intervention;
use crate::opening::reset;
use crate::quoted::quoted;
use crate::reading::read;
use crate::route::known;
use crate::schedule::Storm;
use crate::signing;
use crate::state::State;
use crate::tour::tour;
use crate::webhook;

/// A command.
pub(crate) struct Command {
    /// The method of HTTP that it goes with: `GET` where it changes nothing, and takes nothing.
    method: &'static str,
    name: &'static str,
    run: fn(&mut State, &[u8]) -> Result<Value, String>,
}

const COMMANDS: [Command; 11] = [
    asking("seed", |state, _| tour(state)),
    asking("requests", |state, _| written(state.log.entries())),
    asking("unmatched", |state, _| written(state.log.unmatched())),
    asking("oauth", |state, _| written(state.oauth.tally())),
    asking("export", |state, _| Ok(state.export())),
    telling("oauth", intervene),
    telling("reset", reset),
    telling("fault", order),
    telling("faults/off", call_off),
    telling("storm", brew),
    telling("webhook", deliver),
];

type Run = fn(&mut State, &[u8]) -> Result<Value, String>;

const fn asking(name: &'static str, run: Run) -> Command {
    Command {
        method: "GET",
        name,
        run,
    }
}

const fn telling(name: &'static str, run: Run) -> Command {
    Command {
        method: "POST",
        name,
        run,
    }
}

/// Carries out a command of this name. The `input` is JSON, and empty where there is none. `oauth` without any tells what was
/// given out.
///
/// # Errors
///
/// There is no such command, or something is wrong with its input. The message says which, and nothing has changed.
pub fn command(state: &mut State, name: &str, input: &[u8]) -> Result<Value, String> {
    let method = if input.is_empty() { "GET" } else { "POST" };
    let other = if input.is_empty() { "POST" } else { "GET" };
    let command = find(method, name).or_else(|| find(other, name));
    let command = command.ok_or_else(|| {
        let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
        names.dedup();
        let names = names.join(", ");
        let name = quoted(name);
        format!("the sandbox has no command {name}: expected one of {names}")
    })?;
    command.run(state, input)
}

/// The command of this method and this name.
pub(crate) fn find(method: &str, name: &str) -> Option<&'static Command> {
    let mut commands = COMMANDS.iter();
    commands.find(|command| (command.method, command.name) == (method, name))
}

impl Command {
    /// Carries it out.
    pub(crate) fn run(&self, state: &mut State, input: &[u8]) -> Result<Value, String> {
        let name = self.name;
        (self.run)(state, input).map_err(|message| format!("{name}: {message}"))
    }
}

fn order(state: &mut State, input: &[u8]) -> Result<Value, String> {
    let fault: Fault = read(input)?;
    let id = state.faults.push(fault.checked(known)?);
    Ok(json!({ "id": id, "pending": state.faults.pending() }))
}

/// Which fault is to end; all of them, and a storm, where none is named.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Ended {
    id: Option<u64>,
}

fn call_off(state: &mut State, input: &[u8]) -> Result<Value, String> {
    let ended = match input {
        b"" => Ended::default(),
        _ => read(input)?,
    };
    match ended.id {
        Some(id) => state.faults.end(id)?,
        None => state.faults.end_all(),
    }
    Ok(json!({ "pending": state.faults.pending() }))
}

fn brew(state: &mut State, input: &[u8]) -> Result<Value, String> {
    let storm: Storm = read(input)?;
    state.faults.brew(storm.checked(known)?);
    Ok(json!({}))
}

fn intervene(state: &mut State, input: &[u8]) -> Result<Value, String> {
    let intervention: Intervention = read(input)?;
    intervention.carry_out(&mut state.oauth)
}

/// A delivery with its signature; where the sandbox has no keys, one that somebody has yet to sign.
fn deliver(state: &mut State, input: &[u8]) -> Result<Value, String> {
    let order: webhook::Order = read(input)?;
    let legacy = order.is_legacy();
    let body = webhook::body(state, order)?;
    let signature = signing::sign(body.as_bytes(), legacy)?;
    let mut headers = BTreeMap::from([("content-type", "application/json".to_owned())]);
    headers.extend(signature);
    Ok(json!({ "headers": headers, "body": body }))
}

fn written(answer: impl Serialize) -> Result<Value, String> {
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
