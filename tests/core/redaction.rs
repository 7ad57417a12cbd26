//! What is secret is taken out of a text, and nothing else is.

use ghl_users::core::{
    call::request::Request, model::version::Api, redaction::Redaction, secret::Secret,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use crate::support::{TOKEN, build, cases};

const MARK: &str = "[redacted]";

fn of(secrets: &[&str]) -> Redaction {
    let mut redaction = Redaction::default();
    secrets.iter().for_each(|secret| redaction.add(secret));
    redaction
}

fn clean(redaction: &Redaction, text: &str) -> String {
    redaction.apply(text).unwrap_or_else(|| text.to_owned())
}

/// A text as `JSON.stringify` writes it.
fn in_json(text: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap();
    quoted[1..quoted.len() - 1].to_owned()
}

/// A text as a form or a query has it.
fn in_form(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect()
}

/// A text as `encodeURIComponent` writes it.
fn in_url(text: &str) -> String {
    let kept = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(byte);
    let parts = text.bytes().map(|byte| match kept(&byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    parts.collect()
}

/// Requests that carry secrets: the token, and a password.
fn created(password: &str) -> Request {
    let user = json!({
        "companyId": "c", "firstName": "A", "lastName": "B", "email": "a@b.example", "password": password,
        "type": "account", "role": "user", "locationIds": ["l"],
    });
    build(Api::V2, "users.create", user).unwrap()
}

#[test]
fn a_text_without_secrets_is_left_alone() {
    let redaction = of(&["hunter2"]);
    for text in ["", "hunter", "HUNTER2", "The user was not found", "💥"] {
        assert_eq!(redaction.apply(text), None);
    }
    assert_eq!(Redaction::default().apply("hunter2"), None);
}

#[test]
fn what_is_called_a_secret_goes_with_its_value_and_nothing_else_does() {
    let mut wary = Redaction::default();
    wary.be_wary();
    let shown = |text: &str| wary.apply_to_thrown(text);
    for text in ["the request got no answer", "the key", "keys", "token", ""] {
        assert_eq!(shown(text), None, "{text}");
    }
    for (text, clean) in [
        ("no client_secret=abc&x here", "no client_[redacted] here"),
        ("key=\"a b c\" is wrong", "[redacted] is wrong"),
        ("key: abc", "[redacted]"),
        ("Authorization: Bearer abc def", "[redacted] def"),
        ("tokens: [\"a\"] and b", "[redacted] and b"),
        ("secret = 'a b' c", "[redacted] c"),
    ] {
        assert_eq!(shown(text).as_deref(), Some(clean), "{text}");
    }
    let known = of(&["hunter2"]);
    assert_eq!(known.apply_to_thrown("key=abc"), None);
    assert_eq!(
        known.apply_to_thrown("a hunter2 b").as_deref(),
        Some("a [redacted] b")
    );
}

#[test]
fn every_occurrence_is_taken_out() {
    let redaction = of(&["hunter2"]);
    assert_eq!(
        clean(&redaction, "hunter2, hunter2hunter2; ünhunter2ü"),
        "[redacted], [redacted][redacted]; ün[redacted]ü"
    );
}

#[test]
fn the_longest_secret_goes_first() {
    for secrets in [["pass", "password1"], ["password1", "pass"]] {
        let text = clean(&of(&secrets), "password1 pass");
        assert_eq!(text, "[redacted] [redacted]");
    }
}

#[test]
fn a_secret_is_found_as_json_and_as_a_url_write_it() {
    for secret in [
        "a\"b\\c/d",
        "p&ss w=rd?",
        "grüße",
        "p%40ss",
        "tab\there",
        "line\nfeed",
        "\u{8}\u{c}bell",
    ] {
        let redaction = of(&[secret]);
        for written in [secret.to_owned(), in_json(secret), in_url(secret)] {
            let text = clean(&redaction, &format!("<{written}>"));
            assert_eq!(text, "<[redacted]>", "{written}");
        }
    }
}

#[test]
fn a_secret_is_found_however_a_server_or_a_gateway_escapes_it() {
    let secret = "a&b<\"c d'é";
    for written in [
        "a&amp;b&lt;&quot;c d&#39;é",
        "a&amp;b&lt;&#34;c d&#x27;é",
        "a%26b%3c%22c%20d%27%c3%a9",
        "a%26b%3C%22c+d'%C3%A9",
        "a&b<\\\"c d'é",
        "a&b<\\\\\\\"c d'é",
    ] {
        let text = clean(&of(&[secret]), &format!("<{written}>"));
        assert_eq!(text, "<[redacted]>", "{written}");
    }
}

#[test]
fn a_very_short_secret_takes_no_words_with_it() {
    assert_eq!(of(&["a", "is", "the"]).apply("this is the end"), None);
    assert_eq!(of(&[""]).apply("anything"), None);
}

#[test]
fn what_looks_like_a_credential_is_taken_out_though_nobody_knows_it() {
    let none = Redaction::default();
    let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123";
    for credential in [TOKEN, jwt] {
        assert_eq!(
            clean(&none, &format!("Bearer {credential}, sent")),
            "Bearer [redacted], sent"
        );
        assert_eq!(clean(&none, &format!("\"{credential}\"")), "\"[redacted]\"");
        assert_eq!(clean(&none, credential), MARK);
    }
    for word in [
        "pit-stop",
        "eyJ",
        "cockpit-of-an-airplane-that-flies",
        "pit-short-123",
    ] {
        assert_eq!(none.apply(word), None, "{word}");
    }
}

#[test]
fn a_request_knows_its_token_and_its_password() {
    let request = created("correct horse");
    let echo = format!("{} {}", request.body.unwrap(), request.headers[3].1);
    assert!(echo.contains("correct horse") && echo.contains(TOKEN));
    let text = clean(&request.secrets, &echo);
    assert!(
        !text.contains("correct horse") && !text.contains("pit-"),
        "{text}"
    );
    assert!(text.contains("a@b.example"), "nothing else is secret");
}

#[test]
fn a_token_that_was_replaced_stays_secret() {
    let mut request = created("correct horse");
    for token in ["first-token", "second-token"] {
        request.authorize(&Secret::new(token.to_owned()).unwrap());
    }
    let text = clean(&request.secrets, "first-token second-token");
    assert_eq!(text, "[redacted] [redacted]");
}

/// A secret of at least eight bytes that no part of `[redacted]` or of the words around it could be taken for. It does not end
/// in backslashes, which count as nothing and stay.
fn secret() -> impl Strategy<Value = String> {
    "(?s)[A-Z0-9 \\x00-\\x1f\"\\\\/%&+=<>äß€😀'!~*()]{8,24}[A-Z0-9\"/€]"
}

fn words() -> impl Strategy<Value = String> {
    "(?s)[a-z .,:;ü😀\u{2028}]{0,12}"
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn no_form_of_a_secret_survives_and_everything_else_does(
        secrets in prop::collection::vec(secret(), 1..3),
        parts in prop::collection::vec((words(), 0..3usize, 0..2usize), 0..6),
    ) {
        let redaction = of(&secrets.iter().map(String::as_str).collect::<Vec<_>>());
        let (mut text, mut expected) = (String::new(), String::new());
        for (words, form, which) in &parts {
            let secret = &secrets[which % secrets.len()];
            let written = [secret.clone(), in_json(secret), in_url(secret)];
            text += &format!("{words}|{}|", written[*form]);
            expected += &format!("{words}|{MARK}|");
        }
        let clean = clean(&redaction, &text);
        for secret in &secrets {
            for form in [secret.clone(), in_json(secret), in_url(secret)] {
                prop_assert!(!clean.contains(&form), "{form:?} in {clean:?}");
            }
        }
        // One secret may contain a part of another, of which then more is taken than was put in.
        if secrets.len() == 1 {
            prop_assert_eq!(clean, expected);
        }
    }

    #[test]
    fn a_password_that_a_server_echoes_as_json_is_not_shown(password in secret()) {
        let request = created(&password);
        let echo: Value = serde_json::from_str(&request.body.unwrap()).unwrap();
        let body = json!({ "message": "bad", "received": echo }).to_string();
        let clean = clean(&request.secrets, &body);
        let parsed: Value = serde_json::from_str(&clean).unwrap();
        prop_assert_eq!(&parsed["received"]["password"], MARK);
        prop_assert_eq!(&parsed["received"]["email"], "a@b.example");
    }

    #[test]
    fn a_secret_in_a_form_is_taken_out(secret in secret()) {
        let text = format!("password={}&x=1", in_form(&secret));
        prop_assert_eq!(clean(&of(&[&secret]), &text), "password=[redacted]&x=1");
    }

    #[test]
    fn any_text_loses_its_secrets_and_nothing_else(
        secret in "(?s)[^\\[\\]]{4,12}",
        parts in prop::collection::vec(("(?s)[^\\[]{0,8}", any::<bool>()), 0..6),
    ) {
        let mut secrets = Redaction::default();
        secrets.add(&secret);
        let mut text = String::new();
        for (words, is_told) in &parts {
            text += words;
            text += if *is_told { &secret } else { "" };
        }
        match secrets.apply(&text) {
            None => prop_assert!(!text.contains(&secret)),
            Some(clean) => {
                prop_assert!(!clean.contains(&secret), "{clean:?}");
                let kept: usize = clean.split("[redacted]").map(str::len).sum();
                let mut rest = text.as_str();
                for part in clean.split("[redacted]") {
                    let (_, after) = rest.split_once(part).expect("in its order");
                    rest = after;
                }
                prop_assert!(kept < text.len());
            }
        }
    }
}
