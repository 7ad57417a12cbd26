//! Checks what a caller gave against the shape that is declared for it, before anything is sent.

use super::{
    config,
    error::{Code, Error},
    json::{Json, write_string},
    model::{Field, Kind, Shape},
    operation::Api,
    suggest,
};

/// What a check knows besides the value and its shape.
pub struct Check<'a> {
    /// The code of the errors.
    pub code: Code,
    /// The operation whose input it is.
    pub operation: Option<&'static str>,
    /// The API version whose fields count.
    pub api: Api,
    /// Returns the client's own value for a field that the call does not name.
    pub filler: &'a dyn Fn(&str) -> Option<Json>,
}

/// How a function is called in [`Json::Foreign`].
pub const FUNCTION: &str = "a function";

/// The fields of a checked object as they are sent: known ones first, in the order of the declaration.
pub type Checked = Vec<(String, Json)>;

impl Check<'_> {
    /// Checks an object whose fields are those of `subject` and of `shape`.
    ///
    /// # Errors
    /// An error of [`Check::code`] that names the first wrong field by its path, and what was expected.
    pub fn object(
        &self,
        subject: Option<&Field>,
        shape: &Shape,
        given: Json,
    ) -> Result<Checked, Error> {
        let given = match given {
            Json::Object(members) => members,
            other => {
                return Err(self.error(&["the input is ", other.kind(), ": expected an object"]));
            }
        };
        self.members("", subject, shape, false, given)
    }

    fn members(
        &self,
        path: &str,
        subject: Option<&Field>,
        shape: &Shape,
        open: bool,
        mut given: Checked,
    ) -> Result<Checked, Error> {
        let mut checked = Checked::new();
        for field in subject.into_iter().chain(shape.fields) {
            if !field.apis.has(self.api) {
                continue;
            }
            let found = given.iter().position(|(name, _)| name == field.name);
            let required = field.required.has(self.api);
            let value = match found {
                Some(index) => given.remove(index).1,
                None if required || field.filled => match (self.filler)(field.name) {
                    Some(value) => value,
                    None if required => return Err(self.missing(path, field)),
                    None => continue,
                },
                None => continue,
            };
            let value = self.value(&join(path, field.name), &field.kind, required, value)?;
            checked.push((field.name.to_owned(), value));
        }
        for (name, value) in given {
            if !open {
                return Err(self.unknown(path, &name, subject, shape));
            }
            let value = self.value(&join(path, &name), &Kind::Flag, false, value)?;
            checked.push((name, value));
        }
        Ok(checked)
    }

    /// Checks one value and brings it into the form in which it is sent.
    fn value(&self, path: &str, kind: &Kind, required: bool, value: Json) -> Result<Json, Error> {
        let value = match (kind, value) {
            (Kind::Text, Json::Text(text)) if !(required && text.is_empty()) => Json::Text(text),
            (Kind::Id, Json::Text(id)) if is_id(&id) => Json::Text(id),
            (Kind::Id, Json::Text(id)) if !id.is_empty() => {
                return Err(self.not(path, &quote(&id), kind, required));
            }
            (Kind::Flag, Json::Bool(flag)) => Json::Bool(flag),
            (Kind::Count, Json::Number(digits) | Json::Text(digits)) if is_count(&digits) => {
                Json::Text(digits)
            }
            (Kind::Number, Json::Number(digits)) => Json::Number(digits),
            (Kind::Choice(words), Json::Text(word)) if words.contains(&word.as_str()) => {
                Json::Text(word)
            }
            (Kind::Choice(_), Json::Text(word)) => {
                return Err(self.not(path, &quote(&word), kind, required));
            }
            (Kind::Csv, Json::Text(list)) if !list.is_empty() => Json::Text(list),
            (Kind::Csv, Json::List(items)) if !items.is_empty() => {
                Json::Text(self.comma_list(path, items)?)
            }
            (Kind::Texts, Json::List(items)) => self.each(path, items, &Kind::Text)?,
            (Kind::Ids, Json::List(items)) => self.each(path, items, &Kind::Id)?,
            (Kind::TextMap, Json::Object(members)) => {
                for (name, member) in &members {
                    if !matches!(member, Json::Text(_)) {
                        return Err(self.not(&join(path, name), member.kind(), &Kind::Text, false));
                    }
                }
                Json::Object(members)
            }
            (Kind::Object(shape), Json::Object(members)) => {
                Json::Object(self.members(path, None, shape, false, members)?)
            }
            (Kind::Flags(shape), Json::Object(members)) => {
                Json::Object(self.members(path, None, shape, true, members)?)
            }
            (Kind::Foreign(wanted), Json::Foreign(name)) if name == *wanted => Json::Foreign(name),
            (Kind::TextOrFunction, Json::Text(text)) => Json::Text(text),
            (Kind::TextOrFunction, Json::Foreign(name)) if name == FUNCTION => Json::Foreign(name),
            (_, value) => return Err(self.not(path, value.kind(), kind, required)),
        };
        Ok(value)
    }

    fn each(&self, path: &str, items: Vec<Json>, kind: &Kind) -> Result<Json, Error> {
        items
            .into_iter()
            .enumerate()
            .map(|(index, item)| self.value(&at(path, index), kind, true, item))
            .collect::<Result<_, _>>()
            .map(Json::List)
    }

    fn comma_list(&self, path: &str, items: Vec<Json>) -> Result<String, Error> {
        let mut list = String::new();
        for (index, item) in items.iter().enumerate() {
            let text = item.text().filter(|text| !text.is_empty());
            let Some(text) = text else {
                return Err(self.not(&at(path, index), item.kind(), &Kind::Text, true));
            };
            if text.contains(',') {
                let problem = [
                    "\"",
                    &at(path, index),
                    "\" has a comma: the API takes the list as one string with commas",
                ];
                return Err(self.error(&problem));
            }
            if index > 0 {
                list.push(',');
            }
            list.push_str(text);
        }
        Ok(list)
    }

    fn missing(&self, path: &str, field: &Field) -> Error {
        let path = join(path, field.name);
        let expected = expectation(&field.kind, true);
        let hint = match config::FILLED.contains(&field.name) {
            true => ", here or as an option of the constructor",
            false => "",
        };
        self.error(&["\"", &path, "\" is missing: expected ", &expected, hint])
    }

    fn unknown(&self, path: &str, name: &str, subject: Option<&Field>, shape: &Shape) -> Error {
        let fields = || subject.into_iter().chain(shape.fields);
        let shown = join(path, name.get(..40).unwrap_or(name));
        let what = match self.operation {
            Some(_) => "\" is not a field of this call",
            None => "\" is not an option",
        };
        if fields().any(|field| field.name == name) {
            return self.error(&["\"", &shown, what, " in api ", self.api.name()]);
        }
        let known = fields()
            .filter(|field| field.apis.has(self.api))
            .map(|field| field.name);
        match suggest::nearest(name, known) {
            Some(near) => self.error(&[
                "\"",
                &shown,
                what,
                "; did you mean \"",
                &join(path, near),
                "\"?",
            ]),
            None => self.error(&["\"", &shown, what]),
        }
    }

    fn not(&self, path: &str, given: &str, kind: &Kind, required: bool) -> Error {
        self.error(&[
            "\"",
            path,
            "\" is ",
            given,
            ": expected ",
            &expectation(kind, required),
        ])
    }

    fn error(&self, parts: &[&str]) -> Error {
        Error::new(self.code, self.operation, &parts.concat())
    }
}

/// Says what a field of `kind` may hold, for an error message.
fn expectation(kind: &Kind, required: bool) -> String {
    let words = match kind {
        Kind::Text if required => "a string that is not empty",
        Kind::Text => "a string",
        Kind::Id => "an id: a string other than \"\", \".\" and \"..\"",
        Kind::Flag => "a boolean",
        Kind::Count => "a whole number from 0",
        Kind::Number => "a number",
        Kind::Csv => "an array of strings, or a string with commas, that is not empty",
        Kind::Texts | Kind::OneOrMany => "an array of strings",
        Kind::Ids => "an array of ids",
        Kind::TextMap => "an object of strings",
        Kind::Flags(_) => "an object of booleans",
        Kind::Object(_) => "an object",
        Kind::List(_) => "an array of objects",
        Kind::Foreign(name) => name,
        Kind::TextOrFunction => "a string or a function",
        Kind::Choice(words) => {
            return words
                .iter()
                .map(|word| quote(word))
                .collect::<Vec<_>>()
                .join(" or ");
        }
    };
    words.to_owned()
}

fn is_id(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}

fn is_count(digits: &str) -> bool {
    (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn quote(text: &str) -> String {
    let mut quoted = String::new();
    write_string(text.get(..40).unwrap_or(text), &mut quoted);
    quoted
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        [path, ".", name].concat()
    }
}

fn at(path: &str, index: usize) -> String {
    [path, "[", &index.to_string(), "]"].concat()
}
