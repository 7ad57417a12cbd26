//! Does the compiled engine keep its promises in a browser and in Node?
//!
//! Run by `cargo xtask test browser` and `cargo xtask test node`, which start the sandbox that the tests call.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic, in its helpers too"
)]

mod admins;
mod any_value;
mod bodies;
mod budgets;
mod causes;
mod client;
mod engine;
mod hostile;
mod lifetime;
mod queueing;
mod retrying;
mod secrets;
mod stage;
mod stopping;
mod stubbed;
mod support;
mod telling;
mod tokens;
mod writes;
