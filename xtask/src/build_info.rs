//! `build-info.json`: what the wasm files were made of and with, so that anyone can make them again and compare.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::{
    manifest::Manifest,
    paths,
    toolchain::{Provenance, Toolchain},
};

/// The whole file. It names no time and no place: two builds of one commit have the same.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BuildInfo {
    /// The commit, unless files were changed after it or nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    #[serde(flatten)]
    provenance: Provenance,
    wasm_bindgen: String,
    /// Its version.
    wasm_opt: String,
    /// The files by their names.
    files: BTreeMap<String, File>,
}

/// A wasm file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct File {
    /// In hex.
    sha256: String,
    rustflags: Vec<String>,
    /// The flags of each run of wasm-opt, one after the other.
    wasm_opt: [Vec<String>; 2],
}

impl BuildInfo {
    /// Describes the finished files of these modules in a directory. The `last_run` of this version of wasm-opt is the same for all.
    ///
    /// # Errors
    /// When a tool does not tell its version, or a file is missing.
    pub fn of(
        sh: &Shell,
        directory: &Path,
        manifest: &Manifest,
        toolchain: &Toolchain,
        wasm_opt: &str,
        last_run: &[&str],
    ) -> Result<Self> {
        let last_run: Vec<String> = last_run.iter().map(|flag| (*flag).to_owned()).collect();
        let files = manifest.modules.iter().map(|module| {
            let file = sh.read_binary_file(directory.join(module.file()))?;
            let described = File {
                sha256: hex(&Sha256::digest(file)),
                rustflags: module.rustflags(&manifest.wasm),
                wasm_opt: [module.wasm_opt.clone(), last_run.clone()],
            };
            Ok((module.file(), described))
        });
        Ok(Self {
            commit: commit(sh),
            provenance: toolchain.provenance(sh)?,
            wasm_bindgen: locked(
                &sh.read_file(paths::root().join("Cargo.lock"))?,
                "wasm-bindgen",
            )?,
            wasm_opt: wasm_opt.to_owned(),
            files: files.collect::<Result<_>>()?,
        })
    }

    /// The file's content.
    ///
    /// # Errors
    /// Never, with fields like these.
    pub fn json(&self) -> Result<String> {
        Ok(format!("{}\n", serde_json::to_string_pretty(self)?))
    }
}

/// The commit that is checked out, if the checkout is that commit and nothing else.
fn commit(sh: &Shell) -> Option<String> {
    let git = |arguments: &[&str]| {
        cmd!(sh, "git {arguments...}")
            .quiet()
            .ignore_stderr()
            .read()
            .ok()
    };
    // An unpacked source archive may lie in somebody else's repository.
    let is_ours = git(&["rev-parse", "--show-prefix"])?.is_empty();
    let is_clean = git(&["status", "--porcelain"])?.is_empty();
    (is_ours && is_clean).then(|| git(&["rev-parse", "HEAD"]))?
}

/// The version of a package in `Cargo.lock`.
fn locked(lock: &str, name: &str) -> Result<String> {
    let lock: toml::Table = toml::from_str(lock).context("Cargo.lock is not TOML")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
        .and_then(|package| package.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock has no {name}"))
}

/// The bytes in hex, as `sha256sum` prints them.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_locked_one() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").unwrap(), "0.2.130");
        let error = locked(lock, "wasm").unwrap_err();
        assert_eq!(error.to_string(), "Cargo.lock has no wasm");
    }

    #[test]
    fn hex_is_as_sha256sum_prints_it() {
        let digest = hex(&Sha256::digest(b""));
        assert_eq!(
            digest,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
