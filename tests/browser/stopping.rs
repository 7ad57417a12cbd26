//! A call that is aborted, or whose time is up, ends at once, wherever it is, and leaves nothing behind.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, Signal, Stage},
    support::{get, js, text},
};

/// Where a call may hang: the options of its client, and what its `fetch` does.
const PLACES: [(&str, &str, &str); 8] = [
    (
        "the token function",
        "{ token: () => new Promise(() => {}) }",
        "[]",
    ),
    (
        "its turn",
        "{ rateLimit: { requests: 1, perMs: 1e9 } }",
        "[{}, () => new Promise(() => {})]",
    ),
    (
        "a fetch that listens",
        "{}",
        "[(url, init) => new Promise((_, fail) => init.signal.addEventListener('abort', () => fail(init.signal.reason)))]",
    ),
    (
        "a fetch that does not",
        "{}",
        "[() => new Promise(() => {})]",
    ),
    (
        "the body of a stand-in",
        "{}",
        "[() => ({ status: 200, headers: new Headers(), text: () => new Promise(() => {}) })]",
    ),
    (
        "the first part of a stream",
        "{}",
        "[() => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))]",
    ),
    (
        "a stream in the middle",
        "{}",
        "[() => new Response(new ReadableStream({ start: (it) => it.enqueue(new Uint8Array([123])), pull: () => new Promise(() => {}) }))]",
    ),
    (
        "the wait before another try",
        "{}",
        "[{ status: 503, headers: { 'retry-after': '20' } }]",
    ),
];

/// Brings a call to where it hangs. Its turn comes late only if another call was sent before it.
async fn hanging(clock: &Clock, place: &(&str, &str, &str), signal: &Signal) -> (Stage, Promise) {
    let stage = Stage::new(place.1, place.2);
    if place.0 == "its turn" {
        clock
            .settle(stage.get("{ timeoutMs: 1000 }"))
            .await
            .unwrap();
    }
    let timeout = match place.0 {
        // A turn that is known to come too late is not waited for.
        "its turn" => 2e9,
        _ => 30_000.0,
    };
    let call = stage.get_within(signal, timeout);
    // A stream of a browser takes some turns of the event loop.
    for _ in 0..5 {
        clock.pass(1.0).await;
    }
    (stage, call)
}

#[wasm_bindgen_test]
async fn an_abort_ends_a_call_wherever_it_is() {
    for place in &PLACES {
        for reason in [
            "",
            "undefined",
            "null",
            "'enough'",
            "0",
            "{ why: 'enough' }",
            "new Error('enough')",
        ] {
            let (clock, signal) = (Clock::stop(), Signal::new());
            let (_stage, call) = hanging(&clock, place, &signal).await;
            assert_eq!(signal.listeners(), 1.0, "{}", place.0);
            let before = clock.now();
            signal.abort(reason);
            let failure = clock.settle(call).await.expect_err(place.0);
            assert_eq!(text(&failure, "code"), "aborted", "{}", place.0);
            assert_eq!(
                get(&failure, "cause"),
                signal.reason(),
                "{}: {reason}",
                place.0
            );
            assert_eq!(clock.now(), before, "{}", place.0);
            assert_eq!(
                (clock.timers(), signal.listeners()),
                (0.0, 0.0),
                "{}",
                place.0
            );
        }
    }
}

#[wasm_bindgen_test]
async fn a_call_takes_no_longer_than_its_time_wherever_it_is() {
    // A turn or another try that would come too late is not waited for.
    for place in PLACES
        .iter()
        .filter(|place| !["its turn", "the wait before another try"].contains(&place.0))
    {
        let (clock, signal) = (Clock::stop(), Signal::new());
        let begun = clock.now();
        let (_stage, call) = hanging(&clock, place, &signal).await;
        let failure = clock.settle(call).await.expect_err(place.0);
        assert_eq!(text(&failure, "code"), "timeout", "{}", place.0);
        assert_eq!(
            text(&failure, "message"),
            "users.get: it took longer than 30000 ms (\"timeoutMs\")"
        );
        assert_eq!(get(&failure, "cause"), JsValue::UNDEFINED);
        assert_eq!(clock.now() - begun, 30_000.0, "{}", place.0);
        assert_eq!(
            (clock.timers(), signal.listeners()),
            (0.0, 0.0),
            "{}",
            place.0
        );
    }
}

#[wasm_bindgen_test]
async fn the_signal_of_fetch_is_aborted_with_the_call() {
    for end in ["abort", "time"] {
        let (clock, signal) = (Clock::stop(), Signal::new());
        let (stage, call) = hanging(&clock, &PLACES[3], &signal).await;
        assert_eq!(stage.shows("sent[0].init.signal.aborted"), "false");
        if end == "abort" {
            signal.abort("'enough'");
        }
        clock.settle(call).await.expect_err("it was ended");
        assert_eq!(stage.shows("sent[0].init.signal.aborted"), "true", "{end}");
    }
}

#[wasm_bindgen_test]
async fn fetch_is_told_the_callers_reason() {
    let (clock, signal) = (Clock::stop(), Signal::new());
    let (stage, call) = hanging(&clock, &PLACES[3], &signal).await;
    signal.abort("'enough'");
    clock.settle(call).await.expect_err("it was ended");
    assert_eq!(stage.shows("sent[0].init.signal.reason"), "\"enough\"");
}

#[wasm_bindgen_test]
async fn a_body_that_hangs_is_cancelled() {
    for end in ["abort", "time"] {
        let (clock, signal) = (Clock::stop(), Signal::new());
        js("globalThis.cancelled = 0");
        let stage = Stage::new(
            "{}",
            "[() => new Response(new ReadableStream({ start: (it) => it.enqueue(new Uint8Array([123])), cancel() { cancelled += 1 } }))]",
        );
        let call = stage.get_with(&signal);
        for _ in 0..5 {
            clock.pass(1.0).await;
        }
        if end == "abort" {
            signal.abort("");
        }
        clock.settle(call).await.expect_err("it was ended");
        clock.pass(1.0).await;
        assert_eq!(js("cancelled"), 1, "{end}");
    }
}

#[wasm_bindgen_test]
async fn a_call_that_is_aborted_before_it_begins_asks_nobody() {
    let clock = Clock::stop();
    js("globalThis.asked = 0");
    let stage = Stage::new("{ token: () => { asked += 1; return 't' } }", "[{}]");
    let signal = Signal::new();
    signal.abort("'never'");
    let failure = clock
        .settle(stage.get_with(&signal))
        .await
        .expect_err("aborted");
    assert_eq!(text(&failure, "code"), "aborted");
    assert_eq!(get(&failure, "cause"), "never");
    assert_eq!(get(&failure, "attempts"), 0);
    assert_eq!(
        (js("asked").as_f64(), stage.sent(), clock.timers()),
        (Some(0.0), 0, 0.0)
    );
    assert_eq!(stage.shows("events"), "[]");
}

#[wasm_bindgen_test]
async fn a_call_that_is_aborted_at_once_sends_nothing() {
    let clock = Clock::stop();
    let (stage, signal) = (Stage::new("{}", "[{}]"), Signal::new());
    let call = stage.get_with(&signal);
    signal.abort("");
    let failure = clock.settle(call).await.expect_err("aborted");
    assert_eq!(text(&failure, "code"), "aborted");
    assert_eq!(stage.sent(), 0);
}

#[wasm_bindgen_test]
async fn an_abort_after_the_answer_changes_nothing() {
    let clock = Clock::stop();
    let (stage, signal) = (Stage::new("{}", "[{}]"), Signal::new());
    clock
        .settle(stage.get_with(&signal))
        .await
        .expect("an answer");
    assert_eq!((clock.timers(), signal.listeners()), (0.0, 0.0));
    signal.abort("");
    clock.settle(stage.get("{}")).await.expect("another answer");
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_after_the_end_reaches_nobody() {
    let (clock, signal) = (Clock::stop(), Signal::new());
    js("globalThis.answers = []");
    let stage = Stage::new(
        "{}",
        "[() => new Promise((take) => answers.push((id) => take({
        status: 200, headers: new Headers(), text: async () => JSON.stringify({ id }) })))]",
    );
    let ended = stage.get_with(&signal);
    clock.pass(1.0).await;
    signal.abort("");
    clock.settle(ended).await.expect_err("it is aborted");
    let next = stage.get("{}");
    clock.pass(1.0).await;
    js("answers[0]('late')");
    clock.pass(1.0).await;
    js("answers[1]('next')");
    let answer = clock.settle(next).await.expect("an answer");
    assert_eq!(text(&get(&answer, "data"), "id"), "next");
    assert_eq!(clock.timers(), 0.0);
}

#[wasm_bindgen_test]
async fn an_event_of_a_signal_that_is_not_aborted_changes_nothing() {
    let clock = Clock::stop();
    js("globalThis.controller = new AbortController()");
    let stage = Stage::new(
        "{}",
        "[() => new Promise((take) => setTimeout(() => take({
        status: 200, headers: new Headers(), text: async () => '{}' }), 1000))]",
    );
    let call = stage.get("{ signal: controller.signal }");
    clock.pass(10.0).await;
    js("controller.signal.dispatchEvent(new Event('abort'))");
    clock.settle(call).await.expect("an answer");
}
