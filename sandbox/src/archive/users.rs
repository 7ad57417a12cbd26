//! Users as they are kept: with all that they have, shown by an answer or not.

use std::sync::Arc;

use serde_json::{Value, json};

use super::fields::Fields;
use crate::object::members;
use crate::permission;
use crate::roster::Roster;
use crate::user::{Roles, User};

const MEMBERS: [&str; 20] = [
    "id",
    "firstName",
    "lastName",
    "email",
    "phone",
    "extension",
    "permissions",
    "scopes",
    "scopesAssignedToOnly",
    "roles",
    "lcPhone",
    "twilioPhone",
    "profilePhoto",
    "platformLanguage",
    "externalUserId",
    "totpEnabled",
    "twoWaySync",
    "addedMs",
    "updatedMs",
    "deletedFromMs",
];

pub(super) fn export(users: &Roster) -> Value {
    let all = Value::Array(users.iter().map(kept).collect());
    Value::Object(members(vec![("made", json!(users.made())), ("all", all)]))
}

fn kept(user: &User) -> Value {
    let mut kept = vec![
        ("id", json!(user.id)),
        ("firstName", json!(user.first_name)),
        ("lastName", json!(user.last_name)),
        ("email", json!(user.email)),
        ("phone", json!(user.phone)),
        ("extension", json!(user.extension)),
        ("permissions", json!(*user.permissions)),
        ("scopes", json!(user.scopes)),
        ("scopesAssignedToOnly", json!(user.scopes_assigned_to_only)),
        ("roles", json!(user.roles)),
        ("lcPhone", json!(user.lc_phone)),
        ("twilioPhone", json!(user.twilio_phone)),
        ("profilePhoto", json!(user.profile_photo)),
        ("platformLanguage", json!(user.platform_language)),
        ("externalUserId", json!(user.external_user_id)),
        ("totpEnabled", json!(user.totp_enabled)),
        ("twoWaySync", json!(user.two_way_sync)),
        ("addedMs", json!(user.added_ms)),
        ("updatedMs", json!(user.updated_ms)),
        ("deletedFromMs", json!(user.deleted_from_ms)),
    ];
    kept.retain(|(_, value)| !value.is_null());
    Value::Object(members(kept))
}

pub(super) fn load(fields: &Fields) -> Result<Roster, String> {
    fields.only(&["made", "all"])?;
    let all = fields.objects("all")?;
    let made = fields.made("made", all.len())?;
    let mut roster = Roster::new(Vec::new(), made);
    for fields in &all {
        let user = user(fields)?;
        if roster.get(&user.id).is_some() {
            return Err(fields.wrong("id", "one that no other user has"));
        }
        roster.push(user);
    }
    Ok(roster)
}

fn user(fields: &Fields) -> Result<User, String> {
    fields.only(&MEMBERS)?;
    let text = |name| Ok::<_, String>(fields.text(name)?.to_owned());
    let optional = |name| Ok::<_, String>(fields.optional_text(name)?.map(str::to_owned));
    let added_ms = fields.optional_number("addedMs")?.unwrap_or(0);
    let user = User {
        id: text("id")?,
        first_name: text("firstName")?,
        last_name: text("lastName")?,
        email: text("email")?,
        phone: optional("phone")?,
        extension: optional("extension")?.unwrap_or_default(),
        permissions: permissions(fields)?,
        scopes: fields.texts("scopes")?,
        scopes_assigned_to_only: fields.texts("scopesAssignedToOnly")?,
        roles: roles(&fields.object("roles")?)?,
        lc_phone: fields.text_map("lcPhone")?,
        twilio_phone: fields.text_map("twilioPhone")?,
        profile_photo: optional("profilePhoto")?,
        platform_language: optional("platformLanguage")?,
        external_user_id: optional("externalUserId")?,
        totp_enabled: fields.flag("totpEnabled")?,
        two_way_sync: fields.flag("twoWaySync")?,
        added_ms,
        updated_ms: fields.optional_number("updatedMs")?.unwrap_or(added_ms),
        deleted_from_ms: fields.optional_number("deletedFromMs")?,
    };
    match user.id.as_str() {
        "" => Err(fields.wrong("id", "one that is not empty")),
        _ => Ok(user),
    }
}

/// Those of a new user unless they are there, and shared with new users where they are the same.
fn permissions(fields: &Fields) -> Result<Arc<permission::Permissions>, String> {
    let usual = permission::defaults();
    let Some(own) = fields.optional_object("permissions")? else {
        return Ok(usual);
    };
    let mut permissions = permission::Permissions::new();
    for name in own.members().keys() {
        let on = own.flag(name)?;
        permissions.insert(permission::key(name.clone()), on);
    }
    Ok(if permissions == *usual {
        usual
    } else {
        permissions.into()
    })
}

fn roles(fields: &Fields) -> Result<Roles, String> {
    fields.only(&["type", "role", "locationIds", "restrictSubAccount"])?;
    let one_of = |name, words: [&str; 2]| match fields.text(name)? {
        word if words.contains(&word) => Ok(word.to_owned()),
        _ => Err(fields.wrong(name, &words.join(" or "))),
    };
    Ok(Roles {
        kind: one_of("type", ["account", "agency"])?,
        role: one_of("role", ["admin", "user"])?,
        location_ids: fields.texts("locationIds")?,
        restrict_sub_account: fields.flag("restrictSubAccount")?,
    })
}
