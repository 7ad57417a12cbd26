//! The generated tables that the package's TypeScript half checks answers with.

use std::fmt::Write;

use ghl_users::{
    api,
    core::{
        model::{Field, FieldDocs, Kind, Refers, ShapeDocs},
        operation::{Apis, Operation},
    },
};

use crate::typescript::HEADER;

/// Writes `shapes.ts`: a table for each type that an answer has, and which operation gives which.
pub fn file() -> String {
    let mut tables = Tables::default();
    let mut answers = String::new();
    for ((_, docs), rows) in api::DOCS.iter().zip(api::RESOURCES) {
        for (docs, row) in docs.iter().zip(*rows) {
            tables.add(docs.output);
            let name = constant(docs.output);
            let shape = match is_lookup(row) {
                true => format!("{{ ...{name}, required: [] }}"),
                false => name,
            };
            let _ = writeln!(answers, "  \"{}\": {shape},", docs.id);
        }
    }
    format!(
        "{HEADER}import type {{ Shape }} from \"../validate.js\";\n\n{}\
         /** What each operation gives. One that looks somebody up may give `{{}}` for nobody, so there nothing is required. */\n\
         export const ANSWERS: Readonly<Record<string, Shape>> = {{\n{answers}}};\n",
        tables.text
    )
}

/// Whether the operation finds its subject by something other than its place, and so may find nothing.
fn is_lookup(row: &Operation) -> bool {
    let subject = row.subject.as_ref();
    subject.is_some_and(|subject| !row.in_path(subject.name))
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
            let _ = writeln!(
                fields,
                "    {}: {},",
                field.name,
                self.kind(field, field_docs)
            );
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

    /// Returns what a field has to be. Words are any strings: the API may learn others.
    fn kind(&mut self, field: &Field, docs: &FieldDocs) -> String {
        let mut inner = || match docs.refers {
            Refers::Shape(inner) => {
                self.add(inner);
                constant(inner)
            }
            _ => String::new(),
        };
        match field.kind {
            Kind::Object(_) => inner(),
            Kind::List(_) => format!("{{ items: {} }}", inner()),
            Kind::Flag => "\"boolean\"".to_owned(),
            Kind::Number => "\"number\"".to_owned(),
            Kind::Texts | Kind::Ids => "{ items: \"string\" }".to_owned(),
            Kind::OneOrMany => "{ items: \"string\", orOne: true }".to_owned(),
            Kind::TextMap => "{ members: \"string\" }".to_owned(),
            Kind::Flags(_) => "{ members: \"boolean\" }".to_owned(),
            _ => "\"string\"".to_owned(),
        }
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
