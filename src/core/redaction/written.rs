//! The ways in which a text may write another: as it is, as JSON, as a URL, as HTML, or one of them within another.
//!
//! A text is read as signs, escapes within escapes, so that a secret and all that is written for it are read alike. The
//! TypeScript half does the same; `tests/fixtures/redaction.json` holds both to it.

/// A character that counts, and where it is written.
#[derive(Clone, Copy)]
pub struct Sign {
    /// ASCII as it is. Of other characters the last six bits: UTF-8 has them in its last byte, UTF-16 in its last unit.
    code: u8,
    /// The first byte, of what escapes it or its own.
    pub start: u32,
    /// The first byte behind it.
    pub end: u32,
}

/// How often escapes are looked for in what escapes have become.
const DEEPEST: u32 = 8;

/// The code of what counts as nothing. No character has it.
const NOTHING: u8 = 0xff;

/// How HTML names what it cannot have as it is.
const ENTITIES: [(&[u8], u8); 5] = [
    (b"amp", b'&'),
    (b"lt", b'<'),
    (b"gt", b'>'),
    (b"quot", b'"'),
    (b"apos", b'\''),
];

/// Returns whether a text may be written otherwise than as it is.
pub fn is_written(text: &str) -> bool {
    text.bytes()
        .any(|byte| matches!(byte, b'\\' | b'%' | b'&' | b'+'))
}

/// Reads a text. `is_url` says whether `%41` is an escape, and not what it looks like.
pub fn read(text: &str, is_url: bool) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut start = 0;
    for character in text.chars() {
        let end = start + character.len_utf8() as u32;
        let code = code(u32::from(character));
        signs.push(Sign { code, start, end });
        start = end;
    }
    let mut deep = 0;
    while deep < DEEPEST && unescape(&mut signs, is_url) {
        deep += 1;
    }
    signs
}

/// Returns where a secret ends that signs begin with, if they do.
pub fn last_of(signs: &[Sign], secret: &[Sign]) -> Option<u32> {
    let mut signs = signs.iter().filter(|sign| sign.counts());
    let mut end = None;
    for sign in secret.iter().filter(|sign| sign.counts()) {
        let next = signs.next().filter(|next| next.meant() == sign.meant());
        end = Some(next?.end);
    }
    end
}

impl Sign {
    /// Returns whether it counts. There may be any number of backslashes: those of JSON within JSON.
    pub fn counts(&self) -> bool {
        !matches!(self.code, b'\\' | NOTHING)
    }

    /// Returns what it counts as: a control character as the letter that JSON has behind a backslash for it, and "+" as the
    /// blank that it is in a form.
    fn meant(&self) -> u8 {
        match self.code {
            8 => b'b',
            b'\t' => b't',
            b'\n' => b'n',
            12 => b'f',
            b'\r' => b'r',
            b'+' => b' ',
            code => code,
        }
    }
}

/// Puts what they mean in the place of the outermost escapes. Returns whether there were any.
fn unescape(signs: &mut Vec<Sign>, is_url: bool) -> bool {
    let (mut read, mut written) = (0, 0);
    while let Some(rest) = signs.get(read..).filter(|rest| !rest.is_empty()) {
        let (length, code) =
            escape(rest, is_url).unwrap_or((1, rest.first().map_or(0, |sign| sign.code)));
        let end = rest.get(length - 1).map_or(0, |sign| sign.end);
        let start = rest.first().map_or(0, |sign| sign.start);
        if let Some(place) = signs.get_mut(written) {
            *place = Sign { code, start, end };
        }
        written += 1;
        read += length;
    }
    signs.truncate(written);
    read > written
}

/// Returns how many signs at the beginning are an escape, and what it means.
fn escape(signs: &[Sign], is_url: bool) -> Option<(usize, u8)> {
    let at = |place: usize| signs.get(place).map_or(0, |sign| sign.code);
    let hex = |from: usize, digits: usize| number(signs.get(from..from + digits)?, 16);
    match (at(0), at(1) | 0x20) {
        (b'\\', b'u') => Some((6, unit(hex(2, 4)?))),
        (b'%', _) if is_url => {
            let byte = hex(1, 2)?;
            let last = match byte {
                0..0xc0 => 0,
                0xc0..0xe0 => 3,
                0xe0..0xf0 => 6,
                _ => 9,
            };
            let last_byte = hex(last + 1, 2).filter(|_| at(last) == b'%');
            Some(last_byte.map_or((3, code(byte)), |byte| (last + 3, code(byte))))
        }
        (b'&', b'#') if at(1) == b'#' => {
            let (from, radix) = if at(2) | 0x20 == b'x' {
                (3, 16)
            } else {
                (2, 10)
            };
            let digits = signs.get(from..)?;
            let count = digits
                .iter()
                .take_while(|sign| digit(sign, radix).is_some())
                .count();
            let value = number(
                digits.get(..count).filter(|digits| !digits.is_empty())?,
                radix,
            )?;
            Some((closed(from + count, &at), code(value)))
        }
        (b'&', _) => {
            let mut entities = ENTITIES.iter();
            let (name, meant) = entities.find(|(name, _)| {
                let mut letters = name.iter().enumerate();
                letters.all(|(place, letter)| at(place + 1) | 0x20 == *letter)
            })?;
            Some((closed(name.len() + 1, &at), *meant))
        }
        _ => None,
    }
}

/// Returns the length of an entity with its semicolon, if it has one.
fn closed(length: usize, at: &dyn Fn(usize) -> u8) -> usize {
    length + usize::from(at(length) == b';')
}

fn digit(sign: &Sign, radix: u32) -> Option<u32> {
    char::from(sign.code).to_digit(radix)
}

fn number(digits: &[Sign], radix: u32) -> Option<u32> {
    let mut number = 0_u32;
    for sign in digits {
        number = number
            .saturating_mul(radix)
            .saturating_add(digit(sign, radix)?);
    }
    Some(number)
}

/// Returns what a unit of UTF-16 counts as: the first half of a character as nothing.
fn unit(unit: u32) -> u8 {
    match unit {
        0xd800..0xdc00 => NOTHING,
        _ => code(unit),
    }
}

fn code(character: u32) -> u8 {
    match character {
        0..0x80 => character as u8,
        _ => 0x80 | (character & 63) as u8,
    }
}
