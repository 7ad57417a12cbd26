//! Calls that wait in line.

/// Numbers of calls, the lowest first. However many there are, it takes the same time for one to join at the end, to leave
/// from anywhere, and to come back to the front.
#[derive(Default)]
pub struct Line {
    /// Each with whether it is there still.
    places: Vec<(u64, bool)>,
    /// Before this place nobody is there.
    first: usize,
    gone: usize,
}

impl Line {
    /// Lets a call in that is not there.
    pub fn join(&mut self, call: u64) {
        let place = self.place(call);
        self.first = self.first.min(place);
        match self.places.get_mut(place) {
            Some(gap @ (_, false)) => {
                *gap = (call, true);
                self.gone -= 1;
            }
            _ => self.places.insert(place, (call, true)),
        }
    }

    /// Lets a call out, if it is there.
    pub fn leave(&mut self, call: u64) {
        let place = self.place(call);
        let Some((_, is_there)) = self
            .places
            .get_mut(place)
            .filter(|place| **place == (call, true))
        else {
            return;
        };
        *is_there = false;
        self.gone += 1;
        // Moving those who stay this rarely costs each leave no more than a few places.
        if self.gone * 2 > self.places.len() {
            self.places.retain(|(_, is_there)| *is_there);
            (self.first, self.gone) = (0, 0);
        }
        while let Some((_, false)) = self.places.get(self.first) {
            self.first += 1;
        }
    }

    /// Returns the lowest number.
    pub fn first(&self) -> Option<u64> {
        self.places.get(self.first).map(|(call, _)| *call)
    }

    /// Returns how many there are.
    pub fn count(&self) -> usize {
        self.places.len() - self.gone
    }

    /// Returns how many are before a call that is there: at once, if it is the last, or near the front.
    pub fn before(&self, call: u64) -> usize {
        let place = self.place(call);
        if place + 1 == self.places.len() {
            return self.count() - 1;
        }
        let before = self.places.get(self.first..place).unwrap_or_default();
        before.iter().filter(|(_, is_there)| *is_there).count()
    }

    fn place(&self, call: u64) -> usize {
        self.places.partition_point(|(other, _)| *other < call)
    }
}
