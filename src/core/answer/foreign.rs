//! What came in the place of HighLevel's JSON: a proxy's page, a refusal of Cloudflare, somebody's text.

use crate::core::text;

/// How many bytes of it are quoted.
const QUOTED: usize = 80;

/// Says what a text is, with its first words; those of broken JSON, which may be anybody's data, are not shown.
pub fn words(text: &str) -> String {
    let text = text.trim_ascii_start();
    match text.as_bytes() {
        [b'{' | b'[', ..] => "broken JSON".to_owned(),
        [b'<', ..] => text::say("HTML (\"%\")", &[quote(text)]),
        _ => text::say("text (\"%\")", &[quote(text)]),
    }
}

/// Returns whether Cloudflare, which stands before HighLevel's servers, has written a text.
pub fn is_cloudflares(text: &str) -> bool {
    text::has(text, "cloudflare") || text.starts_with("error code: ")
}

/// Returns the first words of a text: of a page, those of its title.
fn quote(text: &str) -> &str {
    let until = |text: &str, end: &str| text::place(text, end).unwrap_or(text.len());
    let titled = text
        .get(until(text, "<title>")..)
        .and_then(|rest| rest.get(7..));
    let words = match titled {
        Some(rest) => rest.get(..until(rest, "<")).unwrap_or_default(),
        None => text,
    };
    text::start(words.trim_ascii(), QUOTED)
}
