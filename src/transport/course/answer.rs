//! The answer to a call: its first lines, its body, what it means.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

use super::{Answer, Course, Settled, Stage, Step};
use crate::{
    core::{
        answer::{Body, Outcome, advice::Advice},
        document::Document,
    },
    transport::{
        body,
        exchange::Reply,
        failure::{self, Failure},
        objects::Event,
        value,
    },
};

impl Course {
    pub(super) fn take_head(&mut self, answer: Settled, started: f64) -> Result<Step, Failure> {
        let reply = Reply::new(answer).map_err(|trouble| self.broken(trouble))?;
        let now = self.session.clock.now();
        let status = reply.read(|head| {
            self.advice = Advice::read(head, now);
            head.status
        });
        self.status = Some(status);
        let queue = &self.session.queue;
        queue.ask(|pace| pace.complete(&mut self.advice, status));
        queue.learn(self.teller, &self.advice, status, started, now);
        self.tell(Event {
            attempt: self.attempt(),
            status: f64::from(status),
            duration_ms: now - started,
            ..Event::new("response")
        });
        let kind = reply.read(|head| head.bytes_of(self.call.operation));
        let most = self.session.config.max_response_bytes;
        let body = body::read(&reply.response, most, self.stop.signal(), &kind.into());
        Ok(self.wait(Stage::Body(reply), body))
    }

    pub(super) fn take_body(&mut self, body: Settled, reply: Reply) -> Result<Step, Failure> {
        let body = body::take(body).map_err(|trouble| self.broken(trouble))?;
        self.read(reply, body)
    }

    /// Shows the core the whole answer, and hands over what it decides.
    fn read(&self, reply: Reply, content: JsValue) -> Result<Step, Failure> {
        let mut body = Body::Empty;
        let read = reply.read(|head| {
            // Not `text == ""`, which copies the whole body here.
            let text = content.dyn_ref::<JsString>();
            if let Some(text) = text.filter(|text| text.length() > 0) {
                let is_readable = head.is_readable(self.call.operation, text.length());
                let parsed = is_readable.then(|| value::parse(text)).flatten();
                body = match parsed {
                    Some(parsed) => Body::Json(parsed),
                    None => Body::Other(failure::beginning(text, &self.request.secrets)),
                };
            }
            head.read(self.call.operation, self.call.attempts, &self.advice, &body)
        });
        let data = match read {
            Ok(Outcome::Content) => content,
            Ok(Outcome::Json) => match (body, self.call.operation.output.within) {
                (Body::Json(parsed), "") => parsed,
                (Body::Json(parsed), key) => parsed.member(key).unwrap_or_default(),
                (Body::Empty | Body::Other(_), _) => JsValue::UNDEFINED,
            },
            Ok(Outcome::Deleted { succeeded, message }) => {
                value::object(&[("succeeded", succeeded.into()), ("message", message.into())])
            }
            Err(error) => {
                return Err(Failure {
                    body: match body {
                        Body::Empty => JsValue::UNDEFINED,
                        Body::Json(_) | Body::Other(_) => content,
                    },
                    ..error.into()
                });
            }
        };
        Ok(Step::Done(Answer {
            data,
            response: reply.response,
            attempts: self.call.attempts,
        }))
    }
}
