//! A request as a value.

use super::{
    config::Config,
    encode,
    error::{Code, Error},
    input::{Check, Checked},
    json::Json,
    operation::{Api, Body, Method, Operation},
    secret::Secret,
};

/// An HTTP request that is ready to be sent.
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// The headers, names in lower case. Never more than `accept`, `authorization`, `content-type` and `version`: a
    /// browser asks the API's permission for each.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Option<String>,
}

impl Request {
    /// Checks `input` and builds the request of `operation`, still without a token.
    ///
    /// # Errors
    /// [`Code::InvalidInput`], naming the field and what was expected.
    pub fn build(
        operation: &'static Operation,
        config: &Config,
        input: Json,
    ) -> Result<Request, Error> {
        let input = match input {
            Json::Null => Json::Object(Vec::new()),
            other => other,
        };
        let check = Check {
            code: Code::InvalidInput,
            operation: Some(operation.id),
            api: config.api,
            filler: &|name| config.filler(name),
        };
        let fields = check.object(operation.subject.as_ref(), operation.input, input)?;

        let subject = operation.subject.as_ref().map(|field| field.name);
        let (in_url, rest): (Checked, Checked) = fields
            .into_iter()
            .partition(|(name, _)| operation.body == Body::None || Some(name.as_str()) == subject);
        let mut headers = vec![("accept", "application/json".to_owned())];
        match config.api {
            Api::V1 => {}
            Api::V2 => headers.push(("version", operation.version.to_owned())),
            Api::V3 => headers.push(("version", "v3".to_owned())),
        }
        let body = match operation.body {
            Body::None => None,
            Body::Json => {
                headers.push(("content-type", "application/json".to_owned()));
                let mut text = String::new();
                Json::Object(rest).write(&mut text);
                Some(text)
            }
            Body::Form => {
                headers.push((
                    "content-type",
                    "application/x-www-form-urlencoded".to_owned(),
                ));
                Some(pairs(&rest))
            }
        };
        Ok(Request {
            method: operation.method,
            url: url(operation, &config.base_url, &in_url)?,
            headers,
            body,
        })
    }

    /// Adds the token.
    pub fn authorize(&mut self, token: &Secret) {
        self.headers.push(("authorization", token.bearer()));
    }
}

/// Puts the base URL, the path with its placeholders filled, and the query together.
fn url(operation: &Operation, base_url: &str, fields: &[(String, Json)]) -> Result<String, Error> {
    let mut url = base_url.to_owned();
    for (index, part) in operation.path.split(['{', '}']).enumerate() {
        if index % 2 == 0 {
            url.push_str(part);
            continue;
        }
        match fields.iter().find(|(name, _)| name == part) {
            Some((_, Json::Text(value))) if !value.is_empty() => encode::component(value, &mut url),
            // A row whose placeholder no field fills: better no request than one to `DELETE /users/`.
            _ => {
                let problem = ["\"", part, "\" is missing in the path"].concat();
                return Err(Error::new(Code::InvalidInput, Some(operation.id), &problem));
            }
        }
    }
    let query: Checked = fields
        .iter()
        .filter(|(name, _)| !operation.in_path(name))
        .cloned()
        .collect();
    if !query.is_empty() {
        url.push('?');
        url.push_str(&pairs(&query));
    }
    Ok(url)
}

/// Writes fields as `key=value&key=value`; a list repeats its key.
fn pairs(fields: &[(String, Json)]) -> String {
    let mut text = String::new();
    for (key, value) in fields {
        match value {
            Json::List(items) => items.iter().for_each(|item| pair(key, item, &mut text)),
            other => pair(key, other, &mut text),
        }
    }
    text
}

fn pair(key: &str, value: &Json, out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
    encode::component(key, out);
    out.push('=');
    match value {
        Json::Text(text) => encode::component(text, out),
        other => {
            let mut text = String::new();
            other.write(&mut text);
            encode::component(&text, out);
        }
    }
}
