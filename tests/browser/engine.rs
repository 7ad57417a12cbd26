//! The engine against the sandbox, over a real network.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{call, control, engine, fault, fresh, get, js, request, settled, shown, text};

async fn any_id(seed: &crate::support::Seed) -> String {
    let page = call(&engine(seed), "users.search", "{ limit: 1 }")
        .await
        .unwrap();
    text(
        &get(&get(&page, "data"), "users")
            .unchecked_into::<Array>()
            .get(0),
        "id",
    )
}

#[wasm_bindgen_test]
async fn an_error_says_what_the_server_said_and_nothing_secret() {
    let mut seed = fresh().await;
    seed.agency = "pit-canary-0123456789".to_owned();
    let failure = call(&engine(&seed), "users.get", "{ userId: 'u' }")
        .await
        .expect_err("a wrong token");
    assert_eq!(text(&failure, "code"), "invalid_token");
    assert_eq!(
        text(&failure, "message"),
        "users.get: Invalid JWT (status 401)"
    );
    assert_eq!(text(&failure, "operation"), "users.get");
    assert_eq!(get(&failure, "status"), 401);
    assert_eq!(text(&get(&failure, "body"), "message"), "Invalid JWT");
    assert!(!shown(&failure).contains("canary"));
}

#[wasm_bindgen_test]
async fn a_hundred_calls_at_once_each_get_their_own_answer() {
    let seed = fresh().await;
    let engine = engine(&seed);
    let page = call(&engine, "users.search", "{ limit: 100 }")
        .await
        .unwrap();
    let users: Array = get(&get(&page, "data"), "users").unchecked_into();
    let ids: Vec<String> = users.iter().map(|user| text(&user, "id")).collect();
    assert_eq!(ids.len(), 100);
    let calls: Array = ids
        .iter()
        .map(|id| {
            request(
                &engine,
                &"users.get".into(),
                &js(&format!("{{ userId: '{id}' }}")),
                &JsValue::UNDEFINED,
            )
        })
        .collect();
    let answers: Array = settled(Promise::all(&calls))
        .await
        .unwrap()
        .unchecked_into();
    for (id, answer) in ids.iter().zip(answers.iter()) {
        assert_eq!(&text(&get(&answer, "data"), "id"), id);
    }
}

#[wasm_bindgen_test]
async fn free_during_a_call_lets_the_call_finish() {
    let seed = fresh().await;
    let id = any_id(&seed).await;
    let engine = engine(&seed);
    let pending = request(
        &engine,
        &"users.get".into(),
        &js(&format!("{{ userId: '{id}' }}")),
        &JsValue::UNDEFINED,
    );
    let engine = JsValue::from(engine);
    let free: Function = get(&engine, "free").unchecked_into();
    free.call0(&engine).expect("free() does not throw");
    assert_eq!(
        text(&get(&settled(pending).await.unwrap(), "data"), "id"),
        id
    );
}

#[wasm_bindgen_test]
async fn an_abort_ends_a_slow_call() {
    let seed = fresh().await;
    fault(r#"{ "times": 1, "delayMs": 60000 }"#).await;
    let controller = js("new AbortController()");
    let options = js("{}");
    Reflect::set(&options, &"signal".into(), &get(&controller, "signal")).unwrap();
    let pending = request(
        &engine(&seed),
        &"users.get".into(),
        &js("{ userId: 'u' }"),
        &options,
    );
    settled(js("new Promise((done) => setTimeout(done, 50))"))
        .await
        .unwrap();
    get(&controller, "abort")
        .unchecked_into::<Function>()
        .call1(&controller, &"user cancelled".into())
        .unwrap();
    let failure = settled(pending).await.expect_err("the call was aborted");
    assert_eq!(text(&failure, "code"), "aborted");
    assert_eq!(get(&failure, "cause"), "user cancelled");
    control("POST", "reset", "").await;
}

#[wasm_bindgen_test]
async fn a_dropped_connection_is_a_network_failure() {
    let seed = fresh().await;
    // Often: a browser tries a GET again by itself when a kept connection is dropped.
    fault(r#"{ "times": 50, "drop": true }"#).await;
    let failure = call(&engine(&seed), "users.get", "{ userId: 'u' }")
        .await
        .expect_err("no answer");
    assert_eq!(text(&failure, "code"), "network");
    assert!(get(&failure, "cause").is_object());
}

#[wasm_bindgen_test]
async fn an_answer_that_is_not_json_keeps_its_text() {
    let seed = fresh().await;
    fault(r#"{ "times": 1, "status": 200, "contentType": "text/html", "body": "<h1>Sorry</h1>" }"#)
        .await;
    let failure = call(&engine(&seed), "users.search", "{}")
        .await
        .expect_err("HTML");
    assert_eq!(text(&failure, "code"), "unexpected_response");
    assert_eq!(text(&failure, "body"), "<h1>Sorry</h1>");
    fault(r#"{ "times": 1, "status": 503, "contentType": "text/html", "body": "<h1>Later</h1>" }"#)
        .await;
    let failure = call(&engine(&seed), "users.search", "{}")
        .await
        .expect_err("HTML");
    assert_eq!(text(&failure, "code"), "server");
    assert_eq!(text(&failure, "body"), "<h1>Later</h1>");
}

#[wasm_bindgen_test]
async fn a_redirect_is_not_followed() {
    let seed = fresh().await;
    fault(r#"{ "times": 1, "status": 302, "headers": { "location": "/users/elsewhere" } }"#).await;
    let failure = call(&engine(&seed), "users.get", "{ userId: 'u' }")
        .await
        .expect_err("a redirect");
    assert_eq!(text(&failure, "code"), "unexpected_redirect");
    let requests: Array = control("GET", "requests", "").await.unchecked_into();
    assert!(
        requests
            .iter()
            .all(|request| !text(&request, "path").contains("elsewhere"))
    );
}
