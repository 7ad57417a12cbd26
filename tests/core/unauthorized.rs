//! What a 401 is about, and whether a new token may mend it.

use ghl_users::core::{
    answer::unauthorized::{self, Unhelped},
    call::Call,
    error::{Code, Error},
};
use serde_json::{Value, json};

use crate::{
    answer::{Answer, NOW, operation},
    support::config,
};

/// The forms of a 401, and what is right: a fixture that the package's other half has to agree with.
fn forms() -> Vec<(String, Option<String>)> {
    let text = include_str!("../fixtures/unauthorized.json");
    let rows: Vec<Value> = serde_json::from_str(text).unwrap();
    let word = |value: &Value| value.as_str().map(str::to_owned);
    rows.iter()
        .map(|row| (word(&row[0]).unwrap(), word(&row[1])))
        .collect()
}

fn call() -> Call {
    let config = config(json!({ "token": "first-token" })).unwrap();
    Call::begin(operation("users.get"), 0, &config, config.allowance, NOW)
}

fn refused(words: &str) -> Error {
    Answer::json(401, json!({ "statusCode": 401, "message": words })).error("users.get")
}

/// What comes of a call whose tokens, each a new one, meet these words one after the other: how many are asked for, and
/// with which code it ends.
fn ended(words: &[&str], unhelped: &mut Unhelped) -> (usize, Code) {
    let mut call = call();
    for (renewals, said) in words.iter().enumerate() {
        let mut error = refused(said);
        if !call.needs_new_token(&mut error, true, unhelped) {
            return (renewals, error.code);
        }
    }
    panic!("a call asks for one new token at most");
}

#[test]
fn the_words_decide() {
    for (words, code) in forms() {
        let found = unauthorized::code(std::slice::from_ref(&words)).map(Code::as_str);
        assert_eq!(found, code.as_deref(), "{words}");
        let found = unauthorized::code(&[words.to_uppercase()]).map(Code::as_str);
        assert_eq!(found, code.as_deref(), "{words}");
        let shown = refused(&words).code.as_str();
        assert_eq!(shown, code.as_deref().unwrap_or("invalid_token"), "{words}");
    }
}

#[test]
fn nothing_at_all_speaks_of_the_token() {
    assert_eq!(unauthorized::code(&[]), Some(Code::InvalidToken));
    for silent in [
        json!({}),
        json!({ "msg": "Unauthorized" }),
        json!({ "error": "Unauthorized" }),
    ] {
        assert_eq!(Answer::json(401, silent).code(), "invalid_token");
    }
    assert_eq!(Answer::empty(401).code(), "invalid_token");
}

#[test]
fn words_about_the_token_renew_it_in_each_call_and_others_never() {
    let mut unhelped = Unhelped::default();
    for (words, code) in forms() {
        let about_token = match code.as_deref() {
            Some("invalid_token") => 1,
            Some(_) => 0,
            None => continue,
        };
        for _ in 0..3 {
            let (renewals, _) = ended(&[&words, &words], &mut unhelped);
            assert_eq!(renewals, about_token, "{words}");
        }
    }
}

#[test]
fn unknown_words_that_a_new_token_meets_again_cost_no_second_one() {
    let mut unhelped = Unhelped::default();
    let words = "Computer says no.";
    assert_eq!(ended(&[words, words], &mut unhelped), (1, Code::Forbidden));
    assert_eq!(ended(&[words], &mut unhelped), (0, Code::Forbidden));
    assert_eq!(ended(&["COMPUTER SAYS NO."], &mut unhelped).0, 0);
    assert_eq!(ended(&["Other words.", "Other words."], &mut unhelped).0, 1);
}

#[test]
fn unknown_words_with_ids_are_one_wording() {
    let mut unhelped = Unhelped::default();
    let (one, other) = (
        "Nope 5DP41231LkQsiKESj6rh today",
        "nope ve9EPM428h8vShlRW1KT today",
    );
    assert_eq!(ended(&[one, one], &mut unhelped).0, 1);
    assert_eq!(ended(&[other], &mut unhelped).0, 0);
}

#[test]
fn unknown_words_that_a_new_token_helps_against_renew_the_next_one_too() {
    let mut unhelped = Unhelped::default();
    for _ in 0..3 {
        let mut call = call();
        assert!(call.needs_new_token(&mut refused("Please sign in"), true, &mut unhelped));
        // What comes next is an answer, or a refusal in other words.
        let mut next = refused("This scope is missing");
        assert!(!call.needs_new_token(&mut next, true, &mut unhelped));
    }
}

#[test]
fn the_same_token_again_proves_nothing() {
    let mut unhelped = Unhelped::default();
    for _ in 0..2 {
        let mut call = call();
        assert!(call.needs_new_token(&mut refused("Please sign in"), true, &mut unhelped));
        let mut again = refused("Please sign in");
        assert!(!call.needs_new_token(&mut again, false, &mut unhelped));
        assert_eq!(again.code, Code::InvalidToken);
    }
}

#[test]
fn a_server_that_makes_up_words_fills_no_memory() {
    let mut unhelped = Unhelped::default();
    let word = |index: usize| {
        "abcdefghij"
            .chars()
            .map(|letter| letter.to_string().repeat(index % 7 + 1))
            .collect::<String>()
    };
    for index in 0..1000 {
        let said = [word(index), format!("{}x", "a".repeat(index))];
        unhelped.add(&said);
    }
    assert_eq!(size_of_val(&unhelped), size_of::<Vec<u32>>());
    let known =
        (0..1000).filter(|index| unhelped.has(&[word(*index), format!("{}x", "a".repeat(*index))]));
    assert_eq!(known.count(), 32);
}

#[test]
fn a_repeated_deletion_that_meets_an_unknown_user_as_a_401_has_succeeded() {
    let gone = Answer::json(
        401,
        json!({ "message": "The user does not exist.", "error": "Unauthorized", "statusCode": 401 }),
    );
    assert_eq!(gone.error("users.delete").code, Code::NotFound);
    assert!(gone.read_after(2, "users.delete").is_ok());
    for other in ["users.get", "users.update"] {
        assert_eq!(gone.read_after(2, other).unwrap_err().code, Code::NotFound);
    }
    let refused = Answer::json(401, json!({ "message": "Invalid JWT" }));
    assert_eq!(
        refused.read_after(2, "users.delete").unwrap_err().code,
        Code::InvalidToken
    );
}
