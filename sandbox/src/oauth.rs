//! The OAuth calls of v2 and v3: the same in both, but for the names.

mod installed;
mod intervention;
mod location;
mod token;

pub(crate) use installed::installed_locations;
pub(crate) use intervention::Intervention;
pub(crate) use location::location_token;
pub(crate) use token::token;

use serde_json::{Map, Value, json};

use crate::ledger::Issued;
use crate::people;
use crate::version::Version;

/// A name as v2 and as v3 spells it.
#[derive(Debug, Clone, Copy)]
struct Name(&'static str, &'static str);

impl Name {
    fn of(self, version: Version) -> &'static str {
        match version {
            Version::V2 => self.0,
            Version::V3 => self.1,
        }
    }
}

const REFRESH_TOKEN: Name = Name("refresh_token", "refreshToken");

/// What every answer with tokens has.
fn tokens(issued: &Issued, version: Version) -> Map<String, Value> {
    [
        (Name("access_token", "accessToken"), json!(issued.access)),
        (Name("token_type", "tokenType"), json!("Bearer")),
        (Name("expires_in", "expiresIn"), json!(issued.expires_in)),
        (REFRESH_TOKEN, json!(issued.refresh)),
        (Name("scope", "scope"), json!(issued.grant.scope)),
        (Name("userId", "userId"), json!(people::user_id(0))),
    ]
    .map(|(name, value)| (name.of(version).to_owned(), value))
    .into_iter()
    .collect()
}
