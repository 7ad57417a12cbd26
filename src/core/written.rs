//! The ways in which a text may write another: as it is, as JSON, as a URL, as HTML, or one of them within another.

/// How HTML writes the characters that it cannot have as they are.
const ENTITIES: &[(&[u8], char)] = &[
    (b"&amp;", '&'),
    (b"&lt;", '<'),
    (b"&gt;", '>'),
    (b"&quot;", '"'),
    (b"&#34;", '"'),
    (b"&#39;", '\''),
    (b"&#x27;", '\''),
    (b"&apos;", '\''),
];

/// How JSON writes control characters: the letter behind the backslash.
const LETTERS: &[(u8, char)] = &[
    (b'b', '\u{8}'),
    (b't', '\t'),
    (b'n', '\n'),
    (b'f', '\u{c}'),
    (b'r', '\r'),
];

/// Returns how many bytes at the beginning of `text` write `secret`; 0 if none do.
pub fn written(secret: &str, text: &[u8]) -> usize {
    // Not both at once: a secret may have "%25" of its own.
    let plain = part(secret, text, false).unwrap_or(0);
    plain.max(part(secret, text, true).unwrap_or(0))
}

/// The same of a text in which `%XX` stands for a byte, or for itself.
fn part(secret: &str, text: &[u8], is_url: bool) -> Option<usize> {
    let mut at = 0;
    let (mut characters, mut is_behind) = (0, false);
    for character in secret.chars() {
        // How many backslashes there are depends on how often JSON stands within JSON. The secret's own are among them.
        let passed = backslashes(text.get(at..)?, is_url);
        at += passed;
        is_behind |= passed > 0;
        if character != '\\' {
            let rest = text.get(at..)?;
            at += match is_url {
                true => in_url(character, rest),
                false => None,
            }
            .or_else(|| in_html(character, rest))
            .or_else(|| in_json(character, rest).filter(|_| is_behind))
            .or_else(|| as_it_is(character, rest))?;
            characters += 1;
            is_behind = false;
        }
    }
    (characters > 0).then_some(at)
}

/// Returns how many bytes write backslashes at the beginning of a text.
fn backslashes(text: &[u8], is_url: bool) -> usize {
    let mut at = 0;
    loop {
        at += match text.get(at..) {
            Some([b'\\', b'u', b'0', b'0', b'5', b'c' | b'C', ..]) => 6,
            Some([b'\\', ..]) => 1,
            Some([b'%', b'5', b'C' | b'c', ..]) if is_url => 3,
            _ => return at,
        };
    }
}

fn as_it_is(character: char, text: &[u8]) -> Option<usize> {
    let mut bytes = [0; 4];
    let bytes = character.encode_utf8(&mut bytes).as_bytes();
    text.starts_with(bytes).then_some(bytes.len())
}

fn in_url(character: char, text: &[u8]) -> Option<usize> {
    if character == ' ' && text.starts_with(b"+") {
        return Some(1);
    }
    let mut bytes = [0; 4];
    let mut at = 0;
    for byte in character.encode_utf8(&mut bytes).bytes() {
        match text.get(at..) {
            Some([b'%', digits @ ..]) if hex(digits.get(..2)) == Some(u32::from(byte)) => at += 3,
            _ => return None,
        }
    }
    Some(at)
}

fn in_html(character: char, text: &[u8]) -> Option<usize> {
    let mut entities = ENTITIES.iter();
    let entity = entities.find(|(entity, meant)| *meant == character && text.starts_with(entity));
    entity.map(|(entity, _)| entity.len())
}

/// What stands behind a backslash.
fn in_json(character: char, text: &[u8]) -> Option<usize> {
    let mut letters = LETTERS.iter();
    if letters.any(|(letter, meant)| *meant == character && text.first() == Some(letter)) {
        return Some(1);
    }
    units_of(character.encode_utf16(&mut [0; 2]), text)
}

/// Returns how many bytes write `uXXXX` for each UTF-16 unit, with backslashes between them.
fn units_of(units: &[u16], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for unit in units {
        at += if at > 0 {
            backslashes(text.get(at..)?, false)
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
