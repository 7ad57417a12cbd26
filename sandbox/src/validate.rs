//! What is wrong with an input: fields against their table, all problems at once.

mod field;

use serde_json::{Map, Value};

use crate::version::Version;
pub(crate) use field::{Field, Kind, fields};

/// The rule that a field breaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    Required,
    Unknown,
    Text,
    Email,
    Number,
    EachNumber,
    Boolean,
    NumberText,
    Array,
    EachText,
    Object,
    Phone,
    Password,
    OneOf(&'static [&'static str]),
}

/// A field, by its path, and the rule that it breaks.
#[derive(Debug, PartialEq)]
pub(crate) struct Problem {
    pub field: String,
    pub rule: Rule,
}

impl Problem {
    pub(crate) fn new(field: impl Into<String>, rule: Rule) -> Self {
        Self {
            field: field.into(),
            rule,
        }
    }
}

/// Whether the table's names are all that an input may have.
#[derive(PartialEq)]
pub(crate) enum Extra {
    Refused,
    Ignored,
}

/// Everything that is wrong with `input`; empty when it is right.
pub(crate) fn problems(
    input: &Map<String, Value>,
    fields: &[Field],
    extra: Extra,
    version: Option<Version>,
) -> Vec<Problem> {
    let own = |field: &&Field| field.version.is_none() || field.version == version;
    let fields = fields.iter().filter(own);
    let mut found = Vec::new();
    if extra == Extra::Refused {
        let unknown = input
            .keys()
            .filter(|key| fields.clone().all(|field| field.name != *key));
        found.extend(unknown.map(|key| Problem::new(key, Rule::Unknown)));
    }
    for field in fields {
        match input.get(field.name) {
            None | Some(Value::Null) if field.required => {
                found.push(Problem::new(field.name, Rule::Required));
            }
            Some(Value::String(text)) if text.is_empty() && field.required => {
                found.push(Problem::new(field.name, Rule::Required));
            }
            None | Some(Value::Null) => {}
            Some(value) => found.extend(check(field, value, version)),
        }
    }
    found
}

fn check(field: &Field, value: &Value, version: Option<Version>) -> Vec<Problem> {
    let broken = match field.kind {
        Kind::Permissions => return entries(field, value, Rule::Boolean, Value::is_boolean),
        Kind::PhoneMap => return entries(field, value, Rule::Phone, is_phone),
        Kind::Fields(fields) => return within(field.name, value, fields, version),
        Kind::List(fields) => return each(field.name, value, fields, version),
        Kind::Any => None,
        Kind::Number => unless(value.is_number(), Rule::Number),
        Kind::Numbers => match value.as_array() {
            None => Some(Rule::Array),
            Some(items) => unless(items.iter().all(Value::is_number), Rule::EachNumber),
        },
        Kind::QueryList => None,
        Kind::Text => unless(value.is_string(), Rule::Text),
        Kind::Email => unless(value.as_str().is_some_and(is_email), Rule::Email),
        Kind::Flag => unless(value.is_boolean(), Rule::Boolean),
        Kind::FlagText => unless(
            matches!(value.as_str(), Some("true" | "false")),
            Rule::Boolean,
        ),
        Kind::NumberText => unless(value.as_str().is_some_and(is_digits), Rule::NumberText),
        Kind::OneOf(values) => {
            let known = value.as_str().is_some_and(|text| values.contains(&text));
            unless(known, Rule::OneOf(values))
        }
        Kind::TextList => match value.as_array() {
            None => Some(Rule::Array),
            Some(items) => unless(items.iter().all(Value::is_string), Rule::EachText),
        },
        Kind::Password => match value.as_str() {
            None => Some(Rule::Text),
            Some(text) => unless(text.is_empty() || is_strong(text), Rule::Password),
        },
    };
    broken
        .map(|rule| Problem::new(field.name, rule))
        .into_iter()
        .collect()
}

fn unless(right: bool, rule: Rule) -> Option<Rule> {
    (!right).then_some(rule)
}

fn entries(field: &Field, value: &Value, rule: Rule, right: fn(&Value) -> bool) -> Vec<Problem> {
    match value.as_object() {
        None => vec![Problem::new(field.name, Rule::Object)],
        Some(object) => object
            .iter()
            .filter(|(_, value)| !right(value))
            .map(|(key, _)| Problem::new(format!("{}.{key}", field.name), rule))
            .collect(),
    }
}

fn within(name: &str, value: &Value, fields: &[Field], version: Option<Version>) -> Vec<Problem> {
    let Some(object) = value.as_object() else {
        return vec![Problem::new(name, Rule::Object)];
    };
    let found = problems(object, fields, Extra::Refused, version).into_iter();
    let path = |inner: Problem| Problem::new(format!("{name}.{}", inner.field), inner.rule);
    found.map(path).collect()
}

fn each(name: &str, value: &Value, fields: &[Field], version: Option<Version>) -> Vec<Problem> {
    let Some(items) = value.as_array() else {
        return vec![Problem::new(name, Rule::Array)];
    };
    let items = items.iter().enumerate();
    let found =
        items.flat_map(|(place, item)| within(&format!("{name}.{place}"), item, fields, version));
    found.collect()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    let well_formed = |(name, domain): (&str, &str)| {
        !name.is_empty()
            && !domain.contains('@')
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
    };
    !text.contains(char::is_whitespace) && text.split_once('@').is_some_and(well_formed)
}

fn is_phone(value: &Value) -> bool {
    value.as_str().is_some_and(|text| {
        let number = text.strip_prefix('+');
        text.is_empty() || number.is_some_and(|number| is_digits(number) && number.len() <= 15)
    })
}

fn is_strong(password: &str) -> bool {
    let has = |kind: fn(&char) -> bool| password.chars().any(|letter| kind(&letter));
    password.chars().count() >= 12
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
        && has(char::is_ascii_digit)
        && has(|letter| !letter.is_ascii_alphanumeric())
}
