//! The matrix: the packed package in every tool that its users have, each in a project of its own.

use std::path::PathBuf;

use anyhow::Result;
use xshell::Shell;

use crate::{
    browsers, chromium::Chromium, lanes::Environment, package, paths, test, toolchain::Toolchain,
    wasm,
};

const MATRIX: &str = "tests/consumers/matrix";
/// The consumer that is a crate: it is compiled before it is installed.
const RUST_WORKER: &str = "rust-worker";
/// The consumer that runs in Firefox and WebKitGTK, too. Beside it, the engine's own
/// tests and those of the page run in Firefox.
const BROWSERS: &str = "browsers";

/// Builds the package and runs the consumers of these names, or all of them.
///
/// # Errors
/// When the package or the crate cannot be built, or a consumer fails.
pub fn run(sh: &Shell, names: &[String]) -> Result<()> {
    package::make(sh)?;
    let chromium = Chromium::ensure(sh)?;
    let mut environment: Environment = vec![("GHL_CONSUMERS", names.join(" ").into())];
    let is_asked = |consumer| names.is_empty() || names.iter().any(|name| name == consumer);
    if is_asked(BROWSERS) {
        let (firefox, webkit) = (browsers::firefox(sh)?, browsers::webkit(sh)?);
        environment.extend([
            ("FIREFOX", firefox.program.into()),
            ("GECKODRIVER", firefox.driver.into()),
            ("MINIBROWSER", webkit.program.into()),
            ("WEBKITDRIVER", webkit.driver.into()),
        ]);
        test::engine_in_firefox(sh)?;
        test::page_in_firefox(sh)?;
    }
    if is_asked(RUST_WORKER) {
        environment.push(("GHL_RUST_WORKER", rust_worker(sh)?.into()));
    }
    test::installed(sh, MATRIX, Some(chromium), environment)
}

/// Compiles the Worker in Rust as worker-build does, and returns the folder of its wasm file and glue.
fn rust_worker(sh: &Shell) -> Result<PathBuf> {
    let manifest = paths::root()
        .join(MATRIX)
        .join(RUST_WORKER)
        .join("Cargo.toml");
    let toolchain = Toolchain::ensure(sh)?;
    toolchain
        .cargo(sh, "build", &["--release", "--locked", "--manifest-path"])
        .arg(manifest)
        .run()?;
    let directory = paths::root().join("target/consumers").join(RUST_WORKER);
    sh.remove_path(&directory)?;
    wasm::bind(&toolchain.released("consumer"), &directory)?;
    Ok(directory)
}
