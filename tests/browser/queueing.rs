//! Calls keep to the client's pace, and to the order in which they were made.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, Signal, Stage},
    support::{get, js, request, text},
};

/// The times at which requests were sent, from the first one.
const TIMES: &str = "sent.map(({ at }) => at - sent[0].at)";

/// Who was asked for.
const NAMES: &str = "sent.map(({ url }) => url.split('/').at(-1)).join()";

fn named(stage: &Stage, name: &str) -> Promise {
    stage.call("users.get", &format!("{{ userId: '{name}' }}"), "{}")
}

fn all_settled(calls: impl IntoIterator<Item = Promise>) -> Promise {
    let calls: Array = calls.into_iter().collect();
    Promise::all_settled(&calls)
}

fn budget(stage: &Stage) -> String {
    String::from(js_sys::JSON::stringify(&stage.engine.rate_limit()).unwrap())
}

#[wasm_bindgen_test]
async fn a_thousand_calls_at_once_drain_in_order_and_fast_enough() {
    let clock = Clock::stop();
    let stage = Stage::new(
        "{ timeoutMs: 200000, rateLimit: { requests: 10, perMs: 1000 } }",
        "[{}]",
    );
    let calls: Vec<Promise> = (0..1000).map(|n| named(&stage, &format!("u{n}"))).collect();
    let answers = clock.settle(all_settled(calls)).await.unwrap();
    assert!(
        Array::from(&answers)
            .iter()
            .all(|answer| text(&answer, "status") == "fulfilled")
    );
    assert_eq!(
        stage.shows("sent.every(({ url }, n) => url.endsWith(`/u${n}`))"),
        "true"
    );
    // Never more than ten in any second, and no less than 95 % of that.
    assert_eq!(
        stage.shows("sent.every(({ at }, n) => n < 10 || at - sent[n - 10].at > 1000)"),
        "true"
    );
    assert_eq!(
        stage.shows("sent[999].at - sent[0].at < 99 * 1000 / 0.95"),
        "true"
    );
    assert_eq!(clock.timers(), 0.0);
}

#[wasm_bindgen_test]
async fn a_call_whose_turn_comes_too_late_fails_at_once() {
    let clock = Clock::stop();
    let stage = Stage::new("{}", "[{}]");
    let begun = clock.now();
    let calls: Vec<Promise> = (0..1000).map(|n| named(&stage, &format!("u{n}"))).collect();
    let late = clock
        .settle(calls[300].clone())
        .await
        .expect_err("too late");
    assert_eq!(text(&late, "code"), "timeout");
    assert_eq!(
        text(&late, "message"),
        "users.get: its turn comes in 30003 ms, but it may take 30000 ms (\"timeoutMs\")"
    );
    assert_eq!(get(&late, "retryAfterMs"), 30_003);
    assert_eq!(get(&late, "attempts"), 0);
    clock
        .settle(calls[999].clone())
        .await
        .expect_err("too late");
    assert_eq!((clock.now(), stage.sent()), (begun, 100));
    // Those who failed are not in the way of those who wait.
    clock.settle(calls[299].clone()).await.expect("in time");
    assert_eq!((clock.now() - begun, stage.sent()), (20_002.0, 300));
}

#[wasm_bindgen_test]
async fn an_aborted_call_leaves_its_place_to_the_next() {
    let clock = Clock::stop();
    let stage = Stage::new("{ rateLimit: { requests: 1, perMs: 1000 } }", "[{}]");
    let signals = [Signal::new(), Signal::new()];
    let first = stage.get("{}");
    let second = stage.get_with(&signals[0]);
    let third = stage.get_with(&signals[1]);
    let fourth = named(&stage, "fourth");
    clock.settle(first).await.unwrap();
    assert_eq!(get(&stage.engine.rate_limit(), "waiting"), 3);
    // The one that is next, and one that waits for it.
    signals[0].abort("");
    signals[1].abort("");
    for aborted in [second, third] {
        let failure = clock.settle(aborted).await.expect_err("aborted");
        assert_eq!(get(&failure, "attempts"), 0);
    }
    assert_eq!(get(&stage.engine.rate_limit(), "waiting"), 1);
    clock.settle(fourth).await.expect("an answer");
    assert_eq!(stage.shows(TIMES), "[0,1001]");
    assert_eq!(clock.timers(), 0.0);
}

#[wasm_bindgen_test]
async fn a_call_that_is_sent_again_goes_before_those_made_later() {
    let clock = Clock::stop();
    let stage = Stage::new(
        "{ rateLimit: { requests: 1, perMs: 1000 } }",
        "[{ status: 503, headers: { 'retry-after-ms': '10' } }, {}]",
    );
    let calls = ["a", "b", "c"].map(|name| named(&stage, name));
    clock.settle(all_settled(calls)).await.unwrap();
    assert_eq!(stage.shows(NAMES), "\"a,a,b,c\"");
    assert_eq!(stage.shows(TIMES), "[0,1001,2002,3003]");
}

#[wasm_bindgen_test]
async fn a_slow_token_changes_no_order() {
    let clock = Clock::stop();
    let token = "{ token: () => new Promise((done) => setTimeout(() => done('slow'), 300)) }";
    let stage = Stage::new(token, "[{}]");
    let calls = ["a", "b", "c"].map(|name| named(&stage, name));
    clock.settle(all_settled(calls)).await.unwrap();
    assert_eq!(stage.shows(NAMES), "\"a,b,c\"");
}

#[wasm_bindgen_test]
async fn the_budget_is_shown_as_it_is() {
    let clock = Clock::stop();
    let stage = Stage::new("{}", "[{}]");
    assert_eq!(
        budget(&stage),
        r#"{"requests":100,"perMs":10000,"remaining":100,"waiting":0}"#
    );
    clock.settle(stage.get("{}")).await.unwrap();
    assert_eq!(
        budget(&stage),
        r#"{"requests":100,"perMs":10000,"remaining":99,"waiting":0}"#
    );
    clock.pass(10_401.0).await;
    assert_eq!(
        budget(&stage),
        r#"{"requests":100,"perMs":10000,"remaining":100,"waiting":0}"#
    );
}

#[wasm_bindgen_test]
async fn without_a_limit_nobody_waits() {
    let clock = Clock::stop();
    let stage = Stage::new("{ rateLimit: false }", "[{}]");
    assert_eq!(budget(&stage), r#"{"waiting":0}"#);
    let begun = clock.now();
    let calls: Vec<Promise> = (0..500).map(|_| stage.get("{}")).collect();
    clock.settle(all_settled(calls)).await.unwrap();
    assert_eq!((stage.sent(), clock.now()), (500, begun));
}

#[wasm_bindgen_test]
async fn a_stricter_server_is_obeyed() {
    let clock = Clock::stop();
    let headers = "{ 'x-ratelimit-max': '2', 'x-ratelimit-interval-milliseconds': '1000', 'x-ratelimit-remaining': '0' }";
    let stage = Stage::new("{}", &format!("[{{ headers: {headers} }}]"));
    clock.settle(stage.get("{}")).await.unwrap();
    assert_eq!(
        budget(&stage),
        r#"{"requests":2,"perMs":1000,"remaining":0,"waiting":0}"#
    );
    clock.settle(stage.get("{}")).await.unwrap();
    assert_eq!(stage.shows(TIMES), "[0,1001]");
}

#[wasm_bindgen_test]
async fn a_day_that_is_used_up_ends_at_midnight() {
    let clock = Clock::stop();
    let day = "{ 'x-ratelimit-limit-daily': '200000', 'x-ratelimit-daily-remaining': '0' }";
    let stage = Stage::new("{}", &format!("[{{ headers: {day} }}, {{}}]"));
    clock.settle(stage.get("{}")).await.unwrap();
    let daily = get(&stage.engine.rate_limit(), "daily");
    assert_eq!(
        (get(&daily, "limit"), get(&daily, "remaining")),
        (js("200000"), js("0"))
    );
    let failure = clock.settle(stage.get("{}")).await.expect_err("used up");
    assert_eq!(text(&failure, "code"), "daily_limit");
    assert_eq!((get(&failure, "attempts"), stage.sent()), (js("0"), 1));
    let wait = get(&failure, "retryAfterMs").as_f64().unwrap();
    assert_eq!((clock.now() + wait) % 86_400_000.0, 0.0);
    clock.pass(wait).await;
    clock.settle(stage.get("{}")).await.expect("a new day");
    assert_eq!(get(&stage.engine.rate_limit(), "daily"), JsValue::UNDEFINED);
}

#[wasm_bindgen_test]
async fn a_machine_whose_time_is_set_back_loses_no_call() {
    let clock = Clock::stop();
    let stage = Stage::new("{ rateLimit: { requests: 1, perMs: 1000 } }", "[{}]");
    let begun = clock.now();
    let calls = ["a", "b", "c"].map(|name| named(&stage, name));
    clock.pass(500.0).await;
    clock.shift(-3_600_000.0);
    let answers = Array::from(&clock.settle(all_settled(calls)).await.unwrap());
    assert!(
        answers
            .iter()
            .all(|answer| text(&answer, "status") == "fulfilled")
    );
    // The turn that was waited for meanwhile is waited for once more.
    assert!(clock.now() - begun <= 3090.0);
}

#[wasm_bindgen_test]
async fn calls_that_wait_outlive_their_engine() {
    let clock = Clock::stop();
    let Stage { engine, .. } = Stage::new("{ rateLimit: { requests: 1, perMs: 1000 } }", "[{}]");
    let calls = [0, 1, 2].map(|_| {
        request(
            &engine,
            &"users.get".into(),
            &js("{ userId: 'u' }"),
            &JsValue::UNDEFINED,
        )
    });
    clock.pass(1.0).await;
    drop(engine);
    let answers = Array::from(&clock.settle(all_settled(calls)).await.unwrap());
    assert!(
        answers
            .iter()
            .all(|answer| text(&answer, "status") == "fulfilled")
    );
    assert_eq!(clock.timers(), 0.0);
}

#[wasm_bindgen_test]
async fn a_call_that_was_let_go_early_is_not_woken_again() {
    let clock = Clock::stop();
    let answer = |ms: u32, most: u32, per_ms: u32| {
        format!(
            "() => new Promise((take) => setTimeout(() => take({{
                status: 200,
                headers: new Headers({{ 'x-ratelimit-max': '{most}', 'x-ratelimit-interval-milliseconds': '{per_ms}' }}),
                text: async () => '{{\"id\":\"u\"}}',
            }}), {ms}))"
        )
    };
    let script = [
        answer(1, 1, 10_000),
        answer(500, 10, 1000),
        answer(20_000, 10, 1000),
    ];
    let stage = Stage::new(
        "{ rateLimit: { requests: 10, perMs: 1000 } }",
        &format!("[{}]", script.join(", ")),
    );
    let _both = [stage.get("{}"), stage.get("{}")];
    clock.pass(10.0).await;
    let third = stage.get("{}");
    clock.pass(10.0).await;
    assert_eq!(stage.sent(), 2, "the first answer allows no more");
    clock.pass(1000.0).await;
    assert_eq!(stage.sent(), 3, "the second one does");
    // Its first timer runs out before its answer comes.
    clock.settle(third).await.expect("an answer");
}
