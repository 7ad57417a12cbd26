//! The npm package: Rust → wasm → wasm-bindgen → wasm-opt → TypeScript → `pkg/`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::{Shell, cmd};

use crate::{
    manifest::{Manifest, Wasm},
    npm, paths, size,
    toolchain::Toolchain,
};

/// Builds `pkg/` and weighs it.
///
/// # Errors
/// When a tool is missing or fails, or an entry is heavier than `wasm-pack.toml` allows.
pub fn build(sh: &Shell) -> Result<()> {
    let manifest = Manifest::read(sh)?;
    npm::ensure(sh)?;
    let engine = engine(sh, &manifest.wasm)?;
    let package = assemble(sh, &engine)?;
    size::report(sh, &package, &manifest.entries)
}

/// Packs `pkg/` as npm would publish it, and returns the tarball.
///
/// # Errors
/// When npm refuses the package.
pub fn pack(sh: &Shell) -> Result<PathBuf> {
    let (package, destination) = (paths::package(), paths::state());
    sh.create_dir(&destination)?;
    let name = cmd!(
        sh,
        "npm pack {package} --pack-destination {destination} --silent"
    )
    .read()?;
    Ok(destination.join(name))
}

/// The optimised wasm file and its glue, in `target/engine/`.
fn engine(sh: &Shell, wasm: &Wasm) -> Result<PathBuf> {
    let toolchain = Toolchain::ensure(sh)?;
    toolchain
        .cargo(
            sh,
            "build",
            &["--release", "--lib", "--package", &wasm.crate_name],
        )
        .run()?;

    let directory = paths::engine();
    sh.remove_path(&directory)?;
    bind(&toolchain.release_wasm(&wasm.crate_name), &directory)?;
    let file = directory.join(format!("{}_bg.wasm", wasm.crate_name.replace('-', "_")));
    let (wasm_opt, flags) = (npm::program("wasm-opt"), &wasm.wasm_opt);
    cmd!(sh, "{wasm_opt} {flags...} {file} -o {file}").run()?;
    Ok(directory)
}

/// What `wasm-bindgen --target bundler` does. Its glue serves every entry: each one only finds the wasm file in its own way.
fn bind(wasm: &Path, directory: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .bundler(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(directory)
        .with_context(|| format!("wasm-bindgen refuses {}", wasm.display()))
}

/// Joins the engine and the TypeScript half in `pkg/`.
fn assemble(sh: &Shell, engine: &Path) -> Result<PathBuf> {
    let package = paths::package();
    let script = paths::root().join("pkg-template/build.mjs");
    cmd!(sh, "node {script} --engine {engine} --out {package}").run()?;
    Ok(package)
}
