//! The typed client for Rust: Workers in Rust, and other crates that compile to WebAssembly.

use std::{cell::Cell, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

pub use crate::transport::Failure;
use crate::{
    api::Typed,
    core::{
        call::rate_limit::Budget,
        error::{Code, Error},
        model::{known, operation::Operation, version::Api},
    },
    transport::{Answer, Session, drive, hear, listen, value},
};

/// The options of a [`Client`].
#[derive(Clone, Default)]
pub struct Options {
    /// The version of the API. Default: v2.
    pub api: Option<Api>,
    /// A v1 API key, a private integration token or an OAuth access token.
    pub token: Option<String>,
    /// The company (agency) of calls that need one and do not name it.
    pub company_id: Option<String>,
    /// The location (sub-account) of calls that need one and do not name it.
    pub location_id: Option<String>,
    /// The URL before every path, for a gateway: https, or http on a loopback host. Default: HighLevel's.
    pub base_url: Option<String>,
    /// The `fetch` to use. Default: the global one.
    pub fetch: Option<Function>,
    /// Allows a token in a web page, where every visitor can read it.
    pub dangerously_allow_browser: bool,
    /// The most milliseconds that a call may take, waits, retries and body included. Default: 30,000.
    pub timeout_ms: Option<u32>,
    /// The most times that a call is sent again. Default: 2.
    pub max_retries: Option<u32>,
    /// How many requests the client starts in which time. Default: 100 in 10 s.
    pub rate_limit: Pace,
    /// The most bytes that the body of an answer may have. Default: 32 MiB.
    pub max_response_bytes: Option<u32>,
}

/// How many requests a client starts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Pace {
    /// As many as HighLevel documents: 100 in 10 s.
    #[default]
    Documented,
    /// So many in any so many milliseconds.
    Limited(u32, u32),
    /// As many as there are.
    Unlimited,
}

/// What a call returned, and what it came with.
pub struct WithResponse<T> {
    /// What the operation returns.
    pub data: T,
    /// The response, for its status and headers. Its body has been read.
    pub response: gloo_net::http::Response,
    /// How many times the call was sent.
    pub attempts: u32,
}

/// A client of the API, for Rust.
///
/// It is the engine of the npm package with Rust types around it: the same checks, the same requests.
///
/// ```no_run
/// # #[cfg(target_arch = "wasm32")]
/// # async fn example(token: String) -> Result<(), ghl_users::Failure> {
/// use ghl_users::{Client, Options, api::users};
///
/// let client = Client::new(Options {
///     token: Some(token),
///     company_id: Some("5DP41231LkQsiKESj6rh".into()),
///     ..Options::default()
/// })?;
/// let page = client
///     .send(users::search(users::UserSearchParams {
///         role: Some(users::UserRole::Admin),
///         ..Default::default()
///     }))
///     .await?;
/// for user in page.users {
///     client.send(users::get(user.id)).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    session: Rc<Session>,
}

impl Client {
    /// Makes a client.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`], naming the option.
    pub fn new(options: Options) -> Result<Client, Failure> {
        listen(|| Closure::<dyn Fn(f64, u32, JsValue)>::new(hear).into_js_value());
        let session = Session::new(&options.into_js(), None)?;
        Ok(Client {
            session: Rc::new(session),
        })
    }

    /// Sends a typed call, made by a function of a resource such as [`api::users::get`].
    ///
    /// # Errors
    /// A [`Failure`] of any [`Code`]; [`Code::UnexpectedResponse`] also if the answer does not fit the Rust type.
    pub async fn send<I: Serialize, O: DeserializeOwned>(
        &self,
        call: Typed<I, O>,
    ) -> Result<O, Failure> {
        Ok(self.send_with_response(call).await?.data)
    }

    /// Sends a typed call, and returns the `Response` too.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn send_with_response<I: Serialize, O: DeserializeOwned>(
        &self,
        call: Typed<I, O>,
    ) -> Result<WithResponse<O>, Failure> {
        let operation = known::find(&[call.rows], self.session.config().api, call.operation)?;
        let failed = |code, what: &str, error: serde_wasm_bindgen::Error| {
            let words = [what, &error.to_string()];
            Failure::from(Error::new(code, Some(operation.id), "%: %", &words))
        };
        // `None` must be absent on the wire, not null.
        let serializer = Serializer::json_compatible().serialize_missing_as_null(false);
        let given = call.input.serialize(&serializer);
        let given = given
            .map_err(|error| failed(Code::InvalidInput, "the input cannot be written", error))?;
        let input = Object::assign(&Object::new(), given.unchecked_ref());
        for (name, value) in call.about {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&input, &name.into(), &value.into());
        }
        let Answer {
            data,
            response,
            attempts,
        } = self.carry_out(operation, &input).await?;
        let answer = serde_wasm_bindgen::from_value(data);
        let form = "the answer has another form";
        let answer = answer.map_err(|error| failed(Code::UnexpectedResponse, form, error))?;
        Ok(WithResponse {
            data: answer,
            response: response.into(),
            attempts,
        })
    }

    /// Replaces the token. Calls under way keep theirs.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`], for a token that no header can carry.
    pub fn set_token(&self, token: &str) -> Result<(), Failure> {
        Ok(self.session.set_token(&token.into())?)
    }

    /// Returns what may still be sent: the limit that holds, and how many calls wait.
    pub fn rate_limit(&self) -> Budget {
        self.session.budget()
    }

    /// Carries a call out, until it is over or the future is dropped.
    async fn carry_out(
        &self,
        operation: &'static Operation,
        input: &JsValue,
    ) -> Result<Answer, Failure> {
        let abandon = AbortController::new().map(Abandon);
        let signal = abandon.as_ref().map(|abandon| abandon.0.signal().into());
        let options = value::object(&[("signal", signal.unwrap_or_default())]);
        let prepared = self.session.prepare(operation, input, &options)?;
        let outcome = Rc::new(Cell::new(None));
        let mut prepared = Some(prepared);
        let over = Promise::new(&mut |resolve, _| {
            let outcome = Rc::clone(&outcome);
            let done = move |result| {
                outcome.set(Some(result));
                // Resolving a promise calls nobody back before this returns, and cannot fail.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            };
            if let Some(prepared) = prepared.take() {
                drive(Rc::clone(&self.session), prepared, Box::new(done));
            }
        });
        let waited = JsFuture::from(over).await;
        let unsettled = || {
            let error = Error::new(
                Code::Aborted,
                Some(operation.id),
                "the call has no outcome",
                &[],
            );
            Err(Failure::thrown(error, waited.err().unwrap_or_default()))
        };
        outcome.take().unwrap_or_else(unsettled)
    }
}

/// What aborts a call when its future is dropped.
struct Abandon(AbortController);

impl Drop for Abandon {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Options {
    fn into_js(self) -> JsValue {
        let rate_limit = match self.rate_limit {
            Pace::Documented => JsValue::UNDEFINED,
            Pace::Limited(requests, per_ms) => {
                value::object(&[("requests", requests.into()), ("perMs", per_ms.into())])
            }
            Pace::Unlimited => JsValue::FALSE,
        };
        let members = [
            ("api", self.api.map(Api::name).into()),
            ("token", self.token.into()),
            ("companyId", self.company_id.into()),
            ("locationId", self.location_id.into()),
            ("baseUrl", self.base_url.into()),
            ("fetch", self.fetch.into()),
            (
                "dangerouslyAllowBrowser",
                self.dangerously_allow_browser.into(),
            ),
            ("timeoutMs", self.timeout_ms.into()),
            ("maxRetries", self.max_retries.into()),
            ("rateLimit", rate_limit),
            ("maxResponseBytes", self.max_response_bytes.into()),
        ];
        value::object(&members)
    }
}
