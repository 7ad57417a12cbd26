//! Reading packs.

use super::{DIGIT_BITS, END, FORM, LAST, NOT_LAST};
use crate::core::{
    error::{Code, Error},
    model::{
        EMPTY, Field, Kind, Many, Marks, Shape,
        operation::{Access, Body, Form, Method, Operation, Output},
        version::Apis,
    },
    text,
};

/// Reads a pack. Its rows last as long as the program, as those do that it is compiled with.
///
/// # Errors
/// [`Code::InvalidConfig`] for a text of another form or of none.
pub fn read(pack: String) -> Result<&'static [Operation], Box<Error>> {
    let mut reader = Reader {
        rest: pack.leak(),
        shapes: vec![&EMPTY],
        is_spoiled: false,
    };
    let form = reader.number();
    let rows = reader.pack();
    if form == FORM && !reader.is_spoiled && reader.rest.is_empty() {
        return Ok(rows);
    }
    let sentence =
        "this resource is damaged, or of another version of ghl-users than the client: install one";
    Err(Error::new(Code::InvalidConfig, None, sentence, &[]))
}

/// What reads a text, up to where it is no pack: from there on, everything is nothing.
struct Reader {
    rest: &'static str,
    /// Those before, the empty one first.
    shapes: Vec<&'static Shape>,
    is_spoiled: bool,
}

impl Reader {
    fn pack(&mut self) -> &'static [Operation] {
        for _ in 0..self.count() {
            let shape = self.shape();
            self.shapes.push(Box::leak(Box::new(shape)));
        }
        let mut rows = Vec::new();
        for _ in 0..self.count() {
            rows.push(self.operation());
        }
        rows.leak()
    }

    fn operation(&mut self) -> Operation {
        Operation {
            id: self.text(),
            method: self.one_of(&Method::ALL),
            path: self.text(),
            version: self.text(),
            access: [
                self.one_of(&ACCESS),
                self.one_of(&ACCESS),
                self.one_of(&ACCESS),
            ],
            input: self.shape_before(),
            body: self.one_of(&Body::ALL),
            output: Output {
                form: self.one_of(&Form::ALL),
                within: self.text(),
                list: self.text(),
            },
            reads: self.number() > 0,
            hint: self.text(),
        }
    }

    fn shape(&mut self) -> Shape {
        let mut fields = Vec::new();
        for _ in 0..self.count() {
            fields.push(self.field());
        }
        let rest = self.number();
        let mut words = Vec::new();
        for _ in 0..self.count() {
            words.push(self.text());
        }
        Shape {
            fields: fields.leak(),
            rest: rest
                .checked_sub(1)
                .and_then(|kind| Kind::WIRE.get(kind).copied()),
            words: words.leak(),
        }
    }

    fn field(&mut self) -> Field {
        let name = self.text();
        let kind = self.one_of(&Kind::WIRE);
        let bits = self.number();
        let part = |from: u32| (bits >> from) as u8;
        let many = match part(6) & 3 {
            0 => Many::One,
            1 => Many::List,
            _ => Many::Csv,
        };
        Field {
            name,
            kind,
            many,
            of: self.shape_before(),
            apis: Apis::from_bits(part(0)),
            required: Apis::from_bits(part(3)),
            marks: Marks::from_bits(part(8)),
        }
    }

    fn shape_before(&mut self) -> &'static Shape {
        let place = self.number();
        let shape = self.shapes.get(place);
        self.is_spoiled |= shape.is_none();
        shape.unwrap_or(&&EMPTY)
    }

    fn one_of<T: Copy + Default>(&mut self, all: &[T]) -> T {
        let place = self.number();
        let found = all.get(place);
        self.is_spoiled |= found.is_none();
        found.copied().unwrap_or_default()
    }

    /// Reads how many follow: each has a byte at least.
    fn count(&mut self) -> usize {
        let count = self.number();
        self.is_spoiled |= count > self.rest.len();
        count.min(self.rest.len())
    }

    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let digit = self.rest.as_bytes().first().copied().unwrap_or_default();
            self.rest = self.rest.get(1..).unwrap_or_default();
            let value = usize::from(digit.wrapping_sub(LAST));
            self.is_spoiled |= value > 63 || shift > 25;
            number |= (value & 31) << (shift & 31);
            if digit < NOT_LAST || self.is_spoiled {
                return number;
            }
            shift += DIGIT_BITS;
        }
    }

    fn text(&mut self) -> &'static str {
        let end = text::place(self.rest, END);
        self.is_spoiled |= end.is_none();
        let end = end.unwrap_or_default();
        let found = self.rest.get(..end).unwrap_or_default();
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        found
    }
}

/// What a row says of one version.
const ACCESS: [Option<Access>; 5] = [
    None,
    Some(Access::None),
    Some(Access::Agency),
    Some(Access::Location),
    Some(Access::Either),
];
