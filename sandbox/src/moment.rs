//! Moments, as HighLevel writes and reads them: RFC 3339 in UTC, whatever offset comes in, and the dates of HTTP.
//!
//! By the rules of the calendar alone: a library for time zones as well would make the WebAssembly a thirtieth larger. The
//! tests have it judge.

const DAY_S: u64 = 86_400;
/// From the first of March of the year 0 to 1970.
const ERA_DAYS: u64 = 719_468;
/// In 400 years.
const CYCLE_DAYS: u64 = 146_097;
/// The second after the year 9999.
const END_S: u64 = 253_402_300_800;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// The first day of 1970 was a Thursday.
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// The moment in RFC 3339; `None`, shown as null, beyond the year 9999.
pub(crate) fn moment(ms: u64) -> Option<String> {
    let second = within(ms / 1_000)?;
    let Date { year, month, day } = Date::of(second / DAY_S);
    let [h, m, s] = time_of(second);
    // Everything has a moment or two: the formatter would take most of the time of making a thing.
    let mut text = String::with_capacity("0000-00-00T00:00:00.000Z".len());
    for (number, greatest, end) in [
        (year, 1_000, '-'),
        (month, 10, '-'),
        (day, 10, 'T'),
        (h, 10, ':'),
        (m, 10, ':'),
        (s, 10, '.'),
        (ms % 1_000, 100, 'Z'),
    ] {
        let mut place = greatest;
        while place > 0 {
            text.push(char::from(b'0' + (number / place % 10) as u8));
            place /= 10;
        }
        text.push(end);
    }
    Some(text)
}

/// The second in the form of HTTP's headers: `Mon, 30 Nov 2026 09:00:00 GMT`.
pub(crate) fn http_date(second: u64) -> Option<String> {
    let days = within(second)? / DAY_S;
    let Date { year, month, day } = Date::of(days);
    let [h, m, s] = time_of(second);
    let weekday = named(&WEEKDAYS, days % 7)?;
    let month = named(&MONTHS, month - 1)?;
    Some(format!(
        "{weekday}, {day:02} {month} {year:04} {h:02}:{m:02}:{s:02} GMT"
    ))
}

/// The milliseconds of a moment in RFC 3339, whatever its offset; `None` before 1970.
pub(crate) fn milliseconds(text: &str) -> Option<u64> {
    let mut text = Text(text);
    let year = text.digits(4)?;
    let month = text.after(&['-'])?.digits(2)?;
    let day = text.after(&['-'])?.digits(2)?;
    let days = Date { year, month, day }.days()?;
    let hour = text.after(&['T', 't', ' '])?.digits(2)?;
    let minute = text.after(&[':'])?.digits(2)?;
    let second = text.after(&[':'])?.digits(2)?;
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let ms = match text.after(&['.', ',']) {
        Some(text) => text.fraction()?,
        None => 0,
    };
    let offset = text.offset()?;
    // A leap second is the one before it.
    let local = days * DAY_S + hour * 3_600 + minute * 60 + second.min(59);
    let second = local.checked_add_signed(-offset)?;
    (second * 1_000 + ms).checked_sub((ERA_DAYS + CYCLE_DAYS) * DAY_S * 1_000)
}

fn within(second: u64) -> Option<u64> {
    (second < END_S).then_some(second)
}

/// Hours, minutes and seconds of the day.
fn time_of(second: u64) -> [u64; 3] {
    [second / 3_600 % 24, second / 60 % 60, second % 60]
}

fn named(names: &[&'static str], place: u64) -> Option<&'static str> {
    names.get(usize::try_from(place).ok()?).copied()
}

/// A day of the Gregorian calendar. Months and days count from 1.
struct Date {
    year: u64,
    month: u64,
    day: u64,
}

// As in Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the day that only some
// of them have is the last.
impl Date {
    /// The day that is so many days after the first of 1970.
    fn of(days: u64) -> Self {
        let days = days + ERA_DAYS;
        let (cycle, day) = (days / CYCLE_DAYS, days % CYCLE_DAYS);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = cycle * 400 + year + u64::from(month < 3);
        Self { year, month, day }
    }

    /// How many days it is after the first of March 400 years before the year 0; `None` for one that there is not.
    fn days(&self) -> Option<u64> {
        let Self { year, month, day } = *self;
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if !(1..=last).contains(&day) {
            return None;
        }
        // A cycle more, so that January of the year 0 is not before all years.
        let year = year + 400 - u64::from(month < 3);
        let (cycle, of_cycle) = (year / 400, year % 400);
        let from_march = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        let day_of_cycle = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + day_of_year;
        Some(cycle * CYCLE_DAYS + day_of_cycle)
    }
}

/// What is left of a text.
struct Text<'a>(&'a str);

impl Text<'_> {
    /// Takes a number of so many digits.
    fn digits(&mut self, count: usize) -> Option<u64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { digits.parse().ok() } else { None }
    }

    /// Takes one of these signs.
    fn after(&mut self, signs: &[char]) -> Option<&mut Self> {
        self.0 = self.0.strip_prefix(signs)?;
        Some(self)
    }

    /// Takes the digits of a fraction of a second, of which the milliseconds count.
    fn fraction(&mut self) -> Option<u64> {
        let end = self.0.find(|sign: char| !sign.is_ascii_digit());
        let (digits, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        if !(1..=9).contains(&digits.len()) {
            return None;
        }
        let digits = digits.bytes().map(|byte| u64::from(byte - b'0'));
        Some(
            digits
                .chain([0, 0])
                .take(3)
                .fold(0, |ms, digit| ms * 10 + digit),
        )
    }

    /// Takes an offset, which has to be all that is left, in seconds.
    fn offset(&mut self) -> Option<i64> {
        if matches!(self.0, "Z" | "z") {
            return Some(0);
        }
        let sign = if self.0.starts_with('-') { -1 } else { 1 };
        let hours = self.after(&['+', '-'])?.digits(2)?;
        let minutes = match self.0 {
            "" => 0,
            _ => {
                self.0 = self.0.strip_prefix(':').unwrap_or(self.0);
                self.digits(2)?
            }
        };
        let seconds = i64::try_from(hours * 3_600 + minutes * 60).ok()?;
        (self.0.is_empty() && hours < 24 && minutes < 60).then_some(sign * seconds)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::fmt::rfc2822::DateTimePrinter;
    use proptest::prelude::*;

    use super::*;

    fn end_ms() -> u64 {
        Timestamp::MAX.as_millisecond().cast_unsigned()
    }

    fn judged(text: &str) -> Option<u64> {
        let timestamp: Timestamp = text.parse().ok()?;
        u64::try_from(timestamp.as_millisecond()).ok()
    }

    proptest! {
        #[test]
        fn moments_are_written_as_another_library_writes_them(ms in 0..end_ms()) {
            let timestamp = Timestamp::from_millisecond(ms.cast_signed()).unwrap();
            prop_assert_eq!(moment(ms), Some(format!("{timestamp:.3}")));
            let printed = DateTimePrinter::new().timestamp_to_rfc9110_string(&timestamp);
            prop_assert_eq!(http_date(ms / 1_000), printed.ok());
            prop_assert_eq!(milliseconds(&moment(ms).unwrap()), Some(ms));
        }

        #[test]
        fn moments_are_read_as_another_library_reads_them(
            text in "(19[67][0-9]|20[0-9]{2}|9999)-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9]([.,][0-9]{0,10})?(Z|z|[+-]([01][0-9]|2[0-3])(:?[0-6][0-9])?)?",
        ) {
            let ms = milliseconds(&text);
            // The other library ends within the last two days of the year 9999.
            prop_assume!(ms.is_none_or(|ms| ms < end_ms()));
            prop_assert_eq!(ms, judged(&text), "{}", text);
        }

        #[test]
        fn no_text_is_too_strange(text in ".{0,40}") {
            milliseconds(&text);
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "2026-11-30",
            "2026-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-31T00:00:00Z",
            "2026-11-30T24:00:00Z",
            "2026-11-30T09:00:00",
            "2026-11-30T09:00:00.Z",
            "2026-11-30T09:00:00+",
            "2026-11-30T09:00:00Zz",
            "1969-12-31T23:59:59Z",
            "２026-11-30T09:00:00Z",
        ] {
            assert_eq!(milliseconds(text), None, "{text}");
        }
        assert_eq!(moment(253_402_300_800_000), None);
        assert_eq!(http_date(253_402_300_800), None);
    }

    #[test]
    fn the_day_that_only_some_years_have_is_known() {
        assert_eq!(
            moment(1_709_164_800_000).as_deref(),
            Some("2024-02-29T00:00:00.000Z")
        );
        assert_eq!(milliseconds("2000-02-29T00:00:00Z"), Some(951_782_400_000));
        assert_eq!(milliseconds("1970-01-01T01:00:00+01:00"), Some(0));
        assert_eq!(milliseconds("1969-12-31T23:00:00+01:00"), None);
    }
}
