//! Carries calls out: waits, asks for the token, sends the request with `fetch`, hands the answer over. Never decides.

mod body;
mod clock;
mod course;
mod credential;
mod drive;
mod exchange;
mod failure;
pub mod objects;
mod promise;
mod queue;
mod session;
mod stop;
mod teller;
pub mod value;
mod watch;

pub use course::Answer;
pub use drive::{drive, hear, listen};
pub use failure::Failure;
pub use session::Session;
