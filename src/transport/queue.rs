//! Calls waiting for their turn.

use std::cell::{Cell, RefCell};

use js_sys::Function;

use super::drive;
use crate::core::{
    advice::Advice,
    rate_limit::{Budget, Limit, RateLimit},
};

/// The queue of a client's calls, and their pace.
pub struct Queue {
    pace: RefCell<RateLimit>,
    waiting: RefCell<Vec<(u32, Function)>>,
    calls: Cell<u32>,
}

impl Queue {
    /// Makes an empty queue with this limit.
    pub fn new(limit: Option<Limit>) -> Queue {
        Queue {
            pace: RefCell::new(RateLimit::new(limit)),
            waiting: RefCell::default(),
            calls: Cell::default(),
        }
    }

    /// Numbers the next call.
    pub fn number(&self) -> u32 {
        self.calls.replace(self.calls.get().wrapping_add(1))
    }

    /// Takes a call in.
    pub fn join(&self, call: u32) {
        self.pace.borrow_mut().join(call);
    }

    /// Asks the pace.
    pub fn ask<T>(&self, question: impl FnOnce(&mut RateLimit) -> T) -> T {
        question(&mut self.pace.borrow_mut())
    }

    /// Has a call woken when something changes for it that is or becomes the first in the queue.
    pub fn await_turn(&self, call: u32, wake: Function) {
        let mut waiting = self.waiting.borrow_mut();
        waiting.retain(|(other, _)| *other != call);
        waiting.push((call, wake));
    }

    /// Lets a call out, if it is there.
    pub fn leave(&self, call: u32) {
        self.pace.borrow_mut().leave(call);
        self.waiting
            .borrow_mut()
            .retain(|(other, _)| *other != call);
        self.wake();
    }

    /// Wakes the call that is the first.
    fn wake(&self) {
        let first = self.pace.borrow().first();
        self.waiting.borrow_mut().retain(|(call, wake)| {
            let is_first = Some(*call) == first;
            if is_first {
                // Not at once: it would be within the step of another call, and the next one within its own.
                drive::soon(wake);
            }
            !is_first
        });
    }

    /// Takes in what an answer says.
    pub fn learn(&self, advice: &Advice, status: u16, started: f64, now: f64) {
        self.pace.borrow_mut().learn(advice, status, started, now);
        self.wake();
    }

    /// Returns what may still be sent.
    pub fn budget(&self, now: f64) -> Budget {
        self.pace.borrow().budget(now)
    }
}
