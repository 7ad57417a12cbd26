//! Dates in the three forms of HTTP, and nothing else.

use ghl_users::core::answer::http_date;
use std::time::{Duration, UNIX_EPOCH};

use proptest::prelude::*;

use crate::{answer::date, support::cases};

/// 1994-11-06 08:49:37 UTC, the example of RFC 9110.
const EXAMPLE: f64 = 784_111_777_000.0;

/// Judged by another reader of dates than a browser's.
fn parse(text: &str) -> Option<f64> {
    http_date::parse(text, &|text| date(text))
}

#[test]
fn each_form_of_the_standard_is_read() {
    for text in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        assert_eq!(parse(text), Some(EXAMPLE), "{text}");
    }
    let days = [
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199_000.0),
        ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200_000.0),
    ];
    for (text, date) in days {
        assert_eq!(parse(text), Some(date), "{text}");
    }
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
        "Sun,06 Nov 1994 08:49:37 GMT",
        "Su, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994 GMT",
        "Sun Nov  6 08:49 1994",
        "Sün, 06 Nov 1994 08:49:37 GMT",
        "٠٦ Nov 1994",
    ] {
        assert_eq!(parse(text), None, "{text:?}");
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_moment_is_read_as_it_was_written(seconds in 0..20_000_000_000u64) {
        let text = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
        prop_assert_eq!(parse(&text), Some(seconds as f64 * 1000.0), "{}", text);
    }

    #[test]
    fn no_text_does_any_harm(text in "(?s).{0,40}", cut in 0..30usize) {
        let _ = parse(&text);
        let date = "Sunday, 06-Nov-94 08:49:37 GMT";
        prop_assert_eq!(parse(&date[..cut]), None);
    }
}
