//! What is said of a field that breaks a rule, in the words of each version.

use serde_json::{Value, json};

use crate::validate::{Problem, Rule};

pub(super) fn modern_words(Problem { field, rule }: &Problem) -> String {
    match rule {
        Rule::Required => format!("{field} should not be empty"),
        Rule::Unknown => format!("property {field} should not exist"),
        Rule::Text => format!("{field} must be a string"),
        Rule::Email => format!("{field} must be an email"),
        Rule::Boolean => format!("{field} must be a boolean value"),
        Rule::NumberText => format!("{field} must be a number string"),
        Rule::Number => {
            format!("{field} must be a number conforming to the specified constraints")
        }
        Rule::Array => format!("{field} must be an array"),
        Rule::EachNumber => {
            format!(
                "each value in {field} must be a number conforming to the specified constraints"
            )
        }
        Rule::EachText => format!("each value in {field} must be a string"),
        Rule::Object => format!("{field} must be an object"),
        Rule::Phone => format!("{field} must be a valid phone number"),
        Rule::Password => format!(
            "{field} must have at least 12 characters, one uppercase letter, one lowercase letter, one number and one special character"
        ),
        Rule::OneOf(values) => {
            format!(
                "{field} must be one of the following values: {}",
                values.join(", ")
            )
        }
    }
}

pub(super) fn legacy_words(Problem { field, rule }: Problem) -> (String, Value) {
    let (message, rule) = match rule {
        Rule::Required => (format!("The {field} field is mandatory."), "required"),
        Rule::Email => (
            format!("The {field} must be a valid email address."),
            "email",
        ),
        Rule::Boolean => (format!("The {field} must be a boolean."), "boolean"),
        Rule::Array => (format!("The {field} must be an array."), "array"),
        Rule::Object => (format!("The {field} must be an object."), "object"),
        Rule::OneOf(_) => (format!("The selected {field} is invalid."), "in"),
        Rule::Number | Rule::EachNumber => (format!("The {field} must be a number."), "numeric"),
        Rule::Text | Rule::EachText | Rule::NumberText | Rule::Phone => {
            (format!("The {field} must be a string."), "string")
        }
        Rule::Password => (format!("The {field} is too weak."), "password"),
        Rule::Unknown => (format!("The {field} field is not allowed."), "unknown"),
    };
    (field, json!({ "message": message, "rule": rule }))
}
