//! The wasm files and their glue: Rust → wasm → wasm-bindgen → wasm-opt.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::{Shell, cmd};

use crate::{
    build_info::BuildInfo,
    defects, glue,
    manifest::{Manifest, Module},
    notices, npm, order, paths, table,
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

/// Makes the optimised wasm files, their glue and `build-info.json` in `target/modules/`, and returns that.
///
/// # Errors
/// When a tool is missing or fails.
pub fn make(sh: &Shell, manifest: &Manifest) -> Result<PathBuf> {
    let toolchain = Toolchain::ensure(sh)?;
    let directory = paths::modules();
    sh.remove_path(&directory)?;
    for module in &manifest.modules {
        let compiled = toolchain.release(sh, &manifest.wasm, module)?;
        notices::check(sh, module, &sh.read_binary_file(&compiled)?)?;
        bind(&compiled, &directory)?;
        finish(sh, module, &directory)?;
    }
    let info = BuildInfo::of(sh, &directory, manifest, &toolchain, &RENAME)?;
    sh.write_file(directory.join("build-info.json"), info.json()?)?;
    Ok(directory)
}

/// Makes a wasm file and its glue small and quick.
fn finish(sh: &Shell, module: &Module, directory: &Path) -> Result<()> {
    let file = directory.join(module.file());
    sh.write_file(&file, table::prune(&sh.read_binary_file(&file)?)?)?;
    let (wasm_opt, optimise) = (npm::program("wasm-opt"), &module.wasm_opt);
    cmd!(sh, "{wasm_opt} {optimise...} {file} -o {file}").run()?;
    let mut optimised = sh.read_binary_file(&file)?;
    defects::shorten(&mut optimised);
    sh.write_file(&file, order::name(&optimised)?)?;
    // By itself: under `--converge` it would rename, and print, more than once.
    let names = cmd!(sh, "{wasm_opt} {RENAME...} {file} -o {file}").read()?;
    let glue_file = directory.join(format!("{}_bg.js", module.stem()));
    let renamed = glue::rename(&sh.read_file(&glue_file)?, &names)?;
    let quick = match module.quick {
        true => glue::quicken(&renamed, &sh.read_binary_file(&file)?)?,
        false => renamed,
    };
    sh.write_file(glue_file, glue::put_off(&quick)?)?;
    Ok(())
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
