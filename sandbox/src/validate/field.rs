//! What a call takes: names, and what they hold.

use crate::version::Version;

/// A field that a call takes.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
    /// The version that has it, if not both do.
    pub(super) version: Option<Version>,
}

/// A table of fields, a line each: the name, the kind, and how it differs from an optional one of both versions.
macro_rules! fields {
    ($($name:literal $kind:expr $(, $mark:ident)*;)*) => {{
        #[allow(unused_imports)]
        use crate::validate::Kind::*;
        const FIELDS: &[crate::validate::Field] =
            &[$(crate::validate::Field::optional($name, $kind)$(.$mark())*),*];
        FIELDS
    }};
}
pub(crate) use fields;

impl Field {
    pub(crate) const fn must(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    pub(crate) const fn v2(self) -> Self {
        Self {
            version: Some(Version::V2),
            ..self
        }
    }

    pub(crate) const fn v3(self) -> Self {
        Self {
            version: Some(Version::V3),
            ..self
        }
    }

    pub(crate) const fn required(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: true,
            version: None,
        }
    }

    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
            version: None,
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Email,
    OneOf(&'static [&'static str]),
    TextList,
    /// A list in a query: one value, or the name as often as there are values.
    QueryList,
    Number,
    Numbers,
    /// Whatever JSON there is.
    Any,
    /// A list of objects with fields of their own.
    List(&'static [Field]),
    Flag,
    /// A boolean in a query: `true` or `false`.
    FlagText,
    /// A whole number in a string, as this API wants its `skip` and `limit`.
    NumberText,
    /// An object of booleans; its keys are open, since the API has more of them than it documents.
    Permissions,
    /// An object from location id to an E.164 number, or to `""`.
    PhoneMap,
    /// An object with fields of its own.
    Fields(&'static [Field]),
    /// A string that follows the password policy. An empty one counts as none: integrations send it.
    Password,
}
