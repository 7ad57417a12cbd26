//! A user.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::dice::{Dice, Purpose};
use crate::permission::Permissions;

/// A user of the company.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct User {
    /// 20 letters and digits.
    pub id: String,
    /// The given name.
    pub first_name: String,
    /// The family name.
    pub last_name: String,
    /// The address the user signs in with.
    pub email: String,
    /// The user's telephone number.
    pub phone: Option<String>,
    /// The telephone extension; empty when there is none.
    pub extension: String,
    /// What the user may do, the older way: documented keys and others.
    pub permissions: Arc<Permissions>,
    /// What the user may do, the newer way.
    pub scopes: Vec<String>,
    /// The scopes that reach only what is assigned to the user.
    pub scopes_assigned_to_only: Vec<String>,
    /// Where the user stands.
    pub roles: Roles,
    /// Inbound numbers, from location id to number: the ones that are read.
    pub lc_phone: BTreeMap<String, String>,
    /// Inbound numbers of direct Twilio, from location id to E.164 number: written by the API, shown by no response.
    pub twilio_phone: BTreeMap<String, String>,
    /// The address of a picture: written by the API, shown by no documented response.
    pub profile_photo: Option<String>,
    /// The language of the user interface.
    pub platform_language: Option<String>,
    /// The id that an identity provider has for the user.
    pub external_user_id: Option<String>,
    /// Whether an authenticator app is set.
    pub totp_enabled: bool,
    /// Whether a calendar is synchronised both ways: only ever a filter.
    pub two_way_sync: bool,
    /// When the user was created, in milliseconds since 1970.
    pub added_ms: u64,
    /// When the user was last written, in milliseconds since 1970.
    pub updated_ms: u64,
    /// When a deletion takes effect, in milliseconds since 1970.
    pub deleted_from_ms: Option<u64>,
}

/// A user's standing in the company.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Roles {
    /// `account` or `agency`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `admin` or `user`.
    pub role: String,
    /// The locations that the user has access to.
    pub location_ids: Vec<String>,
    /// Whether an agency user is limited to those locations.
    pub restrict_sub_account: bool,
}

impl User {
    /// The full name.
    pub fn name(&self) -> String {
        [&*self.first_name, &*self.last_name].join(" ")
    }

    pub(crate) fn is_deleted(&self, now_ms: u64) -> bool {
        self.deleted_from_ms.is_some_and(|moment| moment <= now_ms)
    }

    /// Whether this is an account user of the location. Agency users are not, whatever their locations.
    pub(crate) fn works_in(&self, location_id: &str) -> bool {
        self.roles.kind == "account" && self.has_access_to(location_id)
    }

    pub(crate) fn has_access_to(&self, location_id: &str) -> bool {
        self.roles.location_ids.iter().any(|id| id == location_id)
    }
}

/// The id of the user at this place, seeded or created.
pub(crate) fn user_id(index: usize) -> String {
    Dice::new(index, Purpose::Id).letters(20)
}
