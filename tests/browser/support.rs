//! What the tests share.

use async_lock::{Mutex, MutexGuard};
use ghl_users::{api::users, bindings::Engine, core::model::pack};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A token of the sandbox, and what else its seed names. While it lives, no other test uses the sandbox.
pub struct Seed {
    /// The company's id.
    pub company: String,
    /// The id of a location.
    pub location: String,
    /// A token of the agency.
    pub agency: String,
    /// A token of a location.
    pub location_token: String,
    /// A v1 key of the agency.
    pub v1_agency: String,
    _turn: MutexGuard<'static, ()>,
}

/// Async tests run side by side, but share the sandbox.
static TURN: Mutex<()> = Mutex::new(());

/// Returns the URL of the sandbox, known when the tests are compiled.
pub fn sandbox() -> &'static str {
    option_env!("GHL_SANDBOX_URL")
        .unwrap_or_else(|| panic!("run the tests with `cargo xtask test browser`"))
}

/// Evaluates a JavaScript expression.
pub fn js(expression: &str) -> JsValue {
    js_sys::eval(&format!("({expression})")).expect("the expression is right")
}

/// Waits for a promise.
pub async fn settled(promise: impl Into<JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&promise.into())).await
}

/// Calls the sandbox's own controls and returns what it answers.
pub async fn control(method: &str, path: &str, body: &str) -> JsValue {
    let send = Function::new_with_args(
        "url, method, body",
        "return fetch(url, { method, body: body || undefined, headers: body ? { 'content-type': 'application/json' } : {} })
            .then((answer) => answer.text().then((text) => { if (!answer.ok) throw new Error(text); return text; })).then((text) => text ? JSON.parse(text) : null)",
    );
    let arguments = [
        format!("{}/__sandbox/{path}", sandbox()),
        method.to_owned(),
        body.to_owned(),
    ];
    let arguments: Array = arguments
        .iter()
        .map(|argument| JsValue::from_str(argument))
        .collect();
    settled(send.apply(&JsValue::UNDEFINED, &arguments).unwrap())
        .await
        .expect("the sandbox answers")
}

/// Starts the sandbox over, without a delay before deletions, and returns its seed.
pub async fn fresh() -> Seed {
    let turn = TURN.lock().await;
    control("POST", "reset", r#"{ "deleteAfterMs": 0 }"#).await;
    let seed = control("GET", "seed", "").await;
    let tokens = get(&seed, "tokens");
    Seed {
        company: text(&seed, "companyId"),
        location: text(
            &get(&seed, "locations").unchecked_into::<Array>().get(0),
            "id",
        ),
        agency: text(&tokens, "agency"),
        location_token: text(&tokens, "location"),
        v1_agency: text(&tokens, "v1Agency"),
        _turn: turn,
    }
}

/// Makes the sandbox's next answer a faulty one.
pub async fn fault(fault: &str) {
    control("POST", "fault", fault).await;
}

/// Makes an engine that calls the sandbox with the agency's token, each call once and at once.
pub fn engine(seed: &Seed) -> Engine {
    let options = js(&format!(
        "{{ token: '{}', companyId: '{}', baseUrl: '{}', maxRetries: 0, rateLimit: false }}",
        seed.agency,
        seed.company,
        sandbox()
    ));
    Engine::new(&options, None).expect("the options are right")
}

/// Makes an engine with a stand-in for `fetch`: the body of a function of `url` and `init`. It sends each call once.
pub fn stubbed(fetch: &str) -> Engine {
    let options = js(&format!(
        "{{ token: 'pit-canary', maxRetries: 0, dangerouslyAllowBrowser: true, fetch: (url, init) => {{ {fetch} }} }}"
    ));
    Engine::new(&options, None).expect("the options are right")
}

thread_local! {
    /// Does what JavaScript does once: names who hears of calls, and hands over the rows of users, the first with the number 0.
    static USERS: () = {
        let hear = Closure::<dyn Fn(f64, u32, JsValue)>::new(ghl_users::bindings::hear);
        ghl_users::bindings::listen(hear.into_js_value());
        let pack = pack::write(users::OPERATIONS).expect("they can be written");
        assert_eq!(ghl_users::bindings::learn(pack).as_f64(), Some(0.0));
    };
}

/// Makes sure that the engine knows the operations of users.
pub fn know_users() {
    USERS.with(|()| ());
}

/// Makes a call, as a promise of `{ data, response, attempts }`.
pub fn request(
    engine: &Engine,
    operation: &JsValue,
    input: &JsValue,
    options: &JsValue,
) -> Promise {
    know_users();
    let take = Function::new_with_args(
        "resolve",
        "return (data, response, attempts) => resolve({ data, response, attempts })",
    );
    Promise::new(&mut |resolve, reject| {
        let done = take.call1(&JsValue::UNDEFINED, &resolve).unwrap();
        engine.request(operation, input, options, done.unchecked_into(), reject);
    })
}

/// Makes a call and returns what it resolves to.
pub async fn call(engine: &Engine, operation: &str, input: &str) -> Result<JsValue, JsValue> {
    call_with(engine, operation, input, JsValue::UNDEFINED).await
}

/// Makes a call with options.
pub async fn call_with(
    engine: &Engine,
    operation: &str,
    input: &str,
    options: JsValue,
) -> Result<JsValue, JsValue> {
    settled(request(engine, &operation.into(), &js(input), &options)).await
}

/// Returns a member of an object.
pub fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

/// Returns a member of an object that is a string.
pub fn text(object: &JsValue, key: &str) -> String {
    get(object, key)
        .as_string()
        .unwrap_or_else(|| panic!("{key} is a string"))
}

/// Returns everything that an object shows of itself.
pub fn shown(value: &JsValue) -> String {
    let json = js_sys::JSON::stringify(value)
        .map(String::from)
        .unwrap_or_default();
    format!("{json} {value:?}")
}
