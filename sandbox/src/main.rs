//! `ghl-users-sandbox [--port 4010]`: HighLevel's API, in memory, on 127.0.0.1.

use std::error::Error;

use ghl_users_sandbox::server::Server;
use ghl_users_sandbox::{State, seed};
use lexopt::{Arg, ValueExt};

const USAGE: &str = "ghl-users-sandbox [--port PORT]

Serves HighLevel's API, users in v1, v2 and v3 and the rest of the catalogue in v2 and v3, from memory on 127.0.0.1.
Without Rust and a checkout, `npx ghl-users sandbox` serves the same from the npm package: with these arguments, and --json for scripts.

  --port PORT   the port; 0 for any free one [default: 4010]";

fn main() -> Result<(), Box<dyn Error>> {
    let mut port = 4010;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = arguments.value()?.parse()?,
            Arg::Short('h') | Arg::Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let server = Server::start(port, State::default())?;
    println!("{}", seed::introduction(&server.url()));
    server.wait();
    Ok(())
}
