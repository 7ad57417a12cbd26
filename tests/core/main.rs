//! Does the pure part send what the specs say, refuse what is wrong, and understand what comes back?
//!
//! Native: no network, no JavaScript, no clock.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic, in its helpers too"
)]

mod any_input;
mod catalogue;
mod config;
mod encoding;
mod input;
mod json;
mod models;
mod request;
mod response;
mod support;
