//! The codes and tokens that are out, and how many there were. None of them opens anything but the sandbox.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::fields::Fields;
use crate::caller::Caller;
use crate::grant::Grant;
use crate::ledger::{Issued, Lease, Ledger, Renewal, Tally};
use crate::object::{Object, members};
use crate::seed::LOCATIONS;

// Loops, here and in the other files: each adapter of an iterator would be code of its own.
pub(super) fn export(ledger: &Ledger) -> Value {
    let (mut codes, mut access, mut refresh) = (Object::new(), Object::new(), Object::new());
    for (code, grant) in &ledger.codes {
        codes.insert(code.clone(), Value::Object(granted(grant)));
    }
    for (token, lease) in &ledger.access {
        access.insert(token.clone(), Value::Object(leased(lease)));
    }
    for (token, renewal) in &ledger.refresh {
        let mut kept = leased(&renewal.lease);
        if let Some((at_ms, issued)) = &renewal.used {
            let used = vec![
                ("atMs", json!(at_ms)),
                ("access", json!(issued.access)),
                ("refresh", json!(issued.refresh)),
                ("expiresIn", json!(issued.expires_in)),
            ];
            kept.insert("used".to_owned(), Value::Object(members(used)));
        }
        refresh.insert(token.clone(), Value::Object(kept));
    }
    Value::Object(members(vec![
        ("dealt", json!(ledger.dealt)),
        ("tally", json!(ledger.tally)),
        ("codes", Value::Object(codes)),
        ("access", Value::Object(access)),
        ("refresh", Value::Object(refresh)),
    ]))
}

/// Without a location it is the company's.
fn granted(grant: &Grant) -> Object {
    let mut kept = members(vec![("scope", json!(grant.scope))]);
    let location_id = grant.caller.location_id();
    kept.extend(location_id.map(|id| ("locationId".to_owned(), json!(id))));
    kept
}

fn leased(lease: &Lease) -> Object {
    let mut kept = granted(&lease.grant);
    kept.insert("untilMs".to_owned(), json!(lease.until_ms));
    kept
}

pub(super) fn load(fields: &Fields) -> Result<Ledger, String> {
    fields.only(&["dealt", "tally", "codes", "access", "refresh"])?;
    Ok(Ledger {
        codes: each(fields, "codes", |fields| {
            fields.only(&["scope", "locationId"])?;
            grant(fields)
        })?,
        access: each(fields, "access", |fields| {
            fields.only(&["scope", "locationId", "untilMs"])?;
            lease(fields)
        })?,
        refresh: each(fields, "refresh", |fields| {
            fields.only(&["scope", "locationId", "untilMs", "used"])?;
            let lease = lease(fields)?;
            let used = match fields.optional_object("used")? {
                None => None,
                Some(fields) => Some(used(&fields, &lease.grant)?),
            };
            Ok(Renewal { lease, used })
        })?,
        dealt: fields.made("dealt", 0)?,
        tally: match fields.optional_object("tally")? {
            None => Tally::default(),
            Some(fields) => tally(&fields)?,
        },
    })
}

fn each<T>(
    fields: &Fields,
    name: &str,
    read: impl Fn(&Fields) -> Result<T, String>,
) -> Result<HashMap<String, T>, String> {
    let all = fields.object(name)?;
    let mut found = HashMap::new();
    for key in all.members().keys() {
        found.insert(key.clone(), read(&all.object(key)?)?);
    }
    Ok(found)
}

fn tally(fields: &Fields) -> Result<Tally, String> {
    fields.only(&["exchanges", "refreshes", "graceAnswers", "locationTokens"])?;
    let count = |name| Ok::<_, String>(fields.optional_number(name)?.unwrap_or(0));
    Ok(Tally {
        exchanges: count("exchanges")?,
        refreshes: count("refreshes")?,
        grace_answers: count("graceAnswers")?,
        location_tokens: count("locationTokens")?,
    })
}

/// The company, or the location that is named.
pub(super) fn caller(fields: &Fields) -> Result<Caller, String> {
    Ok(match fields.optional_text("locationId")? {
        None => Caller::Agency,
        Some(wanted) => {
            let mut ids = LOCATIONS.iter().map(|location| location.id);
            let id = ids.find(|id| *id == wanted);
            Caller::Location(id.ok_or_else(|| {
                fields.wrong("locationId", "that of one of the locations of the seed")
            })?)
        }
    })
}

fn grant(fields: &Fields) -> Result<Grant, String> {
    let caller = caller(fields)?;
    let scope = fields.text("scope")?.to_owned().into();
    Ok(Grant { caller, scope })
}

fn lease(fields: &Fields) -> Result<Lease, String> {
    Ok(Lease {
        grant: grant(fields)?,
        until_ms: fields.number("untilMs")?,
    })
}

fn used(fields: &Fields, grant: &Grant) -> Result<(u64, Issued), String> {
    fields.only(&["atMs", "access", "refresh", "expiresIn"])?;
    let issued = Issued {
        grant: grant.clone(),
        access: fields.text("access")?.to_owned(),
        refresh: fields.text("refresh")?.to_owned(),
        expires_in: fields.number("expiresIn")?,
    };
    Ok((fields.number("atMs")?, issued))
}
