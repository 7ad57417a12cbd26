//! The documentation of shapes and operations, from which types and tables are generated.
//!
//! Nothing at run time refers to it, so it costs the module no bytes.

use crate::core::model::{EMPTY, Field, Shape, version::Apis};

/// The documentation of a [`Shape`], field by field in the same order.
pub struct ShapeDocs {
    /// The type's name, in Rust and in TypeScript.
    pub name: &'static str,
    /// The shape that is described.
    pub shape: &'static Shape,
    /// What the type is, from its doc comment.
    pub text: &'static str,
    /// Whether servers send it (true) or callers (false).
    pub answer: bool,
    /// The fields' documentation.
    pub fields: &'static [FieldDocs],
    /// What its members of other names are, of an answer that is a map.
    pub others: Option<FieldDocs>,
    /// Flags that servers know and no spec has. They are declared for their types and words; the engine takes flags of any
    /// name there, and does not hold theirs.
    pub seen: &'static [(Field, FieldDocs)],
}

/// The documentation of a [`Field`].
pub struct FieldDocs {
    /// What the field is, from its doc comment.
    pub text: &'static str,
    /// The declared type that the field refers to.
    pub refers: Refers,
}

/// A declared type that a field refers to.
pub enum Refers {
    /// None: the kind says it all.
    Nothing,
    /// Another shape.
    Shape(&'static ShapeDocs),
    /// A set of words.
    Words(&'static WordsDocs),
    /// A type of TypeScript's own.
    TypeScript(&'static str),
    /// A date, sent in this form. JavaScript may give it as a `Date`, too.
    Date(DateForm),
}

/// How a date is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// ISO 8601, in UTC: `2026-11-30T09:00:00.000Z`.
    Iso,
    /// ISO 8601 with an offset: `2026-11-30T09:00:00+00:00`.
    Offset,
    /// Milliseconds since 1970, as a number.
    Milliseconds,
    /// Milliseconds since 1970, as text.
    MillisecondsText,
    /// The day in UTC: `2026-11-30`.
    YearMonthDay,
    /// The day in UTC: `11-30-2026`.
    MonthDayYear,
}

/// The documentation of a set of words.
pub struct WordsDocs {
    /// The type's name.
    pub name: &'static str,
    /// What the words are for, from the doc comment.
    pub text: &'static str,
    /// The words.
    pub words: &'static [&'static str],
    /// Whether the API may know other words.
    pub open: bool,
}

/// A type made with [`wire!`](crate::wire).
pub trait Wire {
    /// The table of its fields.
    const SHAPE: &'static Shape;
    /// Its documentation.
    const DOCS: &'static ShapeDocs;
}

/// Bytes, as a server sends them. JavaScript has them as a `Blob`, which the Rust client does not read.
pub type Bytes = Vec<u8>;

/// What is no object has no fields: the type is TypeScript's own.
const fn content(name: &'static str, text: &'static str) -> ShapeDocs {
    ShapeDocs {
        name,
        shape: &EMPTY,
        text,
        answer: true,
        fields: &[],
        seen: &[],
        others: None,
    }
}

impl Wire for String {
    const SHAPE: &'static Shape = &EMPTY;
    const DOCS: &'static ShapeDocs = &content("string", "A text.");
}

impl Wire for Bytes {
    const SHAPE: &'static Shape = &EMPTY;
    const DOCS: &'static ShapeDocs = &content("Blob", "Bytes.");
}

/// A set of words made with [`words!`](crate::words).
pub trait Words {
    /// The words.
    const LIST: &'static [&'static str];
    /// Their documentation.
    const DOCS: &'static WordsDocs;
}

/// The documentation of an operation.
pub struct OperationDocs {
    /// The id of the row.
    pub id: &'static str,
    /// What the operation does, from its doc comment.
    pub text: &'static str,
    /// What a method takes before all else, in this order: the fields' names, and what they are.
    pub about: &'static [(&'static str, FieldDocs)],
    /// The type of its other fields, if it has any.
    pub input: Option<&'static ShapeDocs>,
    /// The type of its answer.
    pub output: &'static ShapeDocs,
    /// The scope that a token needs, as HighLevel names it; empty if none is documented.
    pub scope: &'static str,
    /// The versions in which HighLevel has deprecated it.
    pub deprecated: Apis,
    /// How one asks for the next page, if the answer is one of many.
    pub pages: Option<Pages>,
    /// What there is to watch, of an operation that reads.
    pub watched: Option<Watched>,
}

/// What tells of change in what an operation reads again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// What an item is, as HighLevel's webhooks call it: the same word wherever the same things are read.
    pub noun: &'static str,
    /// How one item is told from another.
    pub known: Known,
    /// Where an item says when it was added.
    pub added: Option<Dated>,
    /// Where an item says when it was last changed.
    pub changed: Option<Dated>,
}

/// How one item is told from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// By this field.
    By(&'static str),
    /// By all that it has: items without an id, and answers that are one value.
    Whole,
    /// The answer is a map of days, and each of their slots is an item.
    Slots,
}

/// A date that items have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The field.
    pub field: &'static str,
    /// What the input has, as JSON, for the newest by this date to come first; nothing if the server cannot.
    pub newest: Option<&'static str>,
}

/// How one asks for the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// `skip`: how many items come before it; `limit`: how many it may have.
    Skip,
    /// `page`, counted from 1; `pageLimit`: how many items it may have.
    Page,
    /// `offset`: how many items come before it; `limit`.
    Offset,
    /// `startAfter` and `startAfterId` of the page's `meta`; `limit`.
    StartAfter,
    /// `searchAfter` of the last item; `pageLimit`.
    SearchAfter,
    /// `lastMessageId` of the page; `limit`.
    LastMessage,
    /// `nextPageToken` of the page, as `pageToken`; `pageSize`.
    PageToken,
    /// `sort` of the last item, as `searchAfter`; `limit`.
    SortAfter,
    /// The first value of the last item's `sort`, as `startAfterDate`; `limit`. Of items with one value, those that the page
    /// had no room for are passed over.
    StartAfterDate,
}
