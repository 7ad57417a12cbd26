//! The npm package: Rust → wasm → wasm-bindgen → wasm-opt → TypeScript → `pkg/`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::{Shell, cmd};

use crate::{
    build_info::BuildInfo,
    defects, glue,
    manifest::{Manifest, Wasm},
    notices, npm, order, paths, size, table,
    toolchain::Toolchain,
};

/// The second run of wasm-opt.
const RENAME: [&str; 5] = [
    "--skip-pass=memory-packing",
    order::BY_NAME,
    "--strip-debug",
    "--strip-target-features",
    glue::RENAME,
];

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
    let engine = engine(sh, &manifest.wasm)?;
    assemble(sh, &engine)?;
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

/// The optimised wasm file, its glue and what they were made with, in `target/engine/`.
fn engine(sh: &Shell, wasm: &Wasm) -> Result<PathBuf> {
    let toolchain = Toolchain::ensure(sh)?;
    let compiled = toolchain.release(sh, &wasm.crate_name, &wasm.rustflags)?;
    notices::check(sh, &sh.read_binary_file(&compiled)?)?;
    let directory = paths::engine();
    sh.remove_path(&directory)?;
    bind(&compiled, &directory)?;
    let stem = wasm.crate_name.replace('-', "_");
    let file = directory.join(format!("{stem}_bg.wasm"));
    sh.write_file(&file, table::prune(&sh.read_binary_file(&file)?)?)?;
    let (wasm_opt, optimise) = (npm::program("wasm-opt"), &wasm.wasm_opt);
    cmd!(sh, "{wasm_opt} {optimise...} {file} -o {file}").run()?;
    let mut optimised = sh.read_binary_file(&file)?;
    defects::shorten(&mut optimised);
    sh.write_file(&file, order::name(&optimised)?)?;
    // By itself: under `--converge` it would rename, and print, more than once.
    let rename = &RENAME.map(str::to_owned);
    let names = cmd!(sh, "{wasm_opt} {rename...} {file} -o {file}").read()?;
    let glue_file = directory.join(format!("{stem}_bg.js"));
    let renamed = glue::rename(&sh.read_file(&glue_file)?, &names)?;
    let quick = glue::quicken(&renamed, &sh.read_binary_file(&file)?)?;
    sh.write_file(glue_file, glue::put_off(&quick)?)?;
    let finished = sh.read_binary_file(file)?;
    let info = BuildInfo::of(sh, &finished, wasm, &toolchain, &[optimise, rename])?;
    sh.write_file(directory.join("build-info.json"), info.json()?)?;
    Ok(directory)
}

/// What `wasm-bindgen --target bundler` does. Its glue serves every entry: each one only finds the wasm file in its own way.
///
/// # Errors
/// When wasm-bindgen does not understand the file.
pub fn bind(wasm: &Path, directory: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .bundler(true)?
        .typescript(true)
        .remove_producers_section(true)
        .generate(directory)
        .with_context(|| format!("wasm-bindgen refuses {}", wasm.display()))
}

/// Joins the engine and the TypeScript half in `pkg/`.
fn assemble(sh: &Shell, engine: &Path) -> Result<()> {
    let (script, package) = (
        paths::root().join("pkg-template/build.mjs"),
        paths::package(),
    );
    Ok(cmd!(sh, "node {script} --engine {engine} --out {package}").run()?)
}
