//! How often a fault strikes.

use serde::Deserialize;
use serde_json::Value;

const MAX: u32 = 100_000;

/// The strikes that a fault has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub(crate) enum Times {
    /// So many calls; one is the next call only.
    Calls(u32),
    /// Every call, until somebody ends it.
    UntilOff,
}

impl Default for Times {
    fn default() -> Self {
        Self::Calls(1)
    }
}

impl Times {
    /// What no type can say.
    pub(crate) fn check(self) -> Result<(), String> {
        match self {
            Self::Calls(calls) if !(1..=MAX).contains(&calls) => {
                Err(format!("times is {calls}: expected 1 to {MAX}"))
            }
            _ => Ok(()),
        }
    }

    /// What is left after a strike, if anything is.
    pub(crate) fn less_one(self) -> Option<Self> {
        match self {
            Self::Calls(0 | 1) => None,
            Self::Calls(calls) => Some(Self::Calls(calls - 1)),
            Self::UntilOff => Some(self),
        }
    }

    /// How many strikes are sure to come: of those without an end, the next one.
    pub(crate) fn pending(self) -> u64 {
        match self {
            Self::Calls(calls) => calls.into(),
            Self::UntilOff => 1,
        }
    }
}

impl TryFrom<Value> for Times {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        let calls = value.as_u64().and_then(|calls| u32::try_from(calls).ok());
        match (calls, value.as_str()) {
            (Some(calls), _) => Ok(Self::Calls(calls)),
            (_, Some("untilOff")) => Ok(Self::UntilOff),
            _ => Err(format!(
                "it is {value}: expected 1 to {MAX}, or \"untilOff\""
            )),
        }
    }
}
