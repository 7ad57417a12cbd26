//! Connections that keep the server of wasm-bindgen's test runner from waiting for nothing.
//!
//! Its pool of threads (`TaskPool::spawn` of tiny_http 0.12) may keep a connection for a thread that has just been given another
//! one. A browser that loads several modules at once then waits for one of them until it closes a connection, which takes it
//! minutes. Whenever a connection ends, its thread goes on with what is kept: so it helps to open one, and to close it.

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::Result;

const INTERVAL: Duration = Duration::from_millis(250);

/// Opens and closes connections, one after the other, until it is dropped.
pub struct Nudge {
    /// Where a server may listen: nobody did when this was made.
    pub address: SocketAddr,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Nudge {
    /// Begins.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start() -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let is_over = Arc::new(AtomicBool::new(false));
        let end = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            while !end.load(Ordering::Relaxed) {
                // Before the tests and after them nobody listens.
                let _ = TcpStream::connect(address);
                thread::sleep(INTERVAL);
            }
        });
        Ok(Nudge {
            address,
            is_over,
            thread: Some(thread),
        })
    }
}

impl Drop for Nudge {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
