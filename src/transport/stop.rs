//! The end of a call before its time: its time is up, or its caller has had enough.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal};

use super::{cause, clock};
use crate::core::document::Document;

/// What ends a call early. Dropped, it leaves no timer, no listener and no request behind.
pub struct Stop {
    controller: AbortController,
    signal: AbortSignal,
    caller: Option<AbortSignal>,
    wake: Function,
    stopped: Promise,
    timer: JsValue,
    pause: JsValue,
}

/// A call has been ended early.
pub enum Stopped {
    /// By its caller, for this reason.
    Aborted(JsValue),
    /// Its time is up.
    TimedOut,
}

impl Stop {
    /// Begins to watch a call.
    ///
    /// # Errors
    /// What was thrown, by a runtime without `AbortController` or by a signal that takes no listeners.
    pub fn new(caller: Option<AbortSignal>, timeout_ms: f64) -> Result<Stop, JsValue> {
        let controller = AbortController::new()?;
        let signal = controller.signal();
        let (stopped, wake) = clock::promise();
        // The time aborts the controller, so that `check` can tell. A caller's signal speaks for itself.
        signal.add_event_listener_with_callback("abort", &wake)?;
        if let Some(caller) = caller.as_ref().filter(|caller| !caller.aborted()) {
            caller.add_event_listener_with_callback("abort", &wake)?;
        }
        let abort: Function = controller
            .member("abort")
            .unwrap_or_default()
            .unchecked_into();
        Ok(Stop {
            timer: clock::after(timeout_ms, &abort.bind0(&controller)),
            controller,
            signal,
            caller,
            wake,
            stopped,
            pause: JsValue::UNDEFINED,
        })
    }

    /// Returns the signal for `fetch`.
    pub fn signal(&self) -> &AbortSignal {
        &self.signal
    }

    /// Waits for a value that may be a promise, or until the call is ended: then [`Stop::check`] says so, whatever came
    /// of the promise.
    pub fn race(&self, value: Result<JsValue, JsValue>) -> Promise {
        match value {
            Ok(value) => Promise::race(&Array::of2(&value, &self.stopped)),
            Err(thrown) => Promise::reject(&thrown),
        }
    }

    /// Has a function called in so many milliseconds, unless the call is over by then. There is one at a time.
    pub fn pause(&mut self, ms: f64, wake: &Function) {
        clock::clear_timeout(&self.pause);
        self.pause = clock::after(ms, wake);
    }

    /// Returns whether the call has been ended.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn check(&self) -> Result<(), Stopped> {
        if let Some(caller) = self.caller.as_ref().filter(|caller| caller.aborted()) {
            return Err(Stopped::Aborted(
                caller.member("reason").unwrap_or_default(),
            ));
        }
        match self.signal.aborted() {
            true => Err(Stopped::TimedOut),
            false => Ok(()),
        }
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        clock::clear_timeout(&self.timer);
        clock::clear_timeout(&self.pause);
        if let Some(caller) = &self.caller {
            // A signal that took a listener lets it go.
            let _ = caller.remove_event_listener_with_callback("abort", &self.wake);
        }
        match self.check() {
            Err(Stopped::Aborted(reason)) if cause::is_harmless(&reason) => {
                self.controller.abort_with_reason(&reason);
            }
            // `fetch` would look into a reason, which may be anything.
            Err(_) => self.controller.abort(),
            Ok(()) => {}
        }
    }
}
