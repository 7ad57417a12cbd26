//! The pure part: what to send, and what an answer means. No clock, no network, no JavaScript.
//!
//! A policy is a function that takes the clock, a random number and the outcome, and returns what to do next: [`call`],
//! [`retry`], [`rate_limit`].

#![allow(
    clippy::single_char_add_str,
    reason = "nothing else in the module needs the code that encodes a char: 300 bytes"
)]

pub mod advice;
pub mod arrivals;
pub mod base_url;
pub mod call;
pub mod config;
pub mod document;
pub mod encode;
pub mod error;
mod foreign;
pub mod http_date;
pub mod input;
pub mod limit;
pub mod line;
pub mod model;
pub mod operation;
pub mod options;
mod others;
pub mod path;
pub mod rate_limit;
pub mod reasons;
pub mod redaction;
mod refusal;
pub mod request;
pub mod response;
pub mod retry;
pub mod secret;
pub mod slab;
pub mod suggest;
pub mod text;
pub mod unauthorized;
mod wire;
mod written;
