//! The users of the seed, thrown by dice that always fall the same.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::dice::{Dice, Purpose};
use crate::names::{DOMAINS, FIRST_NAMES, LAST_NAMES, plain};
use crate::permission::{self, Permissions};
use crate::seed::{LOCATIONS, USER_COUNT};
use crate::user::{Roles, User, user_id};

/// 2024-01-08T09:00:00Z
const FOUNDED_MS: u64 = 1_704_704_400_000;
const HOUR_MS: u64 = 3_600_000;

const LANGUAGES: [&str; 6] = ["en_US", "es", "de", "fr_FR", "pt_BR", "nl"];
const SCOPES: [&str; 8] = [
    "contacts.write",
    "campaigns.readonly",
    "calendars.readonly",
    "calendars/events.write",
    "conversations.write",
    "conversations/message.readonly",
    "opportunities.write",
    "workflows.readonly",
];

/// So many users, in the order of their creation. The first ones are the same however many there are.
pub(crate) fn users(count: usize) -> Vec<User> {
    let mut users = Vec::with_capacity(count);
    for index in 0..count {
        // The names, walked together, make 120 pairs; the second time round the pairs are others.
        let (first, last) = (index, index + index / USER_COUNT);
        let first = FIRST_NAMES.get(first % FIRST_NAMES.len()).unwrap_or(&"");
        let last = LAST_NAMES.get(last % LAST_NAMES.len()).unwrap_or(&"");
        // In a crowd many may do the same. The first twelve are of the agency, and the others repeat after a multiple of six.
        let like = match index {
            0..USER_COUNT => None,
            _ => users.get(12 + (index - 12) % (USER_COUNT - 12)),
        };
        let like = like.map(|like: &User| &like.permissions);
        users.push(user(index, first, last, like));
    }
    users
}

fn user(index: usize, first_name: &str, last_name: &str, like: Option<&Arc<Permissions>>) -> User {
    let mut dice = Dice::new(index, Purpose::Traits);
    let roles = roles(index, &mut dice);
    let (alone, crowded) = (index.min(USER_COUNT), index.saturating_sub(USER_COUNT));
    let hours = alone as u64 * 53 + crowded as u64 * 3 / 2;
    let added_ms = FOUNDED_MS + HOUR_MS * (hours + dice.below(50));
    let lc_phone = match roles.location_ids.first() {
        Some(id) if dice.one_in(4) => {
            BTreeMap::from([(id.clone(), format!("+1808555{:04}", 200 + index))])
        }
        _ => BTreeMap::new(),
    };
    User {
        id: user_id(index),
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        email: email(index, first_name, last_name),
        phone: (!dice.one_in(3)).then(|| format!("+1 808-555-{:04}", 100 + index)),
        extension: if dice.one_in(5) {
            (100 + index).to_string()
        } else {
            String::new()
        },
        permissions: permissions(&roles, &mut dice, like),
        scopes: some_of(&SCOPES, &mut dice),
        scopes_assigned_to_only: if dice.one_in(6) {
            vec!["contacts.write".to_owned()]
        } else {
            Vec::new()
        },
        lc_phone,
        platform_language: if dice.one_in(3) {
            None
        } else {
            dice.pick(&LANGUAGES)
        },
        two_way_sync: dice.one_in(7),
        added_ms,
        updated_ms: added_ms + HOUR_MS * dice.below(400),
        totp_enabled: dice.one_in(2),
        roles,
        ..User::default()
    }
}

/// Four agency admins, eight agency users of whom every other is restricted, then account users, every sixth an admin.
fn roles(index: usize, dice: &mut Dice) -> Roles {
    let (kind, admin) = match index {
        0..4 => ("agency", true),
        4..12 => ("agency", false),
        _ => ("account", index.is_multiple_of(6)),
    };
    let restricted = kind == "agency" && !admin && index.is_multiple_of(2);
    let everywhere = kind == "account" && dice.one_in(10);
    let home = index % LOCATIONS.len();
    let works_at = |position: usize| match kind {
        "account" => everywhere || position == home,
        _ => restricted && position == home,
    };
    Roles {
        kind: kind.to_owned(),
        role: if admin { "admin" } else { "user" }.to_owned(),
        location_ids: LOCATIONS
            .iter()
            .enumerate()
            .filter(|(position, _)| works_at(*position))
            .map(|(_, location)| location.id.to_owned())
            .collect(),
        restrict_sub_account: restricted,
    }
}

/// Admins have the defaults, users lack some of them, and one in three users has keys that the specs do not know. Those who
/// may do the same as somebody share it; the dice fall for them, too.
fn permissions(
    roles: &Roles,
    dice: &mut Dice,
    like: Option<&Arc<Permissions>>,
) -> Arc<Permissions> {
    let defaults = permission::defaults();
    if let Some(like) = like {
        if roles.role == "user" {
            dice.skip(defaults.values().filter(|on| **on).count() as u64);
        }
        if dice.one_in(3) {
            dice.skip(permission::UNDOCUMENTED.len() as u64);
        }
        return like.clone();
    }
    let mut permissions = (*defaults).clone();
    if roles.role == "user" {
        for on in permissions.values_mut() {
            *on = *on && !dice.one_in(4);
        }
    }
    if dice.one_in(3) {
        let more = permission::UNDOCUMENTED
            .iter()
            .map(|key| (Cow::Borrowed(*key), dice.one_in(2)));
        permissions.extend(more);
    }
    permissions.into()
}

fn some_of(values: &[&str], dice: &mut Dice) -> Vec<String> {
    let chosen = values.iter().filter(|_| dice.one_in(3));
    chosen.map(|value| (*value).to_owned()).collect()
}

/// One address in nine has a tag, whose `+` has to survive a query.
fn email(index: usize, first_name: &str, last_name: &str) -> String {
    let tag = if index % 9 == 4 { "+ghl" } else { "" };
    let number = if index < USER_COUNT {
        String::new()
    } else {
        index.to_string()
    };
    let domain = DOMAINS.get(index % DOMAINS.len()).copied();
    let domain = domain.unwrap_or_default();
    format!(
        "{}.{}{number}{tag}@{domain}",
        plain(first_name),
        plain(last_name)
    )
}
