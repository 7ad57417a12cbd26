//! What keeps a call going: after each wait, its next step.

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::{JsValue, closure::Closure};

use super::{
    course::{Answer, Course, Step},
    failure::Failure,
};

/// What takes the outcome of a call.
pub type Done = Box<dyn FnOnce(Result<Answer, Failure>)>;

/// What a promise calls when it is kept, and when it is broken.
type Callbacks = [Closure<dyn FnMut(JsValue)>; 2];

/// A call under way, and what calls it back.
struct Driven {
    course: Course,
    done: Option<Done>,
    // They hold the call, which holds them: taken away when it is over.
    callbacks: Option<Callbacks>,
}

/// Carries a call out, and hands its outcome to `done`. Its first step is not taken before this has returned.
// Two callbacks for the one place where a call goes on, `Course::step`, do what a future would do with an executor, tasks
// and wakers, for 1.6 KB less after gzip.
pub fn drive(course: Course, done: Done) {
    let call = Rc::new(RefCell::new(Driven {
        course,
        done: Some(done),
        callbacks: None,
    }));
    let callback = |settle: fn(JsValue) -> Result<JsValue, JsValue>| {
        let call = Rc::clone(&call);
        Closure::new(move |value| go_on(&call, settle(value)))
    };
    let callbacks = [callback(Ok), callback(Err)];
    wait(&Promise::resolve(&JsValue::UNDEFINED), &callbacks);
    call.borrow_mut().callbacks = Some(callbacks);
}

fn go_on(call: &RefCell<Driven>, settled: Result<JsValue, JsValue>) {
    let mut driven = call.borrow_mut();
    let outcome = match driven.course.step(settled) {
        Ok(Step::Wait(promise)) => {
            if let Some(callbacks) = &driven.callbacks {
                wait(&promise, callbacks);
            }
            return;
        }
        Ok(Step::Done(answer)) => Ok(answer),
        Err(failure) => Err(failure),
    };
    let (done, callbacks) = (driven.done.take(), driven.callbacks.take());
    drop(driven);
    if let Some(done) = done {
        done(outcome);
    }
    drop(callbacks);
}

fn wait(promise: &Promise, [kept, broken]: &Callbacks) {
    // The promise of what the callbacks return is of no interest.
    let _ = promise.then2(kept, broken);
}
