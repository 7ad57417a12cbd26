//! The shapes of inputs and answers, as data.
//!
//! A shape is declared once, with [`wire!`](crate::wire). From that one declaration come the Rust type, the table that
//! checks input ([`Shape`]) and the words and types of the documentation ([`ShapeDocs`](super::docs::ShapeDocs)). The
//! concepts are orthogonal: what a value is ([`Kind`]), how many of it ([`Many`]), what it is made of ([`Field::of`]), in
//! which versions, and where it travels ([`Marks`]).

pub mod docs;
pub mod known;
pub mod one_or_many;
pub mod operation;
pub mod pack;
pub mod version;
mod wire;

use crate::core::model::version::Apis;

/// What an object, or a choice, is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// The fields of an object, in the order in which they are sent.
    pub fields: &'static [Field],
    /// What its members of other names hold; nothing if it has none.
    pub rest: Option<Kind>,
    /// Of an object: the fields of which one has to be there. Of a value: the words that it may be. If there are any.
    pub words: &'static [&'static str],
}

/// One field of a [`Shape`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What the field holds.
    pub kind: Kind,
    /// How many of it.
    pub many: Many,
    /// The members of an object, the words of a choice.
    pub of: &'static Shape,
    /// The API versions that know the field.
    pub apis: Apis,
    /// The API versions that require it.
    pub required: Apis,
    /// What else is to be known of it.
    pub marks: Marks,
}

/// What one value is.
///
/// A pack names a kind by its place here: a change of the order is a new [form](super::pack::FORM).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A string; a required one is not empty.
    #[default]
    Text,
    /// A string that is not empty, `"."` or `".."`, and neither begins nor ends with a blank or a control character.
    Id,
    /// A string that must not be seen again: it is taken out of everything that a failure shows.
    Secret,
    /// A boolean.
    Flag,
    /// A whole number from 0, as a number or its digits; sent as a string, as the API wants it.
    Count,
    /// A number.
    Number,
    /// An object.
    Object,
    /// Whatever JSON can carry; in a query, one word or a list of them.
    Json,
    /// A path with or without a query, encoded as it is to be sent, that leads to no other host.
    Path,
    /// A function. Options only, as all that follow.
    Function,
    /// A string or a function.
    TextOrFunction,
    /// An instance of the class of JavaScript's own that the one word of the shape names.
    Instance,
    /// A whole number from 0.
    Whole,
    /// A whole number from 1.
    Positive,
    /// An object with the functions that the words of the shape name.
    Methods,
}

impl Kind {
    /// What a field of the API may be.
    pub const WIRE: [Kind; 9] = [
        Kind::Text,
        Kind::Id,
        Kind::Secret,
        Kind::Flag,
        Kind::Count,
        Kind::Number,
        Kind::Object,
        Kind::Json,
        Kind::Path,
    ];
}

/// How many values a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// One.
    One,
    /// An array of them.
    List,
    /// An array of them, or one string with commas; sent as a string with commas.
    Csv,
    /// An array of them, or a single one. Answers only.
    OneOrMany,
}

/// What else is to be known of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// Nothing.
    pub const NONE: Marks = Marks(0);
    /// The client's own `companyId` or `locationId` is sent when the call does not name one, although the field is optional.
    /// A required field is always filled.
    pub const FILLED: Marks = Marks(1);
    /// `null` is sent: it clears the field.
    pub const NULLABLE: Marks = Marks(2);
    /// It travels in the query, although there is a body. The members of an object travel there one by one.
    pub const QUERY: Marks = Marks(4);
    /// `false` will do as well. Options only.
    pub const OR_FALSE: Marks = Marks(8);
    /// It is the body, all of it.
    pub const WHOLE: Marks = Marks(16);
    /// It is the `Version` header.
    pub const VERSION: Marks = Marks(32);

    /// Makes the marks that these bits stand for.
    pub const fn from_bits(bits: u8) -> Marks {
        Marks(bits & 63)
    }

    /// Returns the bits that stand for the marks.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Returns all of both.
    #[must_use]
    pub const fn and(self, others: Marks) -> Marks {
        Marks(self.0 | others.0)
    }

    /// Returns whether all of `marks` are among them.
    pub const fn has(self, marks: Marks) -> bool {
        self.0 & marks.0 == marks.0
    }
}

/// The fields of calls that the client's own options fill. v2 calls one `location_id` where v3 has `locationId`.
pub const FILLED: [&str; 3] = ["companyId", "locationId", "location_id"];

/// A shape of nothing.
pub static EMPTY: Shape = Shape::object(&[]);

impl Shape {
    /// Makes an object of these fields.
    pub const fn object(fields: &'static [Field]) -> Shape {
        Shape {
            fields,
            rest: None,
            words: &[],
        }
    }

    /// Makes a choice of these words.
    pub const fn choice(words: &'static [&'static str]) -> Shape {
        Shape {
            fields: &[],
            rest: None,
            words,
        }
    }

    /// Makes an object that has more members than its fields, which hold this.
    #[must_use]
    pub const fn open(self, rest: Kind) -> Shape {
        Shape {
            rest: Some(rest),
            ..self
        }
    }

    /// Makes an object of which one of these fields has to be there.
    #[must_use]
    pub const fn one_of(self, words: &'static [&'static str]) -> Shape {
        Shape { words, ..self }
    }
}

impl Field {
    /// Makes a field that every version knows and none requires.
    pub const fn new(name: &'static str, kind: Kind) -> Field {
        Field {
            name,
            kind,
            many: Many::One,
            of: &EMPTY,
            apis: Apis::ALL,
            required: Apis::NONE,
            marks: Marks::NONE,
        }
    }

    /// Returns the fields of both, one after the other: `N` is how many there are.
    #[allow(clippy::indexing_slicing, reason = "it runs when rows are compiled")]
    pub const fn joined<const N: usize>(first: &[Field], second: &[Field]) -> [Field; N] {
        let mut all = [Field::new("", Kind::Text); N];
        let mut place = 0;
        while place < N {
            all[place] = if place < first.len() {
                first[place]
            } else {
                second[place - first.len()]
            };
            place += 1;
        }
        all
    }
}
