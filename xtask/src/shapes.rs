//! The generated tables that the package's TypeScript half checks answers with.

use anyhow::{Result, ensure};
use ghl_users::core::model::{
    Field, Kind, Many,
    docs::{FieldDocs, OperationDocs, Refers, ShapeDocs},
    operation::{Form, Operation},
    version::Apis,
};

use crate::typescript::HEADER;

/// Writes a resource's `shapes.ts`: a table for each type that an answer has, and which operation gives which, as the package's
/// `shapesOf` reads them.
///
/// # Errors
/// For a field whose name is no word.
pub fn file(resource: &str, operations: &[OperationDocs], rows: &[Operation]) -> Result<String> {
    let mut tables = Tables::default();
    let mut answers: Vec<String> = Vec::new();
    for (docs, row) in operations.iter().zip(rows) {
        // What need not be an object has no table.
        if matches!(row.output.form, Form::Json | Form::Text | Form::Bytes) {
            continue;
        }
        let place = tables.add(docs.output, is_lookup(docs, row))?;
        let list = match (row.output.form, row.output.list) {
            (Form::List, "") => LIST,
            _ => "",
        };
        let answer = format!("{}{list}{place}", docs.id);
        // Several versions of one operation give the same.
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    let tables: String = tables
        .texts
        .iter()
        .map(|table| format!("  \"{table};\" +\n"))
        .collect();
    Ok(format!(
        "{HEADER}/** What each operation of `{resource}` gives. One that looks somebody up may give `{{}}` for nobody, so there nothing is required. */\n\
         export const ANSWERS =\n{tables}  \"{}\";\n",
        answers.join(" ")
    ))
}

const LIST: &str = "[";
const ONE_OR_MANY: &str = "&";
const MEMBERS: &str = "{";
const REQUIRED: &str = "!";

/// Whether the operation finds what it is about by something other than its place, and so may find nothing.
fn is_lookup(docs: &OperationDocs, row: &Operation) -> bool {
    docs.about.iter().any(|(name, _)| !row.in_path(name))
}

/// The tables so far, each behind those that it refers to.
#[derive(Default)]
struct Tables {
    keys: Vec<(&'static str, bool)>,
    texts: Vec<String>,
}

impl Tables {
    /// Returns where the table is; with `optional`, the one that requires nothing.
    fn add(&mut self, docs: &'static ShapeDocs, optional: bool) -> Result<String> {
        let key = (docs.name, optional);
        if let Some(place) = self.keys.iter().position(|known| *known == key) {
            return Ok(format!("@{place}"));
        }
        let mut fields = Vec::new();
        for (field, field_docs) in docs.shape.fields.iter().zip(docs.fields) {
            let name = field.name;
            let is_word = name
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || "_-+".contains(sign));
            ensure!(is_word, "{}: {name} is no word", docs.name);
            let is_required = field.required != Apis::NONE && !optional;
            match self.kind(field, field_docs)? {
                Some(kind) if is_required => fields.push(format!("{name}{REQUIRED}{kind}")),
                Some(kind) => fields.push(format!("{name}{kind}")),
                None => ensure!(
                    !is_required,
                    "{}: {name} may be anything, but not nothing",
                    docs.name
                ),
            }
        }
        self.keys.push(key);
        self.texts.push(fields.join(" "));
        Ok(format!("@{}", self.texts.len() - 1))
    }

    /// Returns what a field has to be; nothing if it may be anything. Words are any strings: the API may learn others.
    fn kind(&mut self, field: &Field, docs: &FieldDocs) -> Result<Option<String>> {
        let one = match (field.kind, field.of.rest) {
            (Kind::Json, _) | (Kind::Object, Some(Kind::Json)) => return Ok(None),
            (Kind::Object, Some(Kind::Text)) => MEMBERS.to_owned(),
            (Kind::Object, Some(Kind::Flag)) => format!("{MEMBERS}?"),
            (Kind::Object, rest) => match docs.refers {
                Refers::Shape(inner) => {
                    let place = self.add(inner, false)?;
                    match rest {
                        Some(_) => format!("{MEMBERS}{place}"),
                        None => place,
                    }
                }
                _ => return Ok(None),
            },
            (Kind::Flag, _) => "?".to_owned(),
            (Kind::Number, _) => "#".to_owned(),
            _ => String::new(),
        };
        Ok(Some(match field.many {
            Many::One | Many::Csv => one,
            Many::List => format!("{LIST}{one}"),
            Many::OneOrMany => format!("{ONE_OR_MANY}{one}"),
        }))
    }
}
