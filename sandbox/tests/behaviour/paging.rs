use std::collections::BTreeSet;

use ghl_users_sandbox::seed::{APP_ID, COMPANY_ID};
use ghl_users_sandbox::{Config, Counted, Paging};
use serde_json::{Value, json};

use crate::support::{Sandbox, all};

fn sandbox(most: usize, count: Counted) -> Sandbox {
    Sandbox::with(Config {
        paging: Paging {
            most: Some(most),
            count,
        },
        ..Config::default()
    })
}

#[test]
fn gives_no_more_a_page_than_it_is_told_whatever_is_asked_for() {
    let mut sandbox = sandbox(7, Counted::All);
    for (asked, given) in [("", 7), ("limit=3", 3), ("limit=7", 7), ("limit=500", 7)] {
        let page = sandbox.search(asked);
        let users = page["users"].as_array().unwrap();
        assert_eq!(
            (users.len(), &page["count"]),
            (given, &json!(120)),
            "{asked}"
        );
    }
    let mut ids = BTreeSet::new();
    for skip in (0..120).step_by(7) {
        let page = sandbox.search(&format!("skip={skip}&limit=100"));
        ids.extend(all(&page, "id").into_iter().map(str::to_owned));
    }
    assert_eq!(ids.len(), 120);
}

#[test]
fn counts_everyone_or_the_page_or_nothing() {
    for (count, first, last) in [
        (Counted::All, json!(120), json!(120)),
        (Counted::Page, json!(50), json!(20)),
        (Counted::None, Value::Null, Value::Null),
    ] {
        let mut sandbox = sandbox(50, count);
        let page = sandbox.search("limit=100");
        assert_eq!(page.get("count").is_some(), count != Counted::None);
        assert_eq!(page["count"], first);
        assert_eq!(sandbox.search("skip=100&limit=100")["count"], last);
    }
}

#[test]
fn cuts_the_other_lists_of_v2_in_the_same_way() {
    let mut sandbox = sandbox(1, Counted::Page);
    let emails = all(&sandbox.search("limit=1"), "email")
        .into_iter()
        .chain(["nobody@example.com"])
        .collect::<Vec<_>>()
        .join(",");
    let found = sandbox.v2(
        "POST /users/search/filter-by-email",
        json!({ "companyId": COMPANY_ID, "emails": emails, "limit": "10" }),
    );
    assert_eq!(found.json()["count"], 1);

    let tokens = sandbox.exchange(ghl_users_sandbox::seed::AGENCY_CODE);
    let line = format!("GET /oauth/installedLocations?companyId={COMPANY_ID}&appId={APP_ID}");
    let call = crate::support::Call::new(&line)
        .version("2021-07-28")
        .token(tokens["access_token"].as_str().unwrap());
    let page = sandbox.send(call).json();
    assert_eq!(page["locations"].as_array().unwrap().len(), 1);
    assert_eq!(page["count"], 1);
}

#[test]
fn is_told_by_a_reset() {
    let mut sandbox = Sandbox::new();
    for (told, given, count) in [
        (json!({ "most": 10, "count": "page" }), 10, json!(10)),
        (json!({ "count": "none" }), 100, Value::Null),
        (json!({}), 100, json!(120)),
    ] {
        sandbox.control("POST /__sandbox/reset", json!({ "paging": told }));
        let page = sandbox.search("limit=100");
        assert_eq!(page["users"].as_array().unwrap().len(), given);
        assert_eq!(page["count"], count);
    }
    for (told, named) in [
        (
            json!({ "most": 0 }),
            "paging.most is 0: expected 1 or more, or null",
        ),
        (json!({ "count": "true" }), "paging.count: unknown variant"),
    ] {
        let refused = sandbox.control("POST /__sandbox/reset", json!({ "paging": told }));
        let message = refused.json()["message"].as_str().unwrap().to_owned();
        assert!(message.contains(named), "{message}");
    }
}
