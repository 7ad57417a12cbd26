//! What a caller can replace may be, give and throw any value: the call ends, nothing is left behind, the engine goes on.

use ghl_users::bindings::Engine;
use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, method},
    support::{get, js, request, settled, text},
};

/// How a call may end for which something odd was given: also well, or with an answer that has no user.
const ENDS: &[&str] = &[
    "",
    "nothing",
    "network",
    "unexpected_response",
    "unexpected_redirect",
    "invalid_config",
    "invalid_input",
    "rate_limited",
    "server",
    "timeout",
    "aborted",
];

/// How long a call takes at most, in milliseconds.
const TIMEOUT_MS: f64 = 30_000.0;

/// Waits for the end of a call, as long as there is something to do; then for its time to be up. Returns the code of its
/// failure, an empty one if there is none, `nothing` if the answer has no id, or `hangs`.
async fn end(clock: &Clock, call: Promise) -> String {
    // A promise that is never settled is lost here, and an end that came is taken down.
    let ended = Object::new();
    let take = Function::new_with_args(
        "ended, call",
        "call.then((answer) => { ended.code = answer.data?.id === undefined ? 'nothing' : '' }, ({ code }) => { ended.code = code })",
    );
    take.call2(&JsValue::UNDEFINED, &ended, &call).unwrap();
    for wait in [0.0, 0.0, 0.0, TIMEOUT_MS, 0.0] {
        clock.pass(wait).await;
        if let Some(code) = get(&ended, "code").as_string() {
            return code;
        }
    }
    "hangs".to_owned()
}

#[wasm_bindgen_test]
async fn any_value_in_any_place_twice_leaves_an_engine_that_works() {
    let clock = Clock::stop();
    let table = js(include_str!("any_value.js").trim());
    let list = |what: &str| {
        let list = Object::entries(&method(&table, what, &[]).unchecked_into());
        let pair = |pair: JsValue| pair.unchecked_into::<Array>();
        list.iter().map(pair).collect::<Vec<_>>()
    };
    let broken: Function = method(&table, "watch", &[]).unchecked_into();
    let mut wrong = Vec::new();
    for seat in list("seats") {
        let (name, seat) = (seat.get(0), seat.get(1));
        let world = method(&table, "world", &[]);
        let observe = get(&world, "observe").unchecked_into();
        let engine = Engine::new(&get(&world, "options"), Some(observe)).unwrap();
        let call = |seat: &JsValue, value: JsValue| {
            let options = method(&world, "sit", &[seat.clone(), value]);
            request(
                &engine,
                &"users.get".into(),
                &js("{ userId: 'u' }"),
                &options,
            )
        };
        for value in list("values") {
            let (kind, value) = (value.get(0), value.get(1));
            for _ in 0..2 {
                let code = end(&clock, call(&seat, value.clone())).await;
                if !ENDS.contains(&code.as_str()) {
                    wrong.push(format!("{name:?}: {kind:?}: {code}"));
                }
            }
            let good = end(&clock, call(&JsValue::UNDEFINED, JsValue::UNDEFINED)).await;
            if !good.is_empty() {
                wrong.push(format!("after {name:?}: {kind:?}: {good}"));
            }
            if clock.timers() > 0.0 {
                wrong.push(format!("{name:?}: {kind:?}: a timer is left"));
                clock.pass(10.0 * TIMEOUT_MS).await;
            }
        }
    }
    let broken = broken.call0(&JsValue::UNDEFINED).unwrap();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(broken, 0, "a promise is broken that nobody looks at");
}

#[wasm_bindgen_test]
async fn what_a_stand_in_is_right_in_is_taken_however_the_rest_is() {
    for (members, id) in [
        ("status: 200.5", "u"),
        (
            "headers: new Map([['x-ratelimit-remaining', 99], ['x-ratelimit-max', {}]])",
            "u",
        ),
        ("headers: { get: () => { throw 'no' } }", "u"),
    ] {
        let world = method(&js(include_str!("any_value.js").trim()), "world", &[]);
        let engine = Engine::new(&get(&world, "options"), None).unwrap();
        let seat = js(&format!(
            "() => ({{ fetch: () => ({{ status: 200, headers: new Headers(), text: () => '{{\"id\":\"u\"}}', {members} }}) }})"
        ));
        for _ in 0..3 {
            let options = method(&world, "sit", &[seat.clone(), JsValue::UNDEFINED]);
            let call = request(
                &engine,
                &"users.get".into(),
                &js("{ userId: 'u' }"),
                &options,
            );
            let answer = settled(call).await.unwrap();
            assert_eq!(text(&get(&answer, "data"), "id"), id, "{members}");
        }
    }
}
