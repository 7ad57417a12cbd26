//! Whatever the body of an answer is, it is read as what it is, or refused cleanly.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    stage::Stage,
    support::{get, js, settled, text},
};

/// Reads one user from an answer, made by a JavaScript expression.
pub async fn read(options: &str, answer: &str) -> Result<JsValue, JsValue> {
    settled(stage(options, answer).get("{}")).await
}

/// Makes an engine whose `fetch` returns an answer, made by a JavaScript expression.
pub fn stage(options: &str, answer: &str) -> Stage {
    Stage::new(
        &format!("{{ maxRetries: 0, ...{options} }}"),
        &format!("[() => {answer}]"),
    )
}

/// Returns a `Response` whose body comes in these parts, each a string or a list of bytes.
fn in_parts(parts: &str) -> String {
    format!(
        "new Response(new ReadableStream({{ start(it) {{
            for (const part of {parts}) it.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part));
            it.close();
        }} }}))"
    )
}

#[wasm_bindgen_test]
async fn characters_may_be_split_anywhere() {
    let name = "Zoë 李 👩‍🚀 𝄞";
    for size in 1..6 {
        let split = format!(
            "(() => {{ const bytes = [...new TextEncoder().encode('{{\"id\":\"{name}\"}}')]; const parts = [];
               while (bytes.length) parts.push(bytes.splice(0, {size})); return parts }})()"
        );
        let answer = read("{}", &in_parts(&split)).await.unwrap();
        assert_eq!(text(&get(&answer, "data"), "id"), name, "{size}");
    }
}

#[wasm_bindgen_test]
async fn a_mark_at_the_beginning_is_no_part_of_the_text() {
    let answer = read("{}", &in_parts("[[0xef], [0xbb, 0xbf], '{\"id\":\"u\"}']"))
        .await
        .unwrap();
    assert_eq!(text(&get(&answer, "data"), "id"), "u");
}

#[wasm_bindgen_test]
async fn parts_without_bytes_change_nothing() {
    let answer = read("{}", &in_parts("['', '{\"id\":', '', '\"u\"}', '']"))
        .await
        .unwrap();
    assert_eq!(text(&get(&answer, "data"), "id"), "u");
}

#[wasm_bindgen_test]
async fn an_endless_body_is_given_up_and_cancelled() {
    js("globalThis.flow = { pulled: 0, cancelled: 0 }");
    let endless = "new Response(new ReadableStream({
        pull(it) { flow.pulled += 1; it.enqueue(new Uint8Array(1000).fill(32)) }, cancel() { flow.cancelled += 1 } }))";
    for status in [200, 503] {
        let answer = endless.replace("}))", &format!("}}), {{ status: {status} }})"));
        js("Object.assign(flow, { pulled: 0, cancelled: 0 })");
        let failure = read("{ maxResponseBytes: 10000 }", &answer)
            .await
            .expect_err("too long");
        assert_eq!(text(&failure, "code"), "unexpected_response");
        assert_eq!(
            text(&failure, "message"),
            "users.get: the answer has more bytes than \"maxResponseBytes\" allows"
        );
        settled(JsValue::UNDEFINED).await.unwrap();
        assert_eq!(js("flow.cancelled"), 1);
        // One that is too much, and what a runtime asks for in advance.
        assert!(js("flow.pulled").as_f64().unwrap() <= 13.0);
    }
}

#[wasm_bindgen_test]
async fn a_failure_behind_the_first_lines_keeps_the_status() {
    for broken in [
        "new Response(new ReadableStream({ start: (it) => it.error(new TypeError('cut')) }), { status: 503 })",
        "new Response('x'.repeat(20000), { status: 503 })",
    ] {
        let failure = read("{ maxResponseBytes: 10000 }", broken)
            .await
            .expect_err("failed");
        assert_eq!(get(&failure, "status"), 503, "{broken}");
    }
}

#[wasm_bindgen_test]
async fn the_limit_is_of_bytes_and_inclusive() {
    let ten = "new Response('{\"id\":\"é\"}')";
    assert!(read("{ maxResponseBytes: 11 }", ten).await.is_ok());
    assert!(read("{ maxResponseBytes: 10 }", ten).await.is_err());
    // A stand-in without a stream is judged when it has been read.
    let plain = "({ status: 200, headers: new Headers(), text: async () => '{\"id\":\"e\"}' })";
    assert!(read("{ maxResponseBytes: 10 }", plain).await.is_ok());
    let failure = read("{ maxResponseBytes: 9 }", plain)
        .await
        .expect_err("too long");
    assert_eq!(text(&failure, "code"), "unexpected_response");
}

#[wasm_bindgen_test]
async fn what_is_not_json_is_said_and_kept() {
    for (answer, message, body) in [
        (
            "new Response('<h1>Hi</h1>', { headers: { 'content-type': 'text/html' } })",
            "the answer is HTML (\"<h1>Hi</h1>\"), not HighLevel's JSON (status 200): check \"baseUrl\"",
            "<h1>Hi</h1>",
        ),
        (
            "new Response('\"Hi\"', { headers: { 'content-type': 'application/xml' } })",
            "the answer has the type application/xml: expected JSON",
            "Hi",
        ),
        (
            "new Response('{\"id\":', { headers: { 'content-type': 'application/json' } })",
            "the answer is broken JSON, not HighLevel's JSON (status 200): check \"baseUrl\"",
            "{\"id\":",
        ),
        (
            "new Response('7', { headers: { 'content-type': 'application/json' } })",
            "the answer is a number: expected an object",
            "",
        ),
        (
            "new Response('')",
            "the answer is empty: expected an object",
            "",
        ),
        (
            "new Response(null, { status: 204 })",
            "the answer is empty: expected an object",
            "",
        ),
    ] {
        let failure = read("{}", answer).await.expect_err("no user");
        assert_eq!(text(&failure, "code"), "unexpected_response");
        assert_eq!(
            text(&failure, "message"),
            format!("users.get: {message}"),
            "{answer}"
        );
        if !body.is_empty() {
            assert_eq!(get(&failure, "body"), body);
        }
    }
    for kind in [
        "application/json; charset=utf-8",
        "application/problem+json",
        "text/plain",
        "",
    ] {
        let answer = format!(
            "new Response('{{\"id\":\"u\"}}', {{ headers: {{ 'content-type': '{kind}' }} }})"
        );
        assert!(read("{}", &answer).await.is_ok(), "{kind}");
    }
}

#[wasm_bindgen_test]
async fn a_body_that_another_has_read_is_a_failure() {
    for taken in [
        "answer.body.getReader()",
        "answer.text()",
        "answer.body.cancel()",
    ] {
        let answer = format!(
            "(async () => {{ const answer = new Response('{{\"id\":\"u\"}}'); await {taken}; return answer }})()"
        );
        let failure = read("{}", &answer).await.expect_err("nothing is left");
        // Whether a stream that has been read is still locked depends on the runtime.
        let code = text(&failure, "code");
        assert!(
            ["network", "unexpected_response"].contains(&code.as_str()),
            "{taken}: {code}"
        );
    }
}
