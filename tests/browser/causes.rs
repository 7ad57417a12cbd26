//! What was thrown is kept as it is, unless it shows a secret.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    secrets::{everything, failure},
    support::{get, js},
};

#[wasm_bindgen_test]
async fn a_cause_that_shows_secrets_is_replaced() {
    let mut leaks = Vec::new();
    for cause in [
        "new Error(`failed: ${TOKEN}`)",
        "`failed: ${PASSWORD}`",
        "Object.assign(new Error('failed'), { config: { headers: { authorization: `Bearer ${TOKEN}` } } })",
        "new Error('failed', { cause: new Error('beneath', { cause: TOKEN }) })",
        "new AggregateError([new Error('a'), new Error(TOKEN)], 'failed')",
        "Object.assign(new Error('failed'), { headers: new Headers({ authorization: TOKEN }) })",
        "Object.assign(new Error('failed'), { request: new Request('http://h', { headers: { authorization: TOKEN } }) })",
        "Object.assign(new Error('failed'), { map: new Map([['t', TOKEN]]) })",
        "Object.assign(new Error('failed'), { [TOKEN]: 1 })",
        "Object.assign(new Error('failed'), { [Symbol(TOKEN)]: 1 })",
        "Object.assign(new Error('failed'), { hidden: Symbol(TOKEN) })",
        "Object.assign(new Error('failed'), { get: Object.assign(() => 1, { token: TOKEN }) })",
        "Object.defineProperty(new Error('failed'), 'hidden', { value: TOKEN })",
        "Object.assign(new Error('failed'), { get once() { throw new Error(TOKEN) } })",
        "Object.assign(Object.create({ toJSON: () => TOKEN }), { message: 'failed' })",
        "Object.assign(new Error('failed'), { toString: () => TOKEN })",
        "Object.assign(new Error('failed'), { boxed: new String(TOKEN) })",
        "Object.assign(new Error('failed'), { count: { [Symbol.toStringTag]: 'Number', token: TOKEN } })",
        "Object.assign(new Error('failed'), { deep: Array.from({ length: 600 }).reduce((deep) => ({ deep }), TOKEN) })",
        "new DOMException('failed', TOKEN)",
        "new DOMException(TOKEN, 'AbortError')",
        "new Proxy(new Error('failed'), { get: (error, key) => { throw new Error(TOKEN) }, ownKeys() { throw new Error(TOKEN) } })",
        "(() => { const error = new Error('failed'); error.self = error; error.token = TOKEN; return error })()",
        "(() => { let deep = { token: TOKEN }; for (let n = 0; n < 50; n += 1) deep = { deep }; return deep })()",
        "Object.assign(Array(100000).fill(0), { 99999: TOKEN })",
        "new TextEncoder().encode(TOKEN)",
    ] {
        for script in [
            format!("() => {{ throw {cause} }}"),
            format!(
                "() => ({{ status: 200, headers: new Headers(), text: () => Promise.reject({cause}) }})"
            ),
        ] {
            if everything(&failure(&script).await).contains("canary") {
                leaks.push(script);
            }
        }
    }
    assert!(leaks.is_empty(), "secrets are seen of {leaks:#?}");
}

#[wasm_bindgen_test]
async fn a_clean_cause_is_kept_as_it_is() {
    for cause in [
        "new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED', errno: -111 }) })",
        "new DOMException('The operation was aborted', 'AbortError')",
        "Object.assign(new Error('cyclic'), { list: [1, 'two', null, undefined, true, () => 1] })",
        "'words'",
        "null",
        "7",
        "(() => { const error = new Error('cyclic'); error.self = error; return error })()",
    ] {
        let failure = failure(&format!("() => {{ throw globalThis.thrown = {cause} }}")).await;
        assert_eq!(get(&failure, "cause"), js("thrown"), "{cause}");
    }
}

#[wasm_bindgen_test]
async fn a_reason_of_any_primitive_kind_is_kept() {
    for cause in ["10n", "Symbol('why')", "true", "''"] {
        let failure = failure(&format!("() => {{ throw globalThis.thrown = {cause} }}")).await;
        assert_eq!(get(&failure, "cause"), js("thrown"), "{cause}");
    }
}
