//! The end of a call before its time: its time is up, or its caller has had enough.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal};

use super::{
    clock, failure,
    teller::{Happening, Teller},
};
use crate::core::document::Document;

/// What ends a call early. Dropped, it leaves no timer, no listener and no request behind.
pub struct Stop {
    controller: AbortController,
    signal: AbortSignal,
    caller: Option<(AbortSignal, Function)>,
    teller: Teller,
    timer: JsValue,
    pause: Option<JsValue>,
    late: bool,
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
    pub fn new(
        caller: Option<AbortSignal>,
        timeout_ms: f64,
        teller: Teller,
    ) -> Result<Stop, JsValue> {
        let controller = AbortController::new()?;
        let caller = caller.map(|caller| (caller, teller.of(Happening::Signal)));
        if let Some((caller, wake)) = &caller {
            caller.add_event_listener_with_callback("abort", wake)?;
        }
        Ok(Stop {
            signal: controller
                .member("signal")
                .unwrap_or_default()
                .unchecked_into(),
            controller,
            caller,
            teller,
            timer: clock::after(timeout_ms, &teller.of(Happening::Late)),
            pause: None,
            late: false,
        })
    }

    /// Returns the signal for `fetch`.
    pub fn signal(&self) -> &AbortSignal {
        &self.signal
    }

    /// Makes the function that wakes the call.
    fn wake(&self) -> Function {
        self.teller.of(Happening::Woken)
    }

    /// Has the call woken in so many milliseconds, unless it is over by then, or is to be woken at another time.
    pub fn pause(&mut self, ms: f64) {
        if let Some(pause) = self.pause.replace(clock::after(ms, &self.wake())) {
            clock::clear_timeout(&pause);
        }
    }

    /// Takes in that the time of the call is up.
    pub fn expire(&mut self) {
        self.late = true;
    }

    /// Returns whether the call has been ended.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn check(&self) -> Result<(), Stopped> {
        match &self.caller {
            Some((caller, _)) if caller.member("aborted") == Some(JsValue::TRUE) => Err(
                Stopped::Aborted(caller.member("reason").unwrap_or_default()),
            ),
            _ if self.late => Err(Stopped::TimedOut),
            _ => Ok(()),
        }
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        clock::clear_timeout(&self.timer);
        if let Some(pause) = &self.pause {
            clock::clear_timeout(pause);
        }
        if let Some((caller, wake)) = &self.caller {
            // A signal that took a listener lets it go.
            let _ = caller.remove_event_listener_with_callback("abort", wake);
        }
        match self.check() {
            Err(Stopped::Aborted(reason)) if failure::is_harmless(&reason) => {
                self.controller.abort_with_reason(&reason);
            }
            // `fetch` would look into a reason, which may be anything.
            Err(_) => self.controller.abort(),
            Ok(()) => {}
        }
    }
}
