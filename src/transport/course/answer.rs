//! The answer to a call: its first lines, its body, what it means.

use js_sys::JsString;
use wasm_bindgen::JsValue;

use super::{Answer, Course, Settled, Stage, Step};
use crate::{
    core::{
        advice::Advice,
        response::{Body, Outcome},
    },
    transport::{
        body::{Part, Reading},
        exchange::Reply,
        failure::Failure,
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
        self.session.queue.learn(&self.advice, status, started, now);
        let numbers = [
            self.attempt(),
            ("status", f64::from(status)),
            ("durationMs", now - started),
        ];
        self.tell("response", "", &numbers);
        let reading = Reading::begin(&reply.response).map_err(|trouble| self.broken(trouble))?;
        let part = reading.next();
        Ok(self.wait(Stage::Body(reply, reading), part))
    }

    pub(super) fn take_part(
        &mut self,
        part: Settled,
        reply: Reply,
        mut reading: Reading,
    ) -> Result<Step, Failure> {
        let most = self.session.config.max_response_bytes;
        match reading
            .take(part, most)
            .map_err(|trouble| self.broken(trouble))?
        {
            Part::More => {
                let part = reading.next();
                Ok(self.wait(Stage::Body(reply, reading), part))
            }
            Part::Last(text) => self.read(reply, text),
        }
    }

    /// Shows the core the whole answer, and hands over what it decides.
    fn read(&self, reply: Reply, text: JsString) -> Result<Step, Failure> {
        let mut body = Body::Other;
        // Not `text == ""`, which copies the whole body here.
        let length = text.length();
        let read = reply.read(|head| {
            if length == 0 {
                body = Body::Empty;
            } else if head.is_readable(length) {
                body = value::parse(&text).map_or(Body::Other, Body::Json);
            }
            head.read(self.call.operation, self.call.attempts, &self.advice, &body)
        });
        let data = match read {
            Ok(Outcome::AsSent) => match body {
                Body::Json(parsed) => parsed,
                Body::Empty | Body::Other => JsValue::UNDEFINED,
            },
            Ok(Outcome::Deleted { succeeded, message }) => {
                value::object(&[("succeeded", succeeded.into()), ("message", message.into())])
            }
            Err(error) => {
                return Err(Failure {
                    body: match body {
                        Body::Empty => JsValue::UNDEFINED,
                        Body::Json(_) | Body::Other => text.into(),
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
