//! The answer to a call: its first lines, its body, what it means.

use wasm_bindgen::JsValue;

use super::{Answer, Course, Settled, Stage, Step};
use crate::{
    core::{
        advice::Advice,
        response::{Body, Head, Outcome},
    },
    transport::{
        body::{Part, Reading},
        clock, exchange,
        failure::Failure,
        value,
    },
};

impl Course {
    pub(super) fn take_head(&mut self, answer: Settled, started: f64) -> Result<Step, Failure> {
        let response = exchange::response(answer).map_err(|trouble| self.broken(trouble))?;
        let now = self.session.clock.now();
        let status = with_head(&response, |head| {
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
        let reading = Reading::begin(&response).map_err(|trouble| self.broken(trouble))?;
        let part = reading.next();
        Ok(self.wait(Stage::Body(response, reading), part))
    }

    pub(super) fn take_part(
        &mut self,
        part: Settled,
        response: web_sys::Response,
        mut reading: Reading,
    ) -> Result<Step, Failure> {
        let most = self.session.config.max_response_bytes;
        match reading
            .take(part, most)
            .map_err(|trouble| self.broken(trouble))?
        {
            Part::More => {
                let part = reading.next();
                Ok(self.wait(Stage::Body(response, reading), part))
            }
            Part::Last => self.read(response, reading),
        }
    }

    /// Shows the core the whole answer, and hands over what it decides.
    fn read(&self, response: web_sys::Response, reading: Reading) -> Result<Step, Failure> {
        let text = reading.text();
        let mut body = Body::Other;
        let read = with_head(&response, |head| {
            // Not `text == ""`, which copies the whole body here.
            if text.length() == 0 {
                body = Body::Empty;
            } else if head.is_readable(text.length()) {
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
            response,
            attempts: self.call.attempts,
        }))
    }
}

fn with_head<T>(response: &web_sys::Response, read: impl FnOnce(&Head) -> T) -> T {
    let response = gloo_net::http::Response::from(Clone::clone(response));
    // gloo-net's own lookup panics where a stand-in's `get` throws.
    let headers = response.headers().into_raw();
    read(&Head {
        status: response.status(),
        header: &|name| headers.get(name).ok().flatten(),
        date: &clock::date,
    })
}
