//! The course of one call: what to do after each step.

pub mod arrivals;
pub mod line;
mod others;
pub mod rate_limit;
pub mod request;
pub mod retry;
pub mod slab;

use crate::core::{
    answer::{
        advice::Advice,
        unauthorized::{self, Unhelped},
    },
    call::{
        rate_limit::{RateLimit, Turn},
        retry::Retry,
    },
    config::{Allowance, Config},
    error::{Code, Error},
    model::operation::Operation,
    text::{self, decimal, say},
};

/// What all runtimes say of a request that they refuse before they send it: they do not like the init object of `fetch`.
const UNSENT: &str = "requestinit";

/// One call, from its beginning to its end, over all its attempts.
pub struct Call {
    /// The operation.
    pub operation: &'static Operation,
    /// Its number: of two calls, the one made later has the greater.
    pub number: u64,
    /// How many times it was sent.
    pub attempts: u32,
    /// How long it may take, in milliseconds.
    pub timeout_ms: f64,
    deadline: f64,
    retry: Retry,
    in_page: bool,
    /// What the server said when a new token was asked for.
    renewed_for: Option<u32>,
}

/// What a call in the queue does next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Sends its request.
    Send,
    /// Waits so many milliseconds, then asks again.
    Wait(f64),
    /// Waits until it is the first in the queue, then asks again.
    Queue,
}

impl Call {
    /// Begins a call. `now` is in milliseconds, as everywhere.
    pub fn begin(
        operation: &'static Operation,
        number: u64,
        config: &Config,
        allowance: Allowance,
        now: f64,
    ) -> Call {
        Call {
            operation,
            number,
            attempts: 0,
            timeout_ms: allowance.timeout_ms,
            deadline: now + allowance.timeout_ms,
            retry: Retry {
                most: allowance.max_retries,
                post_after_429: config.retry_post_after_429,
            },
            in_page: config.in_page,
            renewed_for: None,
        }
    }

    /// Decides what to do while the call is in the queue.
    ///
    /// # Errors
    /// [`Code::DailyLimit`] when the day's requests are used up; [`Code::Timeout`] when its turn would come too late.
    pub fn queued(&self, pace: &mut RateLimit, now: f64) -> Result<Step, Box<Error>> {
        let step = match pace.turn(self.number, now) {
            Turn::Now => return Ok(Step::Send),
            Turn::After(wait) => Step::Wait(wait),
            Turn::Behind => Step::Queue,
            Turn::Tomorrow(wait) => {
                let sentence = "the day's requests are used up, so this one was not sent";
                return Err(self.late(Code::DailyLimit, sentence, wait));
            }
        };
        self.in_time(pace.expected_wait(self.number, now), now)?;
        Ok(step)
    }

    /// Decides what to do with the milliseconds until its turn that a shared budget gave, if it gave a number.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`] for what is no time; [`Code::Timeout`] when its turn would come too late.
    pub fn granted(&self, wait: Option<f64>, now: f64) -> Result<Step, Box<Error>> {
        let Some(wait) = wait.filter(|wait| *wait >= 0.0) else {
            let sentence = "\"rateBudget\" did not return a number of milliseconds";
            return Err(self.error(Code::InvalidConfig, sentence));
        };
        self.in_time(wait.ceil(), now)?;
        Ok(match wait {
            0.0 => Step::Send,
            _ => Step::Wait(wait),
        })
    }

    /// Returns how many milliseconds the call has left.
    pub fn time_left(&self, now: f64) -> f64 {
        self.deadline - now
    }

    fn in_time(&self, wait: f64, now: f64) -> Result<(), Box<Error>> {
        // Of a call whose time is up by the clock alone, its timer knows better: the clock has been set forward.
        if now + wait <= self.deadline || now > self.deadline {
            return Ok(());
        }
        let (turn, limit) = (decimal(wait as usize), decimal(self.timeout_ms as usize));
        let sentence = "its turn comes in % ms, but it may take % ms (\"timeoutMs\")";
        let sentence = say(sentence, &[&turn, &limit]);
        Err(self.late(Code::Timeout, &sentence, wait))
    }

    /// Decides whether a failed attempt is worth another with a new token: once, if the server says that the token is
    /// invalid, in which case it has done nothing.
    ///
    /// `is_new` says that the attempt had another token than the one before. If that was met with the same words, which
    /// nobody knows, they are not about the token: `unhelped` remembers them, and the error says so.
    pub fn needs_new_token(
        &mut self,
        error: &mut Error,
        is_new: bool,
        unhelped: &mut Unhelped,
    ) -> bool {
        if error.code != Code::InvalidToken {
            return false;
        }
        let said = &error.messages;
        if unauthorized::code(said).is_none() {
            if is_new && self.renewed_for == Some(unauthorized::wording(said)) {
                unhelped.add(said);
            }
            if unhelped.has(said) {
                error.code = Code::Forbidden;
                return false;
            }
        }
        let before = self.renewed_for.replace(unauthorized::wording(said));
        before.is_none()
    }

    /// Decides what comes of a failed attempt: the call is sent again after so many milliseconds, or not at all.
    ///
    /// `advice` is what the answer said, if one came; `random` is a number from 0 up to 1. The error learns how often the
    /// call was sent, and how long to wait for another try when there is no time for it now.
    pub fn failed(&self, error: &mut Error, advice: &Advice, now: f64, random: f64) -> Option<f64> {
        error.attempts = self.attempts;
        let advised = advice.retry_after_ms;
        let wait = self.retry.wait(self.operation, error, advised, random)?;
        if now + wait > self.deadline {
            error.retry_after_ms = error.retry_after_ms.or(Some(wait));
            return None;
        }
        Some(wait)
    }

    /// Makes the error for a call that got no answer.
    pub fn unanswered(&self, sentence: &str) -> Box<Error> {
        let hint = match self.in_page {
            true => {
                "; perhaps CORS forbids the page to call this host: use a gateway (\"baseUrl\")"
            }
            false => "",
        };
        self.error(Code::Network, &say("%%", &[sentence, hint]))
    }

    /// Makes the error for a request that `fetch` has thrown at: refused before it was sent, if its words are known to say
    /// so, since that would be so again; or else one that got no answer.
    pub fn thrown_at(&self, sentence: &str, words: &str) -> Box<Error> {
        match text::has(words, UNSENT) {
            true => self.error(Code::InvalidConfig, "\"fetch\" refuses to send the request"),
            false => self.unanswered(sentence),
        }
    }

    /// Makes the error for a call whose time is up.
    pub fn timed_out(&self) -> Box<Error> {
        let limit = decimal(self.timeout_ms as usize);
        self.error(
            Code::Timeout,
            &say("it took longer than % ms (\"timeoutMs\")", &[&limit]),
        )
    }

    /// Makes an error of the call as it stands.
    pub fn error(&self, code: Code, sentence: &str) -> Box<Error> {
        let mut error = Error::new(code, Some(self.operation.id), "%", &[sentence]);
        error.attempts = self.attempts;
        error
    }

    fn late(&self, code: Code, sentence: &str, wait: f64) -> Box<Error> {
        let mut error = self.error(code, sentence);
        error.retry_after_ms = Some(wait);
        error
    }
}
