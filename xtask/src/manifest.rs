//! `wasm-pack.toml`: what is built, how it is optimised and how large it may become.

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::Shell;

use crate::paths;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// How all wasm files are made.
    pub wasm: Wasm,
    /// The wasm files.
    #[serde(rename = "module")]
    pub modules: Vec<Module>,
    /// The entries of the npm package, in the order in which they are printed.
    #[serde(rename = "entry")]
    pub entries: Vec<Entry>,
}

/// How every wasm file is made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wasm {
    /// The flags of rustc, for a crate and for the std that is built with it.
    rustflags: Vec<String>,
}

/// A wasm file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Module {
    /// The crate that is compiled.
    #[serde(rename = "crate")]
    pub crate_name: String,
    /// Whether its default features are compiled.
    #[serde(default = "yes")]
    pub default_features: bool,
    /// Whether its glue is made quick, which pays where calls are many and small.
    #[serde(default)]
    pub quick: bool,
    /// Flags of rustc for this one alone.
    rustflags: Vec<String>,
    /// The flags of wasm-opt.
    pub wasm_opt: Vec<String>,
}

fn yes() -> bool {
    true
}

impl Module {
    /// What its files begin with, as wasm-bindgen names them.
    pub fn stem(&self) -> String {
        self.crate_name.replace('-', "_")
    }

    /// The name of the wasm file.
    pub fn file(&self) -> String {
        format!("{}_bg.wasm", self.stem())
    }

    /// All flags of rustc that it is made with.
    pub fn rustflags(&self, wasm: &Wasm) -> Vec<String> {
        [wasm.rustflags.as_slice(), &self.rustflags].concat()
    }
}

/// An entry of the npm package: what one consumer downloads.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Entry {
    /// The name it is imported by, with the condition that selects it.
    pub name: String,
    /// The files it consists of, relative to the package.
    pub files: Vec<String>,
    /// What it may weigh, in bytes after `gzip -9`.
    pub max_gzip: Option<u64>,
}

impl Manifest {
    /// Reads the file from the root of the checkout.
    ///
    /// # Errors
    /// Names the key that is missing, unknown or of the wrong type.
    pub fn read(sh: &Shell) -> Result<Self> {
        let text = sh.read_file(paths::root().join("wasm-pack.toml"))?;
        toml::from_str(&text).context("wasm-pack.toml does not say what xtask expects")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest::read(&Shell::new().unwrap()).unwrap()
    }

    #[test]
    fn the_first_module_is_the_engine() {
        assert_eq!(manifest().modules[0].crate_name, "ghl-users");
    }

    #[test]
    fn wasm_pack_optimises_with_the_same_flags() {
        let cargo: toml::Table = toml::from_str(include_str!("../../Cargo.toml")).unwrap();
        let flags = &cargo["package"]["metadata"]["wasm-pack"]["profile"]["release"]["wasm-opt"];
        assert_eq!(
            *flags,
            toml::Value::from(manifest().modules[0].wasm_opt.clone())
        );
    }

    #[test]
    fn the_workerd_entry_stays_within_its_promise() {
        let manifest = manifest();
        let workerd = manifest
            .entries
            .iter()
            .find(|entry| entry.name.contains("workerd"))
            .unwrap();
        assert!(
            workerd.files.iter().any(|file| file.ends_with(".wasm")),
            "its weight includes the wasm file"
        );
        assert!(
            workerd.max_gzip.is_some_and(|limit| limit <= 40_700),
            "{:?}",
            workerd.max_gzip
        );
    }

    #[test]
    fn names_a_key_it_does_not_know() {
        let error = toml::from_str::<Manifest>("[wasm]\nrustflags = []\nbudget = 1\n").unwrap_err();
        assert!(error.to_string().contains("budget"), "{error}");
    }
}
