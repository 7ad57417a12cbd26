//! What a row of the catalogue says about its call: what it is about, what it takes, what it does and how it answers.

use serde_json::json;

use crate::call::Call;
use crate::kind::Kind;
use crate::object::Object;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;
use crate::validate::Field;
use crate::version::Version;

/// A call about things of a kind.
pub(crate) struct Entry {
    pub(crate) kind: &'static Kind,
    pub(crate) deed: Deed,
    pub(crate) query: &'static [Field],
    pub(crate) body: Body,
    pub(crate) status: u16,
    /// The member that has the thing or the list; empty where the answer is that itself.
    pub(crate) key: &'static str,
    /// What stands beside it.
    pub(crate) flags: Done,
    /// What the input makes of a thing, if it may be made.
    pub(crate) draft: Draft,
    /// How a thing is shown.
    pub(crate) shown: Shown,
}

pub(crate) type Answer = fn(&mut State, &Call) -> Result<Response, Refusal>;
/// The fields to write, from the call and the thing of before.
pub(crate) type Draft = fn(&mut State, &Call, Option<&Thing>) -> Result<Object, Refusal>;
pub(crate) type Shown = fn(&Store, &Thing, Version) -> Object;

/// What is done.
pub(crate) enum Deed {
    Get,
    List(Listing),
    Create,
    Update,
    Delete(Done),
    /// What no table can say.
    Own(Answer),
}

/// The body that is taken.
pub(crate) enum Body {
    None,
    Object(&'static [Field]),
    /// A list of objects.
    Each(&'static [Field]),
}

/// Which things of a list, and how many.
pub(crate) struct Listing {
    /// The query's names, and the fields that have to have their values.
    pub(crate) filters: &'static [(&'static str, &'static str)],
    /// The query's name for a text to look for, and the fields where it may stand.
    pub(crate) searched: (&'static str, &'static [&'static str]),
    pub(crate) pages: Pages,
    pub(crate) count: Count,
}

/// How a list is cut.
pub(crate) enum Pages {
    Whole,
    /// From a place that the query has under this name, and so many unless its `limit` says otherwise.
    From(&'static str, usize),
}

/// What a page says of the list.
pub(crate) enum Count {
    None,
    /// How many there are in all.
    All(&'static str),
    /// Whether there are more.
    More(&'static str),
}

/// Members that say that something is done, in v2 and in v3; all of them are true.
pub(crate) struct Done(
    pub(crate) &'static [&'static str],
    pub(crate) &'static [&'static str],
);

/// `{ "success": true }`
pub(crate) const SUCCESS: Done = Done(&["success"], &["success"]);
/// `{ "succeded": true }`, which is the vendor's spelling, in both.
pub(crate) const SUCCEDED_ONLY: Done = Done(&["succeded"], &["succeded"]);
/// `{ "succeded": true }`, with a further word in v3.
pub(crate) const SUCCEDED_AND_SUCCESS: Done = Done(&["succeded"], &["succeded", "success"]);
/// The one in v2, the right one in v3.
pub(crate) const SUCCEDED_OR_SUCCEEDED: Done = Done(&["succeded"], &["succeeded"]);
/// v2's spelling is the vendor's, and v3 keeps it beside the right one.
pub(crate) const SUCCEDED: Done = Done(&["succeded"], &["succeded", "succeeded"]);

impl Done {
    /// The answer of this version.
    pub(crate) fn words(&self, version: Version) -> Object {
        let names = match version {
            Version::V2 => self.0,
            Version::V3 => self.1,
        };
        let words = names.iter().map(|name| ((*name).to_owned(), json!(true)));
        words.collect()
    }
}

impl Entry {
    const fn new(kind: &'static Kind, deed: Deed, status: u16, key: &'static str) -> Self {
        Self {
            kind,
            deed,
            query: &[],
            body: Body::None,
            status,
            key,
            flags: Done(&[], &[]),
            draft: as_sent,
            shown: as_is,
        }
    }

    pub(crate) const fn get(kind: &'static Kind, key: &'static str) -> Self {
        Self::new(kind, Deed::Get, 200, key)
    }

    /// The whole list, unless more is said.
    pub(crate) const fn list(kind: &'static Kind, key: &'static str) -> Self {
        let listing = Listing {
            filters: &[],
            searched: ("", &[]),
            pages: Pages::Whole,
            count: Count::None,
        };
        Self::new(kind, Deed::List(listing), 200, key)
    }

    pub(crate) const fn create(kind: &'static Kind, status: u16, key: &'static str) -> Self {
        Self::new(kind, Deed::Create, status, key)
    }

    pub(crate) const fn update(kind: &'static Kind, key: &'static str) -> Self {
        Self::new(kind, Deed::Update, 200, key)
    }

    pub(crate) const fn delete(kind: &'static Kind, done: Done) -> Self {
        Self::new(kind, Deed::Delete(done), 200, "")
    }

    pub(crate) const fn own(kind: &'static Kind, answer: Answer) -> Self {
        Self::new(kind, Deed::Own(answer), 200, "")
    }

    /// With this query.
    pub(crate) const fn asks(self, query: &'static [Field]) -> Self {
        Self { query, ..self }
    }

    /// With this body.
    pub(crate) const fn takes(self, fields: &'static [Field]) -> Self {
        Self {
            body: Body::Object(fields),
            ..self
        }
    }

    /// With a body that is a list.
    pub(crate) const fn takes_each(self, fields: &'static [Field]) -> Self {
        Self {
            body: Body::Each(fields),
            ..self
        }
    }

    /// With this status.
    pub(crate) const fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    pub(crate) const fn flags(self, flags: Done) -> Self {
        Self { flags, ..self }
    }

    pub(crate) const fn drafted(self, draft: Draft) -> Self {
        Self { draft, ..self }
    }

    pub(crate) const fn shown(self, shown: Shown) -> Self {
        Self { shown, ..self }
    }

    /// A list of these things only.
    pub(crate) const fn listing(self, listing: Listing) -> Self {
        Self {
            deed: Deed::List(listing),
            ..self
        }
    }
}

/// The body, but for the location, which a thing has of its own.
pub(crate) fn as_sent(_: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    let mut fields = call.body.clone();
    fields.remove("locationId");
    Ok(fields)
}

pub(crate) fn as_is(_: &Store, thing: &Thing, _: Version) -> Object {
    thing.fields.clone()
}
