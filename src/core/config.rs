//! The options of a client.

use super::{
    error::{Code, Error},
    input::{Check, FUNCTION},
    json::Json,
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
            name: $name,
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
        "fetch": Kind::Foreign(FUNCTION), "((url: string, init: RequestInit) => Promise<Response>)";
        /// Allows a token for HighLevel's own host in a web page, where every visitor can read it. Default: `false`.
        "dangerouslyAllowBrowser": Kind::Flag, "boolean";
    }
}

options! {
    /// The options of a call.
    CALL_OPTIONS, CALL_OPTIONS_DOCS = "CallOptions" {
        /// Ends the call early, with the code `aborted`.
        "signal": Kind::Foreign("an instance of AbortSignal"), "AbortSignal";
    }
}

/// The fields of calls that the client's own options fill.
pub const FILLED: [&str; 2] = ["companyId", "locationId"];

/// What a client was made with, checked.
pub struct Config {
    /// The API version.
    pub api: Api,
    /// The URL before every path, without a slash at its end.
    pub base_url: String,
    /// Where tokens come from.
    pub token: Token,
    filled: [Option<Json>; FILLED.len()],
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
    pub fn new(options: Json, in_page: bool) -> Result<Config, Error> {
        let api = match options.get("api").map(Json::text) {
            Some(Some(name)) => Api::from_name(name).unwrap_or(Api::V2),
            _ => Api::V2,
        };
        let check = Check {
            code: Code::InvalidConfig,
            operation: None,
            api,
            filler: &|_| None,
        };
        let options = Json::Object(check.object(None, &OPTIONS, options)?);
        let given_url = options.get("baseUrl").and_then(Json::text);
        let (base_url, host) = match given_url {
            Some(url) => (url.trim_end_matches('/'), check_base_url(url)?),
            None => (api.base_url(), check_base_url(api.base_url())?),
        };
        let token = match options.get("token") {
            Some(Json::Text(token)) => Token::Fixed(Secret::new(token.clone())?),
            Some(_) => Token::Provided,
            None if given_url.is_some() => Token::None,
            None => {
                return Err(wrong(
                    "\"token\" is missing: expected a string or a function (or a gateway's \"baseUrl\")",
                ));
            }
        };
        let allowed = options.get("dangerouslyAllowBrowser") == Some(&Json::Bool(true));
        if in_page && !allowed && !matches!(token, Token::None) && is_own_host(host) {
            return Err(wrong(
                "a token in a web page can be read by everyone who opens it: call your own gateway (\"baseUrl\"), \
                 or accept the risk with \"dangerouslyAllowBrowser: true\"",
            ));
        }
        Ok(Config {
            api,
            base_url: base_url.to_owned(),
            token,
            filled: FILLED.map(|name| options.get(name).cloned()),
        })
    }

    /// Returns the client's own value for a field of a call.
    pub fn filler(&self, field: &str) -> Option<Json> {
        let own = FILLED.iter().zip(&self.filled);
        own.filter(|(name, _)| **name == field)
            .find_map(|(_, value)| value.clone())
    }
}

/// Returns the host of a base URL that a token may travel to: https, or http on a loopback host.
fn check_base_url(url: &str) -> Result<&str, Error> {
    let expected = "expected https://host/path, or http:// on a loopback host";
    let wrong_url = |problem: &str| Err(wrong(&["\"baseUrl\" ", problem, ": ", expected].concat()));
    let (plain, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (false, rest),
        (_, Some(rest)) => (true, rest),
        _ => return wrong_url("does not begin with https://"),
    };
    if !url
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'\\' | b'@'))
    {
        return wrong_url(
            "has a query, a fragment, a user name, a backslash, white space or non-ASCII letters",
        );
    }
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    if host.is_empty() {
        return wrong_url("has no host");
    }
    if plain && !is_loopback(host) {
        return wrong_url("would send the token unencrypted");
    }
    Ok(host)
}

fn is_loopback(host: &str) -> bool {
    let numbers: Vec<Option<u8>> = host.split('.').map(|part| part.parse().ok()).collect();
    host.eq_ignore_ascii_case("localhost")
        || host == "[::1]"
        || matches!(numbers.as_slice(), [Some(127), Some(_), Some(_), Some(_)])
}

fn is_own_host(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    OWN_HOSTS.iter().any(|own| {
        host.strip_suffix(own)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

fn wrong(message: &str) -> Error {
    Error::new(Code::InvalidConfig, None, message)
}
