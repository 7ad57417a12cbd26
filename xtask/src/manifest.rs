//! `wasm-pack.toml`: what is built, how it is optimised and how large it may become.

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::Shell;

use crate::paths;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// The one wasm file that every entry shares.
    pub wasm: Wasm,
    /// The entries of the npm package, in the order in which they are printed.
    #[serde(rename = "entry")]
    pub entries: Vec<Entry>,
}

/// How the wasm file is made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wasm {
    /// The crate that is compiled.
    #[serde(rename = "crate")]
    pub crate_name: String,
    /// The flags of rustc, for the crate and for the std that is built with it.
    pub rustflags: Vec<String>,
    /// The flags of wasm-opt.
    pub wasm_opt: Vec<String>,
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
    fn wasm_pack_optimises_with_the_same_flags() {
        let cargo: toml::Table = toml::from_str(include_str!("../../Cargo.toml")).unwrap();
        let flags = &cargo["package"]["metadata"]["wasm-pack"]["profile"]["release"]["wasm-opt"];
        assert_eq!(*flags, toml::Value::from(manifest().wasm.wasm_opt));
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
        let error =
            toml::from_str::<Manifest>("[wasm]\ncrate = \"a\"\nwasm-opt = []\nbudget = 1\n")
                .unwrap_err();
        assert!(error.to_string().contains("budget"), "{error}");
    }
}
