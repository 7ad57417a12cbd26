//! Nothing secret is seen of a failure, whatever the server, `fetch` or the caller puts into it.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::{Clock, Stage},
    support::{get, js, text},
};

/// The secrets of these tests: a token that looks like none, and a password with all that is written in several ways.
const TOKEN: &str = "canary.token-1";
const PASSWORD: &str = r#"canary/"pä&ss<1\2"#;

/// Says what a console, `JSON.stringify` or `String` would show of a value, at any depth.
const EVERYTHING: &str = "(value) => {
    const seen = new Set();
    const shown = [];
    const look = (value) => {
        if (typeof value === 'string' || typeof value === 'symbol') return void shown.push(String(value));
        if (value === null || !['object', 'function'].includes(typeof value) || seen.has(value)) return;
        seen.add(value);
        for (const read of [() => String(value), () => JSON.stringify(value), () => value.name, () => value.message, () => value.stack]) {
            try { shown.push(String(read())) } catch {}
        }
        let keys = [];
        try { keys = Reflect.ownKeys(value) } catch {}
        for (const key of keys) {
            shown.push(String(key));
            try { look(value[key]) } catch {}
        }
        try { if (!Array.isArray(value) && typeof value.entries === 'function') for (const entry of value.entries()) look(entry) } catch {}
    };
    look(value);
    return shown.join('\\n');
}";

/// Returns all that can be seen of a value.
pub fn everything(value: &JsValue) -> String {
    let look: js_sys::Function = wasm_bindgen::JsCast::unchecked_into(js(EVERYTHING));
    look.call1(&JsValue::UNDEFINED, value)
        .unwrap()
        .as_string()
        .unwrap()
}

/// Makes a call with both secrets, and returns its failure.
pub async fn failure(script: &str) -> JsValue {
    let clock = Clock::stop();
    js(&format!(
        "Object.assign(globalThis, {{ TOKEN: {TOKEN:?}, PASSWORD: {PASSWORD:?} }})"
    ));
    let stage = Stage::new("{ token: TOKEN, maxRetries: 0 }", &format!("[{script}]"));
    let create = "{ companyId: 'c', firstName: 'Ann', lastName: 'Lee', email: 'ann@example.com', password: PASSWORD, type: 'account',
        role: 'user', locationIds: ['l'] }";
    clock
        .settle(stage.call("users.create", create, "{}"))
        .await
        .expect_err(script)
}

async fn shows_nothing(script: &str) -> JsValue {
    let failure = failure(script).await;
    let shown = everything(&failure);
    for part in ["canary", "token-1", "ss<1"] {
        assert!(!shown.contains(part), "{script} shows {part:?}: {shown}");
    }
    failure
}

#[wasm_bindgen_test]
async fn a_server_that_repeats_secrets_is_not_repeated() {
    for secret in ["TOKEN", "PASSWORD"] {
        for answer in [
            format!("{{ status: 400, body: {{ message: `no ${{{secret}}} no` }} }}"),
            format!("{{ status: 422, body: {{ message: ['a', {secret}] }} }}"),
            format!("{{ status: 422, body: {{ [{secret}]: {{ message: 'taken', rule: 'r' }} }} }}"),
            format!("{{ status: 400, body: {{ traceId: {secret} }} }}"),
            format!("{{ status: 400, body: {{ a: [{{ b: {secret} }}] }} }}"),
            format!("{{ status: 400, body: JSON.stringify({secret}) }}"),
            format!("{{ status: 500, body: `<pre>${{{secret}}}</pre>` }}"),
            format!("{{ status: 500, body: `<a href=\"?q=${{encodeURIComponent({secret})}}\">` }}"),
            format!("{{ status: 200, body: JSON.stringify({{ id: {secret} }}).slice(0, -1) }}"),
            format!("{{ status: 200, body: [{secret}] }}"),
        ] {
            let failure = shows_nothing(&answer).await;
            assert!(everything(&failure).contains("[redacted]"), "{answer}");
        }
        // What is no id is no trace id.
        let header = format!("'x-request-id': encodeURIComponent({secret})");
        shows_nothing(&format!("{{ status: 401, headers: {{ {header} }} }}")).await;
    }
}

#[wasm_bindgen_test]
async fn json_within_json_hides_nothing() {
    shows_nothing("{ status: 400, body: { message: `not valid: ${JSON.stringify({ password: PASSWORD })}` } }").await;
}

#[wasm_bindgen_test]
async fn a_page_that_escapes_hides_nothing() {
    shows_nothing("{ status: 500, body: PASSWORD.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\"/g, '&quot;') }").await;
}

#[wasm_bindgen_test]
async fn a_long_body_hides_nothing_at_its_cut() {
    for before in [4080, 4085, 4090, 65_530] {
        shows_nothing(&format!(
            "{{ status: 500, body: 'x'.repeat({before}) + TOKEN.repeat(3) }}"
        ))
        .await;
    }
    // So much of it is secret that what is left of 65,536 units is short.
    let long = "() => { TOKEN = 'canary.' + 'k'.repeat(1001); return { status: 500, headers: new Headers(), text: async () => '' } }";
    failure(long).await;
    let clock = Clock::stop();
    let stage = Stage::new(
        "{ token: TOKEN, maxRetries: 0 }",
        "[{ status: 500, body: TOKEN.repeat(100) }]",
    );
    let failure = clock.settle(stage.get("{}")).await.expect_err("500");
    assert!(
        !everything(&failure).contains("canary"),
        "a part of the secret is seen"
    );
}

#[wasm_bindgen_test]
async fn json_stays_json_and_long_bodies_are_cut_between_characters() {
    let body = get(
        &failure("{ status: 400, body: { sent: { password: PASSWORD }, n: 1 } }").await,
        "body",
    );
    assert_eq!(
        String::from(js_sys::JSON::stringify(&body).unwrap()),
        r#"{"sent":{"password":"[redacted]"},"n":1}"#
    );
    for (character, bytes) in [("'x'", 4096), ("'é'", 4096), ("'李'", 4095), ("'𝄞'", 4096)] {
        let body = text(
            &failure(&format!(
                "{{ status: 500, body: {character}.repeat(70000) }}"
            ))
            .await,
            "body",
        );
        assert_eq!(body.len(), bytes, "{character}");
        assert!(!body.contains('\u{fffd}'), "{character}");
    }
    let long = failure("{ status: 400, body: { a: 'x'.repeat(5000) } }").await;
    assert_eq!(text(&long, "body").len(), 4096);
    assert!(text(&long, "body").starts_with(r#"{"a":"xxx"#));
}

#[wasm_bindgen_test]
async fn a_body_whose_redaction_is_no_json_is_kept_as_text() {
    let clock = Clock::stop();
    let stage = Stage::new(
        "{ token: '12345', maxRetries: 0 }",
        "[{ status: 400, body: { id: 123456, why: 'no' } }]",
    );
    let failure = clock.settle(stage.get("{}")).await.expect_err("400");
    assert!(!everything(&failure).contains("12345"));
    assert!(everything(&get(&failure, "body")).contains("why"));
}

#[wasm_bindgen_test]
async fn what_is_put_in_the_wrong_place_is_not_shown() {
    let token = "pit-5a4db0c5-fa4e-4000-8a9e-00canary9f2c";
    let mut leaks = Vec::new();
    for options in [
        format!("{{ api: '{token}' }}"),
        format!("{{ token: 't', '{token}': 1 }}"),
        format!("{{ token: 't', baseUrl: '{token}' }}"),
        format!("{{ token: 'Bearer {token}' }}"),
        format!("{{ token: 't', validate: '{token}' }}"),
    ] {
        let refused = ghl_users::bindings::Engine::new(&js(&options), None)
            .err()
            .expect("refused");
        leaks.extend(
            everything(&refused)
                .contains("canary")
                .then(|| text(&refused, "message")),
        );
    }
    let stage = Stage::new("{}", "[{}]");
    for (operation, input) in [
        ("users.create", format!("{{ role: '{token}' }}")),
        ("users.get", format!("{{ '{token}': 1 }}")),
        (token, "{}".to_owned()),
    ] {
        let refused = crate::support::settled(stage.call(operation, &input, "{}"))
            .await
            .expect_err("refused");
        leaks.extend(
            everything(&refused)
                .contains("canary")
                .then(|| text(&refused, "message")),
        );
    }
    assert!(leaks.is_empty(), "tokens are seen in {leaks:#?}");
}
