//! The macros that declare wire types, each of them once.

/// Declares an object of the API: its Rust type, the table that checks it, and its documentation.
///
/// ```text
/// wire! {
///     /// What the object is.
///     input Name in [V1 V2 V3] {            // or `answer`, what servers send: it keeps unknown fields; or `both`
///         /// What the field is.
///         rust_name = "wireName": Kind, required;
///         other = "other": Choice(UserRole), optional in [V2 V3], filled;
///         third = "third": Ids, required [V1];        // optional in the other versions
///     } seen in [V2 V3] {                         // flags of an open object that no spec has; input is not checked for them
///         /// What the flag is.
///         fourth = "fourth";
///     }
/// }
/// ```
#[macro_export]
macro_rules! wire {
    ($(#[doc = $doc:literal])+ $role:ident $name:ident in $apis:tt {
        $($(#[doc = $field_doc:literal])+
        $field:ident = $wire:literal: $kind:ident $(($of:ident))?, $presence:ident $([$($required:ident)+])?
            $(in $only:tt)? $(, $filled:ident)?;)+
    } $(seen in $seen_apis:tt {
        $($(#[doc = $seen_doc:literal])+ $seen:ident = $seen_wire:literal;)+
    })?) => {
        $crate::wire!(@type $role $(#[doc = $doc])+ $name {
            $($(#[doc = $field_doc])+ $field = $wire: {$kind $(($of))?}, {$presence $([$($required)+])?};)+
            $($($(#[doc = $seen_doc])+ $seen = $seen_wire: {Flag}, {optional};)+)?
        });

        impl $crate::core::model::Wire for $name {
            const SHAPE: &'static $crate::core::model::Shape = &$crate::core::model::Shape {
                fields: &[$($crate::core::model::Field {
                    name: $wire,
                    kind: $crate::wire!(@kind $kind $($of)?),
                    apis: $crate::wire!(@apis $apis $($only)?),
                    required: $crate::wire!(
                        @required $presence $crate::wire!(@apis $apis $($only)?), $($($required)+)?),
                    filled: $crate::wire!(@filled $($filled)?),
                }),+],
            };
            const DOCS: &'static $crate::core::model::ShapeDocs = &$crate::core::model::ShapeDocs {
                name: stringify!($name),
                shape: Self::SHAPE,
                text: concat!($($doc, "\n"),+),
                answer: $crate::wire!(@answer $role),
                fields: &[$($crate::core::model::FieldDocs {
                    text: concat!($($field_doc, "\n"),+),
                    refers: $crate::wire!(@refers $kind $($of)?),
                }),+],
                seen: &[$($(($crate::core::model::Field {
                    name: $seen_wire,
                    kind: $crate::core::model::Kind::Flag,
                    apis: $crate::wire!(@apis $seen_apis),
                    required: $crate::core::operation::Apis::NONE,
                    filled: false,
                }, $crate::core::model::FieldDocs {
                    text: concat!($($seen_doc, "\n"),+),
                    refers: $crate::core::model::Refers::Nothing,
                })),+)?],
            };
        }
    };

    (@type input $(#[$doc:meta])+ $name:ident {
        $($(#[$field_doc:meta])+ $field:ident = $wire:literal: {$($kind:tt)+}, {$($presence:tt)+};)+
    }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        pub struct $name {
            $($(#[$field_doc])+
            #[serde(rename = $wire)]
            pub $field: $crate::wire!(@present {$($presence)+} $crate::wire!(@rust $($kind)+)),)+
        }
    };
    (@type both $($rest:tt)+) => { $crate::wire!(@type answer $($rest)+); };
    (@type answer $(#[$doc:meta])+ $name:ident {
        $($(#[$field_doc:meta])+ $field:ident = $wire:literal: {$($kind:tt)+}, {$($presence:tt)+};)+
    }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $($(#[$field_doc])+
            #[serde(rename = $wire)]
            pub $field: $crate::wire!(@present {$($presence)+} $crate::wire!(@rust $($kind)+)),)+
            /// The fields that this version does not know, as the API sent them.
            #[serde(flatten)]
            pub other: std::collections::BTreeMap<String, serde_json::Value>,
        }
    };

    (@present {required} $rust:ty) => { $rust };
    (@present {$($optional:tt)+} $rust:ty) => { Option<$rust> };

    (@rust Text) => { String };
    (@rust Id) => { String };
    (@rust Secret) => { String };
    (@rust Flag) => { bool };
    (@rust Count) => { u32 };
    (@rust Number) => { f64 };
    (@rust OneOrMany ($of:ident)) => { $crate::api::OneOrMany };
    (@rust Word ($of:ident)) => { String };
    (@rust Words ($of:ident)) => { Vec<String> };
    (@rust Choice ($of:ident)) => { $of };
    (@rust Csv) => { Vec<String> };
    (@rust Texts) => { Vec<String> };
    (@rust Ids) => { Vec<String> };
    (@rust TextMap) => { std::collections::BTreeMap<String, String> };
    (@rust Object ($of:ident)) => { $of };
    (@rust Flags ($of:ident)) => { $of };
    (@rust List ($of:ident)) => { Vec<$of> };

    (@kind Word $of:ident) => { $crate::core::model::Kind::Text };
    (@kind Words $of:ident) => { $crate::core::model::Kind::Texts };
    (@kind OneOrMany $of:ident) => { $crate::core::model::Kind::OneOrMany };
    (@kind Choice $of:ident) => { $crate::core::model::Kind::Choice(<$of as $crate::core::model::Words>::LIST) };
    (@kind $kind:ident $of:ident) => {
        $crate::core::model::Kind::$kind(<$of as $crate::core::model::Wire>::SHAPE)
    };
    (@kind $kind:ident) => { $crate::core::model::Kind::$kind };

    (@refers Word $of:ident) => { $crate::wire!(@words $of) };
    (@refers Words $of:ident) => { $crate::wire!(@words $of) };
    (@refers OneOrMany $of:ident) => { $crate::wire!(@words $of) };
    (@refers Choice $of:ident) => { $crate::wire!(@words $of) };
    (@refers $kind:ident $of:ident) => {
        $crate::core::model::Refers::Shape(<$of as $crate::core::model::Wire>::DOCS)
    };
    (@refers $kind:ident) => { $crate::core::model::Refers::Nothing };
    (@words $of:ident) => { $crate::core::model::Refers::Words(<$of as $crate::core::model::Words>::DOCS) };

    (@apis [$($all:ident)+]) => { $crate::wire!(@set $($all)+) };
    (@apis [$($all:ident)+] [$($only:ident)+]) => { $crate::wire!(@set $($only)+) };
    (@set $($api:ident)+) => {
        $crate::core::operation::Apis::of(&[$($crate::core::operation::Api::$api),+])
    };

    (@required required $apis:expr,) => { $apis };
    (@required required $apis:expr, $($api:ident)+) => { $crate::wire!(@set $($api)+) };
    (@required optional $apis:expr,) => { $crate::core::operation::Apis::NONE };

    (@filled) => { false };
    (@filled filled) => { true };

    (@answer input) => { false };
    (@answer both) => { false };
    (@answer answer) => { true };
}

/// Declares a set of words of the API.
///
/// A `closed` set becomes a Rust enum with an `Other` for what a server may send one day; input takes the known words
/// only. An `open` set stays a string everywhere; its words serve documentation and completion.
#[macro_export]
macro_rules! words {
    ($(#[doc = $doc:literal])+ closed $name:ident {
        $($(#[doc = $word_doc:literal])+ $variant:ident = $word:literal,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[doc = $word_doc])+ #[serde(rename = $word)] $variant,)+
            /// A word that this version does not know; refused as input.
            #[serde(untagged)]
            Other(String),
        }

        impl Default for $name {
            /// No word at all, which input refuses: nobody becomes an admin by default.
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        $crate::words!(@impl $name, concat!($($doc, "\n"),+), false, [$($word),+]);
    };
    ($(#[doc = $doc:literal])+ open $name:ident { $($word:literal)+ }) => {
        $(#[doc = $doc])+
        pub struct $name;
        $crate::words!(@impl $name, concat!($($doc, "\n"),+), true, [$($word),+]);
    };
    (@impl $name:ident, $text:expr, $open:literal, [$($word:literal),+]) => {
        impl $crate::core::model::Words for $name {
            const LIST: &'static [&'static str] = &[$($word),+];
            const DOCS: &'static $crate::core::model::WordsDocs = &$crate::core::model::WordsDocs {
                name: stringify!($name),
                text: $text,
                words: &[$($word),+],
                open: $open,
            };
        }
    };
}
