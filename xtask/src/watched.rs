//! The generated tables of what the package's triggers watch: an operation that reads, and what in its answer tells of change.

#[cfg(test)]
mod newest;

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use ghl_users::{
    api,
    core::model::{
        docs::{Dated, Known, OperationDocs, Watched},
        operation::{Form, Operation},
        version::Api,
    },
};
use serde_json::{Map, Value};

use crate::{
    catalogue::documented,
    operations::{self, capitalised},
    resource::{self, folder},
    typescript::HEADER,
};

/// An operation that reads, with what is said of it.
struct Row {
    operation: &'static Operation,
    docs: &'static OperationDocs,
    watched: Watched,
}

/// Every operation that reads, in each of its rows.
fn rows() -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for (operation, docs) in documented() {
        let id = operation.id;
        ensure!(
            operation.reads == docs.watched.is_some(),
            "{id}: an operation that reads says what there is to watch (`watched …`), and no other does"
        );
        let Some(watched) = docs.watched else {
            continue;
        };
        let row = Row {
            operation,
            docs,
            watched,
        };
        for other in rows.iter().filter(|other| other.operation.id == id) {
            ensure!(
                other.columns() == row.columns() && other.watched == watched,
                "{id}: its rows disagree on what there is to watch"
            );
        }
        rows.push(row);
    }
    Ok(rows)
}

impl Row {
    fn is_list(&self) -> bool {
        self.operation.output.form == Form::List
    }

    /// Where the answer has its items, and what tells of change in them.
    fn columns(&self) -> String {
        let list = match (self.watched.known, self.is_list()) {
            (Known::Slots, _) => "#",
            (_, false) => "*",
            (_, true) if self.operation.output.list.is_empty() => ".",
            (_, true) => self.operation.output.list,
        };
        let id = match self.watched.known {
            Known::By(field) => field,
            Known::Whole | Known::Slots => NOTHING,
        };
        let date = |date: Option<Dated>| date.map_or(NOTHING, |date| date.field);
        let on: String = self.on().iter().map(|change| &change[..1]).collect();
        let columns = [
            self.watched.noun,
            &on,
            list,
            self.docs.pages.map_or(NOTHING, resource::paging),
            id,
            date(self.watched.added),
            date(self.watched.changed),
        ];
        let text = columns.join(" ");
        text.trim_end_matches([' ', '-']).to_owned()
    }

    /// What can be told of its items.
    fn on(&self) -> Vec<&'static str> {
        let Watched {
            known,
            added,
            changed,
            ..
        } = self.watched;
        let is_dated = added.is_some() || changed.is_some();
        match known {
            Known::Slots => vec!["added", "removed"],
            _ if !self.is_list() => vec!["changed"],
            Known::Whole => vec!["added", "removed"],
            // What lies on the pages that are not read any more is not known to be there.
            Known::By(_) if self.docs.pages.is_some() && is_dated => {
                let added = added.map(|_| "added");
                added
                    .into_iter()
                    .chain(changed.map(|_| "changed"))
                    .collect()
            }
            Known::By(_) => vec!["added", "changed", "removed"],
        }
    }

    /// The type of an item.
    fn item(&self) -> Result<&'static str> {
        let list = self.operation.output.list;
        match (self.watched.known, self.is_list()) {
            (Known::Slots, _) => Ok("string"),
            (_, true) if !list.is_empty() => operations::item_of(self.docs.output, list)
                .with_context(|| format!("{}: {list} is no list of objects", self.operation.id)),
            _ => Ok(self.docs.output.name),
        }
    }
}

/// What can be told of the items of an operation that reads.
///
/// # Errors
/// As [`table`], or when there is no such operation.
pub fn told(id: &str) -> Result<Vec<&'static str>> {
    let rows = rows()?;
    let row = rows.iter().find(|row| row.operation.id == id);
    Ok(row.with_context(|| format!("{id} does not read"))?.on())
}

/// What stands in a column that says nothing.
const NOTHING: &str = "-";

/// Writes `rows.ts`: what there is to watch, as a text that takes little room, and how the newest are asked for first.
///
/// # Errors
/// When a row does not say what there is to watch, or two of one operation say it differently.
pub fn table() -> Result<String> {
    let mut ids: Vec<&str> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    let mut newest = String::new();
    for row in rows()? {
        let id = row.operation.id;
        // Several versions of one operation say the same.
        if ids.contains(&id) {
            continue;
        }
        ids.push(id);
        lines.push(format!("  \"{id} {}", row.columns()));
        let dates = [
            ("added", row.watched.added),
            ("changed", row.watched.changed),
        ];
        let mut orders = Map::new();
        for (name, date) in dates {
            let Some(order) = date.and_then(|date| date.newest) else {
                continue;
            };
            let order: Value = serde_json::from_str(order)
                .with_context(|| format!("{id}: what asks for the newest is no JSON: {order}"))?;
            ensure!(
                order.is_object(),
                "{id}: what asks for the newest is no object: {order}"
            );
            orders.insert(name.to_owned(), order);
        }
        if !orders.is_empty() {
            let _ = writeln!(newest, "  \"{id}\": {},", Value::Object(orders));
        }
    }
    Ok(format!(
        "{HEADER}import type {{ Fields }} from \"../../resource/pages.js\";\n\n\
         /**\n \
         * Every operation that reads: its id, what an item is, the first letters of what can be told of it, where the answer has its\n \
         * items, how the next page is asked for, and the fields of an item with its id, when it was added and when it was changed. `-`\n \
         * stands for none, and is left out at the end. The items are at a key; `.`: the answer is the list; `*`: the answer is the\n \
         * one item; `#`: they are the slots of a map of days.\n */\n\
         export const ROWS =\n{}\";\n\n\
         /** What the input has for the newest to come first, by when items were added and when they were changed. */\n\
         export const NEWEST: Readonly<Record<string, {{ readonly added?: Fields; readonly changed?: Fields }}>> = {{\n{newest}}};\n",
        lines.join(";\" +\n")
    ))
}

/// Writes `operations.ts`: what each operation that is watched takes, what an item is, and what can be told of it.
///
/// # Errors
/// As [`table`], or when a list has no items of a declared type.
pub fn operations() -> Result<String> {
    let rows = rows()?;
    let mut imports = String::new();
    let mut versions = String::new();
    let mut names = String::new();
    for (resource, _) in api::DOCS {
        let folder = folder(resource);
        let _ = writeln!(
            imports,
            "import type * as {resource} from \"../{folder}/operations.js\";"
        );
        let own = rows.iter().filter(|row| resource_of(row) == *resource);
        let mut types = own.map(Row::item).collect::<Result<Vec<_>>>()?;
        types.retain(|name| !TYPESCRIPT.contains(name));
        types.sort_unstable();
        types.dedup();
        let _ = writeln!(
            imports,
            "import type {{ {} }} from \"../{folder}/types.js\";",
            types.join(", ")
        );
    }
    for api in Api::ALL {
        let (version, upper) = (api.name(), api.name().to_uppercase());
        let _ = writeln!(
            versions,
            "/** What can be watched in {version}, by the operation's id: what it takes, what an item is, and what can be told of it. */\n\
             export interface Watched{upper} {{"
        );
        for row in rows
            .iter()
            .filter(|row| row.operation.access(api).is_some())
        {
            let (id, resource) = (row.operation.id, resource_of(row));
            let on: Vec<String> = row.on().iter().map(|on| format!("\"{on}\"")).collect();
            let _ = writeln!(
                versions,
                "  \"{id}\": {{ input: {resource}.{}Operations{upper}[\"{id}\"][\"input\"]; item: {}; on: {} }};",
                capitalised(resource),
                row.item()?,
                on.join(" | ")
            );
        }
        versions.push_str("}\n\n");
        let _ = write!(names, " {version}: Watched{upper};");
    }
    Ok(format!(
        "{HEADER}{imports}import type {{ Api }} from \"../types.js\";\n\n{versions}\
         /** What can be watched in an API version, by the operation's id. */\n\
         export type Watched<A extends Api> = {{{names} }}[A];\n"
    ))
}

/// What is TypeScript's own.
const TYPESCRIPT: [&str; 2] = ["Blob", "string"];

/// The resource that an operation is of.
fn resource_of(row: &Row) -> &'static str {
    let id = row.operation.id;
    id.split_once('.').map_or(id, |(resource, _)| resource)
}
