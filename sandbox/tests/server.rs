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
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

fn search() -> String {
    format!(
        "GET /users/search?companyId={COMPANY_ID}&limit=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nVersion: v3\r\n\
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
fn begins_again_with_a_state_that_was_exported_whatever_its_size() {
    let server = Server::start(0, State::default()).unwrap();
    let export = "GET /__sandbox/export HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".to_owned();
    let export = || exchange(&server, std::slice::from_ref(&export));
    let (_, state) = export()
        .split_once("\r\n\r\n")
        .map(|(_, it)| ((), it.to_owned()))
        .unwrap();
    assert!(state.len() > 1024 * 1024);
    let reset = post("/__sandbox/reset", &format!(r#"{{"state":{state}}}"#));
    assert!(exchange(&server, &[reset]).starts_with("HTTP/1.1 200 "));
    assert!(export().ends_with(&state));
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

/// Lets the next search answer so, and returns the head and the body that come over a connection, as they are.
#[cfg(test)]
fn struck(server: &Server, order: &str) -> (String, Vec<u8>) {
    let ordered = exchange(server, &[post("/__sandbox/fault", order)]);
    assert!(ordered.starts_with("HTTP/1.1 200 OK"), "{ordered}");
    let mut stream = TcpStream::connect(server.local_addr()).unwrap();
    stream.write_all(search().as_bytes()).unwrap();
    read_whole(stream)
}

/// The head and the body, until the peer closes the connection.
#[cfg(test)]
fn read_whole(mut stream: TcpStream) -> (String, Vec<u8>) {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, body) = answer.split_at(end.map_or(answer.len(), |end| end + 4));
    (String::from_utf8_lossy(head).into_owned(), body.to_vec())
}

#[cfg(test)]
fn content_length(head: &str) -> Option<usize> {
    let line = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))?;
    line.parse().ok()
}

#[test]
fn closes_the_connection_where_it_is_told_to() {
    let server = Server::start(0, State::default()).unwrap();
    assert_eq!(struck(&server, r#"{"drop":"answer"}"#).0, "");

    let (head, body) = struck(&server, r#"{"drop":"body"}"#);
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    assert!(content_length(&head) > Some(100) && body.is_empty());

    let (head, body) = struck(&server, r#"{"drop":"rest"}"#);
    assert_eq!(
        content_length(&head).map(|length| length / 2),
        Some(body.len())
    );
    assert!(body.starts_with(b"{\"count\":120,"));

    let (head, body) = struck(&server, r#"{"drop":"rest","chunked":true}"#);
    assert!(head.contains("transfer-encoding: chunked"), "{head}");
    assert!(body.len() > 100 && !body.ends_with(b"0\r\n\r\n"));

    let (head, body) = struck(&server, r#"{"drop":"rest","bodyBytes":300000}"#);
    assert_eq!(content_length(&head), Some(300_000));
    assert_eq!(body.len(), 150_000);
}

#[test]
fn sends_a_large_body_that_it_never_holds() {
    let server = Server::start(0, State::default()).unwrap();
    exchange(
        &server,
        &[post("/__sandbox/fault", r#"{"bodyBytes":3000000}"#)],
    );
    let answer = exchange(&server, &[search()]);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert_eq!(
        (content_length(head), body.len()),
        (Some(3_000_000), 3_000_000)
    );
    assert!(body.starts_with("{\"users\":[") && body.ends_with("]}"));
}

#[test]
fn sends_an_endless_body_until_the_peer_leaves() {
    let server = Server::start(0, State::default()).unwrap();
    exchange(
        &server,
        &[post("/__sandbox/fault", r#"{"bodyBytes":"endless"}"#)],
    );
    let mut stream = TcpStream::connect(server.local_addr()).unwrap();
    stream.write_all(search().as_bytes()).unwrap();
    let mut some = vec![0; 5_000_000];
    stream.read_exact(&mut some).unwrap();
    assert!(some.starts_with(b"HTTP/1.1 200 OK"));
    drop(stream);
    assert!(exchange(&server, &[search()]).starts_with("HTTP/1.1 200 OK"));
}

#[test]
fn sends_bytes_slowly_when_told_to() {
    let server = Server::start(0, State::default()).unwrap();
    let order = r#"{"body":"0123456789","pace":{"bytes":3,"everyMs":20},"times":2}"#;
    exchange(&server, &[post("/__sandbox/fault", order)]);
    let start = std::time::Instant::now();
    // The second call waits for the whole answer to the first.
    let answers = exchange(&server, &[search(), search()]);
    assert_eq!(
        answers.matches("\r\n\r\n0123456789").count(),
        2,
        "{answers}"
    );
    assert!(start.elapsed().as_millis() >= 2 * 3 * 20);
}

#[test]
fn drops_a_reused_connection_with_the_call_carried_out_or_not() {
    for (drop, status) in [("call", "null"), ("answer", "200")] {
        let server = Server::start(0, State::default()).unwrap();
        let order = format!(r#"{{"drop":"{drop}","only":{{"fromNth":2}}}}"#);
        exchange(&server, &[post("/__sandbox/fault", &order)]);
        assert_eq!(
            exchange(&server, &[search()])
                .matches("HTTP/1.1 200")
                .count(),
            1,
            "the first of a connection passes"
        );
        let answers = exchange(&server, &[search(), search()]);
        assert_eq!(answers.matches("HTTP/1.1").count(), 1, "{answers}");
        let log = "GET /__sandbox/requests HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".to_owned();
        let log = exchange(&server, &[log]);
        assert!(log.contains(&format!("\"apiStatus\":{status}")), "{log}");
        assert_eq!(log.matches("\"status\":null").count(), 1, "{log}");
    }
}

#[test]
fn takes_no_orders_under_a_foreign_name() {
    let server = Server::start(0, State::default()).unwrap();
    let rebound = post("/__sandbox/reset", "").replace("127.0.0.1", "rebound.example");
    assert!(exchange(&server, &[rebound]).starts_with("HTTP/1.1 403 "));
    let own = server.local_addr().to_string();
    let direct = post("/__sandbox/reset", "").replace("127.0.0.1", &own);
    assert!(exchange(&server, &[direct]).starts_with("HTTP/1.1 200 "));
}

#[test]
fn sends_a_header_with_letters_that_are_not_ascii() {
    let server = Server::start(0, State::default()).unwrap();
    let order = r#"{"status":503,"headers":{"Retry-After":"später"}}"#;
    exchange(&server, &[post("/__sandbox/fault", order)]);
    let answer = exchange(&server, &[search()]);
    assert!(answer.contains("retry-after: später"), "{answer}");
}
