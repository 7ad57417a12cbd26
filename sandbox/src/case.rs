//! Small letters, by which texts are found and compared.
//!
//! Those of Latin, Greek and Cyrillic: the tables for all letters that there are would make up a thirtieth of the WebAssembly.

/// A text in small letters.
pub(crate) trait Small {
    /// The same text, with small letters for capitals.
    fn small(&self) -> String;
}

impl Small for str {
    fn small(&self) -> String {
        if self.is_ascii() {
            return self.to_ascii_lowercase();
        }
        // No small letter takes more bytes than its capital, or fewer.
        let mut small = String::with_capacity(self.len());
        small.extend(self.chars().map(small_letter));
        small
    }
}

fn small_letter(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        // Latin-1 without the sign of multiplication, the Greek capitals without accents, and the Cyrillic ones.
        0xC0..=0xDE if code != 0xD7 => code + 32,
        0x391..=0x3AB if code != 0x3A2 => code + 32,
        0x410..=0x42F => code + 32,
        0x400..=0x40F => code + 80,
        // Where pairs stand side by side, the capital first: on even places, or on odd ones.
        0x100..=0x137 | 0x14A..=0x177 if code.is_multiple_of(2) && code != 0x130 => code + 1,
        0x139..=0x148 | 0x179..=0x17E if !code.is_multiple_of(2) => code + 1,
        0x178 => 0xFF,
        _ => return letter.to_ascii_lowercase(),
    };
    char::from_u32(small).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_latin_greek_and_cyrillic_become_small_as_unicode_has_them() {
        // What becomes two letters has no small one here; nor has what Unicode added later.
        for letter in (0..0x450).filter_map(char::from_u32) {
            let wanted: String = letter.to_lowercase().collect();
            let is_left = matches!(u32::from(letter), 0x130 | 0x180..0x390 | 0x3CF..0x400);
            let wanted = if is_left { letter.to_string() } else { wanted };
            assert_eq!(
                letter.to_string().small(),
                wanted,
                "{:x}",
                u32::from(letter)
            );
        }
    }

    #[test]
    fn whole_texts_become_small() {
        assert_eq!("Zoë O'HARA, ŁÓDŹ".small(), "zoë o'hara, łódź");
        assert_eq!("ΑΘΗΝΑ КИЇВ".small(), "αθηνα київ");
    }
}
