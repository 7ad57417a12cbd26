//! The generated parts of the README and of the guides in `docs/`.

use std::fmt::Write;

use ghl_users::{
    api::users,
    core::{
        error::Code,
        model::{operation::Access, version::Api},
    },
};

/// Returns `document` with each part between its markers as it is now: the tables as they are declared, the marketplace app
/// as it is in `examples/`, the table that the last run of `cargo xtask consumers` wrote, and those of the connector's entries.
pub fn fill(document: &str, marketplace: &str, runtimes: &str, connector: &str) -> String {
    let parts = [
        ("operations", operations()),
        ("error codes", error_codes()),
        ("marketplace", format!("```ts\n{marketplace}```\n")),
        ("runtimes", runtimes.to_owned()),
        ("connector", connector.to_owned()),
    ];
    parts
        .iter()
        .fold(document.to_owned(), |document, (name, part)| {
            let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
            match (document.split_once(&open), document.split_once(&close)) {
                (Some((before, _)), Some((_, after))) => {
                    format!("{before}{open}\n{part}{close}{after}")
                }
                _ => document,
            }
        })
}

fn operations() -> String {
    let mut table =
        "| method of `ghl.users` | sends | v1 | v2 | v3 |\n|---|---|---|---|---|\n".to_owned();
    for (docs, row) in users::DOCS.iter().zip(users::OPERATIONS) {
        let mut arguments: Vec<&str> = docs.about.iter().map(|(name, _)| *name).collect();
        arguments.extend(docs.input.map(|_| "params"));
        let cells = Api::ALL.map(|api| match row.access(api) {
            Some(kind) if docs.deprecated.has(api) => format!("{}, deprecated", access(kind)),
            Some(kind) => access(kind).to_owned(),
            None => "–".to_owned(),
        });
        let _ = writeln!(
            table,
            "| `{}({})` | `{} {}` | {} |",
            docs.id.trim_start_matches("users."),
            arguments.join(", "),
            row.method.as_str(),
            row.path,
            cells.join(" | ")
        );
    }
    table
}

fn error_codes() -> String {
    let mut table = "| code | meaning | what to do |\n|---|---|---|\n".to_owned();
    for (code, meaning, advice) in Code::ALL {
        let _ = writeln!(
            table,
            "| `{code}` | {} | {} |",
            meaning.trim(),
            advice.trim()
        );
    }
    table
}

/// Names the kind of token that an operation asks for.
pub fn access(access: Access) -> &'static str {
    match access {
        Access::None => "none",
        Access::Agency => "agency",
        Access::Location => "location",
        Access::Either => "agency or location",
    }
}
