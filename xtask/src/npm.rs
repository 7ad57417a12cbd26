//! The tools from npm, as package-lock.json pins them.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::paths;

const OLDEST_NODE: u32 = 20;

/// Installs the packages of package-lock.json, unless these are the ones installed.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub fn ensure(sh: &Shell) -> Result<()> {
    node(sh)?;
    let lock = sh.read_file(paths::root().join("package-lock.json"))?;
    let installed = paths::root().join("node_modules/.xtask-lock.json");
    if sh
        .read_file(&installed)
        .is_ok_and(|installed| installed == lock)
    {
        return Ok(());
    }
    let root = paths::root();
    // None of our tools needs its install script, and a script is the part of a package that could do harm.
    cmd!(
        sh,
        "npm ci --prefix {root} --ignore-scripts --no-audit --no-fund"
    )
    .run()?;
    sh.write_file(installed, lock)?;
    Ok(())
}

/// A program that an npm package brings.
pub fn program(name: &str) -> PathBuf {
    paths::root().join("node_modules/.bin").join(name)
}

fn node(sh: &Shell) -> Result<()> {
    let version = cmd!(sh, "node --version").quiet().read().with_context(|| {
        format!("Node is missing: install version {OLDEST_NODE} or newer, with npm")
    })?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    ensure!(
        major.is_some_and(|major| major >= OLDEST_NODE),
        "node --version is {version}: expected {OLDEST_NODE} or newer"
    );
    Ok(())
}
