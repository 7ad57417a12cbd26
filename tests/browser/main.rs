//! Does the compiled engine keep its promises in a browser and in Node?
//!
//! Run by `cargo xtask test browser` and `cargo xtask test node`, which start the sandbox that the tests call.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic, in its helpers too"
)]

mod client;
mod engine;
mod stubbed;
mod support;
