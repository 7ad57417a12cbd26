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

mod advice;
mod allocator;
mod answer;
mod any_answer;
mod any_input;
mod any_pace;
mod budget;
mod call;
mod catalogue;
mod config;
mod encoding;
mod every_field;
mod extra;
mod foreign;
mod heap;
mod http_date;
mod input;
mod json;
mod lists;
mod models;
mod options;
mod pacing;
mod pack;
mod permissions;
mod rate_limit;
mod raw;
mod reasons;
mod request;
mod response;
mod retry;
mod row_answers;
mod row_requests;
mod rows;
mod secrets;
mod server;
mod simulation;
mod support;
mod tokens;
mod unauthorized;
mod watched;
