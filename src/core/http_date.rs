//! Dates as HTTP writes them (RFC 9110, 5.6.7). No `Date.parse` agrees with another on what else is one.

/// The three forms behind the name of the weekday, each with the years that its own leaves out: IMF-fixdate, RFC 850's,
/// asctime's. Small letters stand for the digits of the day, the hour, the minute, the second and the year, and `n` for the
/// letters of the month.
const FORMS: [(&[u8], f64); 3] = [
    (b", dd nnn yyyy hh:mm:ss GMT", 0.0),
    (b", dd-nnn-yy hh:mm:ss GMT", 2000.0),
    (b" nnn dd hh:mm:ss yyyy", 0.0),
];

/// The names of the months, one behind the other.
const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";

const DAY_MS: f64 = 86_400_000.0;

/// A hundred years that have all their leap days.
const CENTURY_MS: f64 = 36_525.0 * DAY_MS;

/// Reads a date, as milliseconds since 1970. A year of two digits is at most 50 years ahead of `now`.
pub fn parse(text: &str, now: f64) -> Option<f64> {
    let text = text.as_bytes();
    let weekday = text.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let rest = match weekday.count() {
        0..3 => return None,
        length => text.get(length..)?,
    };
    FORMS.iter().find_map(|(form, years)| {
        let date = read(rest, form, *years)?;
        let is_past = *years > 0.0 && date > now + CENTURY_MS / 2.0;
        Some(if is_past { date - CENTURY_MS } else { date })
    })
}

fn read(text: &[u8], form: &[u8], years: f64) -> Option<f64> {
    let (mut year, mut day, mut hour, mut minute, mut second) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let mut month = 0;
    if text.len() != form.len() {
        return None;
    }
    for (index, (byte, part)) in text.iter().zip(form).enumerate() {
        let number = match part {
            b'y' => &mut year,
            b'd' => &mut day,
            b'h' => &mut hour,
            b'm' => &mut minute,
            b's' => &mut second,
            b'n' => {
                let name = text.get(index..index + 3)?;
                let mut names = MONTHS.chunks_exact(3);
                month = names
                    .position(|month| month == name)
                    .map_or(month, |place| place + 1);
                continue;
            }
            _ if byte == part => continue,
            _ => return None,
        };
        // asctime's days have a blank in the place of a zero.
        let is_blank = (*part, *byte) == (b'd', b' ') && *number == 0.0;
        let digit = if is_blank {
            0
        } else {
            char::from(*byte).to_digit(10)?
        };
        *number = *number * 10.0 + f64::from(digit);
    }
    let is_real = (1.0..32.0).contains(&day) && hour < 24.0 && minute < 60.0 && second < 61.0;
    if month == 0 || !is_real {
        return None;
    }
    let time = ((hour * 60.0 + minute) * 60.0 + second) * 1000.0;
    Some(days(years + year, month, day) * DAY_MS + time)
}

/// Counts the days from 1970 to a day.
fn days(year: f64, month: usize, day: f64) -> f64 {
    // Years that begin in March have their leap day at their end.
    let (year, month) = match month {
        1 | 2 => (year - 1.0, month + 9),
        _ => (year, month - 3),
    };
    let leaps = (year / 4.0).floor() - (year / 100.0).floor() + (year / 400.0).floor();
    let before = (153 * month + 2) / 5;
    year * 365.0 + leaps + before as f64 + day - 719_469.0
}
