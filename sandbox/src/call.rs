//! A call of the catalogue whose input is right, with the things that its path names.

use std::sync::Arc;

use crate::kind::Kind;
use crate::kinds::LOCATION;
use crate::object::{Object, is_set};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;
use crate::visit::Visit;

/// What is known of a call when it is answered.
pub(crate) struct Call<'a> {
    pub(crate) visit: &'a Visit<'a>,
    pub(crate) query: Object,
    pub(crate) body: Object,
    /// The body, where that is a list.
    pub(crate) items: Vec<Object>,
    /// Where it happens: a location that the caller may enter, or, for the agency, none.
    pub(crate) location_id: String,
    /// What the path names, in its order.
    pub(crate) things: Vec<Arc<Thing>>,
    /// What stands in the path and is no thing's id.
    pub(crate) words: Vec<String>,
}

impl Call<'_> {
    pub(crate) fn version(&self) -> Version {
        self.visit.version
    }

    pub(crate) fn now_ms(&self) -> u64 {
        self.visit.request.now_ms
    }

    /// The thing of this kind that the path names.
    pub(crate) fn thing(&self, kind: &'static Kind) -> Result<&Arc<Thing>, Refusal> {
        let mut things = self.things.iter();
        let thing = things.find(|thing| thing.kind.name == kind.name);
        thing.ok_or_else(|| Refusal::no_such(kind, ""))
    }

    /// The thing of this kind and id, if the call's location has it.
    pub(crate) fn own<'s>(
        &self,
        store: &'s Store,
        kind: &'static Kind,
        id: &str,
    ) -> Result<&'s Arc<Thing>, Refusal> {
        let thing = store.get(kind, id);
        let thing = thing.filter(|thing| thing.location_id == self.location_id);
        thing.ok_or_else(|| Refusal::no_such(kind, id))
    }

    /// Whether the call's location has set this to be so.
    pub(crate) fn allows(&self, store: &Store, setting: &str) -> bool {
        let location = store.get(&LOCATION, &self.location_id);
        let settings = location.and_then(|location| location.fields.get("settings")?.as_object());
        settings.is_some_and(|settings| is_set(settings, setting))
    }

    /// The first word of the path.
    pub(crate) fn word(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }
}
