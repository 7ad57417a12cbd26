//! The files that are written from the Rust declarations, and the check that they still agree with them.

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use ghl_users::api;

use crate::{
    catalogue, connector, markdown, notices, npm, operations, paths, raw, resource, routes,
    sandbox_keys, shapes, typescript, unauthorized, watched,
};

/// The pages that have generated parts.
const PAGES: [&str; 5] = [
    "README.md",
    "docs/catalogue.md",
    "docs/errors.md",
    "docs/marketplace.md",
    "docs/runtimes.md",
];

/// Every generated file: its path from the root of the checkout, and what has to stand in it.
fn files(sh: &Shell) -> Result<Vec<(String, String)>> {
    let example = sh.read_file(paths::root().join("examples/marketplace/src/index.ts"))?;
    let runtimes = sh.read_file(paths::root().join("tests/consumers/matrix/RUNTIMES.md"))?;
    let connector = connector::tables()?;
    let mut files = vec![
        (format!("{GENERATED}/types.ts"), typescript::types()),
        (format!("{GENERATED}/raw.ts"), raw::file()?),
        (format!("{GENERATED}/routes.ts"), routes::file()),
        (
            format!("{GENERATED}/errors/code.ts"),
            typescript::error_code(),
        ),
        (
            format!("{GENERATED}/errors/unauthorized.ts"),
            unauthorized::file(),
        ),
        (
            format!("{GENERATED}/sandbox/keys.ts"),
            sandbox_keys::file()?,
        ),
        (format!("{GENERATED}/triggers/rows.ts"), watched::table()?),
        (
            format!("{GENERATED}/triggers/operations.ts"),
            watched::operations()?,
        ),
        ("pkg-template/THIRD-PARTY.md".to_owned(), notices::file(sh)?),
    ];
    for page in PAGES {
        let document = sh.read_file(paths::root().join(page))?;
        files.push((
            page.to_owned(),
            markdown::fill(&document, &example, &runtimes, &connector),
        ));
    }
    for ((name, docs), rows) in api::DOCS.iter().zip(api::RESOURCES) {
        let is_added = catalogue::added().any(|added| added == *name);
        let stem = resource::folder(name);
        let folder = format!("{GENERATED}/{stem}");
        // The package has a file of this name: that of a resource bears the resource's.
        let shapes_file = if is_added {
            format!("{stem}-shapes")
        } else {
            "shapes".to_owned()
        };
        for (file, content) in [
            ("types", typescript::resource_types(docs)),
            ("operations", operations::file(name, docs, rows)),
            ("resource", resource::file(name, !is_added, docs, rows)?),
            (&shapes_file, shapes::file(name, docs, rows)?),
        ] {
            files.push((format!("{folder}/{file}.ts"), content));
        }
        if is_added {
            files.push((
                format!("{GENERATED}/catalogue/{stem}.ts"),
                catalogue::entry(name),
            ));
        }
    }
    for (file, content) in [
        ("index", catalogue::index()),
        ("resources", catalogue::resources()),
        ("data", catalogue::data()?),
        ("docs", catalogue::docs()?),
    ] {
        files.push((format!("{GENERATED}/catalogue/{file}.ts"), content));
    }
    Ok(files)
}

/// Where the package's generated sources are.
const GENERATED: &str = "pkg-template/src/generated";

/// The public types of every entry, for reviewers.
fn api_report(sh: &Shell) -> Result<String> {
    npm::ensure(sh)?;
    let script = paths::root().join("pkg-template/api-report.mjs");
    Ok(cmd!(sh, "node {script}").read()? + "\n")
}

/// Writes the files that differ, or with `check` only names them.
///
/// # Errors
/// With `check`, when a file is not what its declarations say.
pub fn run(sh: &Shell, check: bool) -> Result<()> {
    let mut stale = Vec::new();
    let mut put = |path: String, content: String| -> Result<()> {
        let file = paths::root().join(&path);
        if sh.read_file(&file).is_ok_and(|current| current == content) {
            return Ok(());
        }
        if !check {
            sh.write_file(file, content)?;
            println!("wrote {path}");
        }
        stale.push(path);
        Ok(())
    };
    for (path, content) in files(sh)? {
        put(path, content)?;
    }
    // Last, since it is made of types that have just been written.
    put("pkg-template/api-report.d.ts".to_owned(), api_report(sh)?)?;
    ensure!(
        !check || stale.is_empty(),
        "out of date, run `cargo xtask generate`: {}",
        stale.join(", ")
    );
    Ok(())
}
