//! An answer that is made to break its reader is a failure like others.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    bodies::{read, stage},
    stage::{Clock, Stage},
    support::{get, js, settled, text},
};

/// Waits for a promise without a timer: as long as the event loop has something to do, but not for ever. Returns `hangs`
/// for one that its engine lost.
async fn settles(clock: &Clock, promise: Promise) -> Result<JsValue, JsValue> {
    // What is thrown where nobody can catch it ends the process in Node, and the other tests with it.
    js("globalThis.process?.once?.('unhandledRejection', () => {})");
    for _ in 0..20 {
        clock.pass(0.0).await;
    }
    if clock.timers() > 0.0 {
        return Ok("hangs".into());
    }
    settled(promise).await
}

#[wasm_bindgen_test]
async fn a_stand_in_that_keeps_no_promise_is_a_failure() {
    let stand_in = |members: &str| {
        format!("({{ status: 200, headers: new Headers(), text: async () => '{{}}', {members} }})")
    };
    let reader = |read: &str| {
        stand_in(&format!(
            "body: {{ getReader: () => ({{ read: {read}, cancel() {{}} }}) }}"
        ))
    };
    let wrong = [
        stand_in("text() {}"),
        stand_in("text: () => null"),
        stand_in("text: () => 7"),
        stand_in("text: () => ({})"),
        stand_in("text: () => Symbol('text')"),
        stand_in("headers: { get() { throw new Error('no') } }, text: () => ''"),
        stand_in("headers: { get: () => 7 }, text: () => ''"),
        stand_in("status: NaN"),
        stand_in("body: { getReader() { throw 'locked' } }"),
        stand_in("body: { getReader() {} }"),
        reader("() => undefined"),
        reader("() => ({ done: false, value: 'text' })"),
        reader("() => ({ done: false, value: null })"),
        reader("() => ({ done: false, get value() { throw 'no' } })"),
        reader("() => { throw 'no' }"),
    ];
    let mut lost = Vec::new();
    for answer in wrong {
        let clock = Clock::stop();
        let call = stage("{}", &answer).get("{}");
        let code = settles(&clock, call)
            .await
            .map_or_else(|failure| text(&failure, "code"), |_| "hangs".to_owned());
        if !["network", "unexpected_response", "unexpected_redirect"].contains(&code.as_str()) {
            lost.push((answer, code));
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[wasm_bindgen_test]
async fn a_promise_that_is_not_like_others_is_waited_for_or_a_failure() {
    let promise = |descriptors: &str| {
        format!(
            "Object.defineProperties(Promise.resolve(new Response('{{}}')), {{ {descriptors} }})"
        )
    };
    for (answer, code) in [
        (promise("then: { value() { throw 'no' } }"), "none"),
        (promise("then: { value: (take) => take(7) }"), "none"),
        (promise("constructor: { get() { throw 'no' } }"), "network"),
        (
            "{ then(take) { take(new Response('{}')); throw 'no' } }".to_owned(),
            "none",
        ),
        ("{ get then() { throw 'no' } }".to_owned(), "network"),
    ] {
        let clock = Clock::stop();
        let stage = Stage::new("{ maxRetries: 0 }", &format!("[() => ({answer})]"));
        let outcome = settles(&clock, stage.get("{}")).await;
        let came = match outcome {
            Ok(answer) if answer.is_object() => "none".to_owned(),
            Ok(_) => "hangs".to_owned(),
            Err(failure) => text(&failure, "code"),
        };
        assert_eq!(came, code, "{answer}");
    }
}

#[wasm_bindgen_test]
async fn json_that_nests_without_end_is_a_failure() {
    let clock = Clock::stop();
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        // Of a refusal, so much is not read.
        for status in [200, 400] {
            let deep = format!("'{open}'.repeat(100000) + 1 + '{close}'.repeat(100000)");
            let answer = format!(
                "({{ status: {status}, headers: new Headers(), text: async () => {deep} }})"
            );
            let call = stage("{}", &answer).call("users.search", "{ companyId: 'c' }", "{}");
            let failure = settles(&clock, call).await.expect_err("no users");
            assert_eq!(
                text(&failure, "code"),
                "unexpected_response",
                "{open} {status}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn a_refusal_as_long_as_the_limit_allows_is_a_failure_like_others() {
    // HighLevel's are objects, and shorter.
    for (body, code) in [
        ("JSON.stringify('x'.repeat(2e4))", "unexpected_response"),
        ("JSON.stringify(Array(2e4).fill(0))", "unexpected_response"),
        (
            "JSON.stringify({ message: Array(2e4).fill('no') })",
            "unexpected_response",
        ),
    ] {
        let failure = read("{}", &format!("new Response({body}, {{ status: 400 }})"))
            .await
            .expect_err("refused");
        assert_eq!(text(&failure, "code"), code);
        assert!(get(&failure, "body").as_string().unwrap().len() <= 4096);
        assert!(
            text(&failure, "message").len() <= 10_000,
            "{body}: a message of {} bytes",
            text(&failure, "message").len()
        );
    }
}
