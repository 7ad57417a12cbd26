//! What others use of a limit that the server counts.

/// The requests of others. What they used once they are taken to use again, until a whole span of the limit's time has
/// passed without them.
#[derive(Default)]
pub struct Others {
    /// In this span.
    used: usize,
    /// In the one before.
    before: usize,
    /// When this one ends, in milliseconds since 1970.
    until: f64,
}

impl Others {
    /// Returns how many requests others are taken to use, and until when, of a limit for this time.
    pub fn used(&self, time: f64, now: f64) -> (usize, f64) {
        let next = self.until + time;
        match now {
            now if now < self.until => (self.used.max(self.before), self.until),
            now if now < next => (self.used, next),
            _ => (0, now),
        }
    }

    /// Takes in that the server has counted `counted` requests of which `ours` may be the client's own. `refused` says that
    /// it has refused one, which it has not counted.
    pub fn learn(&mut self, counted: usize, ours: usize, refused: bool, time: f64, now: f64) {
        if now >= self.until {
            self.before = self.used(time, now).0;
            self.used = 0;
            self.until = now + time;
        }
        let others = counted.saturating_sub(ours);
        // The refused one is among ours: in its place, there was somebody else.
        let least = if refused { self.used + 1 } else { 0 };
        self.used = self.used.max(others).max(least);
    }
}
