//! The pure part: what to send, and what an answer means. No clock, no network, no JavaScript.
//!
//! Retries, pacing, pages and token refresh belong here too when they come: as functions that take the clock and the
//! outcome, and return what to do next.

#![allow(
    clippy::single_char_add_str,
    reason = "nothing else in the module needs the code that encodes a char: 300 bytes"
)]

pub mod config;
pub mod document;
pub mod encode;
pub mod error;
pub mod input;
pub mod model;
pub mod operation;
pub mod path;
mod refusal;
pub mod request;
pub mod response;
pub mod secret;
pub mod suggest;
pub mod text;
mod wire;
