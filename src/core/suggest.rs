//! The nearest known name for a misspelt one.

/// No known name is longer; a key of a megabyte must not cost a comparison.
const LONGEST: usize = 40;

/// The search for the known name that a misspelt one was probably meant to be.
///
/// Case does not count; otherwise up to a third of the letters may differ.
pub struct Nearest<'a> {
    given: String,
    least: usize,
    /// The nearest name so far, if one is near enough.
    pub name: Option<&'a str>,
}

impl<'a> Nearest<'a> {
    /// Begins a search for what `given` was meant to be.
    pub fn to(given: &str) -> Self {
        Nearest::within(given, given.len() / 3)
    }

    /// Begins a search in which only half as many letters may differ, where `given` may be right.
    pub fn very(given: &str) -> Self {
        Nearest::within(given, given.len() / 6)
    }

    fn within(given: &str, most: usize) -> Self {
        Nearest {
            given: given.to_ascii_lowercase(),
            least: most.clamp(1, 3) + 1,
            name: None,
        }
    }

    /// Considers a known name.
    pub fn consider(&mut self, name: &'a str) {
        if self.given.len() > LONGEST {
            return;
        }
        let far = distance(self.given.as_bytes(), name.to_ascii_lowercase().as_bytes());
        if far < self.least {
            self.least = far;
            self.name = Some(name);
        }
    }
}

/// Counts the letters to insert, delete or replace to turn `a` into `b` (Levenshtein); neither is longer than
/// [`LONGEST`].
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row = [0; LONGEST];
    for (index, cell) in row.iter_mut().enumerate() {
        *cell = index + 1;
    }
    let mut last = b.len();
    for (index, letter) in a.iter().enumerate() {
        let mut diagonal = index;
        last = index + 1;
        for (cell, other) in row.iter_mut().zip(b) {
            let replaced = diagonal + usize::from(letter != other);
            diagonal = *cell;
            last = replaced.min(last + 1).min(diagonal + 1);
            *cell = last;
        }
    }
    last
}
