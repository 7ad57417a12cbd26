//! What a run of the sandbox may choose.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::limit::{RateLimit, RetryAfter};
use crate::paging::Paging;
use crate::reading::read_part;

/// The choices; each has a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Config {
    /// How long a deleted user stays readable, in milliseconds; v1 deletes at once.
    pub delete_after_ms: u64,
    /// Whether a call beyond the rate limit is refused with 429.
    pub enforce_rate_limit: bool,
    /// How many calls each holder of a v2 or v3 token has.
    pub rate_limit: RateLimit,
    /// How many of them in a day, from midnight to midnight UTC.
    pub daily_limit: u64,
    /// How a refused call learns when to come back.
    pub retry_after: RetryAfter,
    /// How many calls the log keeps; 0 keeps none.
    pub log_size: usize,
    /// How long an access token works, in seconds.
    pub access_token_seconds: u64,
    /// How the lists that have a `skip` and a `limit` are cut into pages.
    pub paging: Paging,
    /// Whether an unknown user is answered with 401 `The user does not exist.`, as HighLevel itself has been seen to do.
    pub wild: bool,
    /// Whether a call that there is not is answered with 200 and an empty object, rather than with 501.
    pub lenient: bool,
}

const MAX_LOG_SIZE: usize = 100_000;
const MAX_ACCESS_TOKEN_SECONDS: u64 = 31_536_000;

impl Config {
    /// These choices, but for those that are given.
    pub(crate) fn changed(&self, choices: &Value) -> Result<Self, String> {
        let mut all = serde_json::to_value(self).map_err(|error| error.to_string())?;
        match (&mut all, choices) {
            (Value::Object(all), Value::Object(given)) => all.extend(given.clone()),
            _ => all = choices.clone(),
        }
        Self::read(&all)
    }

    /// Reads and checks the choices.
    pub(crate) fn read(choices: &Value) -> Result<Self, String> {
        let config: Self = read_part(choices)?;
        config.check()?;
        Ok(config)
    }

    /// What no type can say about a choice.
    fn check(&self) -> Result<(), String> {
        let RateLimit {
            requests, per_ms, ..
        } = self.rate_limit;
        for (name, value) in [("requests", requests), ("perMs", per_ms)] {
            if value == 0 {
                return Err(format!("rateLimit.{name} is 0: expected 1 or more"));
            }
        }
        if self.paging.most == Some(0) {
            return Err("paging.most is 0: expected 1 or more, or null".into());
        }
        if self.log_size > MAX_LOG_SIZE {
            return Err(format!(
                "logSize is {}: expected 0 to {MAX_LOG_SIZE}",
                self.log_size
            ));
        }
        if !(1..=MAX_ACCESS_TOKEN_SECONDS).contains(&self.access_token_seconds) {
            return Err(format!(
                "accessTokenSeconds is {}: expected 1 to {MAX_ACCESS_TOKEN_SECONDS}",
                self.access_token_seconds
            ));
        }
        Ok(())
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            delete_after_ms: 1_500,
            enforce_rate_limit: false,
            rate_limit: RateLimit::default(),
            daily_limit: 200_000,
            retry_after: RetryAfter::None,
            log_size: 1_000,
            access_token_seconds: 86_399,
            paging: Paging::default(),
            wild: false,
            lenient: false,
        }
    }
}
