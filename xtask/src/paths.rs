//! Where things stand in the checkout.

use std::{
    env,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// The root of the checkout.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        // What was compiled in may be another checkout, where two of them share a target folder.
        let xtask = env::var("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").to_owned());
        // xtask stands directly under the root, so there always is a parent.
        Path::new(&xtask)
            .parent()
            .map_or(PathBuf::new(), Path::to_owned)
    });
    &ROOT
}

/// What cargo builds for this machine.
pub fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The wasm files and their glue, before the TypeScript half surrounds them.
pub fn modules() -> PathBuf {
    root().join("target/modules")
}

/// The npm package as it is published.
pub fn package() -> PathBuf {
    root().join("pkg")
}

/// The packed tarball, and what xtask remembers between two runs.
pub fn state() -> PathBuf {
    root().join("target/xtask")
}
