//! Operations as text: how the rows of a resource reach an engine that has none of its own.
//!
//! A pack is numbers and texts one after the other, as [`write`] puts them: a number in digits of five bits, the lowest first,
//! `0` to `O` for the last and `P` to `o` for those before it; a text up to a `|`. First comes the [`FORM`], then the shapes,
//! each behind those that it is made of, then the rows.

mod read;
mod write;

pub use read::read;
pub use write::write;

/// The number of the form that packs have. Whatever changes what a pack says, a new kind of field among it, is a new form.
pub const FORM: usize = 2;

/// How many bits a digit has.
const DIGIT_BITS: u32 = 5;
/// The last digit of a number that is 0.
const LAST: u8 = b'0';
/// A digit that is 0, and not the last.
const NOT_LAST: u8 = LAST + (1 << DIGIT_BITS);
/// What ends a text.
const END: &str = "|";
