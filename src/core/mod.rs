//! The pure part: what to send, and what an answer means. No clock, no network, no JavaScript.
//!
//! A policy is a function that takes the clock, a random number and the outcome, and returns what to do next: [`call`].

#![allow(
    clippy::single_char_add_str,
    reason = "nothing else in the module needs the code that encodes a char: 300 bytes"
)]

pub mod answer;
pub mod call;
pub mod config;
pub mod document;
pub mod encode;
pub mod error;
pub mod input;
pub mod limit;
pub mod model;
pub mod secret;
pub mod suggest;
pub mod text;
