//! The calls of v2 and v3 that write.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{fields, read};
use crate::caller::{Caller, may_manage};
use crate::input::checked;
use crate::permission;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::user::User;
use crate::version::Version;
use crate::visit::Visit;

/// The fields of a create or an update. Without a value, a field stays as it is.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Changes {
    company_id: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    pub(crate) email: Option<String>,
    phone: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    role: Option<String>,
    location_ids: Option<Vec<String>>,
    permissions: Option<BTreeMap<String, bool>>,
    scopes: Option<Vec<String>>,
    scopes_assigned_to_only: Option<Vec<String>>,
    profile_photo: Option<String>,
    twilio_phone: Option<BTreeMap<String, String>>,
    platform_language: Option<String>,
    external_user_id: Option<String>,
}

impl Changes {
    /// Reads an input that has been checked.
    pub(crate) fn read(input: Map<String, Value>) -> Result<Self, Refusal> {
        serde_json::from_value(Value::Object(input))
            .map_err(|error| Refusal::Malformed(error.to_string()))
    }

    /// Whether the caller may reach all that these changes name.
    fn permit(&self, caller: Caller) -> Result<(), Refusal> {
        self.company_id.as_deref().map_or(Ok(()), may_manage)?;
        if self.kind.as_deref() == Some("agency") && caller != Caller::Agency {
            return Err(Refusal::WrongTokenKind);
        }
        let mut locations = self.location_ids.iter().flatten();
        locations.try_for_each(|id| caller.may_enter(id))
    }

    /// Writes the values into a user. Permissions merge; lists and maps replace.
    pub(crate) fn apply(self, user: &mut User, now_ms: u64) {
        set(&mut user.first_name, self.first_name);
        set(&mut user.last_name, self.last_name);
        set(&mut user.email, self.email);
        set(&mut user.roles.kind, self.kind);
        set(&mut user.roles.role, self.role);
        set(&mut user.roles.location_ids, self.location_ids);
        set(&mut user.scopes, self.scopes);
        set(
            &mut user.scopes_assigned_to_only,
            self.scopes_assigned_to_only,
        );
        user.phone = self.phone.or(user.phone.take());
        user.profile_photo = self.profile_photo.or(user.profile_photo.take());
        user.platform_language = self.platform_language.or(user.platform_language.take());
        user.external_user_id = self.external_user_id.or(user.external_user_id.take());
        if let Some(changes) = self.permissions {
            let changes = changes.into_iter();
            let changes = changes.map(|(name, on)| (permission::key(name), on));
            Arc::make_mut(&mut user.permissions).extend(changes);
        }
        if let Some(mut numbers) = self.twilio_phone {
            numbers.retain(|_, number| !number.is_empty());
            user.twilio_phone = numbers;
        }
        user.updated_ms = now_ms;
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

/// `POST /users/`
pub(super) fn create(state: &mut State, visit: &Visit) -> Result<Response, Refusal> {
    let request = visit.request;
    let body = checked(request.body_object()?, fields::CREATE)?;
    let changes = Changes::read(body)?;
    changes.permit(visit.caller())?;
    let user = insert(state, changes, request.now_ms)?;
    Ok(read::single(201, user, visit))
}

/// `PUT /users/{userId}`
pub(super) fn update(state: &mut State, visit: &Visit) -> Result<Response, Refusal> {
    let request = visit.request;
    let body = checked(request.body_object()?, fields::UPDATE)?;
    // "Email update is no longer supported due to security reasons."
    let changes = Changes {
        email: None,
        ..Changes::read(body)?
    };
    changes.permit(visit.caller())?;
    read::find(state, visit)?;
    let user = amend(state, visit.id(), |user| {
        changes.apply(user, request.now_ms)
    })?;
    Ok(read::single(200, user, visit))
}

/// `DELETE /users/{userId}`: takes effect later, and answers with the vendor's words for that.
pub(super) fn delete(state: &mut State, visit: &Visit) -> Result<Response, Refusal> {
    read::find(state, visit)?;
    let now_ms = visit.request.now_ms;
    let moment = now_ms.saturating_add(state.config.delete_after_ms);
    let user = amend(state, visit.id(), |user| {
        user.deleted_from_ms.get_or_insert(moment);
    })?;
    let message = format!(
        "Queued deleting user with e-mail {} and name {}. Will take effect in a few minutes.",
        user.email,
        user.name()
    );
    // v2's spelling is the vendor's.
    let succeeded = match visit.version {
        Version::V2 => "succeded",
        Version::V3 => "succeeded",
    };
    let body = json!({ succeeded: true, "message": message, "traceId": visit.trace_id });
    Ok(Response::json(200, &body))
}

/// Adds a user with the spec's default permissions.
pub(crate) fn insert(state: &mut State, changes: Changes, now_ms: u64) -> Result<&User, Refusal> {
    if changes
        .email
        .as_deref()
        .is_some_and(|email| state.email_is_taken(email, None, now_ms))
    {
        return Err(Refusal::DuplicateEmail);
    }
    let users = state.users_mut();
    let mut user = User {
        id: users.new_id(),
        permissions: permission::defaults(),
        added_ms: now_ms,
        ..User::default()
    };
    changes.apply(&mut user, now_ms);
    Ok(users.push(user))
}

/// Changes the user of this id.
pub(crate) fn amend<'a>(
    state: &'a mut State,
    id: &str,
    change: impl FnOnce(&mut User),
) -> Result<&'a User, Refusal> {
    let user = state.users_mut().amend(id, change);
    user.ok_or(Refusal::UserNotFound)
}
