//! Where things stand in the checkout.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The root of the checkout.
pub fn root() -> &'static Path {
    // xtask stands directly under the root, so its manifest always has a parent.
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// What cargo builds for this machine.
pub fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The engine: the wasm file and its glue, before the TypeScript half surrounds it.
pub fn engine() -> PathBuf {
    root().join("target/engine")
}

/// The npm package as it is published.
pub fn package() -> PathBuf {
    root().join("pkg")
}

/// The packed tarball, and what xtask remembers between two runs.
pub fn state() -> PathBuf {
    root().join("target/xtask")
}
