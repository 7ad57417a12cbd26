use ghl_users_sandbox::command;
use serde_json::{Value, json};

use crate::support::Sandbox;

fn told(sandbox: &mut Sandbox, name: &str, input: Value) -> Result<Value, String> {
    let input = if input.is_null() {
        String::new()
    } else {
        input.to_string()
    };
    command(&mut sandbox.state, name, input.as_bytes())
}

#[test]
fn does_what_the_http_calls_do() {
    let mut sandbox = Sandbox::new();
    let order = json!({ "status": 503, "only": { "operation": "users.get" } });
    assert_eq!(
        told(&mut sandbox, "fault", order),
        Ok(json!({ "id": 1, "pending": 1 }))
    );
    assert_eq!(sandbox.v2("GET /users/abc", Value::Null).status(), 503);
    for name in ["seed", "requests", "unmatched", "oauth"] {
        let over_http = sandbox.control(&format!("GET /__sandbox/{name}"), Value::Null);
        assert_eq!(
            told(&mut sandbox, name, Value::Null),
            Ok(over_http.json()),
            "{name}"
        );
    }
    let config = told(&mut sandbox, "reset", json!({ "logSize": 1 })).unwrap();
    assert_eq!(config["logSize"], 1);
    assert_eq!(told(&mut sandbox, "requests", Value::Null), Ok(json!([])));
}

#[test]
fn asks_without_an_input_and_tells_with_one() {
    let mut sandbox = Sandbox::new();
    let tally = told(&mut sandbox, "oauth", Value::Null).unwrap();
    assert_eq!(tally["exchanges"], 0);
    let answer = told(&mut sandbox, "oauth", json!({ "authorize": {} })).unwrap();
    assert_eq!(answer["code"].as_str().unwrap().len(), 40);
    assert_eq!(
        told(&mut sandbox, "faults/off", Value::Null),
        Ok(json!({ "pending": 0 }))
    );
}

#[test]
fn names_the_command_and_the_field_that_are_wrong() {
    let mut sandbox = Sandbox::new();
    for (name, input, words) in [
        (
            "requets",
            "",
            "the sandbox has no command \"requets\": expected one of seed, requests, unmatched, ",
        ),
        ("fault", "", "fault: EOF while parsing"),
        (
            "fault",
            r#"{"status":99}"#,
            "fault: status is 99: expected 200 to 599",
        ),
        ("reset", r#"{"paging":{"most":-1}}"#, "reset: paging.most: "),
        ("reset", "{}{}", "reset: trailing characters"),
    ] {
        let message = command(&mut sandbox.state, name, input.as_bytes()).unwrap_err();
        assert!(message.starts_with(words), "{message}");
    }
}
