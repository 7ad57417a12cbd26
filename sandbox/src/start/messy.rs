//! Good for tools that find what should not be: the agency, and beside its people those of [`crate::seed::messy`]; contacts that
//! there are twice, and some that are assigned to somebody who is gone.

use std::sync::Arc;

use serde_json::json;

use super::agency;
use crate::beginning::Beginning;
use crate::kinds::{CONTACT, TASK};
use crate::moment::moment;
use crate::object::{members, object};
use crate::permission;
use crate::roster::Roster;
use crate::seed::messy::*;
use crate::seed::{LOCATIONS, TOKEN_LOCATION_ID};
use crate::store::Store;
use crate::user::{Roles, User};

/// 2024-02-05T08:00:00Z, when the people of this start came.
const CAME_MS: u64 = 1_707_120_000_000;
/// 2025-06-30T16:00:00Z, when the manager was deleted.
const LEFT_MS: u64 = 1_751_299_200_000;
const DAY_MS: u64 = 86_400_000;
/// How many contacts of the first location there are twice, and how many the manager has left.
const TWICE: usize = 3;
const LEFT: usize = 2;

pub(super) fn beginning() -> Arc<Beginning> {
    let agency = agency::beginning();
    let mut users = Roster::clone(&agency.users);
    for (number, line) in PERSONS.into_iter().enumerate() {
        users.push(person(line, CAME_MS + DAY_MS * number as u64));
    }
    let contacts = agency.contacts + TWICE;
    Arc::new(Beginning::new(users, contacts, move || {
        let mut store = Store::clone(agency.store());
        muddle(&mut store);
        store
    }))
}

/// An id, a first name, a last name, an address, a type with a role, and a location, or none.
type Line = [&'static str; 6];

#[rustfmt::skip]
const PERSONS: [Line; 15] = [
    [FORMER_ADMIN, "Hugo", "Brandt", "hugo.brandt@example.com", "agency admin", ""],
    [CONTRACTOR, "Ingrid", "Solberg", "ingrid@solberg.example.net", "agency admin", ""],
    [SHARED_ADMIN, "Support", "Team", "support@example.com", "agency admin", ""],
    [SECOND_OWNER, "Olivia", "Smith", "olivia@example.org", "agency admin", ""],
    [ACCIDENTAL_ADMIN, "Bruno", "Keller", "bruno.keller@example.com", "agency admin", LOCATIONS[1].id],
    [FORMER_RECEPTIONIST, "Carla", "Nunes", "carla.nunes@example.com", "account user", TOKEN_LOCATION_ID],
    [DELETED_MANAGER, "Peter", "Lang", "peter.lang@example.com", "account user", TOKEN_LOCATION_ID],
    [RECEPTIONIST, "Mira", "Holt", "mira.holt@example.com", "account user", TOKEN_LOCATION_ID],
    [NARROW_RECEPTIONIST, "Timo", "Falk", "timo.falk@example.com", "account user", TOKEN_LOCATION_ID],
    [WIDE_RECEPTIONIST, "Lena", "Voss", "lena.voss@example.com", "account user", TOKEN_LOCATION_ID],
    [DOUBLE, "Mina", "Park", "mina.park@example.com", "account user", TOKEN_LOCATION_ID],
    [DOUBLE_AGAIN, "Mina", "Park", "Mina.Park@example.com", "account user", TOKEN_LOCATION_ID],
    [NOWHERE, "Jan", "Ode", "jan.ode@example.com", "account user", ""],
    [NOWHERE_ADMIN, "Ruth", "Egede", "ruth.egede@example.com", "account admin", ""],
    [STRAY, "Ivo", "Marek", "ivo.marek@example.com", "account user", GONE_LOCATION_ID],
];

/// Permissions that somebody has, or has not, unlike other new users.
#[rustfmt::skip]
const DRIFT: [(&str, bool, [&str; 3]); 2] = [
    (NARROW_RECEPTIONIST, false, ["appointmentsEnabled", "conversationsEnabled", "tagsEnabled"]),
    (WIDE_RECEPTIONIST, true, ["websitesEnabled", "membershipEnabled", "adwordsReportingEnabled"]),
];

fn person([id, first, last, email, roles, location_id]: Line, added_ms: u64) -> User {
    let (kind, role) = roles.split_once(' ').unwrap_or_default();
    let location_ids = [location_id].into_iter().filter(|id| !id.is_empty());
    let mut user = User {
        id: id.to_owned(),
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        email: email.to_owned(),
        permissions: permission::defaults(),
        roles: Roles {
            kind: kind.to_owned(),
            role: role.to_owned(),
            location_ids: location_ids.map(str::to_owned).collect(),
            restrict_sub_account: false,
        },
        added_ms,
        updated_ms: added_ms,
        ..User::default()
    };
    for (_, on, keys) in DRIFT.into_iter().filter(|(drifted, ..)| *drifted == id) {
        let permissions = Arc::make_mut(&mut user.permissions);
        permissions.extend(keys.map(|key| (key.into(), on)));
    }
    match id {
        DELETED_MANAGER => user.deleted_from_ms = Some(LEFT_MS),
        DOUBLE | DOUBLE_AGAIN => user.phone = Some("+1 808-555-0900".to_owned()),
        _ => {}
    }
    user
}

/// Contacts of the first location: some twice, and some in the care of somebody who is gone.
fn muddle(store: &mut Store) {
    let contacts: Vec<_> = store.all(&CONTACT, TOKEN_LOCATION_ID).cloned().collect();
    for contact in contacts.iter().take(TWICE) {
        let same = ["firstName", "lastName", "email", "phone"];
        let fields = same
            .iter()
            .filter_map(|name| contact.fields.get_key_value(*name));
        let fields = fields.map(|(name, value)| (name.as_str(), value.clone()));
        let fields = members(fields.collect());
        store.insert(&CONTACT, TOKEN_LOCATION_ID, fields, LEFT_MS);
    }
    for contact in contacts.iter().skip(TWICE).take(LEFT) {
        store.amend(&CONTACT, &contact.id, contact.added_ms, |fields| {
            fields.insert("assignedTo".to_owned(), json!(DELETED_MANAGER));
        });
        let task = json!({
            "contactId": *contact.id,
            "title": "Call back",
            "body": "",
            "assignedTo": DELETED_MANAGER,
            "dueDate": moment(LEFT_MS + DAY_MS),
        });
        store.insert(&TASK, TOKEN_LOCATION_ID, object(task), LEFT_MS - DAY_MS);
    }
}
