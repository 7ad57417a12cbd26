//! wasm-opt, which takes half a minute: what it last made of a module is kept, for when it is asked for the same again.

use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::{build_info::hex, npm, paths};

/// The program, of one version.
#[derive(Clone, Debug)]
pub struct WasmOpt {
    program: PathBuf,
    /// In its own words.
    pub version: String,
}

/// What a run has made.
#[derive(Debug)]
pub struct Optimised {
    /// The wasm file.
    pub wasm: Vec<u8>,
    /// What it said.
    pub printed: String,
}

impl WasmOpt {
    /// The one that package-lock.json pins.
    ///
    /// # Errors
    /// When it does not tell its version.
    pub fn new(sh: &Shell) -> Result<Self> {
        let program = npm::program("wasm-opt");
        let version = cmd!(sh, "{program} --version").quiet().read()?;
        Ok(Self { program, version })
    }

    /// Optimises a wasm file. What it makes is kept under `name`, until it is asked for something else by that name.
    ///
    /// # Errors
    /// When it refuses the file or a flag.
    pub fn run<F: AsRef<str>>(
        &self,
        sh: &Shell,
        name: &str,
        flags: &[F],
        wasm: &[u8],
    ) -> Result<Optimised> {
        let flags: Vec<&str> = flags.iter().map(AsRef::as_ref).collect();
        let kept = Kept::of(name);
        let key = self.key(&flags, wasm);
        if let Some(optimised) = kept.read(sh, &key) {
            return Ok(optimised);
        }
        sh.remove_path(&kept.folder)?;
        let (file, program) = (&kept.wasm, &self.program);
        sh.write_file(file, wasm)?;
        let printed = cmd!(sh, "{program} {flags...} {file} -o {file}").read()?;
        sh.write_file(&kept.printed, &printed)?;
        // The last one: without it the others do not count.
        sh.write_file(&kept.key, key)?;
        let wasm = sh.read_binary_file(file)?;
        Ok(Optimised { wasm, printed })
    }

    /// What tells runs apart that make different things.
    fn key(&self, flags: &[&str], wasm: &[u8]) -> String {
        let described = format!(
            "{:?} {flags:?} {}",
            self.version,
            hex(&Sha256::digest(wasm))
        );
        hex(&Sha256::digest(described))
    }
}

/// The files of the last run by a name.
struct Kept {
    folder: PathBuf,
    wasm: PathBuf,
    printed: PathBuf,
    key: PathBuf,
}

impl Kept {
    fn of(name: &str) -> Self {
        let folder = paths::state().join("wasm-opt").join(name);
        let file = |name: &str| Path::join(&folder, name);
        Self {
            wasm: file("made.wasm"),
            printed: file("printed.txt"),
            key: file("key"),
            folder,
        }
    }

    fn read(&self, sh: &Shell, key: &str) -> Option<Optimised> {
        let is_same = sh.read_file(&self.key).is_ok_and(|kept| kept == key);
        is_same.then(|| {
            Some(Optimised {
                wasm: sh.read_binary_file(&self.wasm).ok()?,
                printed: sh.read_file(&self.printed).ok()?,
            })
        })?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_differ_by_version_flags_and_file() {
        let of = |version: &str| WasmOpt {
            program: PathBuf::new(),
            version: version.to_owned(),
        };
        let keys = [
            of("1").key(&["-O", "-g"], b"a"),
            of("2").key(&["-O", "-g"], b"a"),
            of("1").key(&["-O"], b"a"),
            of("1").key(&["-O -g"], b"a"),
            of("1").key(&["-O", "-g"], b"b"),
        ];
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key), "{place}");
        }
        assert_eq!(keys[0], of("1").key(&["-O", "-g"], b"a"));
    }
}
