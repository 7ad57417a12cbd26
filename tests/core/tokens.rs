//! Which token may be used, where, and when a new one is worth a try.

use ghl_users::{
    api,
    core::{
        answer::unauthorized::Unhelped,
        call::Call,
        config::{Config, Token},
        error::{Code, Error},
        model::{operation::Access, version::Api},
    },
};
use serde_json::{Value, json};

use crate::{
    answer::{NOW, operation},
    support::{Doc, TOKEN, config},
};

fn of_kind(api: Api, kind: &str) -> Config {
    config(json!({ "api": api.name(), "token": TOKEN, "tokenKind": kind })).unwrap()
}

#[test]
fn a_token_of_a_known_kind_makes_the_calls_that_its_kind_may_make_and_no_others() {
    for api in Api::ALL {
        let known = api::RESOURCES.iter().flat_map(|rows| rows.iter());
        for row in known.filter(|row| row.access(api).is_some()) {
            for (kind, access) in [("agency", Access::Agency), ("location", Access::Location)] {
                let needed = row.access(api).unwrap();
                let allowed = needed == access || needed == Access::Either;
                let checked = of_kind(api, kind).check_access(row);
                assert_eq!(checked.is_ok(), allowed, "{} {kind} {}", row.id, api.name());
            }
            let unknown = config(json!({ "api": api.name(), "token": TOKEN })).unwrap();
            assert!(unknown.check_access(row).is_ok());
        }
    }
    let error = of_kind(Api::V2, "location").check_access(operation("users.filterByEmail"));
    let error = error.unwrap_err();
    assert_eq!(error.code, Code::InsufficientScope);
    assert_eq!(
        error.message,
        "users.filterByEmail: it takes the token of an agency, but the client has one of a location (\"tokenKind\")"
    );
}

#[test]
fn a_token_is_replaced_by_a_token_and_nothing_else() {
    let config = of_kind(Api::V2, "agency");
    let replaced = |token: Value| config.new_token(&Doc::Json(token));
    assert!(matches!(replaced(json!("next")), Ok(Token::Fixed(_))));
    assert!(matches!(
        config.new_token(&Doc::Function),
        Ok(Token::Provided)
    ));
    for wrong in [
        json!(7),
        json!(null),
        json!({}),
        json!(""),
        json!("Bearer x"),
        json!("a b"),
    ] {
        let error = replaced(wrong.clone()).err().unwrap();
        assert_eq!(error.code, Code::InvalidConfig, "{wrong}");
        assert!(error.message.starts_with("\"token\" "), "{}", error.message);
    }
}

#[test]
fn a_page_gets_no_token_later_that_it_may_not_have_from_the_start() {
    let in_page = |options: Value| Config::new(&Doc::Json(options), true).unwrap();
    let next = Doc::Json(json!("next"));
    let own = json!({ "baseUrl": "https://services.leadconnectorhq.com" });
    let error = in_page(own).new_token(&next).err().unwrap();
    assert!(error.message.contains("dangerouslyAllowBrowser"));
    for allowed in [
        json!({ "baseUrl": "https://gateway.example" }),
        json!({ "baseUrl": "https://services.leadconnectorhq.com", "dangerouslyAllowBrowser": true }),
    ] {
        assert!(in_page(allowed).new_token(&next).is_ok());
    }
}

#[test]
fn a_call_gets_one_new_token_and_only_for_an_invalid_one() {
    let mut unhelped = Unhelped::default();
    let config = of_kind(Api::V2, "agency");
    let mut call = Call::begin(operation("users.create"), 0, &config, config.allowance, NOW);
    let error = |code| *Error::new(code, None, "", &[]);
    for other in [
        Code::InsufficientScope,
        Code::Forbidden,
        Code::Network,
        Code::RateLimited,
    ] {
        assert!(!call.needs_new_token(&mut error(other), true, &mut unhelped));
    }
    for first in [true, false] {
        let needs = call.needs_new_token(&mut error(Code::InvalidToken), true, &mut unhelped);
        assert_eq!(needs, first);
    }
}
