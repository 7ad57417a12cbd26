//! One call over a connection: read whole, handed to the core, answered as it decides.

use std::cell::RefCell;
use std::time::{Duration, SystemTime};

use http_body_util::BodyExt;
use hyper::body::Incoming;

use super::body::{Dropped, Outgoing};
use crate::{Delivery, Loss, Request, Response, State, handle, longest_body};

/// Answers a call as the core decides: the so-manyth of its connection.
///
/// # Errors
///
/// The connection is to be closed without an answer.
pub(super) async fn respond(
    state: &RefCell<State>,
    request: hyper::Request<Incoming>,
    connection_call: u64,
) -> Result<hyper::Response<Outgoing>, Dropped> {
    let (head, body) = request.into_parts();
    let request = Request {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers.iter().map(text).collect(),
        body: read(body, longest_body(head.uri.path()) + 1).await?,
        now_ms: now_ms(),
        connection_call,
    };
    let response = handle(&mut state.borrow_mut(), &request);
    let Delivery { delay_ms, loss, .. } = response.delivery;
    if delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(delay_ms)).await;
    }
    if loss.is_some_and(Loss::is_silent) {
        Err(Dropped)
    } else {
        Ok(to_hyper(response))
    }
}

fn text(
    (name, value): (&hyper::header::HeaderName, &hyper::header::HeaderValue),
) -> (String, String) {
    (
        name.to_string(),
        String::from_utf8_lossy(value.as_bytes()).into_owned(),
    )
}

/// The first bytes of a body. It is read to its end: a peer that is still sending would not read the answer.
async fn read(mut body: Incoming, most: usize) -> Result<Vec<u8>, Dropped> {
    let mut kept = Vec::new();
    while let Some(frame) = body.frame().await {
        // The peer has left in the middle of its body.
        let frame = frame.map_err(|_| Dropped)?;
        if let Ok(mut bytes) = frame.into_data() {
            bytes.truncate(most - kept.len());
            kept.extend_from_slice(&bytes);
        }
    }
    Ok(kept)
}

fn to_hyper(response: Response) -> hyper::Response<Outgoing> {
    let mut builder = hyper::Response::builder().status(response.status);
    for (name, value) in response.headers {
        builder = builder.header(name, value);
    }
    builder
        .body(Outgoing::new(response.body, &response.delivery))
        .unwrap_or_else(|error| {
            let message = format!("the sandbox cannot send its answer: {error}");
            let body = Outgoing::new(message.into_bytes(), &Delivery::default());
            let mut response = hyper::Response::new(body);
            *response.status_mut() = hyper::StatusCode::INTERNAL_SERVER_ERROR;
            response
        })
}

fn now_ms() -> u64 {
    let since_1970 = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX)
}
