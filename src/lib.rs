//! HighLevel's (GoHighLevel's) Users API, v1, v2 and v3, for WebAssembly.
//!
//! # Map
//! - [`core`]: pure. What to send, what an answer means, what an error says.
//! - [`api`]: the catalogue. Every operation is a row, every wire type is declared once.
//! - `transport` (wasm32 only): carries requests out with the browser's `fetch`; never decides.
//! - `bindings` (wasm32 only, feature `npm`): what the JavaScript half of the npm package sees.
//! - `client` (wasm32 only): the same engine for Rust, typed.
//!
//! # Rules
//! Dependencies run `bindings → transport → core ← api`, and
//! 1. the core never names an operation;
//! 2. the catalogue never names `web_sys`;
//! 3. the transport never reads a status code;
//! 4. the bindings never build a URL.
//!
//! The JavaScript crates are dependencies for wasm32 only, so that one that leaks into the core or the catalogue fails a
//! plain `cargo check`.

pub mod api;
pub mod core;

#[cfg(all(target_arch = "wasm32", feature = "npm"))]
pub mod bindings;
#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
mod transport;

#[cfg(target_arch = "wasm32")]
pub use client::{Client, Failure, Options, Pace, WithResponse};
