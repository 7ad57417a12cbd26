//! What the company has at the start, users aside: thrown by dice that always fall the same, once for all states.

mod associations;
mod automations;
mod blogs;
mod businesses;
mod calendars;
mod company;
mod contacts;
mod conversations;
mod events;
mod locations;
mod opportunities;
mod place;
mod settings;

use std::sync::{Arc, LazyLock};

use crate::store::Store;
use place::Place;

static WORLD: LazyLock<Arc<Store>> = LazyLock::new(|| Arc::new(build()));

/// What every state begins with.
pub(crate) fn store() -> Arc<Store> {
    WORLD.clone()
}

/// Later things name earlier ones.
fn build() -> Store {
    let mut store = Store::default();
    company::plant(&mut store);
    for place in Place::all() {
        locations::plant(&mut store, &place);
        settings::plant(&mut store, &place);
        automations::plant(&mut store, &place);
        businesses::plant(&mut store, &place);
        associations::plant(&mut store, &place);
        blogs::plant(&mut store, &place);
        contacts::plant(&mut store, &place);
        opportunities::plant(&mut store, &place);
        conversations::plant(&mut store, &place);
        calendars::plant(&mut store, &place);
        events::plant(&mut store, &place);
    }
    store
}
