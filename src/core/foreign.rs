//! What came in the place of HighLevel's JSON: a proxy's page, a refusal of Cloudflare, somebody's text.

use super::text;

/// How many bytes of it are quoted.
const QUOTED: usize = 80;

/// Says what a text is, with its first words; those of broken JSON, which may be anybody's data, are not shown.
pub fn words(text: &str) -> String {
    let text = text.trim_ascii_start();
    match text.as_bytes() {
        [b'{' | b'[', ..] => "broken JSON".to_owned(),
        [b'<', ..] => text::say("HTML (\"%\")", &[&quote(text)]),
        _ => text::say("text (\"%\")", &[&quote(text)]),
    }
}

/// Returns whether Cloudflare, which stands before HighLevel's servers, has written a text.
pub fn is_cloudflares(text: &str) -> bool {
    text::has(text, "cloudflare") || text.starts_with("error code: ")
}

/// Returns the first words of a text: of a page, of what it shows, which begins with its title.
fn quote(text: &str) -> String {
    let is_page = text.starts_with('<');
    let mut quoted = String::new();
    let (mut in_tag, mut is_apart) = (false, false);
    for character in text.chars() {
        if is_page && character == '<' {
            in_tag = true;
        }
        if in_tag || character <= ' ' {
            in_tag &= character != '>';
            is_apart = !quoted.is_empty();
        } else if quoted.len() > QUOTED {
            quoted.push_str("…");
            break;
        } else {
            if is_apart {
                quoted.push_str(" ");
            }
            is_apart = false;
            quoted.push(character);
        }
    }
    quoted
}
