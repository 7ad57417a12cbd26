//! What the tests share.

use ghl_users::{
    api,
    core::{
        config::{Config, Token},
        error::Error,
        json::Json,
        operation::Api,
        request::Request,
    },
};
use serde_json::{Value, json};

/// A token that does not exist.
pub const TOKEN: &str = "pit-12345678-1234-1234-1234-123456789012";

/// Turns a `serde_json` value into the core's.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(items) => Json::List(items.iter().map(to_json).collect()),
        Value::Object(members) => Json::Object(
            members
                .iter()
                .map(|(key, value)| (key.clone(), to_json(value)))
                .collect(),
        ),
    }
}

/// Makes a client's configuration of `options`, outside of a page.
pub fn config(options: Value) -> Result<Config, Error> {
    Config::new(to_json(&options), false)
}

/// Builds the request of an operation, token included, for a client that has nothing but a token.
pub fn build(api: Api, id: &str, input: Value) -> Result<Request, Error> {
    build_with(json!({ "api": api.name(), "token": TOKEN }), id, input)
}

/// Builds the request of an operation for a client with `options`.
pub fn build_with(options: Value, id: &str, input: Value) -> Result<Request, Error> {
    let config = config(options)?;
    let mut request = Request::build(api::find(config.api, id)?, &config, to_json(&input))?;
    if let Token::Fixed(token) = &config.token {
        request.authorize(token);
    }
    Ok(request)
}

/// Returns the message of the error of building a request.
pub fn refusal(api: Api, id: &str, input: Value) -> String {
    match build(api, id, input) {
        Ok(request) => panic!("not refused: {} {}", request.method.as_str(), request.url),
        Err(error) => error.message,
    }
}
