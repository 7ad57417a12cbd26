//! What wasm-bindgen says of its own defects and ours, in the wasm file: sentences that nobody has ever to read, which weigh
//! as much as others.

/// The sentences of wasm-bindgen 0.2.130.
const SENTENCES: [&str; 5] = [
    "attempted to take ownership of Rust value while it was borrowed",
    "null pointer passed to rust",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    "closure invoked recursively or after being dropped",
    "called `Option::unwrap_throw()` on a `None` value",
];

/// How much of each is left: enough to find it here.
const LEFT: usize = 8;

/// Writes blanks over the ends of these sentences, which compress to nothing.
pub fn shorten(wasm: &mut [u8]) {
    for sentence in SENTENCES.map(str::as_bytes) {
        let mut at = 0;
        while let Some(place) = wasm.get_mut(at..at + sentence.len()) {
            if place == sentence {
                place.iter_mut().skip(LEFT).for_each(|byte| *byte = b' ');
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_keeps_its_beginning_and_its_length() {
        let mut wasm = b"..null pointer passed to rust..null pointer passed to rust!".to_vec();
        shorten(&mut wasm);
        let short = "null poi                   ";
        assert_eq!(
            String::from_utf8(wasm).unwrap(),
            format!("..{short}..{short}!")
        );
    }
}
