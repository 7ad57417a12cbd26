//! How the versions show a user. Written member by member, since a sandbox with many users writes little else.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

use crate::moment::moment;
use crate::user::User;

/// A user as an answer has one.
pub(crate) struct UserView<'a> {
    user: &'a User,
    form: Form<'a>,
}

#[derive(Clone, Copy)]
enum Form<'a> {
    /// Of v1. `name` and `phone` are not in its documentation, but are seen live.
    Legacy,
    /// Of v2 and v3, in a list: at this moment, and with these members only, if some are named.
    Item(u64, Option<&'a [&'a str]>),
    /// Of v2 and v3, alone, by the trace id of the answer: the only form that carries the undocumented `traceId`,
    /// `totpEnabled` and `externalUserId`.
    Single(&'a str),
}

impl<'a> UserView<'a> {
    pub(crate) fn legacy(user: &'a User) -> Self {
        let form = Form::Legacy;
        Self { user, form }
    }

    pub(crate) fn item(user: &'a User, now_ms: u64) -> Self {
        let form = Form::Item(now_ms, None);
        Self { user, form }
    }

    /// An item with the members that a projection asks for, and the id.
    pub(crate) fn projected(user: &'a User, now_ms: u64, members: &'a [&'a str]) -> Self {
        let members = Some(members).filter(|members| *members != ["all"]);
        let form = Form::Item(now_ms, members);
        Self { user, form }
    }

    pub(crate) fn single(user: &'a User, trace_id: &'a str) -> Self {
        let form = Form::Single(trace_id);
        Self { user, form }
    }

    fn shows(&self, name: &str) -> bool {
        match self.form {
            Form::Item(_, Some(members)) => name == "id" || members.contains(&name),
            _ => true,
        }
    }
}

impl Serialize for UserView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let user = self.user;
        let mut members = serializer.serialize_map(None)?;
        macro_rules! show {
            ($($name:literal: $value:expr;)*) => {
                $(if self.shows($name) {
                    members.serialize_entry($name, $value)?;
                })*
            };
        }
        show! {
            "id": &user.id;
            "name": &user.name();
            "firstName": &user.first_name;
            "lastName": &user.last_name;
            "email": &user.email;
            "permissions": &*user.permissions;
        }
        if let Some(phone) = &user.phone {
            show! { "phone": phone; }
        }
        if let Form::Legacy = self.form {
            let roles = &user.roles;
            let (kind, role, ids) = (&roles.kind, &roles.role, &roles.location_ids);
            show! { "roles": &json!({ "type": kind, "role": role, "locationIds": ids }); }
            return members.end();
        }
        show! {
            "extension": &user.extension;
            "scopes": &user.scopes;
            "scopesAssignedToOnly": &user.scopes_assigned_to_only;
            "roles": &user.roles;
            "lcPhone": &user.lc_phone;
            "dateAdded": &moment(user.added_ms);
            "dateUpdated": &moment(user.updated_ms);
        }
        if let Some(language) = &user.platform_language {
            show! { "platformLanguage": language; }
        }
        match self.form {
            Form::Legacy => {}
            Form::Item(now_ms, _) => show! { "deleted": &user.is_deleted(now_ms); },
            Form::Single(trace_id) => {
                show! {
                    "traceId": trace_id;
                    "totpEnabled": &user.totp_enabled;
                }
                if let Some(id) = &user.external_user_id {
                    show! { "externalUserId": id; }
                }
            }
        }
        members.end()
    }
}
