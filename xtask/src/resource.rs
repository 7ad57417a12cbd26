//! The generated resources of the package's TypeScript half: rows as packs, and how a method's arguments become one input.

use std::{collections::BTreeSet, fmt::Write};

use anyhow::{Context, Result};
use ghl_users::core::model::{
    docs::{DateForm, OperationDocs, Pages, Refers, ShapeDocs},
    operation::Operation,
    pack,
};

use crate::typescript::HEADER;

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
    let methods: Vec<String> = operations
        .iter()
        .zip(rows)
        .map(|(docs, row)| method(docs, row))
        .collect();
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
        .filter_map(own_pages)
        .map(paging)
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
    let more: String = operations.iter().filter_map(more).collect();
    let more = match more.is_empty() {
        true => more,
        false => format!("  more: {{\n{more}  }},\n"),
    };
    let file = folder(resource);
    let shapes = match own {
        true => String::new(),
        false => format!("  shapes: () => import(\"./{file}-shapes.js\"),\n"),
    };
    Ok(format!(
        "{HEADER}{dates}{styles}import type {{ Resource }} from \"../../resource/resource.js\";\n\n\
         /** The rows and the methods of `{resource}`. */\n\
         export const {}: Resource = {{\n  name: \"{resource}\",\n  pack:\n    {},\n  methods:\n    \"{}\",\n{more}{shapes}}};\n",
        constant(resource),
        serde_json::to_string(&pack)?,
        methods.join(" "),
    ))
}

/// Writes a method: its name, its first arguments, whether another one has the other fields, and where its pages have their items.
fn method(docs: &OperationDocs, row: &Operation) -> String {
    let mut text = name(docs).to_owned();
    for (argument, _) in docs.about {
        let _ = write!(text, "/{argument}");
    }
    if docs.input.is_some() {
        text.push('?');
        text.extend(docs.pages.map(|_| row.output.list));
    }
    text
}

/// Writes what a method needs besides: how the next page is asked for, and how dates are sent.
fn more(docs: &OperationDocs) -> Option<String> {
    let style = own_pages(docs);
    let dates = docs.input.map(dates).filter(|dates| !dates.is_empty());
    let style = style.map(|pages| format!("paging: {}", paging(pages)));
    let prepare = dates.map(|dates| format!("prepare: (input) => dated(input, {dates})"));
    let parts: Vec<_> = [style, prepare].into_iter().flatten().collect();
    let text = || format!("    \"{}\": {{ {} }},\n", name(docs), parts.join(", "));
    (!parts.is_empty()).then(text)
}

/// The name of a method within its resource.
fn name(docs: &OperationDocs) -> &'static str {
    docs.id.split_once('.').map_or(docs.id, |(_, name)| name)
}

/// How the next page is asked for, unless by `skip`, as a client does where it is not told otherwise.
fn own_pages(docs: &OperationDocs) -> Option<Pages> {
    docs.pages.filter(|pages| *pages != Pages::Skip)
}

/// Names the way of asking for the next page in the TypeScript half.
pub fn paging(pages: Pages) -> &'static str {
    match pages {
        Pages::Skip => "bySkip",
        Pages::Page => "byPage",
        Pages::Offset => "byOffset",
        Pages::StartAfter => "byStartAfter",
        Pages::SearchAfter => "bySearchAfter",
        Pages::LastMessage => "byLastMessage",
        Pages::PageToken => "byPageToken",
        Pages::SortAfter => "bySortAfter",
        Pages::StartAfterDate => "byStartAfterDate",
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
