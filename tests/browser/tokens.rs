//! A token is asked for once, kept, and replaced when the server rejects it.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::Stage,
    support::{get, js, request, settled, text},
};

/// The tokens that were sent, in their order.
const SENT: &str = "sent.map(({ init }) => init.headers.authorization.slice(7)).join()";

const INVALID: &str = "{ status: 401, body: { message: 'Invalid JWT' } }";

async fn all(calls: impl IntoIterator<Item = Promise>) -> Vec<Result<JsValue, JsValue>> {
    let mut outcomes = Vec::new();
    for call in calls {
        outcomes.push(settled(call).await);
    }
    outcomes
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_once_for_many_calls() {
    js("globalThis.asked = 0");
    let stage = Stage::new("{ token: async () => `token-${++asked}` }", "[{}]");
    let calls: Vec<Promise> = (0..20).map(|_| stage.get("{}")).collect();
    assert!(all(calls).await.iter().all(Result::is_ok));
    assert!(settled(stage.get("{}")).await.is_ok());
    assert_eq!(js("asked"), 1);
    assert_eq!(
        stage.shows("new Set(sent.map(({ init }) => init.headers.authorization)).size"),
        "1"
    );
}

#[wasm_bindgen_test]
async fn a_rejected_token_is_replaced_once_and_the_function_told_which() {
    js("globalThis.asked = []");
    let token = "{ token: (why) => `token-${asked.push(why)}`, maxRetries: 0 }";
    let stage = Stage::new(token, &format!("[{INVALID}, {{}}, {{}}]"));
    let answer = settled(stage.get("{}"))
        .await
        .expect("the second token is good");
    assert_eq!(get(&answer, "attempts"), 2);
    assert!(settled(stage.get("{}")).await.is_ok());
    assert_eq!(stage.shows(SENT), "\"token-1,token-2,token-2\"");
    assert_eq!(stage.shows("asked"), r#"[null,{"rejected":"token-1"}]"#);
}

#[wasm_bindgen_test]
async fn many_calls_with_one_expired_token_renew_it_once() {
    js("globalThis.asked = 0");
    let script = "[async (url, init) => init.headers.authorization.endsWith('-1')
        ? new Response('{\"message\":\"Invalid JWT\"}', { status: 401 }) : new Response('{}')]";
    let stage = Stage::new("{ token: async () => `token-${++asked}` }", script);
    let calls: Vec<Promise> = (0..20).map(|_| stage.get("{}")).collect();
    assert!(all(calls).await.iter().all(Result::is_ok));
    assert_eq!(js("asked"), 2);
}

#[wasm_bindgen_test]
async fn a_second_rejection_ends_the_call() {
    js("globalThis.asked = 0");
    let stage = Stage::new(
        "{ token: () => `token-${++asked}` }",
        &format!("[{INVALID}, {INVALID}]"),
    );
    let failure = settled(stage.get("{}"))
        .await
        .expect_err("both are invalid");
    assert_eq!(text(&failure, "code"), "invalid_token");
    assert_eq!(get(&failure, "attempts"), 2);
}

#[wasm_bindgen_test]
async fn a_missing_scope_needs_no_new_token() {
    js("globalThis.asked = 0");
    let refusal =
        "{ status: 401, body: { message: 'The token is not authorized for this scope.' } }";
    let stage = Stage::new(
        "{ token: () => `token-${++asked}` }",
        &format!("[{refusal}]"),
    );
    let failure = settled(stage.get("{}")).await.expect_err("refused");
    assert_eq!(text(&failure, "code"), "insufficient_scope");
    assert_eq!(js("asked"), 1);
}

#[wasm_bindgen_test]
async fn a_failed_token_function_is_asked_again_by_the_next_call() {
    js("globalThis.asked = 0");
    let stage = Stage::new(
        "{ token: async () => { if (++asked === 1) throw new Error('vault closed'); return 'good' } }",
        "[{}]",
    );
    let failure = settled(stage.get("{}")).await.expect_err("no token");
    assert_eq!(text(&failure, "code"), "invalid_config");
    assert!(settled(stage.get("{}")).await.is_ok());
    assert_eq!(stage.shows(SENT), "\"good\"");
}

#[wasm_bindgen_test]
async fn a_token_can_be_replaced_while_calls_are_under_way() {
    js("globalThis.answer = undefined");
    let stage = Stage::new(
        "{ token: 'old-token' }",
        "[() => new Promise((done) => { globalThis.answer = () => done(new Response('{\"message\":\"Invalid JWT\"}', { status: 401 })) }), {}, {}]",
    );
    let pending = stage.get("{}");
    settled(js("new Promise((done) => setTimeout(done))"))
        .await
        .unwrap();
    assert!(stage.engine.set_token(&"new-token".into()).is_undefined());
    js("answer()");
    assert!(settled(pending).await.is_ok());
    assert!(settled(stage.get("{}")).await.is_ok());
    assert_eq!(stage.shows(SENT), "\"old-token,new-token,new-token\"");
}

#[wasm_bindgen_test]
async fn what_is_no_token_replaces_nothing() {
    let stage = Stage::new("{ token: 'good-token' }", "[{}]");
    for (token, said) in [
        (
            "7",
            "\"token\" is a number: expected a string or a function",
        ),
        ("''", "\"token\" is an empty string: expected a token"),
        (
            "undefined",
            "\"token\" is null: expected a string or a function",
        ),
    ] {
        let failure = stage.engine.set_token(&js(token));
        assert_eq!(text(&failure, "code"), "invalid_config");
        assert_eq!(text(&failure, "message"), said);
    }
    assert!(settled(stage.get("{}")).await.is_ok());
    assert_eq!(stage.shows(SENT), "\"good-token\"");
}

#[wasm_bindgen_test]
async fn a_call_that_the_token_cannot_make_is_not_sent() {
    let stage = Stage::new("{ tokenKind: 'location', companyId: 'c' }", "[{}]");
    let options = JsValue::UNDEFINED;
    let filter = request(
        &stage.engine,
        &"users.filterByEmail".into(),
        &js("{ emails: 'a@b.example' }"),
        &options,
    );
    let failure = settled(filter).await.expect_err("refused");
    assert_eq!(text(&failure, "code"), "insufficient_scope");
    assert_eq!(
        text(&failure, "message"),
        "users.filterByEmail: it takes the token of an agency, but the client has one of a location (\"tokenKind\")"
    );
    assert_eq!(get(&failure, "attempts"), 0);
    assert!(settled(stage.get("{}")).await.is_ok());
    assert_eq!(stage.sent(), 1);
}
