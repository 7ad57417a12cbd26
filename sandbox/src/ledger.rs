//! Which codes and tokens are out, for how long, and what they allow.

use std::collections::HashMap;
use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::json;

use crate::caller::Caller;
use crate::dice::{Dice, Purpose};
use crate::grant::Grant;
use crate::seed;

/// A refresh token that was used goes on answering with the same new tokens for so long.
const GRACE_MS: u64 = 30_000;
const YEAR_MS: u64 = 365 * 86_400_000;

/// How often tokens were given out since the reset.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Tally {
    /// Tokens for an authorization code.
    pub(crate) exchanges: u64,
    /// New tokens for a refresh token.
    pub(crate) refreshes: u64,
    /// The same new tokens once more, for a refresh token used a moment ago.
    pub(crate) grace_answers: u64,
    /// Tokens of a location for one of the company.
    pub(crate) location_tokens: u64,
}

/// An access and a refresh token, as they are answered.
#[derive(Clone)]
pub(crate) struct Issued {
    pub(crate) grant: Grant,
    pub(crate) access: String,
    pub(crate) refresh: String,
    /// How long the access token still works, in seconds.
    pub(crate) expires_in: u64,
}

/// What is out since the reset.
#[derive(Clone)]
pub(crate) struct Ledger {
    pub(crate) codes: HashMap<String, Grant>,
    pub(crate) access: HashMap<String, Lease>,
    pub(crate) refresh: HashMap<String, Renewal>,
    pub(crate) tally: Tally,
    /// How many tokens and codes there have been.
    pub(crate) dealt: usize,
}

/// An access token.
#[derive(Clone)]
pub(crate) struct Lease {
    pub(crate) grant: Grant,
    pub(crate) until_ms: u64,
}

/// A refresh token.
#[derive(Clone)]
pub(crate) struct Renewal {
    pub(crate) lease: Lease,
    /// When it was used, and for which tokens.
    pub(crate) used: Option<(u64, Issued)>,
}

/// Shows no token.
impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tally.fmt(f)
    }
}

impl Default for Ledger {
    fn default() -> Self {
        let mut ledger = Self {
            codes: HashMap::new(),
            access: HashMap::new(),
            refresh: HashMap::new(),
            tally: Tally::default(),
            dealt: 0,
        };
        let location = Caller::Location(seed::TOKEN_LOCATION_ID);
        for (code, caller, scope) in [
            (seed::AGENCY_CODE, Caller::Agency, seed::AGENCY_SCOPE),
            (seed::LOCATION_CODE, location, seed::LOCATION_SCOPE),
        ] {
            let scope = scope.into();
            ledger
                .codes
                .insert(code.to_owned(), Grant { caller, scope });
        }
        ledger
    }
}

impl Ledger {
    pub(crate) fn tally(&self) -> Tally {
        self.tally
    }

    /// What an access token allows, until it expires.
    pub(crate) fn access(&self, token: &str, now_ms: u64) -> Option<&Grant> {
        let lease = self.access.get(token)?;
        (now_ms < lease.until_ms).then_some(&lease.grant)
    }

    /// Writes down a new authorization code, as if somebody had installed the app.
    pub(crate) fn authorize(&mut self, grant: Grant) -> String {
        let code = self.dice().letters(40);
        self.codes.insert(code.clone(), grant);
        code
    }

    /// What a code would be exchanged for.
    pub(crate) fn code(&self, code: &str) -> Option<&Grant> {
        self.codes.get(code)
    }

    /// Tokens for a code, once.
    pub(crate) fn exchange(&mut self, code: &str, seconds: u64, now_ms: u64) -> Option<Issued> {
        let grant = self.codes.remove(code)?;
        self.tally.exchanges += 1;
        Some(self.issue(grant, seconds, now_ms))
    }

    /// What a refresh token may be used for: one that has not expired, or was used no longer ago than the grace.
    pub(crate) fn renewal(&self, token: &str, now_ms: u64) -> Option<&Grant> {
        let Renewal { lease, used } = self.refresh.get(token)?;
        let usable = match used {
            None => now_ms < lease.until_ms,
            Some((used_ms, _)) => now_ms.saturating_sub(*used_ms) <= GRACE_MS,
        };
        usable.then_some(&lease.grant)
    }

    /// New tokens for a refresh token; the same ones for as long as the grace lasts.
    pub(crate) fn refresh(&mut self, token: &str, seconds: u64, now_ms: u64) -> Option<Issued> {
        let grant = self.renewal(token, now_ms)?.clone();
        if let Some((_, issued)) = &self.refresh.get(token)?.used {
            self.tally.grace_answers += 1;
            let until_ms = self.access.get(&issued.access)?.until_ms;
            return Some(Issued {
                expires_in: until_ms.saturating_sub(now_ms) / 1_000,
                ..issued.clone()
            });
        }
        self.tally.refreshes += 1;
        let issued = self.issue(grant, seconds, now_ms);
        self.refresh.get_mut(token)?.used = Some((now_ms, issued.clone()));
        Some(issued)
    }

    /// Tokens of one location, out of the company's.
    pub(crate) fn derive(&mut self, grant: Grant, seconds: u64, now_ms: u64) -> Issued {
        self.tally.location_tokens += 1;
        self.issue(grant, seconds, now_ms)
    }

    /// Ends every access token that is out.
    pub(crate) fn expire_access_tokens(&mut self) {
        for lease in self.access.values_mut() {
            lease.until_ms = 0;
        }
    }

    /// Ends every refresh token that is out, its grace included, as an uninstallation does.
    pub(crate) fn revoke_refresh_tokens(&mut self) {
        self.refresh.clear();
    }

    fn issue(&mut self, grant: Grant, seconds: u64, now_ms: u64) -> Issued {
        let mut dice = self.dice();
        let issued = Issued {
            access: jwt(&grant, self.dealt, &mut dice),
            refresh: jwt(&grant, self.dealt, &mut dice),
            expires_in: seconds,
            grant: grant.clone(),
        };
        let lease = |for_ms: u64| Lease {
            grant: grant.clone(),
            until_ms: now_ms.saturating_add(for_ms),
        };
        let access = lease(seconds.saturating_mul(1_000));
        let renewal = Renewal {
            lease: lease(YEAR_MS),
            used: None,
        };
        self.access.insert(issued.access.clone(), access);
        self.refresh.insert(issued.refresh.clone(), renewal);
        issued
    }

    fn dice(&mut self) -> Dice {
        self.dealt += 1;
        Dice::new(self.dealt, Purpose::Token)
    }
}

/// A token in the shape of the vendor's, with letters in the place of a signature.
fn jwt(grant: &Grant, serial: usize, dice: &mut Dice) -> String {
    let (class, id) = match grant.caller {
        Caller::Agency => ("Company", seed::COMPANY_ID),
        Caller::Location(id) => ("Location", id),
    };
    let header = BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    let claims = json!({ "authClass": class, "authClassId": id, "sandbox": serial }).to_string();
    let claims = BASE64_URL_SAFE_NO_PAD.encode(claims);
    format!("{header}.{claims}.{}", dice.letters(43))
}
