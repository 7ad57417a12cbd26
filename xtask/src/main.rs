//! The build tool: `cargo xtask <command>`.

#[cfg(test)]
mod agreement;
mod apt;
mod bench;
mod browsers;
mod build_info;
mod catalogue;
mod check;
mod chromium;
mod circles;
mod connector;
mod consumers;
mod defects;
mod demo;
mod driven;
mod generate;
mod glue;
mod lanes;
mod manifest;
mod markdown;
mod notices;
mod npm;
mod nudge;
mod operations;
mod order;
mod package;
mod paths;
mod raw;
mod reproduce;
mod resource;
mod routes;
mod sandbox_keys;
mod serve;
mod shapes;
mod size;
mod spec;
mod table;
mod test;
mod toolchain;
mod tree;
mod typescript;
mod unauthorized;
mod wasm;
mod wasm_opt;
mod watched;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use ghl_users_sandbox::Start;
use xshell::Shell;

#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Builds, checks, tests and shows ghl-users"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the npm package into pkg/ and print what each entry weighs
    Build,
    /// Open the page, with a sandbox behind it
    Demo(demo::Options),
    /// Run every test, or one suite
    Test {
        /// Leave out to run them all
        suite: Option<test::Suite>,
    },
    /// Install the packed package in every tool that its users have, and run it there
    Consumers {
        /// Folders of tests/consumers/matrix; leave out to run them all
        names: Vec<String>,
    },
    /// Measure the package beside what it is compared with
    Bench(bench::Options),
    /// Check formatting, circles of imports, lints, types and generated files
    Check,
    /// Write the files that are generated from the Rust declarations
    Generate {
        /// Only say which are out of date
        #[arg(long)]
        check: bool,
    },
    /// Compare the declarations with HighLevel's OpenAPI files, field by field
    Spec(spec::Options),
    /// Build the commit twice, in two places, and compare every byte
    Reproduce,
    /// Serve HighLevel's API from memory
    Sandbox {
        /// The port on loopback; 0 takes a free one
        #[arg(long, default_value_t = 4010)]
        port: u16,
        /// What there is at the start: agency, large, messy or empty
        #[arg(long, default_value = "agency", value_parser = Start::named)]
        start: Start,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let sh = Shell::new()?;
    sh.change_dir(paths::root());
    match command {
        Command::Build => package::build(&sh),
        Command::Demo(options) => demo::run(&sh, &options),
        Command::Test { suite } => test::run(&sh, suite),
        Command::Consumers { names } => consumers::run(&sh, &names),
        Command::Bench(options) => bench::run(&sh, &options),
        Command::Check => check::run(&sh),
        Command::Generate { check } => generate::run(&sh, check),
        Command::Spec(options) => spec::run(&sh, &options),
        Command::Reproduce => reproduce::run(&sh),
        Command::Sandbox { port, start } => demo::sandbox(port, start),
    }
}
