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
pub fn written(secret: &[u8], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    let (mut characters, mut is_behind) = (0, false);
    for byte in secret {
        // How many backslashes there are depends on how often JSON stands within JSON. The secret's own are among them.
        let passed = backslashes(text.get(at..)?);
        at += passed;
        is_behind |= passed > 0;
        if *byte != b'\\' {
            at += character(*byte, is_behind, text.get(at..)?)?;
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
            Some([b'\\', ..]) => 1,
            Some([b'%', b'5', b'C' | b'c', ..]) => 3,
            _ => return at,
        };
    }
}

/// Returns how many bytes write `byte` at the beginning of a text, which stands behind a backslash or not.
fn character(byte: u8, is_behind: bool, text: &[u8]) -> Option<usize> {
    let first = *text.first()?;
    let is_hex = |from, to| text.get(from..to).and_then(hex) == Some(u32::from(byte));
    if first == b'%' && is_hex(1, 3) {
        return Some(3);
    }
    if is_behind && first == b'u' && is_hex(1, 5) {
        return Some(5);
    }
    let mut entities = ENTITIES.iter();
    let entity = entities.find(|(entity, meant)| *meant == byte && text.starts_with(entity));
    if let Some((entity, _)) = entity {
        return Some(entity.len());
    }
    let is_letter = is_behind && LETTERS.contains(&(first, byte));
    (first == byte || is_letter || first == b'+' && byte == b' ').then_some(1)
}

/// Reads hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u32> {
    let mut code = 0;
    for digit in digits {
        code = code * 16 + char::from(*digit).to_digit(16)?;
    }
    Some(code)
}
