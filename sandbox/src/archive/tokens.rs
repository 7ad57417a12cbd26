//! The codes and tokens that are out. None of them opens anything but the sandbox.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::fields::Fields;
use crate::caller::Caller;
use crate::grant::Grant;
use crate::ledger::{Issued, Lease, Ledger, Renewal};
use crate::object::{Object, object};
use crate::seed::LOCATIONS;

pub(super) fn export(ledger: &Ledger) -> Value {
    let codes = ledger.codes.iter();
    let codes = codes.map(|(code, grant)| (code.clone(), Value::Object(granted(grant))));
    let access = ledger.access.iter();
    let access = access.map(|(token, lease)| (token.clone(), Value::Object(leased(lease))));
    let refresh = ledger.refresh.iter().map(|(token, renewal)| {
        let mut kept = leased(&renewal.lease);
        if let Some((at_ms, issued)) = &renewal.used {
            let Issued {
                access,
                refresh,
                expires_in,
                ..
            } = issued;
            let used = json!({ "atMs": at_ms, "access": access, "refresh": refresh, "expiresIn": expires_in });
            kept.insert("used".to_owned(), used);
        }
        (token.clone(), Value::Object(kept))
    });
    json!({
        "dealt": ledger.dealt,
        "codes": codes.collect::<Map<_, _>>(),
        "access": access.collect::<Map<_, _>>(),
        "refresh": refresh.collect::<Map<_, _>>(),
    })
}

/// Without a location it is the company's.
fn granted(grant: &Grant) -> Object {
    let mut kept = object(json!({ "scope": grant.scope }));
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
    fields.only(&["dealt", "codes", "access", "refresh"])?;
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
            let used = match fields.value("used") {
                None => None,
                Some(_) => Some(used(&fields.object("used")?, &lease.grant)?),
            };
            Ok(Renewal { lease, used })
        })?,
        dealt: fields.made("dealt", 0)?,
        ..Ledger::default()
    })
}

fn each<T>(
    fields: &Fields,
    name: &str,
    read: impl Fn(&Fields) -> Result<T, String>,
) -> Result<HashMap<String, T>, String> {
    let all = fields.object(name)?;
    let keys = all.members().keys();
    keys.map(|key| Ok((key.clone(), read(&all.object(key)?)?)))
        .collect()
}

fn grant(fields: &Fields) -> Result<Grant, String> {
    let caller = match fields.optional_text("locationId")? {
        None => Caller::Agency,
        Some(wanted) => {
            let mut ids = LOCATIONS.iter().map(|location| location.id);
            let id = ids.find(|id| *id == wanted);
            Caller::Location(id.ok_or_else(|| {
                fields.wrong("locationId", "that of one of the locations of the seed")
            })?)
        }
    };
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
