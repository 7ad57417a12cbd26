//! The npm package: wasm files and TypeScript → `pkg/`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{manifest::Manifest, npm, paths, size, wasm};

/// Builds `pkg/` and weighs it.
///
/// # Errors
/// When a tool is missing or fails, or an entry is heavier than `wasm-pack.toml` allows.
pub fn build(sh: &Shell) -> Result<()> {
    let manifest = make(sh)?;
    size::report(sh, &paths::package(), &manifest.entries)
}

/// Builds `pkg/`, whatever it weighs.
///
/// # Errors
/// When a tool is missing or fails.
pub fn make(sh: &Shell) -> Result<Manifest> {
    let manifest = Manifest::read(sh)?;
    npm::ensure(sh)?;
    // Nothing may mistake an older package for this one, should a step fail.
    sh.remove_path(paths::package())?;
    let modules = wasm::make(sh, &manifest)?;
    assemble(sh, &modules)?;
    Ok(manifest)
}

/// Packs `pkg/` as npm would publish it, and returns the tarball.
///
/// # Errors
/// When npm refuses the package.
pub fn pack(sh: &Shell) -> Result<PathBuf> {
    pack_into(sh, &paths::package(), &paths::state())
}

/// Packs `package`, and returns the tarball in `destination`.
///
/// # Errors
/// When npm refuses the package.
pub fn pack_into(sh: &Shell, package: &Path, destination: &Path) -> Result<PathBuf> {
    sh.create_dir(destination)?;
    let name = cmd!(
        sh,
        "npm pack {package} --pack-destination {destination} --silent"
    )
    .read()?;
    Ok(destination.join(name))
}

/// Installs a tarball as its users do, in a folder that each test of it copies, and returns that.
///
/// # Errors
/// When npm refuses the package.
pub fn install(sh: &Shell, tarball: &Path) -> Result<PathBuf> {
    let folder = paths::state().join("installed");
    sh.remove_path(&folder)?;
    sh.create_dir(&folder)?;
    let program = paths::root().join("tests/consumers/npm-install.mjs");
    cmd!(sh, "node {program} {tarball} {folder}").run()?;
    Ok(folder)
}

/// Joins the wasm files and the TypeScript half in `pkg/`.
fn assemble(sh: &Shell, modules: &Path) -> Result<()> {
    let (script, package) = (
        paths::root().join("pkg-template/build.mjs"),
        paths::package(),
    );
    Ok(cmd!(sh, "node {script} --modules {modules} --out {package}").run()?)
}
