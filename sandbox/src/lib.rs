//! HighLevel's Users API, v1, v2 and v3, in memory.
//!
//! [`handle`] is the whole of it: a [`State`], a [`Request`] and its moment go in, a [`Response`] comes out. It opens no
//! socket, reads no clock and never sleeps, so it runs in a test, behind the loopback [`server`] and in a page alike.
//! It is written from the vendor's specs and from what public integrations report, independently of the client, which
//! it judges.
//!
//! | module | what it knows |
//! |---|---|
//! | [`seed`], `people` | the company, its locations and the tokens that open it; its 120 users |
//! | `route`, `auth`, `rate` | which call is meant, who makes it, how many it has left |
//! | `field`, `validate` | what each call takes, and what is wrong with what it got |
//! | `read`, `selection`, `write` | the calls of v2 and v3 |
//! | `v1` | the calls of v1 |
//! | `refusal` | every way to say no, in the words of each version |
//! | `control`, `log` | `/__sandbox/…`: start over, misbehave, tell what was asked |
//! | `fault`, `schedule` | what goes wrong on order, and when |
//! | `delivery`, `filler` | how an answer travels: late, slowly, without an end, not all the way |
//! | [`server`] | hyper on a loopback port (feature `server`) |
//!
//! # Where HighLevel is silent
//!
//! Its documentation leaves these open; the sandbox decides, and a client should not depend on the choice:
//! an unknown user answers 404 (v1: 400), a foreign company 403, a wrong `Version` 401, an exceeded limit
//! 429 `Too Many Requests`; `permissions` merge on PUT; v1's create answers the bare user; rate headers are not
//! exposed to pages; `deleted: true` in filter-by-email returns deleted users only; a missing `Version` is noticed before
//! a missing token; `companyId` in a PUT may be absent, but not foreign.

mod api;
mod auth;
mod control;
mod cors;
mod delivery;
mod dice;
mod fault;
mod field;
mod filler;
mod log;
mod message;
mod people;
mod permission;
mod rate;
mod read;
mod refusal;
mod route;
mod schedule;
pub mod seed;
mod selection;
#[cfg(feature = "server")]
pub mod server;
mod state;
mod user;
mod v1;
mod validate;
mod write;

pub use delivery::{Delivery, Length, Loss, Pace};
pub use filler::Filler;
pub use message::{Request, Response};
pub use rate::{RateLimit, RetryAfter, Window};
pub use state::{Config, State};
pub use user::{Roles, User};

/// Answers one request, whatever it is: a call of the API, a control call or a browser's preflight.
pub fn handle(state: &mut State, request: &Request) -> Response {
    let response = if request.method == "OPTIONS" {
        cors::preflight()
    } else if control::owns(&request.path) {
        control::answer(state, request)
    } else {
        let fault = state.faults.next(request);
        let mut api_status = None;
        let mut api = || {
            let response = api::answer(state, request);
            api_status = Some(response.status);
            response
        };
        let response = match fault {
            Some(fault) => fault.strike(api),
            None => api(),
        };
        let size = state.config.log_size;
        state.log.record(size, request, &response, api_status);
        response
    };
    cors::open(response)
}
