//! A part of a list.

/// So many of the items after so many others, and how many there are in all.
pub(crate) fn cut<T>(found: impl Iterator<Item = T>, skip: usize, limit: usize) -> (Vec<T>, usize) {
    let (mut all, mut items) = (0, Vec::new());
    for item in found {
        if all >= skip && items.len() < limit {
            items.push(item);
        }
        all += 1;
    }
    (items, all)
}
