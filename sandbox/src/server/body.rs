//! The body of an answer on its way: fast or slow, whole or not.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::time::Sleep;

use crate::{Delivery, Filler, Length, Loss, Pace};

const CHUNK: u64 = 16 * 1024;

/// The connection is to be closed here.
#[derive(Debug)]
pub(super) struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is dropped on order")
    }
}

impl std::error::Error for Dropped {}

/// A body, and what becomes of it on its way.
pub(super) struct Outgoing {
    content: Content,
    /// What `content-length` says, if it is sent.
    announced: Option<u64>,
    /// How many bytes still go; `None` if there is no end.
    left: Option<u64>,
    /// What happens after them.
    ending: Ending,
    pace: Option<Pace>,
    pause: Option<Pin<Box<Sleep>>>,
}

enum Content {
    Bytes(Bytes),
    Filler(Filler),
}

/// How a body ends.
enum Ending {
    Whole,
    /// The connection closes, once what was written has left.
    Lost,
    /// Now.
    Closing,
}

impl Outgoing {
    pub(super) fn new(body: Vec<u8>, delivery: &Delivery) -> Self {
        let length = match delivery.filler {
            None => Some(body.len() as u64),
            Some(Length::Bytes(bytes)) => Some(bytes),
            Some(Length::Endless) => None,
        };
        let (left, ending) = match delivery.loss {
            None | Some(Loss::Call | Loss::Answer) => (length, Ending::Whole),
            Some(Loss::Body) => (Some(0), Ending::Lost),
            Some(Loss::Rest) => (length.map(|length| length / 2), Ending::Lost),
        };
        Self {
            content: match delivery.filler {
                None => Content::Bytes(body.into()),
                Some(length) => Content::Filler(Filler::new(length)),
            },
            announced: length.filter(|_| !delivery.chunked),
            left,
            ending,
            pace: delivery.pace,
            pause: None,
        }
    }

    fn next_chunk(&mut self) -> Bytes {
        let size = self.pace.map_or(CHUNK, |pace| pace.bytes.min(CHUNK));
        let size = self.left.map_or(size, |left| left.min(size)) as usize;
        let chunk = match &mut self.content {
            Content::Bytes(bytes) => bytes.split_to(bytes.len().min(size)),
            Content::Filler(filler) => filler.chunk(size).into(),
        };
        self.left = self.left.map(|left| left - chunk.len() as u64);
        chunk
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = Dropped;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Dropped>>> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
            self.pause = None;
        }
        if self.left == Some(0) {
            return match self.ending {
                Ending::Whole => Poll::Ready(None),
                Ending::Closing => Poll::Ready(Some(Err(Dropped))),
                Ending::Lost => {
                    // What hyper has not written when a body fails never leaves: it writes while a body is not ready.
                    self.ending = Ending::Closing;
                    context.waker().wake_by_ref();
                    Poll::Pending
                }
            };
        }
        if let Some(Pace { every_ms, .. }) = self.pace {
            self.pause = Some(Box::pin(tokio::time::sleep(Duration::from_millis(
                every_ms,
            ))));
        }
        Poll::Ready(Some(Ok(Frame::data(self.next_chunk()))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == Some(0) && matches!(self.ending, Ending::Whole)
    }

    fn size_hint(&self) -> SizeHint {
        self.announced
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
