//! A budget that several clients share is asked before each request, and obeyed.

use js_sys::{Array, Promise};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, Signal, Stage},
    support::{get, js, text},
};

/// A budget that gives these waits one after the other, the last for ever, and records what it was asked.
fn giving(waits: &str) -> String {
    js("globalThis.asked = []");
    format!(
        "rateBudget: async (most) => {waits}.at(Math.min(asked.push(most), {waits}.length) - 1)"
    )
}

const TIMES: &str = "sent.map(({ at }) => at - 1_800_000_000_000)";

#[wasm_bindgen_test]
async fn each_request_is_sent_when_the_budget_says() {
    let clock = Clock::stop();
    let options = format!("{{ {} }}", giving("[0, 250, 500.4]"));
    let stage = Stage::new(&options, "[{}]");
    let calls: Array = (0..3).map(|_| stage.get("{}")).collect();
    clock.settle(Promise::all(&calls)).await.expect("answers");
    assert_eq!(stage.shows(TIMES), "[0,250,500]");
    assert_eq!(stage.shows("asked"), "[30000,30000,30000]");
    let told = "events.filter(({ type }) => type === 'rateLimit').map(({ waitMs }) => waitMs)";
    assert_eq!(stage.shows(told), "[250,500.4]");
    assert_eq!(clock.timers(), 0.0);
}

#[wasm_bindgen_test]
async fn another_try_is_another_place_and_has_what_time_is_left() {
    let clock = Clock::stop();
    let options = format!("{{ {} }}", giving("[100, 200]"));
    let script = "[{ status: 503, headers: { 'retry-after-ms': '1000' } }, {}]";
    let stage = Stage::new(&options, script);
    clock.settle(stage.get("{}")).await.expect("an answer");
    let again = stage
        .shows("sent[1].at - sent[0].at")
        .parse::<f64>()
        .unwrap();
    assert!(again >= 1200.0, "{again}");
    assert_eq!(
        stage.shows("asked.length === 2 && asked[0] === 30000 && asked[1] <= 28900"),
        "true"
    );
}

#[wasm_bindgen_test]
async fn the_clients_own_pace_counts_from_when_the_budget_let_go() {
    let clock = Clock::stop();
    let options = format!(
        "{{ rateLimit: {{ requests: 1, perMs: 1000 }}, {} }}",
        giving("[700, 0]")
    );
    let stage = Stage::new(&options, "[{}]");
    let calls: Array = (0..2).map(|_| stage.get("{}")).collect();
    clock.settle(Promise::all(&calls)).await.expect("answers");
    assert_eq!(stage.shows(TIMES), "[700,1701]");
}

#[wasm_bindgen_test]
async fn a_place_that_comes_too_late_is_not_waited_for() {
    let clock = Clock::stop();
    let begun = clock.now();
    let stage = Stage::new(&format!("{{ {} }}", giving("[30000.5]")), "[{}]");
    let failure = clock.settle(stage.get("{}")).await.expect_err("too late");
    assert_eq!(text(&failure, "code"), "timeout");
    assert_eq!(
        text(&failure, "message"),
        "users.get: its turn comes in 30001 ms, but it may take 30000 ms (\"timeoutMs\")"
    );
    assert_eq!(get(&failure, "retryAfterMs"), 30_001);
    assert_eq!(get(&failure, "attempts"), 0);
    assert_eq!((clock.now(), stage.sent()), (begun, 0));
}

#[wasm_bindgen_test]
async fn what_is_no_time_is_an_error_before_anything_is_sent() {
    for wrong in ["undefined", "null", "'5'", "NaN", "-1", "{}", "5n"] {
        let clock = Clock::stop();
        let options = format!("{{ rateBudget: () => ({wrong}) }}");
        let stage = Stage::new(&options, "[{}]");
        let failure = clock.settle(stage.get("{}")).await.expect_err(wrong);
        assert_eq!(text(&failure, "code"), "invalid_config", "{wrong}");
        assert_eq!(
            text(&failure, "message"),
            "users.get: \"rateBudget\" did not return a number of milliseconds"
        );
        assert_eq!((get(&failure, "attempts"), stage.sent()), (js("0"), 0));
    }
}

#[wasm_bindgen_test]
async fn a_budget_that_fails_is_the_cause() {
    for thrown in [
        "() => { throw new Error('gone') }",
        "async () => { throw new Error('gone') }",
    ] {
        let clock = Clock::stop();
        let stage = Stage::new(&format!("{{ rateBudget: {thrown} }}"), "[{}]");
        let failure = clock.settle(stage.get("{}")).await.expect_err("it failed");
        assert_eq!(
            text(&failure, "message"),
            "users.get: \"rateBudget\" failed"
        );
        assert_eq!(text(&get(&failure, "cause"), "message"), "gone");
        assert_eq!(stage.sent(), 0);
    }
}

#[wasm_bindgen_test]
async fn a_call_that_waits_for_the_budget_can_be_aborted_and_times_out() {
    let clock = Clock::stop();
    let stage = Stage::new("{ rateBudget: () => new Promise(() => {}) }", "[{}]");
    let signal = Signal::new();
    let (aborted, late) = (stage.get_with(&signal), stage.get("{ timeoutMs: 70 }"));
    clock.pass(1.0).await;
    signal.abort("");
    let failure = clock.settle(aborted).await.expect_err("aborted");
    assert_eq!(text(&failure, "code"), "aborted");
    let failure = clock.settle(late).await.expect_err("too late");
    assert_eq!(text(&failure, "code"), "timeout");
    assert_eq!((stage.sent(), clock.timers()), (0, 0.0));
}
