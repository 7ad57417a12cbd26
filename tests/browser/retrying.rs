//! What is sent again, when, and what is told of it.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, Stage},
    support::{get, js, text},
    writes::CREATE,
};

/// Operations that may be repeated, and their input.
const REPEATABLE: [(&str, &str); 4] = [
    ("users.get", "{ userId: 'u' }"),
    ("users.update", "{ userId: 'u', firstName: 'Ann' }"),
    ("users.delete", "{ userId: 'u' }"),
    (
        "users.filterByEmail",
        "{ companyId: 'c', emails: ['ann@example.com'] }",
    ),
];

/// An answer to any operation.
pub const ANSWER: &str = "{ body: { id: 'u', users: [] } }";

#[wasm_bindgen_test]
async fn what_a_server_fails_at_is_tried_twice_more() {
    for status in [408, 500, 502, 503, 504] {
        for (operation, input) in REPEATABLE {
            let clock = Clock::stop();
            let stage = Stage::new(
                "{}",
                &format!("[{{ status: {status} }}, {{ status: {status} }}, {ANSWER}]"),
            );
            let answer = clock.settle(stage.call(operation, input, "{}")).await;
            assert!(answer.is_ok(), "{operation} {status}");
            // Half of half a second, then half of a second.
            assert_eq!(
                stage.shows("sent.map(({ at }) => at - sent[0].at)"),
                "[0,250,750]"
            );
            assert_eq!(clock.timers(), 0.0);
        }
    }
}

#[wasm_bindgen_test]
async fn what_no_repetition_mends_is_not_repeated() {
    for status in [302, 400, 401, 403, 404, 409, 422, 501, 505] {
        for (operation, input) in REPEATABLE {
            let clock = Clock::stop();
            let stage = Stage::new("{}", &format!("[{{ status: {status} }}]"));
            let failure = clock.settle(stage.call(operation, input, "{}")).await;
            assert_eq!(
                get(&failure.expect_err("refused"), "attempts"),
                1,
                "{operation} {status}"
            );
            assert_eq!(stage.sent(), 1);
        }
    }
}

#[wasm_bindgen_test]
async fn a_broken_connection_is_tried_again() {
    for broken in [
        "() => Promise.reject(new TypeError('fetch failed'))",
        "() => { throw new TypeError('fetch failed') }",
        "() => ({ status: 200, headers: new Headers(), text: () => Promise.reject(new TypeError('terminated')) })",
        "() => ({ status: 200, headers: new Headers(), text() {}, body: { getReader: () => ({ cancel() {}, read: async () => ({ get value() { throw new TypeError('terminated') } }) }) } })",
    ] {
        let clock = Clock::stop();
        let stage = Stage::new("{}", &format!("[{broken}, {ANSWER}]"));
        clock.settle(stage.get("{}")).await.expect("an answer");
        assert_eq!(stage.sent(), 2);
        let stage = Stage::new("{}", &format!("[{broken}]"));
        let failure = clock.settle(stage.get("{}")).await.expect_err("no answer");
        assert_eq!(text(&failure, "code"), "network");
        assert_eq!(get(&failure, "attempts"), 3);
        let stage = Stage::new("{}", &format!("[{broken}]"));
        let failure = clock
            .settle(stage.call(CREATE.0, CREATE.1, "{}"))
            .await
            .expect_err("no answer");
        assert_eq!(text(&failure, "code"), "network");
        assert_eq!(
            stage.sent(),
            1,
            "a create is never repeated when nobody knows whether it took effect"
        );
    }
}

#[wasm_bindgen_test]
async fn the_servers_wait_comes_first_and_is_never_cut() {
    for (status, headers, wait) in [
        (503, "{ 'retry-after': '0' }", 250.0),
        (503, "{ 'retry-after': '7' }", 7350.0),
        (503, "{ 'retry-after': '2', 'retry-after-ms': '20' }", 270.0),
        (
            503,
            "{ 'retry-after': new Date(Date.now() + 3000).toUTCString() }",
            3250.0,
        ),
        (
            503,
            "{ 'retry-after': 'Mon, 01 Jan 2001 00:00:00 GMT' }",
            250.0,
        ),
        (503, "{ 'retry-after': 'soon' }", 250.0),
        (
            429,
            "{ 'x-ratelimit-interval-milliseconds': '10000' }",
            10_500.0,
        ),
        (
            429,
            "{ 'x-ratelimit-interval-milliseconds': '10000', 'retry-after': '1' }",
            1250.0,
        ),
        (
            503,
            "{ 'x-ratelimit-interval-milliseconds': '10000' }",
            250.0,
        ),
    ] {
        let clock = Clock::stop();
        let stage = Stage::new(
            "{}",
            &format!("[{{ status: {status}, headers: {headers} }}, {ANSWER}]"),
        );
        clock.settle(stage.get("{}")).await.expect("an answer");
        assert_eq!(
            stage.shows("sent[1].at - sent[0].at"),
            wait.to_string(),
            "{status} {headers}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_wait_that_the_call_has_no_time_for_fails_at_once() {
    let clock = Clock::stop();
    let begun = clock.now();
    for (status, code) in [(429, "rate_limited"), (503, "server")] {
        let stage = Stage::new(
            "{}",
            &format!("[{{ status: {status}, headers: {{ 'retry-after': '40' }} }}]"),
        );
        let failure = clock.settle(stage.get("{}")).await.expect_err("no time");
        assert_eq!(text(&failure, "code"), code);
        assert_eq!(get(&failure, "retryAfterMs"), 40_000);
        assert_eq!(get(&failure, "attempts"), 1);
    }
    assert_eq!((clock.now(), clock.timers()), (begun, 0.0));
}

#[wasm_bindgen_test]
async fn a_call_says_how_often_it_is_sent_again() {
    for (options, retries) in [
        ("{ maxRetries: 0 }", 0),
        ("{ maxRetries: 5 }", 5),
        ("{}", 1),
    ] {
        let clock = Clock::stop();
        let stage = Stage::new("{ maxRetries: 1 }", "[{ status: 503 }]");
        let failure = clock.settle(stage.get(options)).await.expect_err("failed");
        assert_eq!(stage.sent(), retries + 1);
        assert_eq!(get(&failure, "attempts"), retries + 1);
        assert_eq!(get(&failure, "status"), 503);
    }
}

#[wasm_bindgen_test]
async fn a_day_that_is_used_up_is_not_waited_for() {
    let clock = Clock::stop();
    let stage = Stage::new(
        "{ maxRetries: 9 }",
        "[{ status: 429, headers: { 'x-ratelimit-daily-remaining': '0', 'retry-after': '1' } }]",
    );
    let failure = clock.settle(stage.get("{}")).await.expect_err("used up");
    assert_eq!(text(&failure, "code"), "daily_limit");
    assert_eq!((get(&failure, "attempts"), stage.sent()), (js("1"), 1));
}

#[wasm_bindgen_test]
async fn another_try_has_the_same_token() {
    let clock = Clock::stop();
    js("globalThis.tokens = 0");
    let stage = Stage::new(
        "{ token: async () => `token-${tokens += 1}` }",
        &format!("[{{ status: 503 }}, {ANSWER}]"),
    );
    clock.settle(stage.get("{}")).await.unwrap();
    assert_eq!(
        stage.shows("sent.map(({ init }) => init.headers.authorization)"),
        r#"["Bearer token-1","Bearer token-1"]"#
    );
}
