//! What the company has at a start, users aside: thrown by dice that always fall the same.

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
mod social;

use crate::seed::LOCATIONS;
use crate::store::Store;
use place::Place;

/// Some of everything, with so many contacts of each location. Later things name earlier ones.
pub(crate) fn build(contacts: [usize; LOCATIONS.len()]) -> Store {
    let mut store = Store::default();
    company::plant(&mut store);
    company::plant_snapshots(&mut store);
    for (place, contacts) in Place::all().zip(contacts) {
        locations::plant(&mut store, &place);
        settings::plant(&mut store, &place);
        automations::plant(&mut store, &place);
        businesses::plant(&mut store, &place);
        associations::plant(&mut store, &place);
        blogs::plant(&mut store, &place);
        contacts::plant(&mut store, &place, contacts);
        opportunities::plant(&mut store, &place);
        conversations::plant(&mut store, &place);
        calendars::plant(&mut store, &place);
        events::plant(&mut store, &place);
        social::plant(&mut store, &place);
    }
    store
}

/// The company and its locations, and nothing in them.
pub(crate) fn bare() -> Store {
    let mut store = Store::default();
    company::plant(&mut store);
    for place in Place::all() {
        locations::plant(&mut store, &place);
    }
    store
}
