//! What the observer of an engine is told.

use js_sys::{Array, Promise};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Clock, Stage};

#[wasm_bindgen_test]
async fn every_step_is_told_with_its_figures() {
    let clock = Clock::stop();
    let slow = "() => new Promise((done) => setTimeout(() => done({ status: 503, headers: new Headers(), text: async () => '' }), 40))";
    let stage = Stage::new("{}", &format!("[{slow}, () => {{ throw 'cut' }}, {{}}]"));
    clock.settle(stage.get("{}")).await.unwrap();
    let plain = "events.map(({ at, rateLimit, ...event }) => Object.entries(event).sort().flat().join(' '))";
    let told = [
        "attempt 1 operation users.get type request",
        "attempt 1 durationMs 40 operation users.get status 503 type response",
        "attempt 1 code server operation users.get status 503 type retry waitMs 250",
        "attempt 2 operation users.get type request",
        "attempt 2 code network operation users.get type retry waitMs 500",
        "attempt 3 operation users.get type request",
        "attempt 3 durationMs 0 operation users.get status 200 type response",
    ];
    assert_eq!(stage.shows(plain), format!("[\"{}\"]", told.join("\",\"")));
    assert_eq!(
        stage.shows("events.map(({ rateLimit }) => rateLimit.remaining)"),
        "[99,99,99,98,98,97,97]"
    );
}

#[wasm_bindgen_test]
async fn a_wait_is_told_once() {
    let clock = Clock::stop();
    let stage = Stage::new("{ rateLimit: { requests: 1, perMs: 1000 } }", "[{}]");
    let calls: Array = (0..3).map(|_| stage.get("{}")).collect();
    clock.settle(Promise::all_settled(&calls)).await.unwrap();
    assert_eq!(
        stage.shows(
            "events.filter(({ type }) => type === 'rateLimit').map(({ at, ...event }) => event)"
        ),
        [
            r#"[{"type":"rateLimit","operation":"users.get","#,
            r#""rateLimit":{"requests":1,"perMs":1000,"remaining":0,"waiting":1},"waitMs":1001},"#,
            r#"{"type":"rateLimit","operation":"users.get","#,
            r#""rateLimit":{"requests":1,"perMs":1000,"remaining":0,"waiting":2},"waitMs":2002}]"#,
        ]
        .concat()
    );
}
