//! Maps that hash in a few steps. The usual ones keep strangers from choosing keys that collide, for a seventh of the time of
//! a large company's users; here whoever asks has only their own time to waste.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map that hashes quickly.
pub(crate) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// Multiplies each eight bytes by a large odd number, as Firefox does.
#[derive(Default)]
pub(crate) struct Quick(u64);

impl Quick {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let rest = rest.iter().rev();
        self.add(rest.fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    /// A product is best mixed at its high end, and a map looks at the low one.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::hash::Hash;

    use super::*;
    use crate::user::user_id;

    fn low_bits(text: &str) -> u64 {
        let mut quick = Quick::default();
        text.hash(&mut quick);
        quick.finish() % 16_384
    }

    #[test]
    fn ids_and_addresses_fall_all_over_a_map() {
        // Of so many at random, 7,485 places are taken of 16,384.
        let ids: BTreeSet<_> = (0..10_000).map(|n| low_bits(&user_id(n))).collect();
        assert!(ids.len() > 7_200, "{}", ids.len());
        let addresses = (0..10_000).map(|n| low_bits(&format!("ann.lee{n}@example.com")));
        let addresses: BTreeSet<_> = addresses.collect();
        assert!(addresses.len() > 7_200, "{}", addresses.len());
    }
}
