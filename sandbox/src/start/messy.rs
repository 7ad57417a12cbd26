//! Good for tools that find what should not be: the agency, and beside its people those of [`crate::seed::messy`]; contacts that
//! there are twice, and some that are assigned to somebody who is gone.

use std::sync::Arc;

use serde_json::json;

use super::agency;
use crate::beginning::Beginning;
use crate::kinds::{CONTACT, TASK};
use crate::moment::moment;
use crate::object::{Object, object};
use crate::permission;
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

pub(super) fn beginning() -> Beginning {
    let Beginning {
        mut users,
        mut store,
    } = agency::beginning();
    let roster = Arc::make_mut(&mut users);
    for (number, user) in people().into_iter().enumerate() {
        let added_ms = CAME_MS + DAY_MS * number as u64;
        roster.push(User {
            added_ms,
            updated_ms: added_ms,
            ..user
        });
    }
    muddle(Arc::make_mut(&mut store));
    Beginning { users, store }
}

/// Somebody with the permissions that new users have.
fn person(id: &str, name: [&str; 2], email: &str, roles: Roles) -> User {
    let [first, last] = name.map(str::to_owned);
    User {
        id: id.to_owned(),
        first_name: first,
        last_name: last,
        email: email.to_owned(),
        permissions: permission::defaults(),
        roles,
        ..User::default()
    }
}

fn roles(kind: &str, role: &str, location_ids: &[&str]) -> Roles {
    Roles {
        kind: kind.to_owned(),
        role: role.to_owned(),
        location_ids: location_ids.iter().map(|id| (*id).to_owned()).collect(),
        restrict_sub_account: false,
    }
}

/// The same user with some permissions that others do not have.
fn drifted(mut user: User, on: bool, keys: &[&'static str]) -> User {
    let changes = keys.iter().map(|key| ((*key).into(), on));
    Arc::make_mut(&mut user.permissions).extend(changes);
    user
}

fn people() -> Vec<User> {
    let admin = || roles("agency", "admin", &[]);
    let at_desk = || roles("account", "user", &[TOKEN_LOCATION_ID]);
    let second = LOCATIONS.map(|location| location.id)[1];
    let phone = |user: User| User {
        phone: Some("+1 808-555-0900".to_owned()),
        ..user
    };
    let accidental = roles("agency", "admin", &[second]);
    let (nowhere, nowhere_admin) = (
        roles("account", "user", &[]),
        roles("account", "admin", &[]),
    );
    let stray = roles("account", "user", &[GONE_LOCATION_ID]);
    vec![
        person(
            FORMER_ADMIN,
            ["Hugo", "Brandt"],
            "hugo.brandt@example.com",
            admin(),
        ),
        person(
            CONTRACTOR,
            ["Ingrid", "Solberg"],
            "ingrid@solberg.example.net",
            admin(),
        ),
        person(
            SHARED_ADMIN,
            ["Support", "Team"],
            "support@example.com",
            admin(),
        ),
        person(
            SECOND_OWNER,
            ["Olivia", "Smith"],
            "olivia@example.org",
            admin(),
        ),
        person(
            ACCIDENTAL_ADMIN,
            ["Bruno", "Keller"],
            "bruno.keller@example.com",
            accidental,
        ),
        person(
            FORMER_RECEPTIONIST,
            ["Carla", "Nunes"],
            "carla.nunes@example.com",
            at_desk(),
        ),
        User {
            deleted_from_ms: Some(LEFT_MS),
            ..person(
                DELETED_MANAGER,
                ["Peter", "Lang"],
                "peter.lang@example.com",
                at_desk(),
            )
        },
        person(
            RECEPTIONIST,
            ["Mira", "Holt"],
            "mira.holt@example.com",
            at_desk(),
        ),
        drifted(
            person(
                NARROW_RECEPTIONIST,
                ["Timo", "Falk"],
                "timo.falk@example.com",
                at_desk(),
            ),
            false,
            &["appointmentsEnabled", "conversationsEnabled", "tagsEnabled"],
        ),
        drifted(
            person(
                WIDE_RECEPTIONIST,
                ["Lena", "Voss"],
                "lena.voss@example.com",
                at_desk(),
            ),
            true,
            &[
                "websitesEnabled",
                "membershipEnabled",
                "adwordsReportingEnabled",
            ],
        ),
        phone(person(
            DOUBLE,
            ["Mina", "Park"],
            "mina.park@example.com",
            at_desk(),
        )),
        phone(person(
            DOUBLE_AGAIN,
            ["Mina", "Park"],
            "Mina.Park@example.com",
            at_desk(),
        )),
        person(NOWHERE, ["Jan", "Ode"], "jan.ode@example.com", nowhere),
        person(
            NOWHERE_ADMIN,
            ["Ruth", "Egede"],
            "ruth.egede@example.com",
            nowhere_admin,
        ),
        person(STRAY, ["Ivo", "Marek"], "ivo.marek@example.com", stray),
    ]
}

/// Contacts of the first location: some twice, and some in the care of somebody who is gone.
fn muddle(store: &mut Store) {
    let contacts: Vec<_> = store.all(&CONTACT, TOKEN_LOCATION_ID).cloned().collect();
    for contact in contacts.iter().take(TWICE) {
        let same = ["firstName", "lastName", "email", "phone"];
        let fields = same
            .iter()
            .filter_map(|name| contact.fields.get_key_value(*name));
        let fields: Object = fields
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
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
