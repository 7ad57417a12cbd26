//! HighLevel's API in memory: users in v1, v2 and v3; social posting, contacts, calendars, conversations, opportunities and all
//! else of its catalogue in v2 and v3.
//!
//! [`handle`] is the whole of it: a [`State`], a [`Request`] and its moment go in, a [`Response`] comes out. It opens no
//! socket, reads no clock and never sleeps, so it runs in a test, behind the loopback [`server`] and in a page alike.
//! It is written from the vendor's specs and from what public integrations report, independently of the client, which
//! it judges.
//!
//! A run begins with a [`Start`], or with a [`State`] of one's own that was exported; [`State::open`] takes either. What is told
//! and asked by those who test is a [`command`], which the server takes as calls below `/__sandbox/…`.
//!
//! | module | what it knows |
//! |---|---|
//! | [`seed`] | the company, its locations, its app and the tokens that open it |
//! | `start`, `beginning`, `people`, `world` | what there is when a run begins: a few companies, by name; users and things |
//! | `opening`, `archive` | how a run begins and starts over; states as JSON, to be kept and loaded |
//! | `version`, `caller`, `grant`, `visit` | the words of a call: its version, who makes it, what for |
//! | `route`, `row`, `path`, `auth`, `rate` | which call is meant, of which operation, whether its token opens it, how many calls are left |
//! | `validate`, `input`, `paging` | what is wrong with what a call got, what it got, how much of a list |
//! | `kind`, `kinds`, `thing`, `store` | what kinds of things there are; the things |
//! | `hash` | how their maps find them |
//! | `entry`, `call`, `perform` | what a row of the catalogue says, a call of it, and how that is done |
//! | `contacts`, `calendars` and others | the rows of a resource, what they take, and what no row can say |
//! | `users`, `roster` | the calls about users, of v2 and v3; the users with their indices |
//! | `v1` | the calls of v1 |
//! | `oauth`, `ledger` | the calls that give out tokens, and where the app is installed; what is out and for how long |
//! | `social` | the tags of social posting, and statistics |
//! | `webhook` | events of users, signed with a key of the sandbox's own |
//! | `nearest`, `quoted` | what somebody may have meant; what they said, in quotes |
//! | `refusal`, `seen` | every way to say no, in the words of each version; what else was seen in the wild |
//! | `introduction` | what a person is told at the start |
//! | `command`, `tour`, `log` | start over, misbehave, expire tokens, sign webhooks, tell what there is and what was asked |
//! | `body_length` | how long a body may be |
//! | `control`, `config` | the commands as calls below `/__sandbox/…`; what a run may choose |
//! | `loopback` | who may do that: programs and pages of this machine |
//! | `fault`, `target`, `times`, `schedule` | what goes wrong on order: which calls, how often, and when |
//! | `delivery`, `filler` | how an answer travels: late, slowly, without an end, not all the way |
//! | [`server`] | hyper on a loopback port (feature `server`) |
//!
//! # Where HighLevel is silent
//!
//! Its documentation leaves these open; the sandbox decides, and a client should not depend on the choice:
//! an unknown user answers 404 (v1: 400), a foreign company 403, a wrong `Version` 401, an exceeded limit
//! 429 `Too Many Requests`, a body beyond 1 MiB 413, before all else; `permissions` merge on PUT; v1's create answers the
//! bare user; rate headers are not exposed to pages; `deleted: true` in filter-by-email returns deleted users only; a missing
//! `Version` is noticed before a missing token; `companyId` in a PUT may be absent, but not foreign; `count` is how many
//! there are in all. With `paging` a page is shorter than its `limit`, and `count` says something else or nothing. With
//! `wild` an unknown user answers 401 `The user does not exist.`, as HighLevel's documentation and its issue 205 have it.
//! Create and update take permissions of any name, and `externalUserId`, which only the vendor's article on single sign-on
//! has; one user alone shows it, though nobody has seen that, and `totpEnabled`, which has been seen.
//!
//! A call that there is not answers 501 and names the nearest that there is; a lenient sandbox answers it with `{}`. Of contacts
//! that are sorted by a field, those who have nothing there come first, then numbers, then texts.
//!
//! Of OAuth: a wrong client answers 401 `Invalid client: client is invalid` and spends nothing, a code that is wrong or
//! used 400; `/oauth/token` without a `Version` is v2, whose errors follow v3's words in v2's names; a `user_type` other
//! than the token's own is an invalid parameter, and `redirect_uri` is not compared; parameters that no spec has answer
//! 422. A refresh leaves the access token of before alone, and the grace answers with the seconds that the new one still
//! has. v2's location token has a refresh token, as in practice; a location without the app answers 400. Installed
//! locations are all of the company's unless `isInstalled` says which; v2 answers a foreign company or app with 400.
//! An access token and a private integration token of the same holder share one rate limit.
//!
//! What it decides of social posting stands in `social`, of contacts in `contacts`, and so on. Of all calls of the catalogue:
//! they take a location's token, but where the spec names the agency's or has both; an id that nothing has answers 400 in the
//! words that were seen where it is a contact's, a task's, a note's or a pipeline's, and 404 where it is another's; a thing of
//! another location answers 403, to the agency 404 where the call names a location; what a path, a query or a body names as a
//! location counts, and otherwise it is the token's own. Null clears a field, and does not count as one that is there. A body
//! or a query with names that no spec has answers 422. Dates of creation are the moments of the calls. Numbers in a query are
//! digits. What goes with a thing that is deleted goes at once. A location that is deleted takes along all but its users.
//! Associations and relations are listed as `associations` and `relations` with a `total`, since the spec shows one of each.
//!
//! Of webhooks: an event has `timestamp` and `webhookId` when the order has them, and the first of an account user's
//! locations. A delivery carries the signature of today or the legacy one, never both; the legacy key is RSA of 2048 bits
//! where the vendor's has 4096.

mod api;
mod archive;
mod associations;
mod auth;
mod beginning;
#[cfg(target_arch = "wasm32")]
mod bindings;
mod blogs;
mod body_length;
mod businesses;
mod calendars;
mod call;
mod caller;
mod case;
mod command;
mod company;
mod config;
mod contacts;
mod control;
mod conversations;
mod cors;
mod custom_fields;
mod delivery;
mod dice;
mod entry;
mod events;
mod fault;
mod filler;
mod filter;
mod followers;
mod grant;
mod groups;
mod hash;
mod input;
mod introduction;
mod kind;
mod kinds;
mod ledger;
mod limit;
mod locations;
mod log;
mod loopback;
mod media_type;
mod moment;
mod names;
mod nearest;
mod notifications;
mod oauth;
mod object;
mod opening;
mod opportunities;
mod page;
mod paging;
mod path;
mod people;
mod perform;
mod permission;
mod quoted;
mod rate;
mod reading;
mod refusal;
mod request;
mod response;
mod rooms;
mod roster;
mod route;
mod row;
mod schedule;
pub mod seed;
mod seen;
#[cfg(feature = "server")]
pub mod server;
mod settings;
#[cfg(feature = "signing")]
pub mod signing;
#[cfg(not(feature = "signing"))]
#[path = "unsigned.rs"]
mod signing;
mod snapshots;
mod social;
mod sort_key;
mod span;
mod start;
mod state;
mod store;
mod target;
mod thing;
mod times;
mod tour;
mod user;
mod user_view;
mod users;
mod v1;
mod validate;
mod version;
mod visit;
mod webhook;
mod world;

pub use command::command;
pub use config::Config;
pub use control::longest_body;
pub use delivery::{Delivery, Loss, Pace};
pub use filler::{Filler, Length};
pub use introduction::introduction;
pub use limit::{RateLimit, RetryAfter, Window};
pub use paging::{Counted, Paging};
pub use permission::Permissions;
pub use request::Request;
pub use response::Response;
pub use route::{calls, operations};
pub use start::Start;
pub use state::State;
pub use user::{Roles, User};

use route::Route;

/// Answers one request, whatever it is: a call of the API, a control call or a browser's preflight.
pub fn handle(state: &mut State, request: &Request) -> Response {
    let response = if request.method == "OPTIONS" {
        cors::preflight()
    } else if control::owns(&request.path) {
        control::answer(state, request)
    } else {
        let route = Route::find(request);
        let operation = route.operation();
        let fault = state.faults.next(request, operation);
        let mut api_status = None;
        let api = || {
            let response = api::answer(state, request, route);
            api_status = Some(response.status);
            response
        };
        let response = match fault {
            Some(fault) => fault.strike(api),
            None => api(),
        };
        let size = state.config.log_size;
        let log = &mut state.log;
        log.record(size, request, operation, &response, api_status);
        response
    };
    cors::open(response)
}
