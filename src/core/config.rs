//! The options of a client.

use super::{
    document::{Document, Type},
    error::{Code, Error},
    input::Check,
    model::{Field, FieldDocs, Kind, Refers, Shape, ShapeDocs},
    operation::{Api, Apis},
    secret::Secret,
};

/// The option names that name an API version.
const API_NAMES: &[&str] = &["v1", "v2", "v3"];

/// The hosts of HighLevel itself, and any of their subdomains.
const OWN_HOSTS: &[&str] = &["leadconnectorhq.com", "gohighlevel.com"];

macro_rules! options {
    ($(#[doc = $doc:literal])+ $shape:ident, $docs:ident = $name:literal {
        $($(#[doc = $field_doc:literal])+ $option:literal: $kind:expr, $type:literal;)+
    }) => {
        $(#[doc = $doc])+
        pub static $shape: Shape = Shape {
            fields: &[$(Field {
                name: $option,
                kind: $kind,
                apis: Apis::ALL,
                required: Apis::NONE,
                filled: false,
            }),+],
        };

        /// The documentation of these options. Nothing at run time refers to it.
        pub static $docs: ShapeDocs = ShapeDocs {
            name: $name,
            shape: &$shape,
            text: concat!($($doc, "\n"),+),
            answer: false,
            fields: &[$(FieldDocs {
                text: concat!($($field_doc, "\n"),+),
                refers: Refers::TypeScript($type),
            }),+],
        };
    };
}

options! {
    /// The options of the constructor.
    OPTIONS, OPTIONS_DOCS = "ClientOptions" {
        /// The version of the API. Default: `"v2"`.
        "api": Kind::Choice(API_NAMES), "Api";
        /// A v1 API key, a private integration token or an OAuth access token; or a function that returns one, or a
        /// promise of one, and is asked before each request. May be left out if a gateway at `baseUrl` adds it.
        "token": Kind::TextOrFunction, "string | (() => string | Promise<string>)";
        /// The company (agency) of calls that need one and do not name it.
        "companyId": Kind::Id, "string";
        /// The location (sub-account) of calls that require one and do not name it.
        "locationId": Kind::Id, "string";
        /// The URL before every path: https, or http on a loopback host. Its path is kept. Default:
        /// `https://services.leadconnectorhq.com`; for v1 `https://rest.gohighlevel.com/v1`.
        "baseUrl": Kind::Text, "string";
        /// The `fetch` to use, called with a URL and an init object. Default: the global one, at the time of the call.
        "fetch": Kind::Function, "((url: string, init: RequestInit) => Promise<Response>)";
        /// Allows a token for HighLevel's own host in a web page, where every visitor can read it. Default: `false`.
        "dangerouslyAllowBrowser": Kind::Flag, "boolean";
    }
}

options! {
    /// The options of a call.
    CALL_OPTIONS, CALL_OPTIONS_DOCS = "CallOptions" {
        /// Ends the call early, with the code `aborted`.
        "signal": Kind::Instance("AbortSignal"), "AbortSignal";
    }
}

/// The fields of calls that the client's own options fill.
pub const FILLED: [&str; 2] = [COMPANY, LOCATION];
const COMPANY: &str = "companyId";
const LOCATION: &str = "locationId";

/// What a client was made with, checked.
pub struct Config {
    /// The API version.
    pub api: Api,
    /// The URL before every path, without a slash at its end.
    pub base_url: String,
    /// Where tokens come from.
    pub token: Token,
    company_id: Option<String>,
    location_id: Option<String>,
}

/// Where a client's tokens come from.
pub enum Token {
    /// Nowhere: a gateway at `baseUrl` adds one.
    None,
    /// From the options.
    Fixed(Secret),
    /// From a function that is asked before each request.
    Provided,
}

impl Config {
    /// Checks the options. `in_page` says whether the client runs in a web page, whose visitors can read its token.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`], naming the option and what was expected.
    pub fn new<D: Document>(options: &D, in_page: bool) -> Result<Config, Box<Error>> {
        check(Code::InvalidConfig, None, &OPTIONS, options)?;
        let text = |name| options.member(name).and_then(|value| value.text());
        let api = text("api").and_then(|name| Api::from_name(&name));
        let api = api.unwrap_or(Api::V2);
        let given_url = text("baseUrl");
        let base_url = given_url.as_deref().unwrap_or(api.base_url());
        let host = check_base_url(base_url)?;
        let token = match options.member("token") {
            Some(token) if token.kind() == Type::Function => Token::Provided,
            Some(token) => Token::Fixed(Secret::new(token.text().unwrap_or_default())?),
            None if given_url.is_some() => Token::None,
            None => {
                return Err(wrong(
                    "\"token\" is missing: expected a string or a function (or a gateway's \"baseUrl\")",
                    &[],
                ));
            }
        };
        let allowed = text("dangerouslyAllowBrowser").as_deref() == Some("true");
        if in_page && !allowed && !matches!(token, Token::None) && is_own_host(host) {
            return Err(wrong(
                "everyone who opens a web page can read its token: call your own gateway (\"baseUrl\"), or accept \
                 the risk with \"dangerouslyAllowBrowser: true\"",
                &[],
            ));
        }
        Ok(Config {
            api,
            base_url: without_slashes(base_url).to_owned(),
            token,
            company_id: text(COMPANY),
            location_id: text(LOCATION),
        })
    }

    /// Returns the client's own value for a field of a call.
    pub fn filler(&self, field: &str) -> Option<&str> {
        match field {
            COMPANY => self.company_id.as_deref(),
            LOCATION => self.location_id.as_deref(),
            _ => None,
        }
    }
}

/// Checks options of a constructor or of a call.
///
/// # Errors
/// An error of `code`, naming the option and what was expected.
pub fn check<D: Document>(
    code: Code,
    operation: Option<&'static str>,
    shape: &Shape,
    options: &D,
) -> Result<(), Box<Error>> {
    let check = Check {
        code,
        operation,
        api: Api::V2,
        filler: &|_| None,
    };
    check.object(None, shape, options, &mut |given| {
        check.word(&given.path, given.kind, given.required, &given.value)?;
        Ok(())
    })
}

/// Paths bring their own slash.
fn without_slashes(mut url: &str) -> &str {
    while let Some(rest) = url.strip_suffix("/") {
        url = rest;
    }
    url
}

/// Returns the host of a base URL that a token may travel to: https, or http on a loopback host.
fn check_base_url(url: &str) -> Result<&str, Box<Error>> {
    let plain = url.starts_with("http://");
    let rest = match plain {
        true => url.get(7..),
        false if url.starts_with("https://") => url.get(8..),
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
        Some(host) if plain && !is_loopback(host) => "would send the token unencrypted",
        Some(host) => return Ok(host),
    };
    let sentence = "\"baseUrl\" %: expected https://host/path, or http:// on a loopback host";
    Err(wrong(sentence, &[problem]))
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
            _ => return host == "localhost" || host == "[::1]",
        }
    }
    dots == 3 && host.starts_with("127.")
}

fn is_own_host(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let host = host.strip_suffix(".").unwrap_or(&host);
    OWN_HOSTS.iter().any(|own| {
        let before = host.strip_suffix(own);
        before.is_some_and(|before| before.is_empty() || before.ends_with("."))
    })
}

fn wrong(sentence: &str, words: &[&str]) -> Box<Error> {
    Error::new(Code::InvalidConfig, None, sentence, words)
}
