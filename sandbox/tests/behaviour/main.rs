//! Does the sandbox say what HighLevel says? One file per topic; `handle` is called directly, with a clock of its own.
#![cfg(test)]

mod auth;
mod businesses;
mod catalogue;
mod control;
mod cors;
mod create;
mod delete;
mod fault;
mod fault_order;
mod filler;
mod filter;
mod installed;
mod intervention;
mod location_token;
mod loopback;
mod paging;
mod rate;
mod read;
mod refresh;
mod search;
mod seed;
mod seen;
mod social;
mod statistics;
mod statistics_refused;
mod storm;
mod support;
mod token;
mod update;
mod v1;
mod webhook;
