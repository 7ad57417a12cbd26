//! When requests arrived at the server.

/// Moments, each with how many requests had arrived by then: as many as arrive at once take one place.
#[derive(Default)]
pub struct Arrivals {
    /// The latest last.
    moments: Vec<(f64, u64)>,
    /// How many had arrived before the first.
    forgotten: u64,
}

impl Arrivals {
    /// Counts a request that arrived at this moment.
    pub fn add(&mut self, moment: f64) {
        let place = self.place(moment);
        let (latest, arrived) = self.at(place);
        if latest < moment {
            self.moments.insert(place, (moment, arrived));
        }
        self.count(moment, 1);
    }

    /// Takes one back that was counted at this moment. Returns whether there was one.
    pub fn remove(&mut self, moment: f64) -> bool {
        let place = self.place(moment);
        let (latest, arrived) = self.at(place);
        let last = place.wrapping_sub(1);
        let is_there = last < place && latest == moment;
        if is_there {
            self.count(moment, -1);
            if self.at(last).1 + 1 == arrived {
                self.moments.remove(last);
            }
        }
        is_there
    }

    /// Returns how many arrived after a moment that are not forgotten.
    pub fn since(&self, moment: f64) -> usize {
        (self.at(self.moments.len()).1 - self.at(self.place(moment)).1) as usize
    }

    /// Returns when the one arrived after which so many others have: long ago, if there are fewer or it is forgotten.
    pub fn before(&self, others: usize) -> f64 {
        let all = self.at(self.moments.len()).1;
        let others = others as u64;
        let place = match self.forgotten + others < all {
            true => {
                self.moments
                    .partition_point(|(_, arrived)| *arrived + others < all)
                    + 1
            }
            false => 0,
        };
        self.at(place).0
    }

    /// Forgets those that arrived up to a moment.
    pub fn forget(&mut self, moment: f64) {
        let over = self.place(moment);
        // The others move, but no more often than the clock ticks.
        self.forgotten = self.at(over).1;
        self.moments.drain(..over);
    }

    /// Returns how many moments there are up to this one.
    fn place(&self, moment: f64) -> usize {
        self.moments.partition_point(|(other, _)| *other <= moment)
    }

    /// Returns the last of the first so many moments.
    fn at(&self, place: usize) -> (f64, u64) {
        self.moments
            .get(place.wrapping_sub(1))
            .copied()
            .unwrap_or((f64::NEG_INFINITY, self.forgotten))
    }

    fn count(&mut self, from: f64, requests: i64) {
        for (moment, arrived) in self.moments.iter_mut().rev() {
            if *moment < from {
                break;
            }
            *arrived = arrived.wrapping_add_signed(requests);
        }
    }
}
