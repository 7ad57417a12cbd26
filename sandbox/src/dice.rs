//! Numbers that look thrown and are always the same: splitmix64, written out because a library may change its sequence,
//! and the seed's ids must never change.

/// What a throw is for, so that one index gives each purpose a sequence of its own.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Id = 1,
    Traits = 2,
    Storm = 3,
    Token = 4,
    Tag = 5,
    Post = 6,
    Audience = 7,
    Thing = 8,
    Fields = 9,
}

/// How far it is from a throw to the next.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A sequence of numbers.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(index: usize, purpose: Purpose) -> Self {
        Self((index as u64) << 8 | purpose as u64)
    }

    fn throw(&mut self) -> u64 {
        self.skip(1);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Leaves out so many throws.
    pub(crate) fn skip(&mut self, throws: u64) {
        self.0 = self.0.wrapping_add(STEP.wrapping_mul(throws));
    }

    /// A number below `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.throw().checked_rem(limit).unwrap_or(0)
    }

    /// True once in so many throws.
    pub(crate) fn one_in(&mut self, throws: u64) -> bool {
        self.below(throws) == 0
    }

    /// So many letters and digits.
    pub(crate) fn letters(&mut self, count: usize) -> String {
        self.signs(
            count,
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        )
    }

    /// So many hexadecimal digits.
    pub(crate) fn hex(&mut self, count: usize) -> String {
        self.signs(count, b"0123456789abcdef")
    }

    /// So many of these signs.
    fn signs(&mut self, count: usize, signs: &[u8]) -> String {
        let mut text = String::with_capacity(count);
        for _ in 0..count {
            let sign = signs.get(self.below(signs.len() as u64) as usize);
            text.extend(sign.copied().map(char::from));
        }
        text
    }

    /// Hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    pub(crate) fn uuid(&mut self) -> String {
        [8, 4, 4, 4, 12].map(|count| self.hex(count)).join("-")
    }

    /// One of the values.
    pub(crate) fn pick(&mut self, values: &[&str]) -> Option<String> {
        let place = self.below(values.len() as u64) as usize;
        values.get(place).map(|value| (*value).to_owned())
    }
}
