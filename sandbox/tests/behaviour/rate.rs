use ghl_users_sandbox::seed::{COMPANY_ID, LOCATION_TOKEN};
use ghl_users_sandbox::{Config, RateLimit, RetryAfter, Window};
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

/// A sandbox that takes three calls in a second.
fn narrow(window: Window, retry_after: RetryAfter) -> Sandbox {
    Sandbox::with(Config {
        enforce_rate_limit: true,
        rate_limit: RateLimit {
            requests: 3,
            per_ms: 1_000,
            window,
        },
        retry_after,
        ..Config::default()
    })
}

#[test]
fn slides_with_the_clock_when_told_to() {
    let mut sandbox = narrow(Window::Sliding, RetryAfter::Ms);
    let mut at = |ms: u64| {
        sandbox.now_ms = crate::support::NOW_MS + 500 + ms;
        let reply = call(&mut sandbox);
        let retry_ms = reply.header("retry-after-ms").map(str::to_owned);
        (reply.status(), limits(&reply)[4], retry_ms)
    };
    assert_eq!(at(0), (404, 2, None));
    // A window that is aligned with the clock would begin here.
    assert_eq!(at(500), (404, 1, None));
    assert_eq!(at(500), (404, 0, None));
    assert_eq!(at(999), (429, 0, Some("501".into())));
    // Refused calls count too: the first has left, and this is the fourth again.
    assert_eq!(at(1_499), (429, 0, Some("1".into())));
    assert_eq!(at(1_999), (404, 1, None));
}

#[test]
fn calls_count_for_nothing_once_the_clock_is_set_back_behind_them() {
    for window in [Window::Fixed, Window::Sliding] {
        let mut sandbox = narrow(window, RetryAfter::None);
        let statuses = |sandbox: &mut Sandbox| [(); 4].map(|()| call(sandbox).status());
        assert_eq!(statuses(&mut sandbox), [404, 404, 404, 429]);
        sandbox.now_ms -= 60_000;
        assert_eq!(statuses(&mut sandbox), [404, 404, 404, 429]);
    }
}

#[test]
fn says_in_every_form_when_to_come_back() {
    for (form, name, value) in [
        (RetryAfter::Seconds, "retry-after", "1"),
        (RetryAfter::Ms, "retry-after-ms", "700"),
        (
            RetryAfter::Date,
            "retry-after",
            "Sun, 22 Nov 2026 00:00:01 GMT",
        ),
    ] {
        let mut sandbox = narrow(Window::Fixed, form);
        sandbox.now_ms += 300;
        for _ in 0..3 {
            assert_eq!(call(&mut sandbox).header(name), None);
        }
        let refused = call(&mut sandbox);
        assert_eq!((refused.status(), refused.header(name)), (429, Some(value)));
    }
}

#[test]
fn refuses_calls_beyond_the_day_until_midnight() {
    let mut sandbox = Sandbox::with(Config {
        enforce_rate_limit: true,
        daily_limit: 2,
        retry_after: RetryAfter::Seconds,
        ..Config::default()
    });
    let left: Vec<u64> = (0..2).map(|_| limits(&call(&mut sandbox))[1]).collect();
    assert_eq!(left, [1, 0]);
    let refused = call(&mut sandbox);
    assert_eq!(
        (refused.status(), refused.header("retry-after")),
        (429, Some("86400"))
    );
    sandbox.now_ms += 86_400_000;
    assert_eq!(call(&mut sandbox).status(), 404);
}
