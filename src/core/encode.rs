//! Percent-encoding: the one place where a value becomes part of a URL.

/// Appends `value` so that it is one path segment, or one key or value of a query, whatever it contains.
///
/// Everything but RFC 3986's unreserved characters is encoded.
pub fn component(value: &str, out: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(byte as char);
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(nibble), 16).unwrap_or('0');
                out.push(digit.to_ascii_uppercase());
            }
        }
    }
}
