//! Calls waiting for their turn.

use std::cell::{Cell, RefCell};

use super::{
    promise::soon,
    teller::{Happening, Teller},
};
use crate::core::{
    answer::advice::Advice,
    call::rate_limit::{Budget, RateLimit},
    limit::Limit,
};

/// The queue of a client's calls, and their pace.
pub struct Queue {
    pace: RefCell<RateLimit>,
    /// The call that has been woken and does not wait again yet.
    woken: Cell<u64>,
}

impl Queue {
    /// Makes an empty queue with this limit.
    pub fn new(limit: Option<Limit>) -> Queue {
        Queue {
            pace: RefCell::new(RateLimit::new(limit)),
            woken: Cell::default(),
        }
    }

    /// Takes a call in.
    pub fn join(&self, call: u64) {
        self.pace.borrow_mut().join(call);
    }

    /// Asks the pace.
    pub fn ask<T>(&self, question: impl FnOnce(&mut RateLimit) -> T) -> T {
        question(&mut self.pace.borrow_mut())
    }

    /// Has a call woken when something changes for it that is or becomes the first in the queue.
    pub fn await_turn(&self, call: u64) {
        if self.woken.get() == call {
            self.woken.set(0);
        }
    }

    /// Lets a call out, if it is there.
    pub fn leave(&self, teller: Teller) {
        self.pace.borrow_mut().leave(teller.call);
        self.wake(teller);
    }

    /// Wakes the call that is the first.
    fn wake(&self, teller: Teller) {
        let first = self.pace.borrow().first();
        if let Some(call) = first.filter(|first| *first != self.woken.get()) {
            self.woken.set(call);
            // Not at once: it would be within the step of another call, and the next one within its own.
            soon(&Teller { call, ..teller }.of(Happening::Woken));
        }
    }

    /// Takes in what an answer says.
    pub fn learn(&self, teller: Teller, advice: &Advice, status: u16, started: f64, now: f64) {
        self.pace.borrow_mut().learn(advice, status, started, now);
        self.wake(teller);
    }

    /// Returns what may still be sent.
    pub fn budget(&self, now: f64) -> Budget {
        self.pace.borrow().budget(now)
    }
}
