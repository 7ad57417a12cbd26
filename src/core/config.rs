//! What a client was made with.

pub mod base_url;
pub mod options;

use self::options::{CALL_OPTIONS, OPTIONS};

use crate::core::{
    document::{Document, Type},
    error::{Code, Error},
    input::{Check, Given, refusal::expected},
    limit::Limit,
    model::{
        FILLED, Field, Kind, Shape,
        operation::{Access, Operation},
        version::Api,
    },
    secret::Secret,
    text::whole,
};

const COMPANY: &str = FILLED[0];
const LOCATION: &str = FILLED[1];
const OLD_LOCATION: &str = FILLED[2];

/// What a client was made with, checked.
pub struct Config {
    /// The API version.
    pub api: Api,
    /// The URL before every path, without a slash at its end.
    pub base_url: String,
    /// Where tokens come from.
    pub token: Token,
    /// Whose token it is, if that is known.
    token_kind: Option<Access>,
    /// Whether everyone who opens the page could read a token, and nobody has accepted that.
    exposes_tokens: bool,
    /// What a call may take, unless it says otherwise.
    pub allowance: Allowance,
    /// Whether a POST that writes is sent again after a 429.
    pub retry_post_after_429: bool,
    /// How many requests the client may start in which time.
    pub rate_limit: Option<Limit>,
    /// The most bytes of an answer's body.
    pub max_response_bytes: f64,
    /// Whether the client runs in a web page.
    pub in_page: bool,
    company_id: Option<String>,
    location_id: Option<String>,
}

/// What a call may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowance {
    /// The most milliseconds, from the beginning to the end.
    pub timeout_ms: f64,
    /// The most times that it is sent again.
    pub max_retries: f64,
}

/// Where a client's tokens come from.
pub enum Token {
    /// Nowhere: a gateway at `baseUrl` adds one.
    None,
    /// From the options.
    Fixed(Secret),
    /// From a function.
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
        let flag = |name| text(name).as_deref() == Some("true");
        let given_token = options.member("token");
        let host = base_url::check(
            base_url,
            flag("dangerouslyAllowHttp"),
            given_token.is_some(),
        )?;
        let token = match given_token {
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
        let allowed = flag("dangerouslyAllowBrowser");
        let exposes_tokens = in_page && !allowed && base_url::is_own_host(host);
        if !matches!(token, Token::None) {
            guard(exposes_tokens)?;
        }
        Ok(Config {
            api,
            base_url: base_url::without_slashes(base_url).to_owned(),
            token,
            token_kind: match text("tokenKind").as_deref() {
                Some("agency") => Some(Access::Agency),
                Some(_) => Some(Access::Location),
                None => None,
            },
            exposes_tokens,
            allowance: Allowance {
                timeout_ms: 30_000.0,
                max_retries: 2.0,
            }
            .with(options),
            retry_post_after_429: text("retryPostAfter429").as_deref() != Some("false"),
            rate_limit: rate_limit(options),
            max_response_bytes: number(options, "maxResponseBytes").unwrap_or(33_554_432.0),
            in_page,
            company_id: text(COMPANY),
            location_id: text(LOCATION),
        })
    }

    /// Checks a token that is to replace the one there is.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`], as for the constructor's.
    pub fn new_token<D: Document>(&self, token: &D) -> Result<Token, Box<Error>> {
        guard(self.exposes_tokens)?;
        match (token.kind(), token.text()) {
            (Type::Function, _) => Ok(Token::Provided),
            (Type::Text, Some(text)) => Ok(Token::Fixed(Secret::new(text)?)),
            _ => Err(wrong(
                "\"token\" is %: expected %",
                &[
                    &token.words(),
                    &expected(&Field::new("token", Kind::TextOrFunction), false, true),
                ],
            )),
        }
    }

    /// Checks whether the client's token may call an operation, as far as that is known.
    ///
    /// # Errors
    /// [`Code::InsufficientScope`], which says whose token is needed.
    pub fn check_access(&self, operation: &'static Operation) -> Result<(), Box<Error>> {
        let (needed, had) = match (operation.access(self.api), self.token_kind) {
            (Some(Access::Agency), Some(Access::Location)) => ("an agency", "a location"),
            (Some(Access::Location), Some(Access::Agency)) => ("a location", "an agency"),
            _ => return Ok(()),
        };
        let sentence = "it takes the token of %, but the client has one of % (\"tokenKind\")";
        let id = Some(operation.id);
        Err(Error::new(
            Code::InsufficientScope,
            id,
            sentence,
            &[needed, had],
        ))
    }

    /// Returns the client's own value for a field of a call.
    pub fn filler(&self, field: &str) -> Option<&str> {
        match field {
            COMPANY => self.company_id.as_deref(),
            LOCATION | OLD_LOCATION => self.location_id.as_deref(),
            _ => None,
        }
    }
}

impl Allowance {
    /// Checks the options of a call, and returns what it may take.
    ///
    /// # Errors
    /// [`Code::InvalidInput`], naming the option and what was expected.
    pub fn of_call<D: Document>(
        self,
        operation: &'static str,
        options: &D,
    ) -> Result<Allowance, Box<Error>> {
        check(Code::InvalidInput, Some(operation), &CALL_OPTIONS, options)?;
        Ok(self.with(options))
    }

    fn with<D: Document>(self, options: &D) -> Allowance {
        Allowance {
            timeout_ms: number(options, "timeoutMs").unwrap_or(self.timeout_ms),
            max_retries: number(options, "maxRetries").unwrap_or(self.max_retries),
        }
    }
}

fn rate_limit<D: Document>(options: &D) -> Option<Limit> {
    let given = options.member("rateLimit");
    if given
        .as_ref()
        .is_some_and(|given| given.kind() == Type::Flag)
    {
        return None;
    }
    let number = |name| given.as_ref().and_then(|given| number(given, name));
    Some(Limit {
        requests: number("requests").unwrap_or(100.0) as usize,
        per_ms: number("perMs").unwrap_or(10_000.0),
    })
}

fn number<D: Document>(options: &D, name: &str) -> Option<f64> {
    whole(&options.member(name)?.text()?)
}

/// Checks options of a constructor or of a call.
fn check<D: Document>(
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
    let word = |given: &Given<D>| {
        let Given {
            path,
            field,
            required,
            value,
            ..
        } = given;
        check.word(path, field, *required, value).map(drop)
    };
    check.object(shape, options, &mut |given| {
        word(given)?;
        // What is free JSON is checked where it is written.
        let inner = given.field.of;
        match (given.field.kind, given.value.kind()) {
            (Kind::Object, Type::Object) if inner.rest.is_none() => {
                check.members(&given.path, inner, &given.value, &mut |given| word(given))
            }
            _ => Ok(()),
        }
    })
}

/// Refuses a token in a page whose visitors can read it.
fn guard(exposes_tokens: bool) -> Result<(), Box<Error>> {
    let sentence = "everyone can read a page's token: call your own gateway (\"baseUrl\"), or accept it with \
                    \"dangerouslyAllowBrowser: true\"";
    match exposes_tokens {
        true => Err(wrong(sentence, &[])),
        false => Ok(()),
    }
}

fn wrong(sentence: &str, words: &[&str]) -> Box<Error> {
    Error::new(Code::InvalidConfig, None, sentence, words)
}
