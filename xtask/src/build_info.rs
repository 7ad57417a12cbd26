//! `build-info.json`: what the wasm file was made of and with, so that anyone can make it again and compare.

use anyhow::{Context, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::{
    manifest::Wasm,
    npm, paths,
    toolchain::{Provenance, Toolchain},
};

/// The whole file. It names no time and no place: two builds of one commit have the same.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BuildInfo {
    /// The commit, unless files were changed after it or nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    /// SHA-256 of `ghl_users_bg.wasm`, in hex.
    wasm_sha256: String,
    #[serde(flatten)]
    provenance: Provenance,
    rustflags: Vec<String>,
    wasm_bindgen: String,
    wasm_opt: WasmOpt,
}

#[derive(Debug, Serialize)]
struct WasmOpt {
    version: String,
    /// The flags of each run, one after the other.
    runs: Vec<Vec<String>>,
}

impl BuildInfo {
    /// Describes a finished `file`.
    ///
    /// # Errors
    /// When a tool does not tell its version.
    pub fn of(
        sh: &Shell,
        file: &[u8],
        wasm: &Wasm,
        toolchain: &Toolchain,
        runs: &[&[String]],
    ) -> Result<Self> {
        let wasm_opt = npm::program("wasm-opt");
        Ok(Self {
            commit: commit(sh),
            wasm_sha256: hex(&Sha256::digest(file)),
            provenance: toolchain.provenance(sh)?,
            rustflags: wasm.rustflags.clone(),
            wasm_bindgen: locked(
                &sh.read_file(paths::root().join("Cargo.lock"))?,
                "wasm-bindgen",
            )?,
            wasm_opt: WasmOpt {
                version: cmd!(sh, "{wasm_opt} --version").quiet().read()?,
                runs: runs.iter().map(|flags| flags.to_vec()).collect(),
            },
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
