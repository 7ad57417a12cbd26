//! A compiler for wasm32: the pinned one with rustup's target, or else Debian's, which builds its own std.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::Serialize;
use xshell::{Cmd, Shell, cmd};

use crate::{
    apt,
    manifest::{Module, Wasm},
    paths,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// Forces one of the two: `host` or `debian`.
const CHOICE: &str = "GHL_WASM_TOOLCHAIN";
/// The crates of std that are compiled with the engine, and for what they are made fit.
const STD: &str = "std,panic_abort";
const STD_FEATURES: &str = "optimize_for_size";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_CLIPPY: &str = "/usr/bin/cargo-clippy";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// What compiles the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain that built xtask; it has a std for wasm32.
    Host,
    /// Debian's compiler with Debian's std sources and linker.
    Debian {
        /// The wasm linker of the LLVM that this compiler was built with.
        linker: PathBuf,
    },
}

/// What the engine is compiled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// The compiler in its own words. Debian's say that it was built from a source tarball.
    pub rustc: String,
    /// The version of LLVM, which generates the code.
    pub llvm: String,
    /// The standard library.
    pub std: String,
}

impl Toolchain {
    /// Finds a toolchain for wasm32, and installs what it lacks.
    ///
    /// # Errors
    /// Names what to install when neither rustup nor apt-get could.
    pub fn ensure(sh: &Shell) -> Result<Self> {
        match env::var(CHOICE).ok().as_deref() {
            Some("host") => host(sh),
            Some("debian") => debian(sh),
            Some(other) => bail!("{CHOICE} is {other:?}: expected host or debian"),
            None => either(sh),
        }
    }

    /// `cargo <subcommand>` for wasm32. `arguments` may end in `--` and what follows it.
    pub fn cargo<'a>(&self, sh: &'a Shell, subcommand: &str, arguments: &[&str]) -> Cmd<'a> {
        self.cargo_in(sh, subcommand, &self.target_dir())
            .args(arguments)
    }

    fn cargo_in<'a>(&self, sh: &'a Shell, subcommand: &str, target_dir: &Path) -> Cmd<'a> {
        match self {
            Self::Host => {
                let cargo = host_cargo();
                cmd!(sh, "{cargo} {subcommand} --target {TARGET} --target-dir {target_dir}")
            }
            Self::Debian { linker } => cmd!(
                sh,
                "{DEBIAN_CARGO} {subcommand} -Zbuild-std={STD} --target {TARGET} --target-dir {target_dir}"
            )
            .env("RUSTC", DEBIAN_RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
            // cargo run sets it to the pinned toolchain's libraries, which are not Debian's.
            .env_remove("LD_LIBRARY_PATH"),
        }
    }

    /// Finds the sources of std, which a release compiles, or fetches them.
    ///
    /// # Errors
    /// When they are missing and cannot be had.
    pub fn ensure_sources(&self, sh: &Shell) -> Result<()> {
        if *self == Self::Host && !host_has_sources(sh)? {
            cmd!(sh, "rustup component add rust-src")
                .run()
                .context("rustup could not add the sources of std")?;
        }
        Ok(())
    }

    /// Builds a module for release, and std with it; returns the wasm file. The sources of std have to be there.
    ///
    /// # Errors
    /// When the build fails.
    pub fn release(&self, sh: &Shell, wasm: &Wasm, module: &Module) -> Result<PathBuf> {
        // Other flags than the tests' and than each other's, so a folder each: otherwise each would make the others build
        // std again.
        let crate_name = &module.crate_name;
        let target_dir = self.target_dir().join(format!("release-{crate_name}"));
        let build_std = match self {
            Self::Host => vec![format!("-Zbuild-std={STD}")],
            Self::Debian { .. } => Vec::new(),
        };
        self.cargo_in(sh, "build", &target_dir)
            .args(build_std)
            .arg(format!("-Zbuild-std-features={STD_FEATURES}"))
            .args(["--release", "--lib"])
            .args(["--package", crate_name])
            .args((!module.default_features).then_some("--no-default-features"))
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", module.rustflags(wasm).join(" "))
            .run()?;
        let file = format!("release/{}.wasm", module.stem());
        Ok(target_dir.join(TARGET).join(file))
    }

    /// Where `cargo build --release` of [`Toolchain::cargo`] puts the wasm file of a crate.
    pub fn released(&self, name: &str) -> PathBuf {
        self.target_dir()
            .join(TARGET)
            .join(format!("release/{name}.wasm"))
    }

    /// Says which compiler and which std [`Toolchain::release`] takes.
    ///
    /// # Errors
    /// When the compiler does not tell its version.
    pub fn provenance(&self, sh: &Shell) -> Result<Provenance> {
        let version = match self {
            Self::Host => cmd!(sh, "rustc -vV").quiet().read()?,
            Self::Debian { .. } => debian_version(sh)?,
        };
        Ok(Provenance {
            rustc: version.lines().next().unwrap_or_default().to_owned(),
            llvm: field(&version, "LLVM version")?.to_owned(),
            std: format!("{STD} from the compiler's own sources, with {STD_FEATURES}"),
        })
    }

    /// Installs clippy for this toolchain where it is missing.
    pub fn ensure_clippy(&self, sh: &Shell) -> Result<()> {
        match self {
            Self::Debian { .. } if !sh.path_exists(DEBIAN_CLIPPY) => {
                apt::install(sh, "clippy for Debian's compiler", &["rust-web-clippy"])
            }
            Self::Debian { .. } | Self::Host => Ok(()),
        }
    }

    /// Each toolchain has a folder of its own, so that changing between them rebuilds nothing.
    fn target_dir(&self) -> PathBuf {
        match self {
            Self::Host => paths::cargo_target(),
            Self::Debian { .. } => paths::cargo_target().join("debian"),
        }
    }
}

/// The cargo that runs xtask.
pub fn host_cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

fn either(sh: &Shell) -> Result<Toolchain> {
    if host_has_std(sh)? {
        return Ok(Toolchain::Host);
    }
    // Where rustup could not fetch the target once, the next run does not wait for it again.
    let remembered = paths::state().join("wasm-toolchain");
    if !sh.path_exists(&remembered) {
        match host(sh) {
            Ok(toolchain) => return Ok(toolchain),
            Err(error) => eprintln!("{error:#}\nUsing Debian's compiler instead."),
        }
    }
    let toolchain = debian(sh)?;
    sh.write_file(remembered, "debian\n")?;
    Ok(toolchain)
}

fn host_has_std(sh: &Shell) -> Result<bool> {
    let libraries = cmd!(sh, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .read()?;
    Ok(sh.path_exists(libraries))
}

fn host_has_sources(sh: &Shell) -> Result<bool> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    Ok(sh.path_exists(format!("{sysroot}/lib/rustlib/src/rust/library/Cargo.lock")))
}

fn host(sh: &Shell) -> Result<Toolchain> {
    if !host_has_std(sh)? {
        which::which("rustup").with_context(|| {
            format!("rustc has no std for {TARGET}, and there is no rustup to add it")
        })?;
        cmd!(sh, "rustup target add {TARGET}")
            .run()
            .with_context(|| format!("rustup could not add {TARGET}"))?;
    }
    Ok(Toolchain::Host)
}

fn debian(sh: &Shell) -> Result<Toolchain> {
    if !debian_has_sources(sh) {
        apt::install(
            sh,
            "a compiler for wasm32",
            &["rustc-web", "cargo-web", "rust-web-src"],
        )?;
    }
    let llvm = debian_llvm(sh)?;
    let linker = PathBuf::from(format!("/usr/bin/wasm-ld-{llvm}"));
    if !sh.path_exists(&linker) {
        apt::install(sh, "the linker for wasm32", &[&format!("lld-{llvm}")])?;
    }
    Ok(Toolchain::Debian { linker })
}

fn debian_has_sources(sh: &Shell) -> bool {
    sh.path_exists(DEBIAN_CARGO)
        && cmd!(sh, "{DEBIAN_RUSTC} --print sysroot")
            .env_remove("LD_LIBRARY_PATH")
            .quiet()
            .ignore_stderr()
            .read()
            .is_ok_and(|sysroot| {
                sh.path_exists(format!("{sysroot}/lib/rustlib/src/rust/library/Cargo.lock"))
            })
}

/// The major version of LLVM in Debian's compiler: its linker has to be of the same.
fn debian_llvm(sh: &Shell) -> Result<String> {
    let version = debian_version(sh)?;
    let llvm = field(&version, "LLVM version")?;
    Ok(llvm.split('.').next().unwrap_or(llvm).to_owned())
}

fn debian_version(sh: &Shell) -> Result<String> {
    Ok(cmd!(sh, "{DEBIAN_RUSTC} -vV")
        .env_remove("LD_LIBRARY_PATH")
        .quiet()
        .read()?)
}

/// A line of `rustc -vV`.
fn field<'a>(version: &'a str, name: &str) -> Result<&'a str> {
    version
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
        .with_context(|| format!("rustc -vV does not name its {name}"))
}
