//! What keeps calls going: after each wait, the next step.
//!
//! The calls under way are known here, by numbers, and JavaScript has functions that say of a number what has happened. So
//! nothing that JavaScript may keep, such as a promise that is never settled, keeps a call, and news of a call that is over
//! are of no interest.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

use super::{
    course::{Answer, Course, News, Step},
    failure::Failure,
    session::{Prepared, Session},
};

/// What takes the outcome of a call.
pub type Done = Box<dyn FnOnce(Result<Answer, Failure>)>;

#[wasm_bindgen]
extern "C" {
    type Listener;

    #[wasm_bindgen(method)]
    fn bind(this: &Listener, nothing: &JsValue, call: f64, what: u32) -> Function;

    #[wasm_bindgen(catch, js_namespace = Promise, js_name = resolve)]
    fn promise_of(value: &JsValue) -> Result<Promise, JsValue>;

    // That of all promises, whatever `then` this one may have.
    #[wasm_bindgen(catch, js_namespace = ["Promise", "prototype", "then"], js_name = call)]
    fn then(promise: &Promise, kept: &Function, broken: &Function) -> Result<(), JsValue>;
}

/// A call under way.
struct Driven {
    number: f64,
    course: RefCell<Course>,
    /// What happened in the middle of a step.
    meanwhile: Cell<Option<News>>,
    kept: Function,
    broken: Function,
    done: Cell<Option<Done>>,
}

/// The calls under way.
struct Calls {
    last: Cell<f64>,
    driven: RefCell<Vec<Rc<Driven>>>,
    /// Says of a number what has happened.
    hear: Listener,
}

thread_local! {
    // What is never dropped needs no list of what to drop.
    static CALLS: &'static Calls = Box::leak(Box::new(Calls {
        last: Cell::default(),
        driven: RefCell::default(),
        hear: Closure::<dyn Fn(f64, u32, JsValue)>::new(hear).into_js_value().unchecked_into(),
    }));
}

fn calls() -> &'static Calls {
    CALLS.with(|calls| *calls)
}

/// What a function says that [`Calls::hear`] is bound to.
#[derive(Clone, Copy)]
pub enum Happening {
    /// A promise was kept.
    Kept,
    /// A promise was broken.
    Broken,
    /// A timer has run out, or the queue has moved on.
    Woken,
    /// The call's time is up.
    Late,
    /// The caller's signal says something.
    Signal,
}

/// Makes functions that say what has happened to a call.
#[derive(Clone, Copy)]
pub struct Teller(f64);

impl Teller {
    /// Makes the function that says this.
    pub fn of(&self, happening: Happening) -> Function {
        let Calls { hear, .. } = calls();
        hear.bind(&JsValue::UNDEFINED, self.0, happening as u32)
    }
}

/// Carries a call out, and hands its outcome to `done`. Its first step is not taken before this has returned.
// One function for the one place where calls go on, `Course::step`, does what futures would do with an executor, tasks and
// wakers, for 1.6 KB less after gzip.
pub fn drive(session: Rc<Session>, prepared: Prepared, done: Done) {
    let Calls { last, driven, .. } = calls();
    let number = last.get() + 1.0;
    last.set(number);
    let teller = Teller(number);
    let course = match Course::begin(session, prepared, teller) {
        Ok(course) => course,
        Err(failure) => return done(Err(failure)),
    };
    let call = Rc::new(Driven {
        number,
        course: RefCell::new(course),
        meanwhile: Cell::default(),
        kept: teller.of(Happening::Kept),
        broken: teller.of(Happening::Broken),
        done: Cell::new(Some(done)),
    });
    soon(&call.kept);
    driven.borrow_mut().push(call);
}

/// Has a function called as soon as nothing else is running.
pub fn soon(callback: &Function) {
    // A promise of `undefined` is one like all others.
    let _ = promise_of(&JsValue::UNDEFINED).and_then(|promise| then(&promise, callback, callback));
}

/// Takes in what has happened to a call.
fn hear(number: f64, happening: u32, value: JsValue) {
    const BROKEN: u32 = Happening::Broken as u32;
    const WOKEN: u32 = Happening::Woken as u32;
    const LATE: u32 = Happening::Late as u32;
    const SIGNAL: u32 = Happening::Signal as u32;
    let news = match happening {
        BROKEN => News::Settled(Err(value)),
        WOKEN => News::Woken,
        LATE => News::Late,
        SIGNAL => News::Signal,
        _ => News::Settled(Ok(value)),
    };
    let Some(call) = calls().find(number) else {
        return;
    };
    if let Some((done, outcome)) = call.go_on(news) {
        calls().forget(number);
        drop(call);
        done(outcome);
    }
}

impl Calls {
    fn find(&self, number: f64) -> Option<Rc<Driven>> {
        let driven = self.driven.borrow();
        let call = driven.iter().find(|call| call.number == number);
        call.map(Rc::clone)
    }

    fn forget(&self, number: f64) {
        let mut driven = self.driven.borrow_mut();
        if let Some(place) = driven.iter().position(|call| call.number == number) {
            driven.swap_remove(place);
        }
    }
}

impl Driven {
    /// Goes on until the call waits, or is over.
    fn go_on(&self, mut news: News) -> Option<(Done, Result<Answer, Failure>)> {
        let Ok(mut course) = self.course.try_borrow_mut() else {
            // What else happens changes nothing once the time is up.
            let before = self.meanwhile.take();
            let is_late = matches!(before, Some(News::Late));
            self.meanwhile
                .set(if is_late { before } else { Some(news) });
            return None;
        };
        loop {
            let waiting = match course.step(news) {
                Ok(Step::Wait(value)) => value.and_then(|value| self.wait(&value)),
                Ok(Step::Stay) => Ok(()),
                Ok(Step::Done(answer)) => return self.done.take().map(|done| (done, Ok(answer))),
                Err(failure) => return self.done.take().map(|done| (done, Err(failure))),
            };
            news = match (waiting, self.meanwhile.take()) {
                (_, Some(news)) => news,
                (Err(thrown), None) => News::Settled(Err(thrown)),
                (Ok(()), None) => return None,
            };
        }
    }

    fn wait(&self, value: &JsValue) -> Result<(), JsValue> {
        then(&promise_of(value)?, &self.kept, &self.broken)
    }
}
