//! Dates as HTTP writes them (RFC 9110, 5.6.7). No `Date.parse` agrees with another on what else is one.

/// The three forms behind the name of the weekday, each with what makes of it a date that everything reads: IMF-fixdate, RFC
/// 850's, asctime's. A small letter stands for letters, a zero for digits.
const FORMS: [(&[u8], &str); 3] = [
    (b", 00 aaa 0000 00:00:00 GMT", ""),
    (b", 00-aaa-00 00:00:00 GMT", ""),
    (b" aaa 00 00:00:00 0000", " GMT"),
];

/// Reads a date, as milliseconds since 1970, with a reader of dates in the first two forms.
pub fn parse(text: &str, date: &dyn Fn(&str) -> Option<f64>) -> Option<f64> {
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic();
    let weekday = text.as_bytes().iter().take_while(is_letter).count();
    let rest = text.as_bytes().get(weekday..).filter(|_| weekday > 2)?;
    let (_, zone) = FORMS.iter().find(|(form, _)| is_of(rest, form))?;
    let mut whole = text.to_owned();
    whole.push_str(zone);
    date(&whole)
}

fn is_of(text: &[u8], form: &[u8]) -> bool {
    let mut parts = text.iter().zip(form).enumerate();
    text.len() == form.len()
        && parts.all(|(index, (byte, part))| match part {
            // asctime's days have a blank in the place of a zero.
            b'0' => byte.is_ascii_digit() || (index, *byte) == (5, b' '),
            b'a' => byte.is_ascii_alphabetic(),
            _ => byte == part,
        })
}
