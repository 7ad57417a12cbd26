//! A thing of the company: whatever there is besides users.

use std::sync::{Arc, LazyLock};

use serde_json::{Value, json};

use crate::hash::QuickMap;
use crate::kind::Kind;
use crate::kinds::KINDS;
use crate::moment::moment;
use crate::object::{Object, object};

/// What new things of each kind have.
static DEFAULTS: LazyLock<QuickMap<&str, Object>> = LazyLock::new(|| {
    let read = |json| object(serde_json::from_str(json).unwrap_or_default());
    let kinds = KINDS.iter();
    kinds.map(|kind| (kind.name, read(kind.defaults))).collect()
});

/// A thing.
#[derive(Debug, Clone)]
pub(crate) struct Thing {
    pub(crate) kind: &'static Kind,
    pub(crate) id: Arc<str>,
    pub(crate) location_id: String,
    pub(crate) added_ms: u64,
    /// What it shows, id and all.
    pub(crate) fields: Object,
    /// What a search looks at, in small letters.
    words: String,
    /// Its place in the order of creation.
    pub(crate) serial: u64,
}

impl Thing {
    pub(crate) fn new(
        serial: u64,
        kind: &'static Kind,
        id: String,
        location_id: String,
        fields: Object,
        added_ms: u64,
    ) -> Self {
        Self {
            kind,
            id: id.into(),
            location_id,
            added_ms,
            words: (kind.words)(&fields),
            fields,
            serial,
        }
    }

    /// Changes what it shows.
    pub(crate) fn change(&mut self, now_ms: u64, change: impl FnOnce(&mut Object)) {
        change(&mut self.fields);
        let [_, updated] = self.kind.dates;
        date([updated, ""], &mut self.fields, now_ms);
        self.words = (self.kind.words)(&self.fields);
    }

    /// Whether a text in small letters stands in what a search looks at.
    pub(crate) fn mentions(&self, term: &str) -> bool {
        self.words.contains(term) && !term.contains('\0')
    }
}

/// What a new thing of this kind has: these fields, and the kind's defaults beneath them.
pub(crate) fn with_defaults(kind: &Kind, mut fields: Object) -> Object {
    if fields.values().any(Value::is_null) {
        fields.retain(|_, value| !value.is_null());
    }
    for (name, value) in DEFAULTS.get(kind.name).into_iter().flatten() {
        if !fields.contains_key(name) {
            fields.insert(name.clone(), value.clone());
        }
    }
    fields
}

/// Writes a moment where a thing has it; an empty name is none.
pub(crate) fn date(names: [&'static str; 2], fields: &mut Object, now_ms: u64) {
    let mut shown = None;
    for name in names.into_iter().filter(|name| !name.is_empty()) {
        let shown = shown.get_or_insert_with(|| json!(moment(now_ms)));
        fields.insert(name.to_owned(), shown.clone());
    }
}
