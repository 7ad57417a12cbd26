//! A request as a value.

use crate::core::{
    config::{Config, options::ANYTHING},
    document::Document,
    encode,
    error::{Code, Error},
    input::{Check, Given, path::Path},
    model::{
        Kind,
        operation::{Body, Form, Method, Operation, Place},
        version::Api,
    },
    secret::{Secret, Secrets},
    text::{self, say},
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
    /// What nothing that a failure shows may have.
    pub secrets: Secrets,
}

impl Request {
    /// Checks `input` and builds the request of `operation`, still without a token. `extra` has fields that no specification
    /// has, if there are any.
    ///
    /// # Errors
    /// [`Code::InvalidInput`], naming the field and what was expected.
    pub fn build<D: Document>(
        operation: &'static Operation,
        config: &Config,
        input: &D,
        extra: Option<&D>,
    ) -> Result<Request, Box<Error>> {
        let check = Check {
            code: Code::InvalidInput,
            operation: Some(operation.id),
            api: config.api,
            filler: &|name| config.filler(name),
        };
        let mut in_path = Vec::new();
        let mut query = String::new();
        let mut body = String::new();
        let mut version = match config.api {
            Api::V1 => "",
            Api::V2 => operation.version,
            Api::V3 => "v3",
        }
        .to_owned();
        let mut secrets = Secrets::default();
        let mut put = |given: &Given<D>| {
            let field = given.field;
            if field.kind == Kind::Secret
                && let Some(secret) = given.value.text()
            {
                secrets.add(&secret);
            }
            let word = || check.word(&given.path, field, true, &given.value);
            match (operation.place_of(given.name, field), operation.body) {
                (Place::Path, _) => {
                    let (word, mut part) = (word()?, String::new());
                    match field.kind {
                        Kind::Path => part = word,
                        _ => encode::component(&word, &mut part),
                    }
                    in_path.push((given.name.to_owned(), part));
                }
                (Place::Version, _) => {
                    version = word()?;
                    if !version.bytes().all(|byte| byte.is_ascii_graphic()) {
                        let sentence = "\"%\" is no value of a header";
                        return Err(check.error(sentence, &[&given.path.words()]));
                    }
                }
                (Place::Query, _) => check.pair(given, &mut query)?,
                (Place::Body, Body::Form) => check.pair(given, &mut body)?,
                (Place::Body, Body::Whole) => check.value(given, &mut body)?,
                (Place::Body, _) => {
                    if !body.is_empty() {
                        body.push_str(",");
                    }
                    check.json(given, &mut body)?;
                }
            }
            Ok(())
        };
        check.object(operation.input, input, &mut put)?;
        if let Some(extra) = extra {
            let path = Path::ROOT.member("extra");
            check.members(&path, &ANYTHING, extra, &mut |given| {
                let mut fields = operation.input.fields.iter();
                if fields.any(|field| field.name == given.name && field.apis.has(config.api)) {
                    let sentence = "\"%\" is a field of this call: give it in the input";
                    return Err(check.error(sentence, &[&given.path.words()]));
                }
                put(given)
            })?;
        }
        let mut url = config.base_url.clone();
        fill_path(operation, &in_path, &mut url)?;
        if !query.is_empty() {
            // Some paths bring a query of their own.
            url.push_str(if text::has(&url, "?") { "&" } else { "?" });
            url.push_str(&query);
        }
        let (content_type, body) = match operation.body {
            Body::Whole if body.is_empty() => ("", None),
            Body::None => ("", None),
            Body::Json => ("application/json", Some(say("{%}", &[&body]))),
            Body::Whole => ("application/json", Some(body)),
            Body::Form => ("application/x-www-form-urlencoded", Some(body)),
        };
        let accept = match operation.output.form {
            Form::Text | Form::Bytes => "*/*",
            _ => "application/json",
        };
        let mut headers = Vec::new();
        for (name, value) in [
            ("accept", accept),
            ("content-type", content_type),
            ("version", &version),
        ] {
            if !value.is_empty() {
                headers.push((name, value.to_owned()));
            }
        }
        Ok(Request {
            method: operation.method,
            url,
            headers,
            body,
            secrets,
        })
    }

    /// Sets the token, in place of one that was set before.
    pub fn authorize(&mut self, token: &Secret) {
        self.headers.retain(|(name, _)| *name != "authorization");
        self.headers.push(("authorization", token.bearer()));
        self.secrets.add(token.reveal());
    }
}

/// Appends the path with its placeholders filled by these words, which are encoded.
fn fill_path(
    operation: &Operation,
    words: &[(String, String)],
    url: &mut String,
) -> Result<(), Box<Error>> {
    let mut written = 0;
    for (index, byte) in operation.path.bytes().enumerate() {
        let part = operation.path.get(written..index).unwrap_or_default();
        match byte {
            b'{' => url.push_str(part),
            b'}' => {
                let word = words.iter().find(|(field, _)| field == part);
                let Some((_, word)) = word.filter(|(_, word)| !word.is_empty()) else {
                    // A row whose placeholder no field fills: better no request than one to `DELETE /users/`.
                    let sentence = "\"%\" is missing in the path";
                    let id = Some(operation.id);
                    return Err(Error::new(Code::InvalidInput, id, sentence, &[part]));
                };
                url.push_str(word);
            }
            _ => continue,
        }
        written = index + 1;
    }
    url.push_str(operation.path.get(written..).unwrap_or_default());
    Ok(())
}
