//! The table of what others call a connector's triggers and actions, beside the methods that serve them.

use std::fmt::Write;

use anyhow::{Context, Result};
use ghl_users::core::model::{docs::OperationDocs, operation::Operation, version::Api};

use crate::{catalogue, markdown, watched};

/// A line per entry: its category, what it is, what it is called, and the id of the operation, which a scope has not.
const ENTRIES: &str = include_str!("connector.tsv");

/// Writes a table per category.
///
/// # Errors
/// When an entry names no operation.
pub fn tables() -> Result<String> {
    let mut text = String::new();
    let mut category = "";
    for line in ENTRIES.lines() {
        let entry: Vec<&str> = line.split('\t').collect();
        let [own, kind, name, id] = entry.as_slice() else {
            anyhow::bail!("expected category, kind, name and id: {line:?}");
        };
        if category != *own {
            category = own;
            let _ = write!(
                text,
                "### {category}\n\n| entry | is a | method | sends | in | token | scope |\n|---|---|---|---|---|---|---|\n"
            );
        }
        let cells = match *id {
            "" => " | | | |".to_owned(),
            id => cells(id).with_context(|| format!("\"{name}\""))?,
        };
        let kind = match *kind {
            "trigger" => format!("trigger: {}", watched::told(id)?.join(", ")),
            kind => kind.to_owned(),
        };
        let _ = writeln!(text, "| {name} | {kind} | {cells} |");
    }
    Ok(text.replace("\n###", "\n\n###"))
}

fn cells(id: &str) -> Result<String> {
    let rows = found(id);
    let (_, docs) = rows
        .first()
        .with_context(|| format!("there is no operation {id}"))?;
    let mut arguments: Vec<&str> = docs.about.iter().map(|(name, _)| *name).collect();
    arguments.extend(docs.input.map(|_| "params"));
    let (mut requests, mut versions, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
    for (row, docs) in &rows {
        requests.push(format!("`{} {}`", row.method.as_str(), row.path));
        for api in Api::ALL {
            let Some(access) = row.access(api) else {
                continue;
            };
            let deprecated = if docs.deprecated.has(api) {
                " (deprecated)"
            } else {
                ""
            };
            versions.push(format!("{}{deprecated}", api.name()));
            tokens.push(markdown::access(access));
        }
    }
    tokens.dedup();
    let scope = match docs.scope {
        "" => String::new(),
        scope => format!("`{scope}`"),
    };
    Ok(format!(
        "`{id}({})` | {} | {} | {} | {scope}",
        arguments.join(", "),
        requests.join("; "),
        versions.join(", "),
        tokens.join("; ")
    ))
}

/// The rows of an operation: versions that differ in more than their fields have one each.
fn found(id: &str) -> Vec<(&'static Operation, &'static OperationDocs)> {
    catalogue::documented()
        .filter(|(row, _)| row.id == id)
        .collect()
}
