//! The course of a call: what it does between one wait and the next.

mod answer;
mod token;
mod turn;

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;

use super::{
    clock,
    exchange::{self, Reply, Trouble},
    failure::Failure,
    objects::Event,
    session::{Prepared, Session},
    stop::{Stop, Stopped},
    teller::Teller,
};
use crate::core::{
    answer::advice::Advice,
    call::{Call, request::Request},
    document::Document,
    error::{Code, Error},
    secret::Secret,
};

/// A call under way.
pub struct Course {
    session: Rc<Session>,
    call: Call,
    request: Request,
    teller: Teller,
    stop: Stop,
    stage: Stage,
    /// The token of the request.
    token: Option<Secret>,
    /// The one before, which was rejected.
    rejected: Option<Secret>,
    /// What the last answer began with, if one came.
    status: Option<u16>,
    advice: Advice,
}

/// What a call waits for.
enum Stage {
    /// Nothing: it begins, or begins again.
    Start,
    /// A token, of the token function.
    Token(Promise),
    /// Its turn.
    Turn,
    /// What the shared budget says to a call whose turn was at this time.
    Grant(f64),
    /// Its place in the shared budget, since that time.
    Place(f64),
    /// The first lines of the answer to a request that was sent at this time.
    Head(f64),
    /// The answer's body.
    Body(Reply),
}

/// What a call learns while it waits.
pub enum News {
    /// What it waits for has come, or will not.
    Settled(Settled),
    /// It shall look whether it can go on.
    Woken,
    /// Its time is up.
    Late,
    /// Its caller's signal says something.
    Signal,
}

/// What a call does next.
pub enum Step {
    /// It waits for what a promise comes to.
    Wait(Promise),
    /// It waits until it is woken, or waits on.
    Stay,
    /// It is over.
    Done(Answer),
}

/// The answer to a call.
pub struct Answer {
    /// What the operation returns.
    pub data: JsValue,
    /// The `Response` that carried it; its body has been read.
    pub response: web_sys::Response,
    /// How many times the call was sent.
    pub attempts: u32,
}

/// What a promise has come to.
pub type Settled = Result<JsValue, JsValue>;

impl Course {
    /// Begins a call.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] for a signal that takes no listeners.
    pub fn begin(
        session: Rc<Session>,
        prepared: Prepared,
        teller: Teller,
    ) -> Result<Course, Failure> {
        let Prepared {
            operation,
            allowance,
            request,
            signal,
        } = prepared;
        let (config, now) = (&session.config, session.clock.now());
        let call = Call::begin(operation, teller.call, config, allowance, now);
        let stop = Stop::new(signal, call.timeout_ms, teller).map_err(|thrown| {
            let error = call.error(Code::InvalidInput, "\"signal\" takes no listeners");
            Failure::thrown(error, thrown)
        })?;
        Ok(Course {
            session,
            call,
            request,
            teller,
            stop,
            stage: Stage::Start,
            token: None,
            rejected: None,
            status: None,
            advice: Advice::default(),
        })
    }

    /// Takes in what has happened, and goes on.
    ///
    /// # Errors
    /// The call's failure, without secrets.
    pub fn step(&mut self, news: News) -> Result<Step, Failure> {
        if matches!(news, News::Late) {
            self.stop.expire();
        }
        let next = match (self.stop.check(), news) {
            (Ok(()), News::Settled(settled)) => self.go_on(settled),
            (Ok(()), News::Woken) => match self.stage {
                Stage::Start | Stage::Turn | Stage::Place(_) => self.go_on(Ok(JsValue::UNDEFINED)),
                // What it was to be woken for is done.
                _ => Ok(Step::Stay),
            },
            (Ok(()), News::Late | News::Signal) => Ok(Step::Stay),
            (Err(stopped), _) => {
                if let (Stage::Token(coming), Stopped::TimedOut) = (&self.stage, &stopped) {
                    // It may never come: the next call shall ask again.
                    self.session.credential.settle(coming, None);
                }
                Err(self.ended(stopped))
            }
        };
        let next = next.or_else(|failure| self.again(failure));
        next.map_err(|failure| failure.redacted(&self.request.secrets))
    }

    fn go_on(&mut self, settled: Settled) -> Result<Step, Failure> {
        match std::mem::replace(&mut self.stage, Stage::Start) {
            Stage::Start => self.ask_for_token(),
            Stage::Token(coming) => self.take_token(settled, &coming),
            Stage::Turn => self.take_turn(),
            Stage::Grant(turn) => self.take_grant(settled, turn),
            Stage::Place(turn) => Ok(self.take_place(turn)),
            Stage::Head(started) => self.take_head(settled, started),
            Stage::Body(reply) => self.take_body(settled, reply),
        }
    }

    fn wait(&mut self, stage: Stage, promise: Promise) -> Step {
        self.stage = stage;
        Step::Wait(promise)
    }

    fn stay(&mut self, stage: Stage) -> Step {
        self.stage = stage;
        Step::Stay
    }

    fn pause(&mut self, stage: Stage, ms: f64) -> Step {
        self.stop.pause(ms);
        self.stay(stage)
    }

    /// Sends the request, whose start is counted already.
    fn send(&mut self, started: f64) -> Step {
        self.call.attempts += 1;
        self.advice = Advice::default();
        self.status = None;
        self.tell(Event {
            attempt: self.attempt(),
            ..Event::new("request")
        });
        let sent = exchange::send(&self.request, &self.session.fetch, self.stop.signal());
        self.wait(Stage::Head(started), sent)
    }

    /// Lets the core decide what comes of a failure.
    fn again(&mut self, mut failure: Failure) -> Result<Step, Failure> {
        let (now, random) = (self.session.clock.now(), clock::random());
        let error = &mut failure.error;
        let wait = self.call.failed(error, &self.advice, now, random);
        if let Some(wait) = wait {
            self.tell_again(error, wait);
            return Ok(self.pause(Stage::Start, wait));
        }
        let is_new = self.token != self.rejected;
        let credential = &self.session.credential;
        if let Some(token) = &self.token
            && credential.is_worth_another(&mut self.call, error, is_new)
            && credential.reject(token)
        {
            self.rejected = self.token.clone();
            self.tell_again(error, 0.0);
            return self.ask_for_token();
        }
        Err(failure)
    }

    fn tell_again(&self, error: &Error, wait: f64) {
        self.tell(Event {
            code: error.code.as_str(),
            attempt: self.attempt(),
            status: error.status.map_or(f64::NAN, f64::from),
            wait_ms: wait,
            ..Event::new("retry")
        });
    }

    /// Makes the failure of a call that was ended.
    fn ended(&self, stopped: Stopped) -> Failure {
        match stopped {
            Stopped::TimedOut => self.call.timed_out().into(),
            Stopped::Aborted(reason) => {
                let error = self.call.error(Code::Aborted, "the call was aborted");
                Failure::thrown(error, reason)
            }
        }
    }

    /// Makes the failure of an attempt that brought no whole answer.
    fn broken(&self, trouble: Trouble) -> Failure {
        let unexpected = |sentence| self.call.error(Code::UnexpectedResponse, sentence).into();
        let mut failure: Failure = match trouble {
            Trouble::Thrown(sentence, thrown) => {
                let words = thrown.member("message").and_then(|words| words.text());
                let error = self.call.thrown_at(sentence, &words.unwrap_or_default());
                Failure::thrown(error, thrown)
            }
            Trouble::NoResponse => unexpected("fetch returned something that is not a Response"),
            Trouble::TooLong => {
                unexpected("the answer has more bytes than \"maxResponseBytes\" allows")
            }
        };
        failure.error.status = self.status;
        failure
    }

    fn attempt(&self) -> f64 {
        f64::from(self.call.attempts)
    }

    fn tell_of_wait(&self, ms: f64) {
        self.tell(Event {
            wait_ms: ms,
            ..Event::new("rateLimit")
        });
    }

    fn tell(&self, event: Event) {
        let session = &self.session;
        session
            .watch
            .tell(|| event.object(&self.call, &session.budget()));
    }
}

impl Drop for Course {
    fn drop(&mut self) {
        self.session.queue.leave(self.teller);
    }
}
