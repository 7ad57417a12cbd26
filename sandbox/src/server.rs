//! The sandbox on a loopback port.
//!
//! ```no_run
//! use ghl_users_sandbox::{State, server::Server};
//!
//! let server = Server::start(0, State::default())?; // any free port
//! println!("{}", server.url());
//! server.shutdown();
//! # Ok::<(), std::io::Error>(())
//! ```

mod answer;
mod body;

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::rc::Rc;
use std::thread::JoinHandle;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;
use tokio::task::LocalSet;

use crate::State;

/// A running sandbox, on a thread of its own. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    local_addr: SocketAddr,
    stop: Option<oneshot::Sender<Infallible>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `state` on this port of 127.0.0.1, or on a free one if it is 0.
    ///
    /// # Errors
    ///
    /// The port cannot be bound.
    pub fn start(port: u16, state: State) -> io::Result<Self> {
        Self::serve(TcpListener::bind((Ipv4Addr::LOCALHOST, port))?, state)
    }

    /// Serves `state` on a listener.
    ///
    /// # Errors
    ///
    /// The listener is not bound to a loopback address (`InvalidInput`), or the system refuses a thread.
    pub fn serve(listener: TcpListener, state: State) -> io::Result<Self> {
        let local_addr = listener.local_addr()?;
        if !local_addr.ip().is_loopback() {
            let message =
                format!("the sandbox listens on {local_addr}: expected a loopback address");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name("sandbox".into())
            .spawn(move || {
                let result = LocalSet::new().block_on(&runtime, run(listener, state, stopped));
                if let Err(error) = result {
                    eprintln!("sandbox: {error}");
                }
            })?;
        Ok(Self {
            local_addr,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it listens.
    pub fn local_addr(&self) -> SocketAddr {
        self.local_addr
    }

    /// The base URL of v2 and v3; v1's ends in `/v1`.
    pub fn url(&self) -> String {
        format!("http://{}", self.local_addr)
    }

    /// Stops listening and closes every connection.
    pub fn shutdown(self) {}

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            join(thread);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            join(thread);
        }
    }
}

fn join(thread: JoinHandle<()>) {
    if thread.join().is_err() {
        eprintln!("sandbox: its thread has panicked");
    }
}

/// Accepts connections until the other end of `stopped` is gone.
async fn run(
    listener: TcpListener,
    state: State,
    mut stopped: oneshot::Receiver<Infallible>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let state = Rc::new(RefCell::new(state));
    loop {
        let stream = tokio::select! {
            _ = &mut stopped => return Ok(()),
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                // The peer is gone already, or the process has no file left; neither is the end of the sandbox.
                Err(error) => {
                    eprintln!("sandbox: cannot accept a connection: {error}");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let state = Rc::clone(&state);
        tokio::task::spawn_local(async move {
            let calls = Cell::new(0);
            let service = service_fn(|request| {
                calls.update(|calls| calls + 1);
                answer::respond(&state, request, calls.get())
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service);
            // An error is a peer that has left, or a connection that was dropped on purpose.
            let _ = connection.await;
        });
    }
}
