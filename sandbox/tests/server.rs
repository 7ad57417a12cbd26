//! Does the server carry out what the core decides? Real sockets on a free loopback port.
#![cfg(feature = "server")]

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};

use ghl_users_sandbox::State;
use ghl_users_sandbox::seed::{AGENCY_TOKEN, COMPANY_ID};
use ghl_users_sandbox::server::Server;

/// Sends the requests over one connection, the last of which asks to close it, and reads until it is closed.
#[cfg(test)]
fn exchange(server: &Server, requests: &[String]) -> String {
    let mut stream = TcpStream::connect(server.local_addr()).unwrap();
    if let Some((last, others)) = requests.split_last() {
        let last = last.replacen("\r\n\r\n", "\r\nConnection: close\r\n\r\n", 1);
        stream
            .write_all((others.concat() + &last).as_bytes())
            .unwrap();
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

fn search() -> String {
    format!(
        "GET /users/search?companyId={COMPANY_ID}&limit=1 HTTP/1.1\r\nHost: sandbox\r\nVersion: v3\r\n\
         Authorization: Bearer {AGENCY_TOKEN}\r\n\r\n"
    )
}

#[test]
fn answers_several_calls_on_one_connection() {
    let server = Server::start(0, State::default()).unwrap();
    assert!(server.url().starts_with("http://127.0.0.1:"));
    let answers = exchange(&server, &[search(), search(), search()]);
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 3, "{answers}");
    assert!(answers.contains("\"count\":120"));
    assert!(answers.contains("x-ratelimit-remaining: "));
}

#[test]
fn closes_the_connection_without_an_answer_when_told_to_drop() {
    let server = Server::start(0, State::default()).unwrap();
    let ordered = exchange(&server, &[post("/__sandbox/fault", r#"{"drop":true}"#)]);
    assert!(ordered.starts_with("HTTP/1.1 200 OK"), "{ordered}");
    assert_eq!(exchange(&server, &[search()]), "");
    assert!(exchange(&server, &[search()]).starts_with("HTTP/1.1 200 OK"));
}

#[test]
fn answers_late_when_told_to() {
    let server = Server::start(0, State::default()).unwrap();
    exchange(
        &server,
        &[post("/__sandbox/fault", r#"{"delayMs":30,"status":503}"#)],
    );
    let start = std::time::Instant::now();
    assert!(exchange(&server, &[search()]).starts_with("HTTP/1.1 503 "));
    assert!(start.elapsed().as_millis() >= 30);
}

#[test]
fn refuses_a_body_of_more_than_a_mebibyte_and_goes_on() {
    let server = Server::start(0, State::default()).unwrap();
    let large = post("/users/", &" ".repeat(1024 * 1024 + 1));
    let answers = exchange(&server, &[large, search()]);
    assert!(
        answers.starts_with("HTTP/1.1 413 Payload Too Large"),
        "{answers}"
    );
    assert!(answers.contains("access-control-allow-origin: *"));
    assert!(answers.contains("HTTP/1.1 200 OK"));
    let fitting = post("/users/", &" ".repeat(1024 * 1024));
    assert!(exchange(&server, &[fitting]).starts_with("HTTP/1.1 401 "));
}

#[test]
fn frees_its_port_on_shutdown() {
    let server = Server::start(0, State::default()).unwrap();
    let open = TcpStream::connect(server.local_addr()).unwrap();
    let port = server.local_addr().port();
    server.shutdown();
    drop(open);
    let refused = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap_err();
    assert_eq!(refused.kind(), std::io::ErrorKind::ConnectionRefused);
}

#[test]
fn listens_on_loopback_only() {
    let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).unwrap();
    let error = Server::serve(listener, State::default()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(error.to_string().contains("expected a loopback address"));
}
