//! The test runner of `wasm-bindgen`, taken from its own crate.
//!
//! `.cargo/config.toml` names this program as the runner for wasm32, so that its version is the one in `Cargo.lock` and can
//! never disagree with the library's.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    env_logger::init();
    match wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        // Without a backtrace, which would be the runner's and not the failed test's.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
