//! `ghl-users-sandbox [--port 4010] [--start agency]`: HighLevel's API, in memory, on 127.0.0.1.

use std::error::Error;
use std::process::ExitCode;

use ghl_users_sandbox::server::Server;
use ghl_users_sandbox::{Config, Start, State, introduction};
use lexopt::{Arg, ValueExt};

const USAGE: &str = "ghl-users-sandbox [--port PORT] [--start NAME]

Serves HighLevel's API, users in v1, v2 and v3 and the rest of the catalogue in v2 and v3, from memory on 127.0.0.1.
Without Rust and a checkout, `npx ghl-users sandbox` serves the same from the npm package: with these arguments, and --json for scripts.

  --port PORT   the port; 0 for any free one [default: 4010]
  --start NAME  what there is at the start: agency, large, messy or empty [default: agency]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut port = 4010;
    let mut start = Start::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = arguments.value()?.parse()?,
            Arg::Long("start") => {
                let named = Start::named(&arguments.value()?.string()?);
                start = named.map_err(|message| format!("--start is {message}"))?;
            }
            Arg::Short('h') | Arg::Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let server = Server::start(port, State::started(start, Config::default()))?;
    println!("{}", introduction(&server.url(), start));
    server.wait();
    Ok(())
}
