//! Measurements: each a program of `benches/` that prints its own table.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{package, paths};

/// Builds the package and runs every program of `benches/`.
///
/// # Errors
/// When one fails, or misses the ratio that it names itself.
pub fn run(sh: &Shell) -> Result<()> {
    package::make(sh)?;
    for file in sh.read_dir(paths::root().join("benches"))? {
        if file.extension().is_some_and(|extension| extension == "mjs") {
            cmd!(sh, "node {file}").run()?;
        }
    }
    Ok(())
}
