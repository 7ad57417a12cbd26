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
///         fourth = "fourth": List(Part), optional, nullable;       // an array of objects; `null` clears it
///     } one of ["other" "third"]                // one of these has to be there
///     others Part "What they are."              // its members of other names are such objects: an answer that is a map
///     seen in [V2 V3] {                         // flags of an open object that no spec has; input is not checked for them
///         /// What the flag is.
///         fifth = "fifth";
///     }
/// }
/// ```
#[macro_export]
macro_rules! wire {
    ($(#[doc = $doc:literal])+ $role:ident $name:ident in $apis:tt {
        $($(#[doc = $field_doc:literal])+
        $field:ident = $wire:literal: $kind:ident $(($of:ident))?, $presence:ident $([$($required:ident)+])?
            $(in $only:tt)? $(, $mark:ident)*;)+
    } $(one of [$($one:literal)+])? $(others $others:ident $others_doc:literal)? $(seen in $seen_apis:tt {
        $($(#[doc = $seen_doc:literal])+ $seen:ident = $seen_wire:literal;)+
    })?) => {
        $crate::wire!(@type $role $(#[doc = $doc])+ $name {
            $($(#[doc = $field_doc])+ $field = $wire: {$kind $(($of))?}, {$presence $([$($required)+])?};)+
            $($($(#[doc = $seen_doc])+ $seen = $seen_wire: {Flag}, {optional};)+)?
        });

        impl $crate::core::model::docs::Wire for $name {
            const SHAPE: &'static $crate::core::model::Shape = &$crate::core::model::Shape::object(const { &[
                $($crate::core::model::Field {
                    apis: $crate::wire!(@apis $apis $($only)?),
                    required: $crate::wire!(
                        @required $presence $crate::wire!(@apis $apis $($only)?), $($($required)+)?),
                    marks: $crate::core::model::Marks::NONE
                        $(.and($crate::wire!(@mark $mark)))*,
                    ..$crate::wire!(@kind $wire, $kind $($of)?)
                }),+
            ] })$(.one_of(&[$($one),+]))?$(.open($crate::wire!(@others $others)))?;
            const DOCS: &'static $crate::core::model::docs::ShapeDocs = &$crate::core::model::docs::ShapeDocs {
                name: stringify!($name),
                shape: Self::SHAPE,
                text: concat!($($doc, "\n"),+),
                answer: $crate::wire!(@answer $role),
                fields: &[$($crate::core::model::docs::FieldDocs {
                    text: concat!($($field_doc, "\n"),+),
                    refers: $crate::wire!(@refers $kind $($of)?),
                }),+],
                others: $crate::wire!(@option $($crate::core::model::docs::FieldDocs {
                    text: $others_doc,
                    refers: $crate::wire!(@refers Object $others),
                })?),
                seen: &[$($(($crate::core::model::Field {
                    apis: $crate::wire!(@apis $seen_apis),
                    ..$crate::core::model::Field::new($seen_wire, $crate::core::model::Kind::Flag)
                }, $crate::core::model::docs::FieldDocs {
                    text: concat!($($seen_doc, "\n"),+),
                    refers: $crate::core::model::docs::Refers::Nothing,
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
    (@rust Json) => { serde_json::Value };
    (@rust OneOrMany ($of:ident)) => { $crate::core::model::one_or_many::OneOrMany };
    (@rust Word ($of:ident)) => { String };
    (@rust Words ($of:ident)) => { Vec<String> };
    (@rust Choice ($of:ident)) => { $of };
    (@rust Csv) => { Vec<String> };
    (@rust Texts) => { Vec<String> };
    (@rust Ids) => { Vec<String> };
    (@rust Numbers) => { Vec<f64> };
    (@rust TextMap) => { std::collections::BTreeMap<String, String> };
    (@rust Date (Milliseconds)) => { f64 };
    (@rust Date ($form:ident)) => { String };
    (@rust Choices ($of:ident)) => { Vec<$of> };
    (@rust NumbersMap) => { std::collections::BTreeMap<String, Vec<f64>> };
    (@rust MapOf ($of:ident)) => { std::collections::BTreeMap<String, $of> };
    (@rust Map) => { std::collections::BTreeMap<String, serde_json::Value> };
    (@rust Object ($of:ident)) => { $of };
    (@rust Flags ($of:ident)) => { $of };
    (@rust List ($of:ident)) => { Vec<$of> };

    (@kind $name:expr, Word $of:ident) => { $crate::wire!(@field $name, Text) };
    (@kind $name:expr, Words $of:ident) => { $crate::wire!(@field $name, Text, List) };
    (@kind $name:expr, OneOrMany $of:ident) => { $crate::wire!(@field $name, Text, OneOrMany) };
    (@kind $name:expr, Choice $of:ident) => {
        $crate::wire!(@field $name, Text, One, const { &$crate::core::model::Shape::choice(<$of as $crate::core::model::docs::Words>::LIST) })
    };
    (@kind $name:expr, Choices $of:ident) => {
        $crate::wire!(@field $name, Text, List, const { &$crate::core::model::Shape::choice(<$of as $crate::core::model::docs::Words>::LIST) })
    };
    (@kind $name:expr, Date Milliseconds) => { $crate::wire!(@field $name, Number) };
    (@kind $name:expr, Date $form:ident) => { $crate::wire!(@field $name, Text) };
    (@kind $name:expr, NumbersMap) => { $crate::wire!(@kind $name, Map) };
    (@kind $name:expr, MapOf $of:ident) => {
        $crate::wire!(@field $name, Object, One, const { &$crate::core::model::Shape::object(&[]).open($crate::core::model::Kind::Object) })
    };
    (@kind $name:expr, Csv) => { $crate::wire!(@field $name, Text, Csv) };
    (@kind $name:expr, Texts) => { $crate::wire!(@field $name, Text, List) };
    (@kind $name:expr, Ids) => { $crate::wire!(@field $name, Id, List) };
    (@kind $name:expr, Numbers) => { $crate::wire!(@field $name, Number, List) };
    (@kind $name:expr, TextMap) => {
        $crate::wire!(@field $name, Object, One, const { &$crate::core::model::Shape::object(&[]).open($crate::core::model::Kind::Text) })
    };
    (@kind $name:expr, Map) => {
        $crate::wire!(@field $name, Object, One, const { &$crate::core::model::Shape::object(&[]).open($crate::core::model::Kind::Json) })
    };
    (@kind $name:expr, Object $of:ident) => {
        $crate::wire!(@field $name, Object, One, <$of as $crate::core::model::docs::Wire>::SHAPE)
    };
    (@kind $name:expr, List $of:ident) => {
        $crate::wire!(@field $name, Object, List, <$of as $crate::core::model::docs::Wire>::SHAPE)
    };
    (@kind $name:expr, Flags $of:ident) => {
        $crate::wire!(@field $name, Object, One,
            const { &<$of as $crate::core::model::docs::Wire>::SHAPE.open($crate::core::model::Kind::Flag) })
    };
    (@kind $name:expr, $kind:ident) => { $crate::wire!(@field $name, $kind) };
    (@field $name:expr, $kind:ident) => {
        $crate::core::model::Field::new($name, $crate::core::model::Kind::$kind)
    };
    (@field $name:expr, $kind:ident, $many:ident) => {
        $crate::core::model::Field {
            many: $crate::core::model::Many::$many,
            ..$crate::wire!(@field $name, $kind)
        }
    };
    (@field $name:expr, $kind:ident, $many:ident, $of:expr) => {
        $crate::core::model::Field { of: $of, ..$crate::wire!(@field $name, $kind, $many) }
    };

    (@refers Word $of:ident) => { $crate::wire!(@words $of) };
    (@refers Words $of:ident) => { $crate::wire!(@words $of) };
    (@refers Choices $of:ident) => { $crate::wire!(@words $of) };
    (@refers Date $form:ident) => { $crate::core::model::docs::Refers::Date($crate::core::model::docs::DateForm::$form) };
    (@refers NumbersMap) => { $crate::core::model::docs::Refers::TypeScript("Record<string, number[]>") };
    (@refers OneOrMany $of:ident) => { $crate::wire!(@words $of) };
    (@refers Choice $of:ident) => { $crate::wire!(@words $of) };
    (@refers $kind:ident $of:ident) => {
        $crate::core::model::docs::Refers::Shape(<$of as $crate::core::model::docs::Wire>::DOCS)
    };
    (@refers $kind:ident) => { $crate::core::model::docs::Refers::Nothing };
    (@words $of:ident) => { $crate::core::model::docs::Refers::Words(<$of as $crate::core::model::docs::Words>::DOCS) };

    (@apis [$($all:ident)+]) => { $crate::wire!(@set $($all)+) };
    (@apis [$($all:ident)+] [$($only:ident)+]) => { $crate::wire!(@set $($only)+) };
    (@set $($api:ident)+) => {
        $crate::core::model::version::Apis::of(&[$($crate::core::model::version::Api::$api),+])
    };

    (@required required $apis:expr,) => { $apis };
    (@required required $apis:expr, $($api:ident)+) => { $crate::wire!(@set $($api)+) };
    (@required optional $apis:expr,) => { $crate::core::model::version::Apis::NONE };

    (@mark filled) => { $crate::core::model::Marks::FILLED };
    (@mark nullable) => { $crate::core::model::Marks::NULLABLE };
    (@mark query) => { $crate::core::model::Marks::QUERY };
    (@mark whole) => { $crate::core::model::Marks::WHOLE };

    (@others $of:ident) => { $crate::core::model::Kind::Object };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };

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
        impl $crate::core::model::docs::Words for $name {
            const LIST: &'static [&'static str] = &[$($word),+];
            const DOCS: &'static $crate::core::model::docs::WordsDocs = &$crate::core::model::docs::WordsDocs {
                name: stringify!($name),
                text: $text,
                words: &[$($word),+],
                open: $open,
            };
        }
    };
}
