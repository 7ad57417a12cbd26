//! What keeps calls going: after each wait, the next step.
//!
//! The calls under way are known here, by numbers, and JavaScript has functions that say of a number what has happened. So
//! nothing that JavaScript may keep, such as a promise that is never settled, keeps a call, and news of a call that is over
//! are of no interest.

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    course::{Answer, Course, News, Step},
    failure::Failure,
    promise::{soon, then},
    session::{Prepared, Session},
    teller::{Happening, Listener, Teller},
};
use crate::core::call::slab::Slab;

/// What takes the outcome of a call.
pub type Done = Box<dyn FnOnce(Result<Answer, Failure>)>;

/// A call under way.
struct Driven {
    course: RefCell<Course>,
    /// What happened in the middle of a step.
    meanwhile: Cell<Option<News>>,
    kept: Function,
    broken: Function,
    done: Cell<Option<Done>>,
}

/// The calls under way.
struct Calls {
    driven: RefCell<Slab<Rc<Driven>>>,
    /// Says of a number what has happened.
    hear: OnceCell<Listener>,
}

thread_local! {
    // What is never dropped needs no list of what to drop.
    static CALLS: &'static Calls = Box::leak(Box::new(Calls {
        driven: RefCell::default(),
        hear: OnceCell::new(),
    }));
}

fn calls() -> &'static Calls {
    CALLS.with(|calls| *calls)
}

/// Takes [`hear`] as JavaScript calls it, unless there is one already: without, no call would go on.
pub fn listen(heard: impl FnOnce() -> JsValue) {
    calls().hear.get_or_init(|| heard().unchecked_into());
}

/// Carries a call out, and hands its outcome to `done`. Its first step is not taken before this has returned.
// One function for the one place where calls go on, `Course::step`, does what futures would do with an executor, tasks and
// wakers, for 1.6 KB less after gzip.
pub fn drive(session: Rc<Session>, prepared: Prepared, done: Done) {
    let Calls { driven, hear } = calls();
    let call = driven.borrow_mut().reserve();
    let teller = Teller {
        call,
        listener: hear.get_or_init(|| JsValue::UNDEFINED.unchecked_into()),
    };
    let course = match Course::begin(session, prepared, teller) {
        Ok(course) => course,
        Err(failure) => {
            driven.borrow_mut().remove(call);
            return done(Err(failure));
        }
    };
    let under_way = Rc::new(Driven {
        course: RefCell::new(course),
        meanwhile: Cell::default(),
        kept: teller.of(Happening::Kept),
        broken: teller.of(Happening::Broken),
        done: Cell::new(Some(done)),
    });
    soon(&under_way.kept);
    driven.borrow_mut().fill(call, under_way);
}

/// Takes in what has happened to a call.
pub fn hear(number: f64, happening: u32, value: JsValue) {
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
    let (driven, number) = (&calls().driven, number as u64);
    let Some(call) = driven.borrow().get(number).map(Rc::clone) else {
        return;
    };
    if let Some((done, outcome)) = call.go_on(news) {
        let last = driven.borrow_mut().remove(number);
        // What it still holds may have something to say, and look for calls.
        drop((call, last));
        done(outcome);
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
            match course.step(news) {
                Ok(Step::Wait(promise)) => then(&promise, &self.kept, &self.broken),
                Ok(Step::Stay) => {}
                Ok(Step::Done(answer)) => return self.done.take().map(|done| (done, Ok(answer))),
                Err(failure) => return self.done.take().map(|done| (done, Err(failure))),
            }
            news = self.meanwhile.take()?;
        }
    }
}
