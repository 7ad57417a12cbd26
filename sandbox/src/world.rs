//! What the company has at the start, users aside: thrown by dice that always fall the same, once for all states.

mod businesses;
mod locations;
mod place;

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
    for place in Place::all() {
        locations::plant(&mut store, &place);
        businesses::plant(&mut store, &place);
    }
    store
}
