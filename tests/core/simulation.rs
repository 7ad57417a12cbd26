//! A client and a server in virtual time: calls, their queue, and a server that counts.

use std::{cmp::Reverse, collections::BinaryHeap};

use ghl_users::core::{
    call::{Call, Step, rate_limit::RateLimit},
    config::Config,
    model::operation::Operation,
};
use serde_json::json;

use crate::{
    answer::{Answer, NOW, operation},
    server::Server,
    support::{TOKEN, config},
};

/// What happens in a simulation. All times are in milliseconds.
pub struct Simulation {
    /// The most requests of the client, in how long.
    pub limit: (usize, f64),
    /// When the calls are made, from the beginning.
    pub calls: Vec<f64>,
    /// How long a request or an answer travels, one after the other, over and over.
    pub delays: Vec<f64>,
    /// How long after one request of somebody else the next one comes, over and over; nobody else if there are none.
    pub others: Vec<f64>,
    /// Who answers.
    pub server: Server,
}

/// What came of it.
#[derive(Default)]
pub struct Course {
    /// Which call was sent when, from the beginning, in the order in which they were sent.
    pub starts: Vec<(usize, f64)>,
    /// When the client heard the first answer.
    pub first_answer: f64,
    /// When the requests were sent that were answered with 429.
    pub refused: Vec<f64>,
    /// How many calls succeeded.
    pub succeeded: usize,
}

impl Course {
    /// When the last request was sent.
    pub fn last_start(&self) -> f64 {
        self.starts.last().map_or(0.0, |(_, time)| *time)
    }

    /// The most requests that were sent in any span of so many milliseconds.
    pub fn most_in(&self, span: f64) -> usize {
        let times: Vec<f64> = self.starts.iter().map(|(_, time)| *time).collect();
        let in_span = |(index, first): (usize, &f64)| {
            times[index..].partition_point(|time| *time < first + span)
        };
        times.iter().enumerate().map(in_span).max().unwrap_or(0)
    }
}

enum Event {
    Made(usize),
    Joins(usize),
    Ask(usize),
    Arrives(usize, f64),
    Answered(usize, f64, Answer),
    Others,
}

/// The state of a simulation that is under way.
struct Run {
    config: Config,
    row: &'static Operation,
    pace: RateLimit,
    calls: Vec<Call>,
    queued: Vec<bool>,
    events: BinaryHeap<Reverse<(u64, usize)>>,
    what: Vec<Option<Event>>,
    course: Course,
    delays: Vec<f64>,
    used_delays: usize,
}

impl Simulation {
    /// Runs until every call has succeeded or failed.
    pub fn run(mut self) -> Course {
        let options = json!({
            "token": TOKEN, "timeoutMs": 9_999_999_999u64,
            "rateLimit": { "requests": self.limit.0, "perMs": self.limit.1 as u64 },
        });
        let config = config(options).unwrap();
        let mut run = Run {
            pace: RateLimit::new(config.rate_limit),
            config,
            row: operation("users.get"),
            calls: Vec::new(),
            queued: Vec::new(),
            events: BinaryHeap::new(),
            what: Vec::new(),
            course: Course::default(),
            delays: self.delays,
            used_delays: 0,
        };
        self.calls.sort_by(f64::total_cmp);
        for (call, time) in self.calls.iter().enumerate() {
            run.at(*time, Event::Made(call));
        }
        let mut others = self.others.into_iter().cycle();
        if let Some(gap) = others.next() {
            run.at(gap, Event::Others);
        }
        let mut left = self.calls.len();
        while left > 0 {
            let Some(Reverse((time, index))) = run.events.pop() else {
                panic!("{left} calls wait for ever");
            };
            let time = f64::from_bits(time);
            match run.what[index].take().unwrap() {
                Event::Made(call) => run.make(call, time),
                Event::Joins(call) => run.join(call, time),
                Event::Ask(call) => run.ask(call, time),
                Event::Arrives(call, started) => {
                    let answer = self.server.answer(time);
                    let delay = run.delay();
                    run.at(time + delay, Event::Answered(call, started, answer));
                }
                Event::Answered(call, started, answer) => {
                    left -= usize::from(run.answered(call, started, &answer, time));
                }
                Event::Others => {
                    self.server.answer(time);
                    run.at(time + others.next().unwrap(), Event::Others);
                }
            }
        }
        run.course
    }
}

impl Run {
    fn at(&mut self, time: f64, event: Event) {
        // Bits of floats that are not negative are in the order of the floats.
        self.events.push(Reverse((time.to_bits(), self.what.len())));
        self.what.push(Some(event));
    }

    fn delay(&mut self) -> f64 {
        self.used_delays += 1;
        self.delays[self.used_delays % self.delays.len()]
    }

    /// What the client's clock shows: whole milliseconds.
    fn clock(time: f64) -> f64 {
        NOW + time.floor()
    }

    fn make(&mut self, call: usize, time: f64) {
        let (row, allowance, now) = (self.row, self.config.allowance, Run::clock(time));
        let begun = Call::begin(row, call as u64, &self.config, allowance, now);
        self.calls.push(begun);
        self.queued.push(false);
        self.join(call, time);
    }

    fn join(&mut self, call: usize, time: f64) {
        self.pace.join(call as u64);
        self.queued[call] = true;
        self.ask(call, time);
    }

    fn ask(&mut self, call: usize, time: f64) {
        if !self.queued[call] {
            return;
        }
        match self.calls[call].queued(&mut self.pace, Run::clock(time)) {
            Ok(Step::Queue) => {}
            // Timers take whole milliseconds, of which there is at least one.
            Ok(Step::Wait(ms)) => self.at(time + ms.floor().max(1.0), Event::Ask(call)),
            Ok(Step::Send) => {
                self.queued[call] = false;
                self.calls[call].attempts += 1;
                self.course.starts.push((call, time));
                let delay = self.delay();
                self.at(time + delay, Event::Arrives(call, time));
                if let Some(next) = self.pace.first() {
                    self.at(time, Event::Ask(next as usize));
                }
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// Returns whether the call is over.
    fn answered(&mut self, call: usize, started: f64, answer: &Answer, time: f64) -> bool {
        let now = Run::clock(time);
        let advice = answer.advice_at(now);
        let status = answer.status();
        self.pace.learn(&advice, status, Run::clock(started), now);
        if self.course.first_answer == 0.0 {
            self.course.first_answer = time;
        }
        if status == 200 {
            self.course.succeeded += 1;
            return true;
        }
        self.course.refused.push(started);
        let mut error = answer.error(self.row.id);
        let wait = self.calls[call].failed(&mut error, &advice, now, 0.5);
        let Some(wait) = wait else {
            return true;
        };
        self.at(time + wait.floor().max(1.0), Event::Joins(call));
        false
    }
}
