//! The typed client for Rust: Workers in Rust, and other crates that compile to WebAssembly.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

pub use crate::transport::Failure;
use crate::{
    api::{self, Typed},
    core::{
        error::{Code, Error},
        operation::Api,
    },
    transport::{Answer, Session, value},
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
        let session = Session::new(&options.into_js())?;
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
        Ok(self.send_with_response(call).await?.0)
    }

    /// Sends a typed call, and returns the `Response` too, for its status and headers. Its body has been read.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn send_with_response<I: Serialize, O: DeserializeOwned>(
        &self,
        call: Typed<I, O>,
    ) -> Result<(O, web_sys::Response), Failure> {
        let operation = api::find(self.session.config().api, call.operation)?;
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
        if let Some((name, subject)) = call.subject {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&input, &name.into(), &subject.into());
        }
        let call = self
            .session
            .prepare(operation, &input, &JsValue::UNDEFINED)?;
        let Answer { data, response } = self.session.send(call).await?;
        let answer = serde_wasm_bindgen::from_value(data);
        let form = "the answer has another form";
        let answer = answer.map_err(|error| failed(Code::UnexpectedResponse, form, error))?;
        Ok((answer, response))
    }
}

impl Options {
    fn into_js(self) -> JsValue {
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
        ];
        value::object(&members)
    }
}
