//! Writing packs, which `cargo xtask generate` does.

use super::{DIGIT_BITS, END, FORM, LAST, NOT_LAST};
use crate::core::model::{EMPTY, Field, Shape, operation::Operation};

/// Writes rows as a pack; nothing if one of their texts cannot stand in one.
pub fn write(rows: &[Operation]) -> Option<String> {
    let mut shapes = vec![EMPTY];
    for row in rows {
        add(row.input, &mut shapes);
    }
    let mut writer = Writer {
        out: String::new(),
        shapes,
        is_whole: true,
    };
    writer.pack(rows);
    writer.is_whole.then_some(writer.out)
}

/// Adds a shape behind those that it is made of, unless there is one like it.
fn add(shape: &Shape, shapes: &mut Vec<Shape>) {
    for field in shape.fields {
        add(field.of, shapes);
    }
    if !shapes.contains(shape) {
        shapes.push(*shape);
    }
}

struct Writer {
    out: String,
    shapes: Vec<Shape>,
    is_whole: bool,
}

impl Writer {
    fn pack(&mut self, rows: &[Operation]) {
        self.number(FORM);
        self.number(self.shapes.len() - 1);
        for shape in self.shapes.clone().iter().skip(1) {
            self.shape(shape);
        }
        self.number(rows.len());
        for row in rows {
            self.operation(row);
        }
    }

    fn operation(&mut self, row: &Operation) {
        self.text(row.id);
        self.number(row.method as usize);
        self.text(row.path);
        self.text(row.version);
        for access in row.access {
            self.number(access.map_or(0, |access| access as usize + 1));
        }
        self.shape_before(row.input);
        self.number(row.body as usize);
        self.number(row.output.form as usize);
        self.text(row.output.within);
        self.text(row.output.list);
        self.number(usize::from(row.reads));
        self.text(row.hint);
    }

    fn shape(&mut self, shape: &Shape) {
        self.number(shape.fields.len());
        for field in shape.fields {
            self.field(field);
        }
        self.number(shape.rest.map_or(0, |kind| kind as usize + 1));
        self.number(shape.words.len());
        for word in shape.words {
            self.text(word);
        }
    }

    fn field(&mut self, field: &Field) {
        self.text(field.name);
        self.number(field.kind as usize);
        self.number(
            usize::from(field.apis.bits())
                | usize::from(field.required.bits()) << 3
                | (field.many as usize) << 6
                | usize::from(field.marks.bits()) << 8,
        );
        self.shape_before(field.of);
    }

    fn shape_before(&mut self, shape: &Shape) {
        let place = self.shapes.iter().position(|other| other == shape);
        self.number(place.unwrap_or_default());
    }

    fn number(&mut self, number: usize) {
        let mut rest = number;
        while rest >> DIGIT_BITS > 0 {
            let digit = rest & ((1 << DIGIT_BITS) - 1);
            self.out.push(char::from(NOT_LAST + digit as u8));
            rest >>= DIGIT_BITS;
        }
        self.out.push(char::from(LAST + rest as u8));
    }

    fn text(&mut self, text: &str) {
        self.is_whole &= !text.contains(END);
        self.out.push_str(text);
        self.out.push_str(END);
    }
}
