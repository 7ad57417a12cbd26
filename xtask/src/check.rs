//! What can be said about the code without running it.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{
    circles, generate, npm, paths,
    toolchain::{self, Toolchain},
};

/// Formatting, circles of imports, lints for this machine and for wasm32, TypeScript's types, and the generated files.
///
/// # Errors
/// At the first of these that finds something. Warnings count.
pub fn run(sh: &Shell) -> Result<()> {
    let cargo = toolchain::host_cargo();
    cmd!(sh, "{cargo} fmt --all --check").run()?;
    circles::check(sh)?;
    cmd!(
        sh,
        "{cargo} clippy --workspace --all-targets -- -D warnings"
    )
    .run()?;

    let wasm = Toolchain::ensure(sh)?;
    wasm.ensure_clippy(sh)?;
    let lint = |targets: &[&str]| {
        wasm.cargo(sh, "clippy", &["--package", "ghl-users"])
            .args(targets)
            .args(["--", "-D", "warnings"])
            .run()
    };
    // The native tests are no part of the wasm build: their dependencies need not compile for it.
    lint(&["--lib", "--test", "browser"])?;
    // As a Rust crate that uses the typed client builds it.
    lint(&["--lib", "--no-default-features"])?;

    generate::run(sh, true)?;
    npm::ensure(sh)?;
    // Not `.bin/tsc`: that is the program of whichever TypeScript was installed last.
    let (tsc, project) = (
        paths::root().join("node_modules/typescript/bin/tsc"),
        paths::root().join("pkg-template"),
    );
    cmd!(sh, "node {tsc} --noEmit --project {project}").run()?;
    Ok(())
}
