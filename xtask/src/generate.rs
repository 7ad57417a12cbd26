//! The files that are written from the Rust declarations, and the check that they still agree with them.

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::{markdown, notices, npm, operations, paths, routes, shapes, typescript, unauthorized};

/// The pages that have generated parts.
const PAGES: [&str; 4] = [
    "README.md",
    "docs/errors.md",
    "docs/marketplace.md",
    "docs/runtimes.md",
];

/// Every generated file: its path from the root of the checkout, and what has to stand in it.
fn files(sh: &Shell) -> Result<Vec<(&'static str, String)>> {
    let example = sh.read_file(paths::root().join("examples/marketplace/src/index.ts"))?;
    let runtimes = sh.read_file(paths::root().join("tests/consumers/matrix/RUNTIMES.md"))?;
    let mut files = vec![
        ("pkg-template/src/generated/types.ts", typescript::types()),
        (
            "pkg-template/src/generated/operations.ts",
            operations::file(),
        ),
        ("pkg-template/src/generated/shapes.ts", shapes::file()),
        ("pkg-template/src/generated/routes.ts", routes::file()),
        (
            "pkg-template/src/generated/unauthorized.ts",
            unauthorized::file(),
        ),
        ("pkg-template/THIRD-PARTY.md", notices::file(sh)?),
    ];
    for page in PAGES {
        let document = sh.read_file(paths::root().join(page))?;
        files.push((page, markdown::fill(&document, &example, &runtimes)));
    }
    Ok(files)
}

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
    let mut put = |path: &'static str, content: String| -> Result<()> {
        let file = paths::root().join(path);
        if sh.read_file(&file).is_ok_and(|current| current == content) {
            return Ok(());
        }
        stale.push(path);
        if !check {
            sh.write_file(file, content)?;
            println!("wrote {path}");
        }
        Ok(())
    };
    for (path, content) in files(sh)? {
        put(path, content)?;
    }
    // Last, since it is made of types that have just been written.
    put("pkg-template/api-report.d.ts", api_report(sh)?)?;
    ensure!(
        !check || stale.is_empty(),
        "out of date, run `cargo xtask generate`: {}",
        stale.join(", ")
    );
    Ok(())
}
