//! The generated resources of the package's TypeScript half: rows as packs, and how a method's arguments become one input.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use ghl_users::core::model::{
    docs::{DateForm, OperationDocs, Pages, Refers, ShapeDocs},
    operation::Operation,
    pack,
};

use crate::{tree::Tree, typescript::HEADER};

/// Writes a resource's `resource.ts`. The client's `own` has the shapes of its answers beside the client.
///
/// # Errors
/// For a row whose texts no pack can have.
pub fn file(
    resource: &str,
    own: bool,
    operations: &[OperationDocs],
    rows: &[Operation],
) -> Result<String> {
    let pack = pack::write(rows).with_context(|| format!("a text of {resource} has a `|`"))?;
    let mut methods = String::new();
    let leaves = operations.iter().zip(rows).enumerate();
    let tree = Tree::of(leaves.map(|(number, (docs, row))| (docs.id, (number, docs, row))));
    tree.literal(&mut methods, "    ", &|(number, docs, row)| {
        method(*number, docs, row)
    });
    let inputs = operations.iter().filter_map(|docs| docs.input);
    let forms: BTreeSet<_> = inputs.flat_map(date_forms).collect();
    let dates = match forms.is_empty() {
        true => String::new(),
        false => format!(
            "import {{ dated, {} }} from \"../../resource/dates.js\";\n",
            Vec::from_iter(forms).join(", ")
        ),
    };
    let mut styles: Vec<_> = operations
        .iter()
        .filter_map(|docs| paging(docs.pages?))
        .collect();
    styles.sort_unstable();
    styles.dedup();
    let styles = match styles.as_slice() {
        [] => String::new(),
        styles => format!(
            "import {{ {} }} from \"../../resource/paging.js\";\n",
            styles.join(", ")
        ),
    };
    let file = folder(resource);
    let shapes = match own {
        true => String::new(),
        false => format!("  shapes: () => import(\"./{file}-shapes.js\"),\n"),
    };
    Ok(format!(
        "{HEADER}{dates}{styles}import type {{ Resource }} from \"../../resource/resource.js\";\n\n\
         /** The rows and the methods of `{resource}`. */\n\
         export const {}: Resource = {{\n  name: \"{resource}\",\n  pack:\n    {},\n  methods: {{\n{methods}  }},\n{shapes}}};\n",
        constant(resource),
        serde_json::to_string(&pack)?
    ))
}

/// Writes what a method is made of: the number of its row; the names of its first arguments; whether another one has the other
/// fields; where its pages have their items, if it gives one of many.
fn method(number: usize, docs: &OperationDocs, row: &Operation) -> String {
    let mut parts = vec![format!("row: {number}")];
    if !docs.about.is_empty() {
        let names: Vec<String> = docs
            .about
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        parts.push(format!("about: [{}]", names.join(", ")));
    }
    parts.extend(docs.input.map(|_| "input: true".to_owned()));
    if let Some(pages) = docs.pages {
        parts.push(format!("list: \"{}\"", row.output.list));
        parts.extend(paging(pages).map(|style| format!("paging: {style}")));
    }
    let dates = docs.input.map(dates).unwrap_or_default();
    if !dates.is_empty() {
        parts.push(format!("prepare: (input) => dated(input, {dates})"));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// Names the way of asking for the next page in `paging.ts`; nothing for that of `pages.ts`.
fn paging(pages: Pages) -> Option<&'static str> {
    match pages {
        Pages::Skip => None,
        Pages::Page => Some("byPage"),
        Pages::Offset => Some("byOffset"),
        Pages::StartAfter => Some("byStartAfter"),
        Pages::SearchAfter => Some("bySearchAfter"),
        Pages::LastMessage => Some("byLastMessage"),
        Pages::PageToken => Some("byPageToken"),
    }
}

/// Writes where an input has dates, and how they are sent; nothing if it has none.
fn dates(input: &ShapeDocs) -> String {
    let members = input.shape.fields.iter().zip(input.fields);
    let found: Vec<String> = members
        .filter_map(|(field, docs)| match docs.refers {
            Refers::Date(form) => Some(format!("{}: {}", field.name, date_form(form))),
            Refers::Shape(inner) => {
                let inner = dates(inner);
                (!inner.is_empty()).then(|| format!("{}: {inner}", field.name))
            }
            _ => None,
        })
        .collect();
    match found.as_slice() {
        [] => String::new(),
        found => format!("{{ {} }}", found.join(", ")),
    }
}

/// Names the forms of all dates that an input has.
fn date_forms(input: &ShapeDocs) -> Vec<&'static str> {
    let found = input.fields.iter().flat_map(|docs| match docs.refers {
        Refers::Date(form) => vec![date_form(form)],
        Refers::Shape(inner) => date_forms(inner),
        _ => Vec::new(),
    });
    found.collect()
}

/// Names what `dates.ts` has for a form.
fn date_form(form: DateForm) -> &'static str {
    match form {
        DateForm::Iso => "iso",
        DateForm::Offset => "offset",
        DateForm::Milliseconds => "milliseconds",
        DateForm::MillisecondsText => "millisecondsText",
        DateForm::YearMonthDay => "yearMonthDay",
        DateForm::MonthDayYear => "monthDayYear",
    }
}

/// `socialPosting` becomes `SOCIAL_POSTING`.
pub fn constant(resource: &str) -> String {
    let mut name = String::new();
    for letter in resource.chars() {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}

/// `socialPosting` becomes `social-posting`.
pub fn folder(resource: &str) -> String {
    constant(resource).to_lowercase().replace('_', "-")
}
