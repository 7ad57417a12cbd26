//! The ways in which a text may write another: as it is, as JSON, as a URL, as HTML, or one of them within another.

/// How HTML writes the characters that it cannot have as they are.
const ENTITIES: &[(&[u8], u8)] = &[
    (b"&amp;", b'&'),
    (b"&lt;", b'<'),
    (b"&gt;", b'>'),
    (b"&quot;", b'"'),
    (b"&#34;", b'"'),
    (b"&#39;", b'\''),
    (b"&#x27;", b'\''),
    (b"&apos;", b'\''),
];

/// How JSON writes control characters: the letter behind the backslash.
const LETTERS: &[(u8, u8)] = &[(b'b', 8), (b't', 9), (b'n', 10), (b'f', 12), (b'r', 13)];

/// Returns how many bytes at the beginning of `text` write `secret`.
pub fn written(secret: &str, text: &[u8]) -> Option<usize> {
    let mut at = 0;
    let (mut characters, mut is_behind) = (0, false);
    for character in secret.chars() {
        // How many backslashes there are depends on how often JSON stands within JSON. The secret's own are among them.
        let passed = backslashes(text.get(at..)?);
        at += passed;
        is_behind |= passed > 0;
        if character != '\\' {
            at += length(character, is_behind, text.get(at..)?)?;
            characters += 1;
            is_behind = false;
        }
    }
    (characters > 0).then_some(at)
}

/// Returns how many bytes write backslashes at the beginning of a text.
fn backslashes(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match text.get(at..) {
            Some([b'\\', b'u', b'0', b'0', b'5', b'c' | b'C', ..]) => 6,
            Some([b'\\', ..]) => 1,
            Some([b'%', b'5', b'C' | b'c', ..]) => 3,
            _ => return at,
        };
    }
}

/// Returns how many bytes write a character at the beginning of a text, which stands behind a backslash or not.
fn length(character: char, is_behind: bool, text: &[u8]) -> Option<usize> {
    let (mut bytes, mut units) = ([0; 4], [0; 2]);
    let bytes = character.encode_utf8(&mut bytes).as_bytes();
    let entity = ENTITIES
        .iter()
        .find(|(entity, meant)| bytes == [*meant] && text.starts_with(entity));
    if let Some((entity, _)) = entity {
        return Some(entity.len());
    }
    if text.starts_with(bytes) && bytes != b"%" {
        return Some(bytes.len());
    }
    if is_behind {
        let letter = LETTERS
            .iter()
            .find(|(letter, meant)| bytes == [*meant] && text.first() == Some(letter));
        if letter.is_some() {
            return Some(1);
        }
        if let Some(length) = units_of(character.encode_utf16(&mut units), text) {
            return Some(length);
        }
    }
    let mut at = 0;
    for byte in bytes {
        match text.get(at..) {
            Some([b'%', digits @ ..]) if hex(digits.get(..2)) == Some(u32::from(*byte)) => at += 3,
            _ if bytes == b"%" && text.first() == Some(&b'%') => return Some(1),
            _ => return (bytes == b" " && text.first() == Some(&b'+')).then_some(1),
        }
    }
    Some(at)
}

/// Returns how many bytes write `uXXXX` for each UTF-16 unit, with backslashes between them.
fn units_of(units: &[u16], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for unit in units {
        at += if at > 0 {
            backslashes(text.get(at..)?)
        } else {
            0
        };
        match text.get(at..) {
            Some([b'u', digits @ ..]) if hex(digits.get(..4)) == Some(u32::from(*unit)) => at += 5,
            _ => return None,
        }
    }
    Some(at)
}

/// Reads hexadecimal digits.
fn hex(digits: Option<&[u8]>) -> Option<u32> {
    let mut code = 0;
    for digit in digits? {
        code = code * 16 + char::from(*digit).to_digit(16)?;
    }
    Some(code)
}
