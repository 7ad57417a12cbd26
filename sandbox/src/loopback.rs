//! Who may give the sandbox orders: programs and pages of this machine. The page of any website can send requests to a
//! loopback port too, even under a name of its own, once it has let that name mean 127.0.0.1.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::quoted::quoted;
use crate::request::Request;

/// Checks that a request was sent to a loopback name, and not by a page of another machine.
///
/// A browser always names the host, and its page in whatever changes something. Who names neither is no page.
pub(crate) fn admit(request: &Request) -> Result<(), String> {
    for (name, value) in &request.headers {
        let expected = match name.to_ascii_lowercase().as_str() {
            "host" if !is_loopback(value) => "a loopback name, such as 127.0.0.1 or localhost",
            "origin" if !is_local(value) => "none, or that of a page on a loopback host",
            _ => continue,
        };
        let value = quoted(value);
        return Err(format!("{name} is {value}: expected {expected}"));
    }
    Ok(())
}

fn is_local(origin: &str) -> bool {
    origin
        .split_once("://")
        .is_some_and(|(scheme, host)| matches!(scheme, "http" | "https") && is_loopback(host))
}

/// Whether a host, with a port or without, never means another machine. The names under `localhost` belong to nobody.
fn is_loopback(host: &str) -> bool {
    let is_port = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let name = match host.rsplit_once(':') {
        Some((name, port)) if is_port(port) => name,
        _ => host,
    };
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix('.').unwrap_or(&name);
    let bracketed = name
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match bracketed {
        Some(address) => address
            .parse::<Ipv6Addr>()
            .is_ok_and(|address| address.is_loopback()),
        None => {
            name == "localhost"
                || name.ends_with(".localhost")
                || name
                    .parse::<Ipv4Addr>()
                    .is_ok_and(|address| address.is_loopback())
        }
    }
}
