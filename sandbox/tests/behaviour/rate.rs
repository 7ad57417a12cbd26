use ghl_users_sandbox::Config;
use ghl_users_sandbox::seed::{COMPANY_ID, LOCATION_TOKEN};
use serde_json::Value;

use crate::support::{Call, Reply, Sandbox};

fn call(sandbox: &mut Sandbox) -> Reply {
    sandbox.v2("GET /users/nobody", Value::Null)
}

fn limits(reply: &Reply) -> [u64; 5] {
    [
        "limit-daily",
        "daily-remaining",
        "interval-milliseconds",
        "max",
        "remaining",
    ]
    .map(|name| {
        reply
            .header(&format!("x-ratelimit-{name}"))
            .unwrap()
            .parse()
            .unwrap()
    })
}

#[test]
fn counts_down_in_the_window_of_the_clock() {
    let mut sandbox = Sandbox::new();
    assert_eq!(
        limits(&call(&mut sandbox)),
        [200_000, 199_999, 10_000, 100, 99]
    );
    sandbox.now_ms += 9_999;
    assert_eq!(
        limits(&call(&mut sandbox)),
        [200_000, 199_998, 10_000, 100, 98]
    );
    sandbox.now_ms += 1;
    assert_eq!(
        limits(&call(&mut sandbox)),
        [200_000, 199_997, 10_000, 100, 99]
    );
    sandbox.now_ms += 86_400_000;
    assert_eq!(
        limits(&call(&mut sandbox)),
        [200_000, 199_999, 10_000, 100, 99]
    );
}

#[test]
fn counts_each_token_for_itself_and_none_that_is_bad() {
    let mut sandbox = Sandbox::new();
    call(&mut sandbox);
    let search = format!("GET /users/search?companyId={COMPANY_ID}");
    let location = sandbox.send(Call::new(&search).version("v3").token(LOCATION_TOKEN));
    assert_eq!(limits(&location)[4], 99);
    let bad = sandbox.send(Call::new(&search).version("v3").token("bad"));
    assert_eq!(bad.header("x-ratelimit-remaining"), None);
}

#[test]
fn refuses_the_101st_call_only_when_told_to() {
    let mut lenient = Sandbox::new();
    let mut strict = Sandbox::with(Config {
        enforce_rate_limit: true,
        ..Config::default()
    });
    for _ in 0..100 {
        assert_eq!(
            (call(&mut lenient).status(), call(&mut strict).status()),
            (404, 404)
        );
    }
    assert_eq!(call(&mut lenient).status(), 404);
    let refused = call(&mut strict);
    assert_eq!((refused.status(), limits(&refused)[4]), (429, 0));
    strict.now_ms += 10_000;
    assert_eq!(call(&mut strict).status(), 404);
}
