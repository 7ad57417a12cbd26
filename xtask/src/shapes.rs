//! The generated tables that the package's TypeScript half checks answers with.

use std::fmt::Write;

use ghl_users::core::model::{
    Field, Kind, Many,
    docs::{FieldDocs, OperationDocs, Refers, ShapeDocs},
    operation::{Form, Operation},
    version::Apis,
};

use crate::typescript::{HEADER, property};

/// Writes a resource's `shapes.ts`: a table for each type that an answer has, and which operation gives which.
pub fn file(operations: &[OperationDocs], rows: &[Operation]) -> String {
    let mut tables = Tables::default();
    let mut answers = String::new();
    for (docs, row) in operations.iter().zip(rows) {
        // What need not be an object has no table.
        if matches!(row.output.form, Form::Json | Form::Text | Form::Bytes) {
            continue;
        }
        tables.add(docs.output);
        let name = constant(docs.output);
        let shape = match is_lookup(docs, row) {
            true => format!("{{ ...{name}, required: [] }}"),
            false => name,
        };
        let shape = match (row.output.form, row.output.list) {
            (Form::List, "") => format!("{{ items: {shape} }}"),
            _ => shape,
        };
        let line = format!("  \"{}\": {shape},\n", docs.id);
        // Several versions of one operation give the same.
        if !answers.contains(&line) {
            answers.push_str(&line);
        }
    }
    format!(
        "{HEADER}import type {{ Kind, Shape }} from \"../../resource/shape.js\";\n\n{}\
         /** What each operation gives. One that looks somebody up may give `{{}}` for nobody, so there nothing is required. */\n\
         export const ANSWERS: Readonly<Record<string, Kind>> = {{\n{answers}}};\n",
        tables.text
    )
}

/// Whether the operation finds what it is about by something other than its place, and so may find nothing.
fn is_lookup(docs: &OperationDocs, row: &Operation) -> bool {
    docs.about.iter().any(|(name, _)| !row.in_path(name))
}

/// The tables so far, each behind those that it refers to.
#[derive(Default)]
struct Tables {
    names: Vec<&'static str>,
    text: String,
}

impl Tables {
    fn add(&mut self, docs: &ShapeDocs) {
        if self.names.contains(&docs.name) {
            return;
        }
        self.names.push(docs.name);
        let mut fields = String::new();
        let mut required = Vec::new();
        for (field, field_docs) in docs.shape.fields.iter().zip(docs.fields) {
            if let Some(kind) = self.kind(field, field_docs) {
                let _ = writeln!(fields, "    {}: {kind},", property(field.name));
            }
            if field.required != Apis::NONE {
                required.push(format!("\"{}\"", field.name));
            }
        }
        let _ = writeln!(
            self.text,
            "const {}: Shape = {{\n  fields: {{\n{fields}  }},\n  required: [{}],\n}};\n",
            constant(docs),
            required.join(", ")
        );
    }

    /// Returns what a field has to be; nothing if it may be anything. Words are any strings: the API may learn others.
    fn kind(&mut self, field: &Field, docs: &FieldDocs) -> Option<String> {
        let one = match (field.kind, field.of.rest) {
            (Kind::Json, _) | (Kind::Object, Some(Kind::Json)) => return None,
            (Kind::Object, Some(Kind::Text)) => "{ members: \"string\" }".to_owned(),
            (Kind::Object, Some(Kind::Flag)) => "{ members: \"boolean\" }".to_owned(),
            (Kind::Object, rest) => match docs.refers {
                Refers::Shape(inner) => {
                    self.add(inner);
                    match rest {
                        Some(_) => format!("{{ members: {} }}", constant(inner)),
                        None => constant(inner),
                    }
                }
                _ => return None,
            },
            (Kind::Flag, _) => "\"boolean\"".to_owned(),
            (Kind::Number, _) => "\"number\"".to_owned(),
            _ => "\"string\"".to_owned(),
        };
        Some(match field.many {
            Many::One | Many::Csv => one,
            Many::List => format!("{{ items: {one} }}"),
            Many::OneOrMany => format!("{{ items: {one}, orOne: true }}"),
        })
    }
}

/// `UserPage` becomes `USER_PAGE`.
fn constant(docs: &ShapeDocs) -> String {
    let mut name = String::new();
    for letter in docs.name.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}
