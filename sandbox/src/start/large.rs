//! Good for whatever goes through lists: pages to their end, cursors beyond 10,000, memory, patience, and rate limits. Its first
//! 120 users are those of the agency.

use std::hint::black_box;
use std::sync::Arc;

use crate::beginning::Beginning;
use crate::people;
use crate::roster::Roster;
use crate::world;

const USERS: usize = 10_000;
/// Contacts of each location: of the first, more than a search reaches by numbers of pages.
const CONTACTS: [usize; 3] = [12_000, 5_000, 3_000];

/// What the users take, and what the things take that are made of them later, in bytes.
const OF_USERS: usize = 16 << 20;
const OF_THINGS: usize = 96 << 20;

pub(super) fn beginning() -> Arc<Beginning> {
    make_room(OF_USERS);
    let users = Roster::new(people::users(USERS), USERS);
    let contacts = CONTACTS.iter().sum();
    Arc::new(Beginning::new(users, contacts, || {
        make_room(OF_THINGS);
        world::build(CONTACTS)
    }))
}

/// Has the memory grow at once. In a WebAssembly it would grow by 64 KB each time, and the runtime make a new `ArrayBuffer` of
/// all that there is: a quarter of the time that all this takes.
fn make_room(bytes: usize) {
    drop(black_box(Vec::<u8>::with_capacity(bytes)));
}
