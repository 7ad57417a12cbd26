//! Engines come and go, fail and are called back in the middle of things, and go on working.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, Signal, Stage},
    support::{call, get, js, request, settled, stubbed, text},
};

/// Hands an engine to JavaScript as `globalThis.engine`, and `request`, which makes a promise of a call.
fn global(options: &str, observe: &str) {
    let observe: Function = js(observe).unchecked_into();
    let options = format!("{{ token: 'pit-canary', dangerouslyAllowBrowser: true, ...{options} }}");
    crate::support::know_users();
    let engine = ghl_users::bindings::Engine::new(&js(&options), Some(observe)).unwrap();
    Reflect::set(&js_sys::global(), &"engine".into(), &engine.into()).unwrap();
    js(
        "globalThis.request = (engine, operation, input, options) => new Promise((resolve, reject) => {
            const done = (data, response, attempts) => resolve({ data, response, attempts });
            engine.request(operation, input, options, done, reject);
        })",
    );
}

#[wasm_bindgen_test]
async fn an_engine_works_after_every_failure() {
    let clock = Clock::stop();
    let failures = [
        "() => { throw undefined }",
        "() => Promise.reject(null)",
        "() => undefined",
        "() => ({ status: 200, headers: new Headers(), text: async () => '{' })",
        "() => ({ status: 200, headers: { get() { throw 1 } }, text: () => { throw 1 } })",
        "() => new Proxy({}, { get() { throw new Error('trap') } })",
        "() => Object.create(null)",
        "() => ({ then() { throw new Error('no promise') } })",
        "() => ({ get status() { throw 1 }, headers: new Headers(), text() {} })",
        "{ status: 401, body: { message: 'Invalid JWT' } }",
        "{ status: 500, body: '<h1>' }",
        "{ status: 302 }",
        "{ status: 0 }",
        "{ status: 999 }",
        "{ status: 200, body: [] }",
    ];
    let script = format!("[{}, {{}}]", failures.join(","));
    let stage = Stage::new("{ maxRetries: 0 }", &script);
    for failure in failures {
        assert!(clock.settle(stage.get("{}")).await.is_err(), "{failure}");
    }
    clock.settle(stage.get("{}")).await.expect("an answer");
    assert_eq!(
        (clock.timers(), stage.sent()),
        (0.0, failures.len() as u32 + 1)
    );
    assert_eq!(get(&stage.engine.rate_limit(), "waiting"), 0);
}

#[wasm_bindgen_test]
async fn many_engines_keep_apart() {
    let engines: Vec<_> = (0..200)
        .map(|n| {
            stubbed(&format!(
                "return new Response(JSON.stringify({{ id: '{n}' }}))"
            ))
        })
        .collect();
    let calls: Array = engines
        .iter()
        .map(|engine| {
            request(
                engine,
                &"users.get".into(),
                &js("{ userId: 'u' }"),
                &JsValue::UNDEFINED,
            )
        })
        .collect();
    drop(engines);
    let answers = Array::from(&settled(Promise::all(&calls)).await.unwrap());
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(text(&get(&answer, "data"), "id"), n.to_string());
    }
}

#[wasm_bindgen_test]
async fn one_that_is_told_may_call_back() {
    let clock = Clock::stop();
    js("globalThis.told = []");
    global(
        "{ rateLimit: { requests: 2, perMs: 1000 },
           fetch: () => { told.push('fetch'); return { status: 200, headers: new Headers(), text: async () => '{}' } } }",
        "({ type }) => {
            told.push(type, engine.rateLimit().remaining);
            if (told.length < 8) request(engine, 'users.get', { userId: 'u' }).catch(() => {});
        }",
    );
    let call = js("request(engine, 'users.get', { userId: 'u' })");
    clock.settle(call).await.expect("an answer");
    clock.pass(60_000.0).await;
    assert_eq!(get(&js("engine.rateLimit()"), "waiting"), 0);
    assert_eq!(clock.timers(), 0.0);
    js("engine.free()");
}

#[wasm_bindgen_test]
async fn one_that_is_told_may_free_the_engine() {
    let clock = Clock::stop();
    let script = "{ fetch: () => ({ status: 503, headers: new Headers(), text: async () => '' }) }";
    for event in ["request", "response", "retry"] {
        global(
            script,
            &format!(
                "({{ type }}) => {{ if (type === '{event}' && engine) {{ engine.free(); engine = undefined }} }}"
            ),
        );
        let call = js("request(engine, 'users.get', { userId: 'u' })");
        let failure = clock.settle(call).await.expect_err("503");
        assert_eq!(text(&failure, "code"), "server", "{event}");
        assert_eq!(get(&failure, "attempts"), 3);
    }
}

#[wasm_bindgen_test]
async fn one_that_is_told_may_abort_the_call() {
    let clock = Clock::stop();
    let script = "{ rateLimit: { requests: 1, perMs: 1000 }, fetch: () => ({ status: 503, headers: new Headers(), text: async () => '' }) }";
    for event in ["request", "response", "retry", "rateLimit"] {
        js("globalThis.controller = new AbortController()");
        global(
            script,
            &format!("({{ type }}) => {{ if (type === '{event}') controller.abort('told') }}"),
        );
        let call =
            js("request(engine, 'users.get', { userId: 'u' }, { signal: controller.signal })");
        let failure = clock.settle(call).await.expect_err("aborted");
        assert_eq!(text(&failure, "code"), "aborted", "{event}");
        assert_eq!(get(&failure, "cause"), "told");
        assert_eq!(clock.timers(), 0.0);
    }
}

#[wasm_bindgen_test]
async fn an_abort_in_the_middle_of_a_step_does_not_wait_for_the_next() {
    let clock = Clock::stop();
    js("globalThis.controller = new AbortController()");
    global(
        "{ fetch: () => new Promise(() => {}) }",
        "({ type }) => { if (type === 'request') controller.abort('told') }",
    );
    let before = clock.now();
    let call = js("request(engine, 'users.get', { userId: 'u' }, { signal: controller.signal })");
    let failure = clock.settle(call).await.expect_err("aborted");
    assert_eq!(text(&failure, "code"), "aborted");
    assert_eq!((clock.now(), clock.timers()), (before, 0.0));
}

#[wasm_bindgen_test]
async fn time_that_runs_out_in_the_middle_of_a_step_is_not_forgotten() {
    let clock = Clock::stop();
    js("globalThis.controller = new AbortController()");
    js("globalThis.fired = ((set) => {
            const callbacks = [];
            globalThis.setTimeout = (callback, ms) => { callbacks.push(callback); return set(callback, ms) };
            return callbacks;
        })(setTimeout)");
    global(
        "{ fetch: () => new Promise(() => {}) }",
        "({ type }) => {
            if (type !== 'request') return;
            for (const callback of fired) callback();
            controller.signal.dispatchEvent(new Event('abort'));
        }",
    );
    let call = js("request(engine, 'users.get', { userId: 'u' }, { signal: controller.signal })");
    let before = clock.now();
    let failure = clock.settle(call).await.expect_err("too late");
    assert_eq!(text(&failure, "code"), "timeout");
    assert_eq!((clock.now(), clock.timers()), (before, 0.0));
}

#[wasm_bindgen_test]
async fn one_that_is_told_may_throw() {
    let clock = Clock::stop();
    global(
        "{ fetch: () => ({ status: 200, headers: new Headers(), text: async () => '{}' }) }",
        "() => { throw new Error('mine') }",
    );
    clock
        .settle(js("request(engine, 'users.get', { userId: 'u' })"))
        .await
        .expect("an answer");
}

#[wasm_bindgen_test]
async fn what_is_not_an_operation_is_refused() {
    for operation in [
        js("'users.gat'"),
        js("''"),
        JsValue::UNDEFINED,
        JsValue::NULL,
        js("7"),
        js("Symbol()"),
    ] {
        let refused = settled(request(
            &stubbed("throw 1"),
            &operation,
            &js("{}"),
            &JsValue::UNDEFINED,
        ))
        .await;
        assert_eq!(
            text(&refused.expect_err("refused"), "code"),
            "unsupported_operation"
        );
    }
}

#[wasm_bindgen_test]
async fn options_that_cannot_be_read_are_refused() {
    let mut taken = Vec::new();
    for options in [
        "7",
        "new Proxy({}, { ownKeys() { throw 1 } })",
        "{ get signal() { throw 1 } }",
        "{ signal: null }",
        "{ signal: { aborted: false } }",
        "{ signal: { aborted: false, [Symbol.toStringTag]: 'AbortSignal' } }",
        "{ timeoutMs: 0 }",
        "{ maxRetries: -1 }",
        "{ timeoutMs: Infinity }",
        "{ timeoutMs: '5' }",
        "{ maxRetries: 1.5 }",
    ] {
        let pending = request(
            &stubbed("return new Response('{}')"),
            &"users.get".into(),
            &js("{ userId: 'u' }"),
            &js(options),
        );
        let code = settled(pending)
            .await
            .map_or_else(|failure| text(&failure, "code"), |_| "accepted".to_owned());
        if code != "invalid_input" {
            taken.push((options, code));
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
    let engine = stubbed("return new Response('{}')");
    assert!(call(&engine, "users.get", "{ userId: 'u' }").await.is_ok());
}

#[wasm_bindgen_test]
async fn what_comes_after_the_end_is_not_left_unhandled() {
    let clock = Clock::stop();
    js("(globalThis.unhandled = [], globalThis.late = [],
        globalThis.note = (event) => unhandled.push(event.reason ?? event),
        globalThis.process?.on ? process.on('unhandledRejection', note) : addEventListener('unhandledrejection', note))");
    for (options, script) in [
        (
            "{ token: () => new Promise((_, fail) => late.push(fail)) }",
            "[]",
        ),
        ("{}", "[() => new Promise((_, fail) => late.push(fail))]"),
        (
            "{}",
            "[() => new Response(new ReadableStream({ start: (it) => late.push((why) => it.error(why)), cancel: () => Promise.reject('no') }))]",
        ),
        (
            "{}",
            "[() => ({ status: 200, headers: new Headers(), text: () => new Promise((_, fail) => late.push(fail)) })]",
        ),
    ] {
        let (stage, signal) = (Stage::new(options, script), Signal::new());
        let call = stage.get_with(&signal);
        clock.pass(5.0).await;
        signal.abort("");
        clock.settle(call).await.expect_err("aborted");
        js("late.splice(0).forEach((fail) => { try { fail(new Error('late')) } catch {} })");
        clock.pass(5.0).await;
    }
    js(
        "globalThis.process?.off ? process.off('unhandledRejection', note) : removeEventListener('unhandledrejection', note)",
    );
    assert_eq!(js("unhandled.length"), 0);
}
