//! The turn of a call: in the client's own queue, then in the budget that it shares.

use super::{Course, Settled, Stage, Step};
use crate::{
    core::{call, error::Code},
    transport::{failure::Failure, promise::promised},
};

impl Course {
    pub(super) fn join(&mut self) -> Result<Step, Failure> {
        let (number, now) = (self.call.number, self.session.clock.now());
        self.session.queue.join(number);
        let step = self.ask(now)?;
        if step != call::Step::Send {
            let queue = &self.session.queue;
            let expected = queue.ask(|pace| pace.expected_wait(number, now));
            self.tell_of_wait(expected);
        }
        Ok(self.follow(step, now))
    }

    pub(super) fn take_turn(&mut self) -> Result<Step, Failure> {
        let now = self.session.clock.now();
        let step = self.ask(now)?;
        Ok(self.follow(step, now))
    }

    fn ask(&self, now: f64) -> Result<call::Step, Failure> {
        Ok(self.session.queue.ask(|pace| self.call.queued(pace, now))?)
    }

    fn follow(&mut self, step: call::Step, now: f64) -> Step {
        if step == call::Step::Send {
            self.session.queue.leave(self.teller);
            return self.share(now);
        }
        self.session.queue.await_turn(self.call.number);
        match step {
            call::Step::Wait(ms) => self.pause(Stage::Turn, ms),
            _ => self.stay(Stage::Turn),
        }
    }

    /// Asks the shared budget for a place, if there is one.
    fn share(&mut self, turn: f64) -> Step {
        let Some(budget) = self.session.rate_budget.as_ref() else {
            return self.send(turn);
        };
        let left = self.call.time_left(turn);
        let grant = promised(budget, &left.into());
        self.wait(Stage::Grant(turn), grant)
    }

    pub(super) fn take_grant(&mut self, grant: Settled, turn: f64) -> Result<Step, Failure> {
        let grant = grant.map_err(|thrown| {
            // Like the token function, it may quote secrets that nobody here knows.
            self.request.secrets.be_wary();
            let error = self
                .call
                .error(Code::InvalidConfig, "\"rateBudget\" failed");
            Failure::thrown(error, thrown)
        })?;
        let now = self.session.clock.now();
        let call::Step::Wait(ms) = self.call.granted(grant.as_f64(), now)? else {
            return Ok(self.take_place(turn));
        };
        self.tell_of_wait(ms);
        Ok(self.pause(Stage::Place(turn), ms))
    }

    pub(super) fn take_place(&mut self, turn: f64) -> Step {
        let now = self.session.clock.now();
        self.session.queue.ask(|pace| pace.postpone(turn, now));
        self.send(now)
    }
}
