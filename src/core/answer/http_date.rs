//! Dates as HTTP writes them (RFC 9110, 5.6.7). No `Date.parse` agrees with another on what else is one.

/// Reads a date in one of the three forms, as milliseconds since 1970, with the platform's reader of dates.
pub fn parse(text: &str, date: &dyn Fn(&str) -> Option<f64>) -> Option<f64> {
    // Each form is known by its length: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` with any weekday,
    // `Sun Nov  6 08:49:37 1994`.
    let zone = match text.len() {
        29..=33 if text.ends_with(" GMT") => "",
        24 => " GMT",
        _ => return None,
    };
    let weekday = text.bytes().next()?;
    let mut whole = text.to_owned();
    whole.push_str(zone);
    date(&whole).filter(|_| weekday.is_ascii_alphabetic())
}
