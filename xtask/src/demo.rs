//! The demo: the page, the package it uses and a HighLevel to talk to, in one command.

use anyhow::{Result, ensure};
use clap::Args;
use ghl_users_sandbox::{Start, introduction};
use xshell::Shell;

use crate::{package, paths, serve};

/// What `cargo xtask demo` takes.
#[derive(Args, Debug)]
pub struct Options {
    /// Use `pkg/` as it is
    #[arg(long)]
    no_build: bool,
    /// The page's port; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The sandbox's port; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    sandbox_port: u16,
}

/// Prints one URL, which opens with the sandbox connected, and serves until the process is stopped.
///
/// # Errors
/// When the package cannot be built or a port is taken.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    if options.no_build {
        ensure!(
            sh.path_exists(paths::package()),
            "pkg/ is missing: leave out --no-build"
        );
    } else {
        package::build(sh)?;
    }
    let sandbox = serve::sandbox(options.sandbox_port)?;
    let page = serve::page(options.port)?;
    println!("\n{page}/?sandbox={}", sandbox.url());
    sandbox.wait();
    Ok(())
}

/// Serves the sandbox alone, and prints the ids and tokens that open it.
///
/// # Errors
/// When the port is taken.
pub fn sandbox(port: u16, start: Start) -> Result<()> {
    let sandbox = serve::started(port, start)?;
    println!("{}", introduction(&sandbox.url(), start));
    sandbox.wait();
    Ok(())
}
