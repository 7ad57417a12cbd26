//! Good for what a test makes itself, and for how a page looks on the first day: the company with its three locations, its owner
//! and the tokens.

use std::sync::Arc;

use crate::beginning::Beginning;
use crate::people;
use crate::roster::Roster;
use crate::world;

pub(super) fn beginning() -> Arc<Beginning> {
    let users = Roster::new(people::users(1), 1);
    Arc::new(Beginning::new(users, 0, world::bare))
}
