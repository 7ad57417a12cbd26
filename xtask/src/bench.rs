//! Measurements: the programs of `benches/`, and `benches/RESULTS.md`, which they write.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use wasm_bindgen_cli_support::Bindgen;
use xshell::{Shell, cmd};

use crate::{
    manifest::{Manifest, Module, Wasm},
    npm, package, paths, serve,
    toolchain::Toolchain,
};

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
    /// Measure this packed package instead of building one; its WebAssembly is not weighed by crate
    #[arg(long)]
    tarball: Option<PathBuf>,
}

/// Installs the package and its peers elsewhere, runs every program of `benches/`, and writes the results.
///
/// # Errors
/// When something could not be measured. No figure is too bad.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    let built = match &options.tarball {
        Some(tarball) => Subject {
            tarball: tarball
                .canonicalize()
                .with_context(|| format!("{} is missing", tarball.display()))?,
            named: None,
        },
        None => Subject::build(sh)?,
    };
    npm::ensure(sh)?;
    let sandbox = serve::sandbox(0)?;
    let program = paths::root().join("benches/lab/run.mjs");
    let mut run = cmd!(sh, "node {program}")
        .env("GHL_TARBALL", built.tarball)
        .env("GHL_SANDBOX_URL", sandbox.url());
    if let Some(named) = built.named {
        run = run.env("GHL_NAMED_WASM", named);
    }
    Ok(run.run()?)
}

struct Subject {
    tarball: PathBuf,
    /// The engine with the names of its functions.
    named: Option<PathBuf>,
}

impl Subject {
    fn build(sh: &Shell) -> Result<Self> {
        let Manifest { wasm, modules, .. } = package::make(sh)?;
        let engine = modules.first().context("there is no module")?;
        Ok(Self {
            tarball: package::pack(sh)?,
            named: Some(named_engine(sh, &wasm, engine)?),
        })
    }
}

/// Makes the engine once more as the package has it, but with names, which the package spares its users.
fn named_engine(sh: &Shell, wasm: &Wasm, engine: &Module) -> Result<PathBuf> {
    let compiled = Toolchain::ensure(sh)?.release(sh, wasm, engine)?;
    let directory = paths::state().join("named-engine");
    sh.remove_path(&directory)?;
    bind(&compiled, &directory)?;
    let file = directory.join(engine.file());
    let (wasm_opt, flags) = (npm::program("wasm-opt"), &engine.wasm_opt);
    cmd!(sh, "{wasm_opt} {flags...} --debuginfo {file} -o {file}").run()?;
    Ok(file)
}

fn bind(wasm: &Path, directory: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .bundler(true)?
        .typescript(false)
        .demangle(true)
        .generate(directory)
        .with_context(|| format!("wasm-bindgen refuses {}", wasm.display()))
}
