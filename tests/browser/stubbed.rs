//! Whatever `fetch` does, the promise settles. The first three cases leave gloo-net's promise pending.

use ghl_users::bindings::Engine;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{call, call_with, get, js, request, settled, shown, stubbed, text};

const GET: (&str, &str) = ("users.get", "{ userId: 'u' }");

async fn failure_of(fetch: &str) -> JsValue {
    call(&stubbed(fetch), GET.0, GET.1)
        .await
        .expect_err("the call fails")
}

#[wasm_bindgen_test]
async fn settles_when_fetch_rejects_with_something_that_is_no_error() {
    for (reason, cause) in [
        ("'user cancelled'", js("'user cancelled'")),
        ("null", JsValue::NULL),
        ("7", js("7")),
    ] {
        let failure = failure_of(&format!("return Promise.reject({reason})")).await;
        assert_eq!(text(&failure, "code"), "network");
        assert_eq!(get(&failure, "cause"), cause);
    }
}

#[wasm_bindgen_test]
async fn settles_when_no_header_can_carry_the_token() {
    let options = js("{ token: () => 'tok\\nen', baseUrl: 'http://127.0.0.1:1' }");
    let failure = call(&Engine::new(&options, None).unwrap(), GET.0, GET.1)
        .await
        .expect_err("the call fails");
    assert_eq!(text(&failure, "code"), "invalid_config");
    assert!(!shown(&failure).contains("tok\\nen") && !shown(&failure).contains("tok\nen"));
}

#[wasm_bindgen_test]
async fn settles_when_fetch_returns_something_that_is_no_response() {
    for returned in [
        "undefined",
        "null",
        "'text'",
        "{}",
        "{ status: 200 }",
        "{ status: 200, text() {}, headers: 1 }",
        "{ status: 200, headers: {}, text: async () => '{}' }",
        "{ status: 200, headers: new Headers() }",
    ] {
        let failure = failure_of(&format!("return Promise.resolve({returned})")).await;
        assert_eq!(text(&failure, "code"), "unexpected_response", "{returned}");
        assert_eq!(
            text(&failure, "message"),
            "users.get: fetch returned something that is not a Response"
        );
    }
}

#[wasm_bindgen_test]
async fn settles_when_fetch_throws_at_once() {
    let failure = failure_of("throw new TypeError('no network')").await;
    assert_eq!(text(&failure, "code"), "network");
    assert_eq!(text(&get(&failure, "cause"), "message"), "no network");
}

#[wasm_bindgen_test]
async fn settles_when_the_body_breaks_off_with_something_that_is_no_error() {
    let body = "const body = new ReadableStream({ start(it) { it.enqueue(new Uint8Array([123])); it.error('cut') } });
        return Promise.resolve(new Response(body))";
    let failure = failure_of(body).await;
    // What the cause is depends on the runtime: Chromium makes a TypeError of its own.
    assert_eq!(text(&failure, "code"), "network");
    let failure =
        failure_of("return { status: 200, headers: new Headers(), text() { throw 'no' } }").await;
    assert_eq!(get(&failure, "cause"), js("'no'"));
}

#[wasm_bindgen_test]
async fn takes_a_response_of_another_realm_or_package() {
    let fetch = "return { status: 200, headers: new Map([['x-request-id', 'r']]), text: async () => '{\"id\":\"u\"}' }";
    let answer = call(&stubbed(fetch), GET.0, GET.1).await.unwrap();
    assert_eq!(text(&get(&answer, "data"), "id"), "u");
}

#[wasm_bindgen_test]
async fn sends_a_url_an_init_object_and_four_headers_at_most() {
    let fetch = "globalThis.sent = [url, init];
        return Promise.resolve(new Response('{}'))";
    call(
        &stubbed(fetch),
        "users.update",
        "{ userId: 'u', firstName: 'Ann' }",
    )
    .await
    .unwrap();
    let expected = r#"["https://services.leadconnectorhq.com/users/u",{"method":"PUT","headers":{"accept":"application/json","authorization":"Bearer pit-canary","content-type":"application/json","version":"2021-07-28"},"redirect":"manual","body":"{\"firstName\":\"Ann\"}"}]"#;
    let order = "JSON.stringify([sent[0], { method: sent[1].method, headers: Object.fromEntries(Object.entries(sent[1].headers).sort()),
        redirect: sent[1].redirect, body: sent[1].body }])";
    assert_eq!(js(order).as_string().unwrap(), expected);
    assert!(js("Object.keys(sent[1]).every((key) => ['method', 'headers', 'redirect', 'body', 'signal'].includes(key))").is_truthy());
}

#[wasm_bindgen_test]
async fn an_abort_is_told_from_a_broken_network_whatever_its_reason() {
    let hanging = "return new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(init.signal.reason)))";
    for reason in ["'user cancelled'", "new Error('enough')", "undefined"] {
        let controller = js("new AbortController()");
        let options = js("{}");
        Reflect::set(&options, &"signal".into(), &get(&controller, "signal")).unwrap();
        let pending = request(&stubbed(hanging), &GET.0.into(), &js(GET.1), &options);
        settled(JsValue::UNDEFINED).await.unwrap();
        let abort: Function = get(&controller, "abort").unchecked_into();
        abort.call1(&controller, &js(reason)).unwrap();
        let failure = settled(pending).await.expect_err("the call was aborted");
        assert_eq!(text(&failure, "code"), "aborted");
        assert_eq!(
            get(&failure, "cause"),
            get(&get(&controller, "signal"), "reason")
        );
    }
}

#[wasm_bindgen_test]
async fn a_signal_of_a_runtime_that_labels_it_otherwise_is_one() {
    let engine = stubbed("return new Response('{}')");
    let signal =
        "Object.defineProperty(AbortSignal.abort(), Symbol.toStringTag, { value: 'EventTarget' })";
    let options = js(&format!("{{ signal: {signal} }}"));
    let pending = request(
        &engine,
        &"users.get".into(),
        &js("{ userId: 'u' }"),
        &options,
    );
    let failure = settled(pending).await.expect_err("it is aborted");
    assert_eq!(text(&failure, "code"), "aborted");
}

#[wasm_bindgen_test]
async fn an_aborted_signal_sends_nothing() {
    let engine = stubbed("globalThis.called = true");
    js("globalThis.called = false");
    let failure = call_with(&engine, GET.0, GET.1, js("{ signal: AbortSignal.abort() }"))
        .await
        .expect_err("aborted");
    assert_eq!(text(&failure, "code"), "aborted");
    assert!(js("called").is_falsy());
}

#[wasm_bindgen_test]
async fn wrong_options_of_a_call_are_refused_by_name() {
    for (options, message) in [
        (
            "{ signal: 7 }",
            "users.get: \"signal\" is a number: expected an instance of AbortSignal",
        ),
        (
            "{ signals: 7 }",
            "users.get: \"signals\" is not a field of this call; did you mean \"signal\"?",
        ),
        (
            "'now'",
            "users.get: the input is a string: expected an object",
        ),
    ] {
        let failure = call_with(&stubbed("throw 1"), GET.0, GET.1, js(options))
            .await
            .expect_err("refused");
        assert_eq!(text(&failure, "code"), "invalid_input");
        assert_eq!(text(&failure, "message"), message);
    }
}

#[wasm_bindgen_test]
async fn input_that_json_cannot_carry_is_refused_by_name() {
    for (query, given) in [
        ("new Date(0)", "an instance of Date"),
        ("() => 1", "a function"),
        ("NaN", "a number"),
        (
            "'\\ud800'",
            "a string with half a character (a lone surrogate)",
        ),
        ("10n", "an instance of BigInt"),
    ] {
        let input = format!("{{ companyId: 'c', query: {query} }}");
        let failure = call(&stubbed("throw 1"), "users.search", &input)
            .await
            .expect_err("refused");
        assert_eq!(
            text(&failure, "message"),
            format!("users.search: \"query\" is {given}: expected a string")
        );
    }
    let cyclic = "(() => { const a = { userId: 'u' }; a.permissions = a; return a })()";
    let failure = call(&stubbed("throw 1"), "users.update", cyclic)
        .await
        .expect_err("refused");
    assert_eq!(text(&failure, "code"), "invalid_input");
}

#[wasm_bindgen_test]
async fn undefined_members_are_absent() {
    let fetch = "globalThis.body = init.body; return Promise.resolve(new Response('{}'))";
    call(
        &stubbed(fetch),
        "users.update",
        "{ userId: 'u', firstName: 'Ann', phone: undefined }",
    )
    .await
    .unwrap();
    assert_eq!(js("body").as_string().unwrap(), r#"{"firstName":"Ann"}"#);
}

#[wasm_bindgen_test]
async fn what_an_object_inherits_is_not_given() {
    let inherited = "Object.create({ userId: 'u' })";
    let failure = call(&stubbed("throw 1"), "users.delete", inherited).await;
    let failure = failure.expect_err("refused");
    assert!(text(&failure, "message").starts_with("users.delete: \"userId\" is missing"));
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_and_its_failure_told() {
    let answer =
        "Promise.resolve(new Response(JSON.stringify({ id: init.headers.authorization })))";
    for token in ["() => 'one'", "async () => 'one'"] {
        let options = format!(
            "{{ token: {token}, fetch: (url, init) => {answer}, dangerouslyAllowBrowser: true }}"
        );
        let answer = call(&Engine::new(&js(&options), None).unwrap(), GET.0, GET.1)
            .await
            .unwrap();
        assert_eq!(text(&get(&answer, "data"), "id"), "Bearer one");
    }
    for token in ["() => { throw new Error('vault closed') }", "async () => 7"] {
        let options = format!("{{ token: {token}, baseUrl: 'http://127.0.0.1:1' }}");
        let failure = call(&Engine::new(&js(&options), None).unwrap(), GET.0, GET.1)
            .await
            .expect_err("no token");
        assert_eq!(text(&failure, "code"), "invalid_config");
    }
}
