//! What the tests share.

use ghl_users::{
    api,
    core::{
        call::request::Request,
        config::{Config, Token},
        document::{Document, Type},
        error::Error,
        model::version::Api,
    },
};
use proptest::prelude::ProptestConfig;
use serde_json::{Value, json};

/// A token that does not exist.
pub const TOKEN: &str = "pit-12345678-1234-1234-1234-123456789012";

/// A JSON value of `serde_json`, or what only JavaScript has.
pub enum Doc {
    /// JSON.
    Json(Value),
    /// A function.
    Function,
    /// An instance of a class.
    Instance(&'static str),
    /// A string with a lone surrogate.
    HalfText,
    /// An object with one member.
    Holding(&'static str, Box<Doc>),
}

impl Document for Doc {
    fn kind(&self) -> Type {
        match self {
            Doc::Json(Value::Null) => Type::Null,
            Doc::Json(Value::Bool(_)) => Type::Flag,
            Doc::Json(Value::Number(_)) => Type::Number,
            Doc::Json(Value::String(_)) | Doc::HalfText => Type::Text,
            Doc::Json(Value::Array(_)) => Type::List,
            Doc::Json(Value::Object(_)) | Doc::Holding(..) => Type::Object,
            Doc::Function => Type::Function,
            Doc::Instance(_) => Type::Foreign,
        }
    }

    fn text(&self) -> Option<String> {
        match self {
            Doc::Json(Value::String(text)) => Some(text.clone()),
            Doc::Json(value @ (Value::Number(_) | Value::Bool(_))) => Some(value.to_string()),
            _ => None,
        }
    }

    fn member(&self, key: &str) -> Option<Self> {
        match self {
            Doc::Json(value) => value.get(key).cloned().map(Doc::Json),
            Doc::Holding(name, inner) if *name == key => Some(match &**inner {
                Doc::Json(value) => Doc::Json(value.clone()),
                Doc::Function => Doc::Function,
                Doc::Instance(name) => Doc::Instance(name),
                Doc::HalfText | Doc::Holding(..) => Doc::HalfText,
            }),
            _ => None,
        }
    }

    fn keys(&self) -> Option<Vec<String>> {
        Some(match self {
            Doc::Json(Value::Object(members)) => members.keys().cloned().collect(),
            Doc::Holding(name, _) => vec![(*name).to_owned()],
            _ => Vec::new(),
        })
    }

    fn item(&self, index: usize) -> Option<Self> {
        match self {
            Doc::Json(value) => value.get(index).cloned().map(Doc::Json),
            _ => None,
        }
    }

    fn name(&self) -> String {
        match self {
            Doc::Instance(name) => format!("an instance of {name}"),
            _ => panic!("only an instance has a name"),
        }
    }

    fn json(&self) -> Option<String> {
        match self {
            Doc::Json(value) => Some(value.to_string()),
            _ => None,
        }
    }

    fn from_text(text: &str) -> Self {
        Doc::Json(text.into())
    }
}

/// Makes a client's configuration of `options`, outside of a page.
pub fn config(options: Value) -> Result<Config, Box<Error>> {
    Config::new(&Doc::Json(options), false)
}

/// Builds the request of an operation, token included, for a client that has nothing but a token.
pub fn build(api: Api, id: &str, input: Value) -> Result<Request, Box<Error>> {
    build_with(json!({ "api": api.name(), "token": TOKEN }), id, input)
}

/// Builds the request of an operation for a client with `options`.
pub fn build_with(options: Value, id: &str, input: Value) -> Result<Request, Box<Error>> {
    build_document(options, id, &Doc::Json(input))
}

/// Builds the request of an operation from any input.
pub fn build_document(options: Value, id: &str, input: &Doc) -> Result<Request, Box<Error>> {
    let config = config(options)?;
    let mut request = Request::build(api::find(config.api, id)?, &config, input, None)?;
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

/// How many cases a property is tried with: so many, unless `PROPTEST_CASES` says otherwise.
pub fn cases(default: u32) -> ProptestConfig {
    let given = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: given.map_or(default, |cases| cases.parse().unwrap()),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A new user, with what has to be there.
pub fn user() -> Value {
    json!({
        "companyId": "c", "firstName": "Ann", "lastName": "Lee", "email": "ann@lee.example",
        "type": "account", "role": "user", "locationIds": ["l"],
    })
}

/// A new user with one field changed; `null` takes it out.
pub fn user_with(field: &str, value: Value) -> Value {
    let mut user = user();
    match value {
        Value::Null => drop(user.as_object_mut().unwrap().remove(field)),
        value => user[field] = value,
    }
    user
}

/// How many times as long something takes for 64 times as many: 1 where the number does not matter, 64 where each step looks
/// at all of them. Again where that was noisy: what else the machine does makes it longer, and never shorter.
pub fn growth<S>(make: impl Fn(usize) -> S, mut step: impl FnMut(&mut S)) -> f64 {
    let mut shortest = [f64::INFINITY; 2];
    for _ in 0..8 {
        for (shortest, many) in shortest.iter_mut().zip([1_500, 96_000]) {
            let mut subject = make(many);
            let start = std::time::Instant::now();
            (0..500).for_each(|_| step(&mut subject));
            *shortest = shortest.min(start.elapsed().as_secs_f64());
        }
    }
    let [few, many] = shortest;
    many / few
}
