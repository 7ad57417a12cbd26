//! A client's own pace: who may send when.
//!
//! Calls queue in the order in which they were made. A server counts a request when it arrives, which is some time after it
//! was sent and before its answer is here: so it counts as sent when its answer came, but no later than a little after
//! its start, lest a slow server slows the client down. The server's own figures count beside the client's: the stricter
//! rules.

use crate::core::{
    answer::advice::Advice,
    call::{arrivals::Arrivals, line::Line, others::Others},
    limit::Limit,
};

/// How long after its start a request is taken to arrive at the latest, as a part of the limit's time. What it costs a
/// client of a slow server: 4 % of what the limit allows.
const LATEST: f64 = 0.04;

/// The longest that one answer holds up all calls, in milliseconds. A single call obeys longer waits.
const LONGEST_HOLD_MS: f64 = 60_000.0;

/// When a call may be sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// Now: it has left the queue and is counted.
    Now,
    /// Perhaps after so many milliseconds: ask again then. It is the first in the queue.
    After(f64),
    /// When those before it have gone: ask again when it is the first.
    Behind,
    /// Not today: the day's requests are used up for so many milliseconds.
    Tomorrow(f64),
}

/// What a client may still send.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// The limit that holds; nothing if there is none.
    pub limit: Option<Limit>,
    /// How many requests may start now.
    pub remaining: usize,
    /// How many calls wait for their turn.
    pub waiting: usize,
    /// The server's limit for a day, when known.
    pub daily_limit: Option<f64>,
    /// How many requests are left of it, when known.
    pub daily_remaining: Option<f64>,
}

/// The pace of a client. Times are in milliseconds since 1970.
pub struct RateLimit {
    own: Option<Limit>,
    servers: Option<Limit>,
    others: Others,
    /// When requests arrived; until an answer tells, the latest that is possible.
    arrivals: Arrivals,
    held_until: f64,
    daily_limit: Option<f64>,
    daily_remaining: Option<f64>,
    daily_reset: f64,
    /// The calls that wait.
    queue: Line,
}

impl RateLimit {
    /// Makes the pace of a client with this limit, or with none.
    pub fn new(own: Option<Limit>) -> RateLimit {
        RateLimit {
            own,
            servers: None,
            others: Others::default(),
            arrivals: Arrivals::default(),
            held_until: 0.0,
            daily_limit: None,
            daily_remaining: None,
            daily_reset: 0.0,
            queue: Line::default(),
        }
    }

    /// Puts a call into the queue. Calls are numbered as they were made; one that is sent again keeps its number.
    pub fn join(&mut self, call: u64) {
        self.queue.join(call);
    }

    /// Takes a call out of the queue, if it is there.
    pub fn leave(&mut self, call: u64) {
        self.queue.leave(call);
    }

    /// Returns the call whose turn is next.
    pub fn first(&self) -> Option<u64> {
        self.queue.first()
    }

    /// Returns whether a call in the queue may be sent. If so, it leaves the queue and is counted.
    pub fn turn(&mut self, call: u64, now: f64) -> Turn {
        if self.daily_remaining == Some(0.0) && now < self.daily_reset {
            return Turn::Tomorrow(self.daily_reset - now);
        }
        if self.first() != Some(call) {
            return Turn::Behind;
        }
        let opens = self.opens(0, 0.0, now);
        if opens > now {
            return Turn::After((opens - now).ceil());
        }
        self.leave(call);
        self.start(now);
        Turn::Now
    }

    /// Takes in that a request, whose turn was at one time, starts at a later one.
    pub fn postpone(&mut self, turn: f64, start: f64) {
        self.arrivals.remove(self.latest(turn));
        self.count(start);
    }

    /// Returns how many milliseconds a call in the queue will wait for its turn at the least, if those before it go as they
    /// can.
    pub fn expected_wait(&self, call: u64, now: f64) -> f64 {
        let before = self.queue.before(call);
        // Requests may turn out to have arrived as soon as they were sent.
        let early = self.latest(0.0);
        (self.opens(before, early, now) - now).ceil()
    }

    /// Takes in what an answer of this status says. `started` is when its request was sent.
    pub fn learn(&mut self, advice: &Advice, status: u16, started: f64, now: f64) {
        self.daily_limit = advice.daily_limit.or(self.daily_limit);
        if advice.daily_remaining.is_some() {
            self.daily_remaining = advice.daily_remaining;
            self.daily_reset = now + advice.daily_wait_ms;
        }
        if self.own.is_none() {
            return;
        }
        self.arrived(started, now);
        self.servers = advice.limit.or(self.servers);
        if let (Some(limit), Some(remaining)) = (advice.limit, advice.remaining) {
            // All of ours count, answered or not, since the server may have seen any of them.
            let counted = limit.requests.saturating_sub(remaining as usize);
            let time = limit.span();
            let ours = self.arrivals.since(started - time);
            let refused = status == 429 && ours <= limit.requests;
            self.others.learn(counted, ours, refused, time, now);
        }
        if let (true, Some(wait)) = (status == 429, advice.retry_after_ms) {
            self.held_until = self.held_until.max(now + wait.min(LONGEST_HOLD_MS));
        }
    }

    /// Completes what a 429 advises: without a word of the server, it takes the limit's own time.
    pub fn complete(&self, advice: &mut Advice, status: u16) {
        let limit = advice.limit.or(self.servers).or(self.own);
        if let (429, None, Some(limit)) = (status, advice.retry_after_ms, limit) {
            advice.retry_after_ms = Some(limit.per_ms);
        }
    }

    /// Returns what may still be sent.
    pub fn budget(&self, now: f64) -> Budget {
        let mut budget = Budget {
            limit: None,
            remaining: usize::MAX,
            waiting: self.queue.count(),
            daily_limit: self.daily_limit,
            daily_remaining: self.daily_remaining.filter(|_| now < self.daily_reset),
        };
        for (limit, others) in self.limits(now) {
            let used = others + self.arrivals.since(now - limit.span());
            let left = limit.requests.saturating_sub(used);
            if left < budget.remaining {
                budget.remaining = left;
                budget.limit = Some(limit);
            }
        }
        if self.held_until > now {
            budget.remaining = 0;
        }
        budget
    }

    /// Returns when there is room for the start behind `before` others, if requests arrived so much earlier than is known.
    fn opens(&self, before: usize, early: f64, now: f64) -> f64 {
        let mut opens = now.max(if self.own.is_some() {
            self.held_until
        } else {
            0.0
        });
        for (limit, others) in self.limits(now) {
            let time = limit.span();
            let most = limit.requests.saturating_sub(others);
            if most == 0 {
                opens = opens.max(self.others.used(time, now).1);
                continue;
            }
            // The one that has to be over for this one to begin; further ahead, those that begin now have to.
            let over = self.arrivals.before(most - 1 - before % most);
            let first = over - early + time;
            opens = opens.max(first.max(now) + (before / most) as f64 * time);
        }
        opens
    }

    /// Lists the limits that hold, each with what others have used of it.
    fn limits(&self, now: f64) -> impl Iterator<Item = (Limit, usize)> {
        let servers = self.servers.map(|limit| {
            let used = self.others.used(limit.span(), now);
            (limit, used.0)
        });
        self.own.map(|limit| (limit, 0)).into_iter().chain(servers)
    }

    /// Counts a request that starts, and forgets those that count no more.
    fn start(&mut self, now: f64) {
        let mut longest = 0.0_f64;
        for (limit, _) in self.limits(now) {
            longest = longest.max(limit.span());
        }
        self.arrivals.forget(now - longest);
        self.count(now);
    }

    /// Counts a request that starts now.
    fn count(&mut self, now: f64) {
        if self.own.is_some() {
            self.arrivals.add(self.latest(now));
        }
    }

    /// Corrects when a request arrived, whose answer has come.
    fn arrived(&mut self, started: f64, now: f64) {
        let latest = self.latest(started);
        if now < latest && self.arrivals.remove(latest) {
            self.arrivals.add(now);
        }
    }

    /// Returns when a request that starts now has arrived at the latest.
    fn latest(&self, start: f64) -> f64 {
        start + self.own.map_or(0.0, |limit| limit.per_ms * LATEST)
    }
}
