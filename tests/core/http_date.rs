//! Dates in the three forms of HTTP, and nothing else.

use ghl_users::core::http_date::parse;
use proptest::prelude::*;

use crate::{answer::NOW, support::cases};

/// 1994-11-06 08:49:37 UTC, the example of RFC 9110.
const EXAMPLE: f64 = 784_111_777_000.0;

#[test]
fn each_form_of_the_standard_is_read() {
    for text in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        assert_eq!(parse(text, NOW), Some(EXAMPLE), "{text}");
    }
    let days = [
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199_000.0),
        ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200_000.0),
        ("Wed Dec 31 23:59:60 2025", 1_767_225_600_000.0),
    ];
    for (text, date) in days {
        assert_eq!(parse(text, NOW), Some(date), "{text}");
    }
}

#[test]
fn a_year_of_two_digits_is_at_most_fifty_years_ahead() {
    let year = |text| (parse(text, NOW).unwrap() / 31_556_952_000.0).floor() + 1970.0;
    assert_eq!(year("Friday, 15-Aug-25 00:00:00 GMT"), 2025.0);
    assert_eq!(year("Friday, 15-Aug-74 00:00:00 GMT"), 2074.0);
    assert_eq!(year("Friday, 15-Aug-76 00:00:00 GMT"), 1976.0);
}

#[test]
fn what_is_no_date_of_http_is_none() {
    for text in [
        "",
        "10, 10",
        "10",
        "Sun",
        "2026-11-29T21:00:00Z",
        "06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 06 oNo 1994 08:49:37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun,06 Nov 1994 08:49:37 GMT",
        "Su, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994 GMT",
        "Sun Nov  6 08:49 1994",
        "Sün, 06 Nov 1994 08:49:37 GMT",
        "٠٦ Nov 1994",
    ] {
        assert_eq!(parse(text, NOW), None, "{text:?}");
    }
}

/// The date as IMF-fixdate writes it, by another calendar: day by day from 1970.
fn written(date: u64) -> String {
    let (mut days, seconds) = (date / 86_400, date % 86_400);
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][(days % 7) as usize];
    let mut year = 1970;
    let is_leap = |year: u64| year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let months = [
        31,
        28 + u64::from(is_leap(year)),
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let mut month = 0;
    while days >= months[month] {
        days -= months[month];
        month += 1;
    }
    let name = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][month];
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!(
        "{weekday}, {:02} {name} {year} {hour:02}:{minute:02}:{second:02} GMT",
        days + 1
    )
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_moment_is_read_as_it_was_written(date in 0..20_000_000_000u64) {
        let text = written(date);
        prop_assert_eq!(parse(&text, NOW), Some(date as f64 * 1000.0), "{}", text);
    }

    #[test]
    fn no_text_does_any_harm(text in "(?s).{0,40}", cut in 0..30usize) {
        let _ = parse(&text, NOW);
        let date = "Sunday, 06-Nov-94 08:49:37 GMT";
        prop_assert_eq!(parse(&date[..cut], NOW), None);
    }
}
