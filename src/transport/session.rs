//! A client's state, and how its calls are carried out.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::AbortSignal;

use super::{clock::Clock, credential::Credential, queue::Queue, value, watch::Watch};
use crate::core::{
    call::{rate_limit::Budget, request::Request},
    config::{Allowance, Config, Token},
    document::{Document, Type},
    error::Error,
    model::operation::Operation,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;
}

/// A client's state: its checked options, the functions among them, and its calls' queue.
pub struct Session {
    pub(super) config: Config,
    pub(super) credential: Credential,
    /// `undefined` for the global one.
    pub(super) fetch: JsValue,
    pub(super) rate_budget: Option<Function>,
    pub(super) watch: Watch,
    pub(super) queue: Queue,
    pub(super) clock: Clock,
}

/// A call that is checked and ready to be carried out.
pub struct Prepared {
    pub(super) operation: &'static Operation,
    pub(super) allowance: Allowance,
    pub(super) request: Request,
    pub(super) signal: Option<AbortSignal>,
}

impl Session {
    /// Checks the options of a constructor. `observer` is told what happens to the calls.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`](crate::core::error::Code), naming the option.
    pub fn new(options: &JsValue, observer: Option<Function>) -> Result<Session, Box<Error>> {
        let mut config = Config::new(options, in_page())?;
        let token = std::mem::replace(&mut config.token, Token::None);
        Ok(Session {
            credential: Credential::new(token, value::function(options, "token")),
            fetch: options.member("fetch").unwrap_or_default(),
            rate_budget: value::function(options, "rateBudget"),
            watch: Watch::new(observer),
            queue: Queue::new(config.rate_limit),
            clock: Clock::default(),
            config,
        })
    }

    /// Returns the options as the core knows them.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Returns what the client may still send.
    pub fn budget(&self) -> Budget {
        self.queue.budget(self.clock.now())
    }

    /// Replaces the token, by a string or a function. Calls under way keep theirs.
    ///
    /// # Errors
    /// [`Code::InvalidConfig`](crate::core::error::Code), as for the constructor's.
    pub fn set_token(&self, token: &JsValue) -> Result<(), Box<Error>> {
        let checked = self.config.new_token(token)?;
        let provider = (token.kind() == Type::Function).then(|| token.clone().unchecked_into());
        self.credential.replace(checked, provider);
        Ok(())
    }

    /// Checks the input and the options of a call.
    ///
    /// # Errors
    /// [`Code::InvalidInput`](crate::core::error::Code), naming the field.
    pub fn prepare(
        &self,
        operation: &'static Operation,
        input: &JsValue,
        options: &JsValue,
    ) -> Result<Prepared, Box<Error>> {
        self.config.check_access(operation)?;
        let allowance = self.config.allowance.of_call(operation.id, options)?;
        let extra = options.member("extra");
        let mut request = Request::build(operation, &self.config, input, extra.as_ref())?;
        // Whatever happens before the call needs a token, this one must not be seen.
        if let Some(secret) = self.credential.known() {
            request.authorize(&secret);
        }
        Ok(Prepared {
            operation,
            allowance,
            request,
            signal: options.member("signal").map(JsValue::unchecked_into),
        })
    }
}

/// Returns whether this runs in a web page or a worker of one, whose code everyone can read: they have a location. Not in a
/// server, which may play a page for a test, nor in Cloudflare's Workers, nor in an extension.
fn in_page() -> bool {
    GLOBAL.with(|global| {
        let node = || global.member("process")?.member("versions")?.member("node");
        let protocol = || global.member("location")?.member("protocol")?.text();
        protocol().is_some_and(|protocol| !protocol.ends_with("extension:")) && node().is_none()
    })
}
