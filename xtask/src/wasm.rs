//! The wasm files and their glue: Rust → wasm → wasm-bindgen → wasm-opt.

use std::{
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use xshell::Shell;

use crate::{
    build_info::BuildInfo,
    defects, glue,
    manifest::{Manifest, Module, Wasm},
    notices, order, paths, table,
    toolchain::Toolchain,
    wasm_opt::WasmOpt,
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
    toolchain.ensure_sources(sh)?;
    let wasm_opt = WasmOpt::new(sh)?;
    let directory = paths::modules();
    sh.remove_path(&directory)?;
    // Side by side: a compiler that optimises the whole program at once, and wasm-opt, take one core each.
    thread::scope(|scope| {
        let running: Vec<_> = manifest
            .modules
            .iter()
            .map(|module| {
                let maker = Maker {
                    sh: sh.clone(),
                    toolchain: &toolchain,
                    wasm_opt: &wasm_opt,
                    wasm: &manifest.wasm,
                    directory: &directory,
                };
                scope.spawn(move || maker.make(module))
            })
            .collect();
        running.into_iter().try_for_each(|module| {
            module
                .join()
                .map_err(|_| anyhow!("what makes a module has panicked"))?
        })
    })?;
    let info = BuildInfo::of(
        sh,
        &directory,
        manifest,
        &toolchain,
        &wasm_opt.version,
        &RENAME,
    )?;
    sh.write_file(directory.join("build-info.json"), info.json()?)?;
    Ok(directory)
}

/// What a module is made with, beside another one.
struct Maker<'a> {
    sh: Shell,
    toolchain: &'a Toolchain,
    wasm_opt: &'a WasmOpt,
    wasm: &'a Wasm,
    directory: &'a Path,
}

impl Maker<'_> {
    fn make(&self, module: &Module) -> Result<()> {
        let compiled = self.toolchain.release(&self.sh, self.wasm, module)?;
        notices::check(&self.sh, module, &self.sh.read_binary_file(&compiled)?)?;
        bind(&compiled, self.directory)?;
        self.finish(module)
    }

    /// Makes a wasm file and its glue small and quick.
    fn finish(&self, module: &Module) -> Result<()> {
        let (sh, stem) = (&self.sh, module.stem());
        let file = self.directory.join(module.file());
        let pruned = table::prune(&sh.read_binary_file(&file)?)?;
        let first = self.wasm_opt.run(sh, &stem, &module.wasm_opt, &pruned)?;
        print!("{}", first.printed);
        let mut optimised = first.wasm;
        defects::shorten(&mut optimised);
        // By itself: under `--converge` it would rename, and print, more than once.
        let named = order::name(&optimised)?;
        let second = self
            .wasm_opt
            .run(sh, &format!("{stem}-names"), &RENAME, &named)?;
        let glue_file = self.directory.join(format!("{stem}_bg.js"));
        let renamed = glue::rename(&sh.read_file(&glue_file)?, &second.printed)?;
        let quick = match module.quick {
            true => glue::quicken(&renamed, &second.wasm)?,
            false => renamed,
        };
        sh.write_file(file, second.wasm)?;
        sh.write_file(glue_file, glue::put_off(&quick)?)?;
        Ok(())
    }
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
