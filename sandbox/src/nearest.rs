//! Which of the words that there are somebody may have meant.

/// The word that takes the fewest changes of single letters to become this one.
pub(crate) fn nearest<'a>(
    wanted: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let words = words.into_iter();
    words.min_by_key(|word| distance(wanted, word))
}

/// How many letters have to be changed, added or left out, so that one becomes the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.bytes().enumerate() {
        let mut left = line + 1;
        let mut diagonal = line;
        for (above, own) in row.iter_mut().skip(1).zip(other.bytes()) {
            let changed = diagonal + usize::from(letter != own);
            diagonal = *above;
            left = changed.min(left + 1).min(*above + 1);
            *above = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
