//! Carries calls out: asks for the token, sends the request with `fetch`, hands the answer over. Never decides.

mod exchange;
mod failure;
mod session;
pub mod value;

pub use failure::Failure;
pub use session::{Answer, Session};
