//! Nothing is written twice, and what was written is not called a failure.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    retrying::ANSWER,
    stage::{Clock, Stage},
    support::{get, text},
};

/// An operation that writes something new with each request, and its input.
pub const CREATE: (&str, &str) = (
    "users.create",
    "{ companyId: 'c', firstName: 'Ann', lastName: 'Lee', email: 'ann@example.com', password: 'secret-word-1', type: 'account',
       role: 'user', locationIds: ['l'] }",
);

#[wasm_bindgen_test]
async fn a_create_is_repeated_after_429_alone() {
    let clock = Clock::stop();
    for status in [408, 500, 502, 503, 504] {
        let stage = Stage::new(
            "{}",
            &format!("[{{ status: {status}, headers: {{ 'retry-after': '0' }} }}]"),
        );
        let failure = clock
            .settle(stage.call(CREATE.0, CREATE.1, "{ maxRetries: 9 }"))
            .await;
        assert_eq!(text(&failure.expect_err("failed"), "code"), "server");
        assert_eq!(stage.sent(), 1, "{status}");
    }
    let stage = Stage::new("{}", &format!("[{{ status: 429 }}, {ANSWER}]"));
    clock
        .settle(stage.call(CREATE.0, CREATE.1, "{}"))
        .await
        .expect("created");
    assert_eq!(
        stage.shows("new Set(sent.map(({ init }) => init.body)).size"),
        "1"
    );
    assert_eq!(stage.sent(), 2);
    let stage = Stage::new(
        "{ retryPostAfter429: false }",
        &format!("[{{ status: 429 }}, {ANSWER}]"),
    );
    let failure = clock.settle(stage.call(CREATE.0, CREATE.1, "{}")).await;
    assert_eq!(text(&failure.expect_err("refused"), "code"), "rate_limited");
    let stage = Stage::new(
        "{ retryPostAfter429: false }",
        &format!("[{{ status: 429 }}, {ANSWER}]"),
    );
    clock
        .settle(stage.get("{}"))
        .await
        .expect("a read is repeated all the same");
}

#[wasm_bindgen_test]
async fn a_deletion_whose_answer_was_lost_is_done() {
    for lost in ["{ status: 503 }", "() => { throw new TypeError('reset') }"] {
        let clock = Clock::stop();
        let script = format!("[{lost}, {{ status: 404, body: {{ message: 'User not found' }} }}]");
        let stage = Stage::new("{}", &script);
        let answer = clock
            .settle(stage.call("users.delete", "{ userId: 'u' }", "{}"))
            .await
            .expect("done");
        assert_eq!(get(&get(&answer, "data"), "succeeded"), JsValue::TRUE);
        let stage = Stage::new("{}", &script);
        let failure = clock
            .settle(stage.get("{}"))
            .await
            .expect_err("a read that finds nobody");
        assert_eq!(text(&failure, "code"), "not_found");
    }
    let clock = Clock::stop();
    let stage = Stage::new("{}", "[{ status: 404 }]");
    let failure = clock
        .settle(stage.call("users.delete", "{ userId: 'u' }", "{}"))
        .await;
    assert_eq!(
        text(&failure.expect_err("nobody was there"), "code"),
        "not_found"
    );
}
