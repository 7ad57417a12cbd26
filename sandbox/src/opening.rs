//! How a run begins and begins again: with a start by name, or with a state that was exported, and a configuration.

use serde_json::{Map, Value, json};

use crate::archive::read;
use crate::config::Config;
use crate::start::Start;
use crate::state::State;

impl State {
    /// Opens a state as options say: `{ start?, state?, config? }`, in JSON, or nothing. `start` is the name of a [`Start`],
    /// `state` what [`State::export`] has given, and `config` has the fields of a [`Config`] that are to be otherwise than
    /// in the state, or than usual.
    ///
    /// # Errors
    ///
    /// The options are wrong; the message names the place.
    pub fn open(options: &[u8]) -> Result<Self, String> {
        let mut options = object(options)?;
        let (start, own) = (options.remove("start"), options.remove("state"));
        let config = options.remove("config").unwrap_or_else(|| json!({}));
        if let Some(name) = options.keys().next() {
            return Err(format!("{name} is given: expected start, state or config"));
        }
        let usual = Config::default();
        let named = |message| format!("config: {message}");
        let changed = usual.changed(&config).map_err(named)?;
        let begun = begun(start, own, &config, &usual)?;
        Ok(begun.unwrap_or_else(|| Self::new(changed)))
    }
}

/// Starts over: as the run began, or with the `start` or the `state` that the input has. All else in it is what is to be
/// otherwise in the configuration, which is that of the run, or of the state. The answer is the configuration.
pub(crate) fn reset(state: &mut State, input: &[u8]) -> Result<Value, String> {
    let mut input = object(input)?;
    let (start, own) = (input.remove("start"), input.remove("state"));
    let config = Value::Object(input);
    let of_run = &state.run().config;
    match begun(start, own, &config, of_run)? {
        Some(begun) => state.replace(begun),
        None => state.restart(of_run.changed(&config)?),
    }
    serde_json::to_value(&state.config).map_err(|error| error.to_string())
}

fn object(input: &[u8]) -> Result<Map<String, Value>, String> {
    match input {
        b"" => Ok(Map::new()),
        _ => serde_json::from_slice(input).map_err(|error| error.to_string()),
    }
}

/// What a start or a state makes, if one is given; `usual` is the configuration of a start, and `config` what is to be
/// otherwise.
fn begun(
    start: Option<Value>,
    own: Option<Value>,
    config: &Value,
    usual: &Config,
) -> Result<Option<State>, String> {
    Ok(match (start, own) {
        (None, None) => None,
        (Some(_), Some(_)) => return Err("state is given: expected either it or start".to_owned()),
        (Some(start), None) => {
            let name = start.as_str().ok_or("start is no text: expected a name")?;
            let start = Start::named(name).map_err(|message| format!("start is {message}"))?;
            Some(State::started(start, usual.changed(config)?))
        }
        (None, Some(own)) => {
            let mut origin = read(&own).map_err(|message| format!("state: {message}"))?;
            origin.config = origin.config.changed(config)?;
            Some(State::of(origin))
        }
    })
}
