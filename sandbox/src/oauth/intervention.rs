//! What happens to tokens behind the app's back: they end early, or somebody installs the app once more.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::grant::Grant;
use crate::ledger::Ledger;
use crate::seed;

/// What `POST /__sandbox/oauth` takes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Intervention {
    /// Ends every access token at once.
    #[serde(default)]
    expire_access_tokens: bool,
    /// Ends every refresh token at once, so that only a new code helps.
    #[serde(default)]
    revoke_refresh_tokens: bool,
    /// Gives out one more authorization code.
    authorize: Option<Authorization>,
}

/// Who installs the app, and what they allow it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Authorization {
    /// The location; without one it is the company.
    location_id: Option<String>,
    /// The scopes that are granted; without any, those that the app asks for.
    scopes: Option<Vec<String>>,
}

impl Intervention {
    /// Does what it says, in the order of its fields; answers with the code, if one was wanted.
    pub(crate) fn carry_out(self, ledger: &mut Ledger) -> Result<Value, String> {
        let grant = self.authorize.map(Authorization::grant).transpose()?;
        if self.expire_access_tokens {
            ledger.expire_access_tokens();
        }
        if self.revoke_refresh_tokens {
            ledger.revoke_refresh_tokens();
        }
        Ok(match grant {
            Some(grant) => json!({ "code": ledger.authorize(grant) }),
            None => json!({}),
        })
    }
}

impl Authorization {
    fn grant(self) -> Result<Grant, String> {
        let (caller, usual) = match self.location_id {
            None => (Caller::Agency, seed::AGENCY_SCOPE),
            Some(wanted) => {
                let mut installed = seed::INSTALLED_LOCATION_IDS.into_iter();
                let id = installed.find(|id| *id == wanted).ok_or_else(|| {
                    format!("authorize.locationId is {wanted}: expected a location that has the app installed")
                })?;
                (Caller::Location(id), seed::LOCATION_SCOPE)
            }
        };
        let scope = self
            .scopes
            .map_or_else(|| usual.into(), |scopes| scopes.join(" ").into());
        Ok(Grant { caller, scope })
    }
}
