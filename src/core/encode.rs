//! Percent-encoding: the one place where a value becomes part of a URL.

/// Appends `value` so that it is one path segment, or one key or value of a query, whatever it contains.
///
/// Everything but RFC 3986's unreserved characters is encoded.
pub fn component(value: &str, out: &mut String) {
    for (index, byte) in value.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push_str(value.get(index..=index).unwrap_or_default());
        } else {
            out.push_str("%");
            out.push_str(hex_digit(byte / 16));
            out.push_str(hex_digit(byte % 16));
        }
    }
}

/// Appends `key=value`, with `&` before it unless it is the first.
pub fn pair(key: &str, value: &str, out: &mut String) {
    if !out.is_empty() {
        out.push_str("&");
    }
    component(key, out);
    out.push_str("=");
    component(value, out);
}

/// Writes a number below 16 as a digit.
pub fn hex_digit(number: u8) -> &'static str {
    let index = usize::from(number);
    "0123456789ABCDEF".get(index..=index).unwrap_or_default()
}
