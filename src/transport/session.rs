//! A client's state, and the course of a call.

use js_sys::{Function, JsString, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

use super::{
    exchange::{Exchange, Reply},
    failure::Failure,
    value,
};
use crate::core::{
    config::{CALL_OPTIONS, Config, Token},
    error::{Code, Error},
    input::Check,
    json::Json,
    operation::Operation,
    request::Request,
    response::{Body, Look, Outcome},
    secret::Secret,
};

/// The longest text of an answer that is not JSON which a failure keeps, in UTF-16 units.
const LONGEST_BODY: u32 = 4096;

/// A client's state: its checked options, and the functions among them.
pub struct Session {
    config: Config,
    token: Option<Function>,
    fetch: Option<Function>,
}

/// The answer to a call.
pub struct Answer {
    /// What the operation returns.
    pub data: JsValue,
    /// The `Response` that carried it; its body has been read.
    pub response: web_sys::Response,
}

impl Session {
    /// Checks the options of a constructor.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`], naming the option.
    pub fn new(options: &JsValue) -> Result<Session, Error> {
        let config = Config::new(value::read(options), in_page())?;
        Ok(Session {
            token: value::function(options, "token"),
            fetch: value::function(options, "fetch"),
            config,
        })
    }

    /// Returns the options as the core knows them.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Makes one call.
    ///
    /// # Errors
    /// A [`Failure`] of any [`Code`].
    pub async fn call(
        &self,
        operation: &'static Operation,
        input: Json,
        options: &JsValue,
    ) -> Result<Answer, Failure> {
        let signal = self.signal(operation, options)?;
        let mut request = Request::build(operation, &self.config, input)?;
        if let Some(token) = self.token(operation).await? {
            request.authorize(&token);
        }
        let exchange = Exchange {
            operation: operation.id,
            fetch: self.fetch.as_ref(),
            signal: signal.as_ref(),
        };
        finish(operation, exchange.run(&request).await?)
    }

    fn signal(
        &self,
        operation: &'static Operation,
        options: &JsValue,
    ) -> Result<Option<AbortSignal>, Error> {
        let given = match value::read(options) {
            Json::Null => return Ok(None),
            given => given,
        };
        let check = Check {
            code: Code::InvalidInput,
            operation: Some(operation.id),
            api: self.config.api,
            filler: &|_| None,
        };
        check.object(None, &CALL_OPTIONS, given)?;
        let signal = Reflect::get(options, &"signal".into()).unwrap_or_default();
        Ok((!signal.is_undefined()).then(|| signal.unchecked_into()))
    }

    async fn token(&self, operation: &'static Operation) -> Result<Option<Secret>, Failure> {
        match &self.config.token {
            Token::None => Ok(None),
            Token::Fixed(secret) => Ok(Some(secret.clone())),
            Token::Provided => self.ask_for_token(operation).await.map(Some),
        }
    }

    async fn ask_for_token(&self, operation: &'static Operation) -> Result<Secret, Failure> {
        let failed = |cause| {
            Failure::thrown(
                Code::InvalidConfig,
                operation.id,
                "the token function failed",
                cause,
            )
        };
        let given = match &self.token {
            Some(provider) => provider.call0(&JsValue::UNDEFINED).map_err(failed)?,
            None => JsValue::UNDEFINED,
        };
        let token = JsFuture::from(Promise::resolve(&given))
            .await
            .map_err(failed)?;
        match token.as_string() {
            Some(token) => Ok(Secret::new(token)?),
            None => {
                let message = "the token function did not return a string";
                Err(Error::new(Code::InvalidConfig, Some(operation.id), message).into())
            }
        }
    }
}

/// Shows the core as much of the answer as it asks for, and hands over what it decides.
fn finish(operation: &'static Operation, reply: Reply) -> Result<Answer, Failure> {
    let parsed = value::parse(&reply.text);
    let body = match (&parsed, reply.head.look(operation)) {
        (None, _) if reply.text.length() == 0 => Body::Empty,
        (None, _) => Body::Other,
        (Some(parsed), Look::Outline(key)) => Body::Json(value::outline(parsed, key)),
        (Some(parsed), Look::Whole) => Body::Json(value::read(parsed)),
    };
    match reply.head.read(operation, &body) {
        Ok(outcome) => Ok(Answer {
            data: match outcome {
                Outcome::AsSent => parsed.unwrap_or_default(),
                Outcome::Instead(json) => value::write(&json),
            },
            response: reply.response,
        }),
        Err(error) => Err(Failure {
            error,
            body: match body {
                Body::Empty => None,
                Body::Json(_) => parsed,
                Body::Other => Some(shortened(&reply.text)),
            },
            cause: None,
        }),
    }
}

fn shortened(text: &JsString) -> JsValue {
    text.slice(0, LONGEST_BODY).into()
}

/// Returns whether this runs in a web page, and not in a server, a Worker or a browser extension's background.
fn in_page() -> bool {
    let global = js_sys::global();
    let has = |name: &str| Reflect::get(&global, &name.into()).is_ok_and(|value| value.is_object());
    has("window") && has("document")
}
