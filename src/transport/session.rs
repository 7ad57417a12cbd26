//! A client's state, and the course of a call.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

use super::{
    exchange::{Exchange, Reply, settled},
    failure::Failure,
    value,
};
use crate::core::{
    config::{self, CALL_OPTIONS, Config, Token},
    document::Document,
    error::{Code, Error},
    operation::Operation,
    request::Request,
    response::{Body, Head, Outcome},
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

/// A call that is checked and ready to be sent.
pub struct Call {
    operation: &'static Operation,
    request: Request,
    signal: Option<AbortSignal>,
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
    pub fn new(options: &JsValue) -> Result<Session, Box<Error>> {
        let config = Config::new(options, in_page())?;
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

    /// Checks the input and the options of a call.
    ///
    /// # Errors
    /// [`Code::InvalidInput`], naming the field.
    pub fn prepare(
        &self,
        operation: &'static Operation,
        input: &JsValue,
        options: &JsValue,
    ) -> Result<Call, Box<Error>> {
        config::check(
            Code::InvalidInput,
            Some(operation.id),
            &CALL_OPTIONS,
            options,
        )?;
        Ok(Call {
            operation,
            request: Request::build(operation, &self.config, input)?,
            signal: options.member("signal").map(JsValue::unchecked_into),
        })
    }

    /// Sends a call.
    ///
    /// # Errors
    /// A [`Failure`] of any [`Code`].
    pub async fn send(&self, mut call: Call) -> Result<Answer, Failure> {
        let operation = call.operation;
        match &self.config.token {
            Token::None => {}
            Token::Fixed(secret) => call.request.authorize(secret),
            Token::Provided => call
                .request
                .authorize(&self.provided_token(operation).await?),
        }
        let exchange = Exchange {
            operation: operation.id,
            fetch: self.fetch.as_ref(),
            signal: call.signal.as_ref(),
        };
        finish(operation, exchange.run(&call.request).await?)
    }

    async fn provided_token(&self, operation: &'static Operation) -> Result<Secret, Failure> {
        let given = match &self.token {
            Some(provider) => provider.call0(&JsValue::UNDEFINED),
            None => Ok(JsValue::UNDEFINED),
        };
        let failed = |cause| {
            let sentence = "the token function failed";
            Failure::thrown(Code::InvalidConfig, operation.id, sentence, cause)
        };
        match settled(given).await.map_err(failed)?.as_string() {
            Some(token) => Ok(Secret::new(token)?),
            None => {
                let sentence = "the token function did not return a string";
                Err(Error::new(Code::InvalidConfig, Some(operation.id), sentence, &[]).into())
            }
        }
    }
}

/// Shows the core the answer, and hands over what it decides.
fn finish(operation: &'static Operation, reply: Reply) -> Result<Answer, Failure> {
    let body = match value::parse(&reply.text) {
        Some(parsed) => Body::Json(parsed),
        None if reply.text == "" => Body::Empty,
        None => Body::Other,
    };
    let headers = reply.response.headers();
    let head = Head {
        status: reply.response.status(),
        header: &|name| headers.get(name),
    };
    let read = head.read(operation, &body);
    let body = match body {
        Body::Json(parsed) => parsed,
        Body::Empty => JsValue::UNDEFINED,
        Body::Other => reply.text.slice(0, LONGEST_BODY).into(),
    };
    let data = match read {
        Ok(Outcome::AsSent) => body,
        Ok(Outcome::Deleted { succeeded, message }) => {
            value::object(&[("succeeded", succeeded.into()), ("message", message.into())])
        }
        Err(error) => {
            return Err(Failure {
                error,
                body,
                cause: JsValue::UNDEFINED,
            });
        }
    };
    Ok(Answer {
        data,
        response: reply.response.into(),
    })
}

/// Returns whether this runs in a web page, and not in a server, a Worker or a browser extension's background.
fn in_page() -> bool {
    let global = JsValue::from(js_sys::global());
    global.member("window").is_some() && global.member("document").is_some()
}
