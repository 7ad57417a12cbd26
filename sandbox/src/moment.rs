//! Moments, as HighLevel writes them.

use jiff::Timestamp;

/// The moment in RFC 3339; `None`, shown as null, beyond the year 9999.
pub(crate) fn moment(ms: u64) -> Option<String> {
    let timestamp = Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok()?;
    Some(format!("{timestamp:.3}"))
}

/// The milliseconds of a moment in RFC 3339, whatever its offset.
pub(crate) fn milliseconds(text: &str) -> Option<u64> {
    let timestamp: Timestamp = text.parse().ok()?;
    u64::try_from(timestamp.as_millisecond()).ok()
}
