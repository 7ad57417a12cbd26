//! The shapes of inputs and answers, as data.
//!
//! A shape is declared once, with [`wire!`](crate::wire). From that one declaration come the Rust type, the table that
//! checks input ([`Shape`]) and the words and types of the documentation ([`ShapeDocs`]), from which the TypeScript
//! interfaces are generated. Nothing at run time refers to the documentation, so it costs the module no bytes.

use super::{
    operation::Apis,
    text::{self, say},
};

/// The fields of an object.
pub struct Shape {
    /// The fields, in the order in which they are sent.
    pub fields: &'static [Field],
}

/// One field of a [`Shape`].
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What the field may hold.
    pub kind: Kind,
    /// The API versions that know the field.
    pub apis: Apis,
    /// The API versions that require it.
    pub required: Apis,
    /// Whether the client's own `companyId` or `locationId` is sent when the call does not name one, although the field
    /// is optional. A required field is always filled.
    pub filled: bool,
}

/// What a field may hold.
pub enum Kind {
    /// A string; a required one is not empty.
    Text,
    /// A string that is not empty, `"."` or `".."`, and neither begins nor ends with a blank or a control character.
    Id,
    /// A string that must not be seen again: it is taken out of everything that a failure shows.
    Secret,
    /// A boolean.
    Flag,
    /// A whole number from 0, as a number or its digits; sent as a string, as the API wants it.
    Count,
    /// A number. Answers only.
    Number,
    /// One of a closed set of words.
    Choice(&'static [&'static str]),
    /// An array of strings, or one string with commas; sent as a string with commas.
    Csv,
    /// An array of strings.
    Texts,
    /// An array of strings, or a single one. Answers only.
    OneOrMany,
    /// An array of ids.
    Ids,
    /// An object of strings.
    TextMap,
    /// An object.
    Object(&'static Shape),
    /// An object of booleans that may have more keys than are known.
    Flags(&'static Shape),
    /// A list of objects. Answers only.
    List(&'static Shape),
    /// Whatever JSON can carry; in a query, what is one word.
    Json,
    /// An object of whatever JSON can carry. Options only.
    Anything,
    /// A function. Options only.
    Function,
    /// A string or a function. Options only.
    TextOrFunction,
    /// An instance of a class of JavaScript's own. Options only.
    Instance(&'static str),
    /// A whole number from this one. Options only.
    Whole(u8),
    /// An object of options, or `false`. Options only.
    OptionsOrFalse(&'static Shape),
    /// An object with these functions. Options only.
    Methods(&'static [&'static str]),
}

impl Kind {
    /// Says what a field may hold, for an error message.
    pub fn words(&self, required: bool) -> String {
        let words = match self {
            Kind::Text | Kind::Secret if required => "a string that is not empty",
            Kind::Text | Kind::Secret => "a string",
            Kind::Id => {
                "an id: a string other than \"\", \".\" and \"..\", without blanks around it"
            }
            Kind::Flag => "a boolean",
            Kind::Count => return Kind::Whole(0).words(required),
            Kind::Csv => "an array of strings, or a string with commas, that is not empty",
            Kind::Texts => "an array of strings",
            Kind::Ids => "an array of ids",
            Kind::TextMap => "an object of strings",
            Kind::Json => "what can be sent there",
            Kind::Flags(_) => "an object of booleans",
            Kind::Object(_) | Kind::Anything => "an object",
            // Answers are not checked.
            Kind::Number | Kind::OneOrMany | Kind::List(_) => "",
            Kind::Function => "a function",
            Kind::TextOrFunction => "a string or a function",
            Kind::Instance(name) => return say("an instance of %", &[name]),
            Kind::Whole(least) => {
                return say(
                    "a whole number from %, of at most 15 digits",
                    &[&text::decimal(usize::from(*least))],
                );
            }
            Kind::OptionsOrFalse(_) => "an object or false",
            Kind::Methods(names) => {
                let listed = text::join(&mut names.iter().copied(), ", ");
                return say("an object with the functions %", &[&listed]);
            }
            Kind::Choice(words) => {
                let quoted = text::join(&mut words.iter().copied(), "\" or \"");
                return say("\"%\"", &[&quoted]);
            }
        };
        words.to_owned()
    }
}

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
    /// A type of TypeScript's own, for what JSON cannot carry.
    TypeScript(&'static str),
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

/// A set of words made with [`words!`](crate::words).
pub trait Words {
    /// The words.
    const LIST: &'static [&'static str];
    /// Their documentation.
    const DOCS: &'static WordsDocs;
}

/// A shape without fields.
pub static EMPTY: Shape = Shape { fields: &[] };
