//! The stage of a test: an engine whose `fetch` follows a script, a clock that the test moves, a signal that counts.

use ghl_users::bindings::Engine;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};

use crate::support::{get, js, request, settled};

/// An engine and its record of what was sent and told.
pub struct Stage {
    /// The engine.
    pub engine: Engine,
    world: JsValue,
}

impl Stage {
    /// Makes an engine with these options and this script for its `fetch`, both JavaScript.
    pub fn new(options: &str, script: &str) -> Stage {
        let world = made("world", &[js(script)]);
        let options = made("options", &[get(&world, "fetch"), js(options)]);
        let observe = get(&world, "observe").unchecked_into();
        let engine = Engine::new(&options, Some(observe)).expect("the options are right");
        Stage { engine, world }
    }

    /// Makes a call.
    pub fn call(&self, operation: &str, input: &str, options: &str) -> Promise {
        self.request(operation, input, &js(options))
    }

    /// Reads one user.
    pub fn get(&self, options: &str) -> Promise {
        self.call("users.get", "{ userId: 'u' }", options)
    }

    /// Reads one user, with a signal that counts its listeners.
    pub fn get_with(&self, signal: &Signal) -> Promise {
        self.get_within(signal, 30_000.0)
    }

    /// The same, with so many milliseconds for it.
    pub fn get_within(&self, signal: &Signal, timeout_ms: f64) -> Promise {
        let options = made(
            "callOptions",
            &[get(&signal.0, "signal"), timeout_ms.into()],
        );
        self.request("users.get", "{ userId: 'u' }", &options)
    }

    fn request(&self, operation: &str, input: &str, options: &JsValue) -> Promise {
        let call = request(&self.engine, &operation.into(), &js(input), options);
        // A test may look at a failure long after it happened.
        let _ = Promise::all_settled(&Array::of1(&call));
        call
    }

    /// Returns how often something was sent.
    pub fn sent(&self) -> u32 {
        get(&self.world, "sent").unchecked_into::<Array>().length()
    }

    /// Evaluates an expression of `sent` and `events`, and returns it as JSON.
    pub fn shows(&self, expression: &str) -> String {
        let body = format!("return JSON.stringify({expression})");
        let look = Function::new_with_args("sent, events", &body);
        let shown = look.call2(
            &JsValue::UNDEFINED,
            &get(&self.world, "sent"),
            &get(&self.world, "events"),
        );
        shown.unwrap().as_string().unwrap_or_default()
    }
}

/// A clock in the place of the runtime's. Dropped, it puts the runtime's back.
pub struct Clock(JsValue);

impl Clock {
    /// Stops the clock.
    pub fn stop() -> Clock {
        Clock(made("clock", &[]))
    }

    /// Returns the time, which only goes forward.
    pub fn now(&self) -> f64 {
        self.number("now")
    }

    /// Sets what the machine takes for the time so many milliseconds forward.
    pub fn shift(&self, ms: f64) {
        method(&self.0, "shift", &[ms.into()]);
    }

    /// Returns how many timers are running.
    pub fn timers(&self) -> f64 {
        self.number("timers")
    }

    /// Lets so many milliseconds pass.
    pub async fn pass(&self, ms: f64) {
        settled(method(&self.0, "pass", &[ms.into()]))
            .await
            .unwrap();
    }

    /// Lets time pass until a promise settles. Fails if it never will.
    pub async fn settle(&self, promise: impl Into<JsValue>) -> Result<JsValue, JsValue> {
        settled(method(&self.0, "settle", &[promise.into()])).await
    }

    fn number(&self, name: &str) -> f64 {
        method(&self.0, name, &[]).as_f64().unwrap()
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        method(&self.0, "restore", &[]);
    }
}

/// An abort signal that counts its listeners, and its controller.
pub struct Signal(JsValue);

impl Signal {
    /// Makes one that is not aborted.
    pub fn new() -> Signal {
        Signal(made("signal", &[]))
    }

    /// Aborts it for a reason, a list of no or one JavaScript expression.
    pub fn abort(&self, reason: &str) {
        let reason: Array = js(&format!("[{reason}]")).unchecked_into();
        let abort: Function = get(&self.0, "abort").unchecked_into();
        abort.apply(&JsValue::UNDEFINED, &reason).unwrap();
    }

    /// Returns why it was aborted.
    pub fn reason(&self) -> JsValue {
        get(&get(&self.0, "signal"), "reason")
    }

    /// Returns how many listeners it has.
    pub fn listeners(&self) -> f64 {
        method(&self.0, "listeners", &[]).as_f64().unwrap()
    }
}

fn made(what: &str, arguments: &[JsValue]) -> JsValue {
    method(&js(include_str!("stage.js").trim()), what, arguments)
}

/// Calls a method.
pub fn method(object: &JsValue, name: &str, arguments: &[JsValue]) -> JsValue {
    let method: Function = get(object, name).unchecked_into();
    method
        .apply(object, &arguments.iter().cloned().collect())
        .unwrap()
}
