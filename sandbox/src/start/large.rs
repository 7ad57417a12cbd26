//! Good for whatever goes through lists: pages to their end, cursors beyond 10,000, memory, patience, and rate limits. Its first
//! 120 users are those of the agency.

use std::sync::Arc;

use crate::beginning::Beginning;
use crate::people;
use crate::roster::Roster;
use crate::world;

const USERS: usize = 10_000;
/// Contacts of each location: of the first, more than a search reaches by numbers of pages.
const CONTACTS: [usize; 3] = [12_000, 5_000, 3_000];

pub(super) fn beginning() -> Arc<Beginning> {
    let users = Roster::new(people::users(USERS), USERS);
    let contacts = CONTACTS.iter().sum();
    Arc::new(Beginning::new(users, contacts, || world::build(CONTACTS)))
}
