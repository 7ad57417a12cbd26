//! The answer to a call: its first lines, its body, what it means.

use js_sys::JsString;
use wasm_bindgen::JsValue;

use super::{Answer, Course, Settled, Stage, Step};
use crate::{
    core::{
        answer::{Body, Outcome, advice::Advice},
        document::Document,
    },
    transport::{
        body::{Part, Reading},
        exchange::Reply,
        failure::{self, Failure},
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
        let mut body = Body::Empty;
        // Not `text == ""`, which copies the whole body here.
        let length = text.length();
        let read = reply.read(|head| {
            let parsed = match length > 0 && head.is_readable(self.call.operation, length) {
                true => value::parse(&text),
                false => None,
            };
            if let Some(parsed) = parsed {
                body = Body::Json(parsed);
            } else if length > 0 {
                body = Body::Other(failure::beginning(&text, &self.request.secrets));
            }
            head.read(self.call.operation, self.call.attempts, &self.advice, &body)
        });
        let data = match read {
            Ok(Outcome::AsSent) => match (body, self.call.operation.output.within) {
                (Body::Json(parsed), "") => parsed,
                (Body::Json(parsed), key) => parsed.member(key).unwrap_or_default(),
                (Body::Empty | Body::Other(_), _) => text.into(),
            },
            Ok(Outcome::Deleted { succeeded, message }) => {
                value::object(&[("succeeded", succeeded.into()), ("message", message.into())])
            }
            Err(error) => {
                return Err(Failure {
                    body: match body {
                        Body::Empty => JsValue::UNDEFINED,
                        Body::Json(_) | Body::Other(_) => text.into(),
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
