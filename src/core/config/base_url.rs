//! The URL before every path: where a token may travel to.

use crate::core::error::{Code, Error};

/// The hosts of HighLevel itself, and any of their subdomains.
const OWN_HOSTS: &[&str] = &["leadconnectorhq.com", "gohighlevel.com"];

/// Paths bring their own slash.
pub fn without_slashes(mut url: &str) -> &str {
    while let Some(rest) = url.strip_suffix("/") {
        url = rest;
    }
    url
}

/// Returns the host of a base URL that may be used: https, or http on a loopback host, or on any if that is `allowed`.
/// `has_token` says whether a token would travel there.
///
/// # Errors
/// [`Code::InvalidConfig`], with what is wrong and what to do.
pub fn check(url: &str, allowed: bool, has_token: bool) -> Result<&str, Box<Error>> {
    let scheme = |name: &str| {
        let start = url.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let plain = scheme("http://");
    let rest = match plain {
        true => url.get(7..),
        false if scheme("https://") => url.get(8..),
        false => None,
    };
    let until = |text: &str, end: u8| text.bytes().position(|byte| byte == end);
    let rest = rest.unwrap_or_default();
    let authority = until(rest, b'/')
        .map_or(Some(rest), |end| rest.get(..end))
        .unwrap_or_default();
    let host = match authority.starts_with("[") {
        true => until(authority, b']').and_then(|end| authority.get(..=end)),
        false => until(authority, b':').map_or(Some(authority), |end| authority.get(..end)),
    };
    let problem = match host {
        None | Some("") => "has no host",
        _ if !url.bytes().all(is_url_byte) => {
            "has one of ? # @ \\, white space or a non-ASCII character"
        }
        Some(host) if plain && !allowed && !is_loopback(host) => match has_token {
            true => "would send the token unencrypted",
            false => "would send everything unencrypted",
        },
        Some(host) => return Ok(host),
    };
    let sentence = "\"baseUrl\" %: expected https://host/path, http:// on a loopback host, or \"dangerouslyAllowHttp: true\"";
    Err(Error::new(Code::InvalidConfig, None, sentence, &[problem]))
}

fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'\\' | b'@')
}

fn is_loopback(host: &str) -> bool {
    let mut dots = 0;
    for byte in host.bytes() {
        match byte {
            b'.' => dots += 1,
            b'0'..=b'9' => {}
            _ => return host == "[::1]" || is_within(host, "localhost"),
        }
    }
    dots == 3 && host.starts_with("127.")
}

/// Returns whether a host is HighLevel's own.
pub fn is_own_host(host: &str) -> bool {
    OWN_HOSTS.iter().any(|own| is_within(host, own))
}

/// Returns whether a host is this domain or within it.
fn is_within(host: &str, domain: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let host = host.strip_suffix(".").unwrap_or(&host);
    let before = host.strip_suffix(domain);
    before.is_some_and(|before| before.is_empty() || before.ends_with("."))
}
