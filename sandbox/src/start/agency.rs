//! Good for nearly every test: some of everything, varied, and always the same to the last letter.

use std::sync::{Arc, LazyLock};

use crate::beginning::Beginning;
use crate::people;
use crate::roster::Roster;
use crate::seed::USER_COUNT;
use crate::world;

/// Contacts of each location.
const CONTACTS: [usize; 3] = [200; 3];

/// What nearly every run begins with is made once.
static AGENCY: LazyLock<Arc<Beginning>> = LazyLock::new(|| {
    let users = Roster::new(people::users(USER_COUNT), USER_COUNT);
    let contacts = CONTACTS.iter().sum();
    Arc::new(Beginning::new(users, contacts, || world::build(CONTACTS)))
});

pub(super) fn beginning() -> Arc<Beginning> {
    AGENCY.clone()
}
