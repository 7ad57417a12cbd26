//! What both versions have, as each of them spells it.

use serde_json::{Map, Value, json};

use crate::ledger::Issued;
use crate::user::user_id;
use crate::version::Version;

/// A name as v2 and as v3 spells it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name(pub(super) &'static str, pub(super) &'static str);

impl Name {
    pub(super) fn of(self, version: Version) -> &'static str {
        match version {
            Version::V2 => self.0,
            Version::V3 => self.1,
        }
    }
}

pub(super) const REFRESH_TOKEN: Name = Name("refresh_token", "refreshToken");

/// What every answer with tokens has.
pub(super) fn tokens(issued: &Issued, version: Version) -> Map<String, Value> {
    [
        (Name("access_token", "accessToken"), json!(issued.access)),
        (Name("token_type", "tokenType"), json!("Bearer")),
        (Name("expires_in", "expiresIn"), json!(issued.expires_in)),
        (REFRESH_TOKEN, json!(issued.refresh)),
        (Name("scope", "scope"), json!(issued.grant.scope)),
        (Name("userId", "userId"), json!(user_id(0))),
    ]
    .map(|(name, value)| (name.of(version).to_owned(), value))
    .into_iter()
    .collect()
}
