//! The servers of the demo and of the tests, all on loopback.

use std::{
    net::{Ipv4Addr, TcpListener},
    thread,
};

use anyhow::{Context, Result};
use axum::{
    Router,
    http::{HeaderValue, header},
};
use ghl_users_sandbox::{Config, Start, State, server::Server};
use tokio::runtime;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::paths;

/// Starts HighLevel's API in memory, with the agency in it. It stops when it is dropped.
///
/// # Errors
/// When the port is taken.
pub fn sandbox(port: u16) -> Result<Server> {
    started(port, Start::default())
}

/// The same with another company in it.
///
/// # Errors
/// When the port is taken.
pub fn started(port: u16, start: Start) -> Result<Server> {
    Server::start(port, State::started(start, Config::default()))
        .with_context(|| format!("cannot serve the sandbox on port {port}"))
}

/// Serves the demo page at `/` and the built package under `/pkg/`, and returns the origin. Port 0 takes a free one.
/// It serves as long as the process lives.
///
/// # Errors
/// When the port is taken.
pub fn page(port: u16) -> Result<String> {
    let (listener, origin) = listen(port)?;
    // A page that is being worked on must never come out of the browser's cache.
    let fresh = SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-store"),
    );
    let router = Router::new()
        .nest_service("/pkg", ServeDir::new(paths::package()))
        .fallback_service(ServeDir::new(paths::root().join("www")))
        .layer(fresh);
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        })
    });
    Ok(origin)
}

fn listen(port: u16) -> Result<(TcpListener, String)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("cannot listen on port {port}"))?;
    listener.set_nonblocking(true)?;
    let origin = format!("http://{}", listener.local_addr()?);
    Ok((listener, origin))
}
