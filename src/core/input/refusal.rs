//! What is said of input that is refused: the field's path, what it is, what was expected.

use crate::core::{
    document::{Document, Type, write_string},
    error::Error,
    input::{Check, path::Path},
    model::{self, Field, Kind, Many, Marks, Shape},
    suggest::Nearest,
    text,
};

impl Check<'_> {
    /// Says that a field is missing.
    pub(super) fn missing(&self, path: &Path, field: &Field) -> Box<Error> {
        let hint = match model::FILLED.contains(&field.name) {
            true => ", here or as an option of the constructor",
            false => "",
        };
        let expected = expected(field, field.many != Many::One, true);
        self.error(
            "\"%\" is missing: expected %%",
            &[&path.words(), &expected, hint],
        )
    }

    /// Says that one of several fields is missing.
    pub(super) fn missing_one(&self, path: &Path, shape: &Shape) -> Box<Error> {
        let mut names = Vec::new();
        for name in shape.words {
            names.push(path.member(name).words());
        }
        let listed = text::join(&names, "\" or \"");
        self.error("\"%\" is missing: expected one of them", &[&listed])
    }

    /// Says that a field is not known, and which one may be meant.
    pub(super) fn unknown(&self, path: &Path, name: &str, shape: &Shape) -> Box<Error> {
        let shown = path.member(text::shortened(name)).words();
        let what = match self.operation {
            Some(_) => "a field of this call",
            None => "an option",
        };
        let mut nearest = Nearest::to(name);
        for field in shape.fields {
            if field.apis.has(self.api) {
                nearest.consider(field.name);
            } else if field.name == name {
                let words = [&shown, what, self.api.name()];
                return self.error("\"%\" is not % in api %", &words);
            }
        }
        match nearest.name {
            Some(near) => {
                let words = [&shown, what, &path.member(near).words()];
                self.error("\"%\" is not %; did you mean \"%\"?", &words)
            }
            None => self.error("\"%\" is not %", &[&shown, what]),
        }
    }

    /// Says what is wrong with a value, which may be `several`. Only ids and choices are shown: others may be secret.
    pub(super) fn misfit<D: Document>(
        &self,
        path: &Path,
        field: &Field,
        several: bool,
        required: bool,
        value: &D,
    ) -> Box<Error> {
        let is_choice = field.kind == Kind::Text && !field.of.words.is_empty();
        let given = match value.kind() {
            Type::Text if !several && (is_choice || field.kind == Kind::Id) => {
                let mut quoted = String::new();
                write_string(
                    text::shortened(&value.text().unwrap_or_default()),
                    &mut quoted,
                );
                quoted
            }
            _ => value.words(),
        };
        let (path, expected) = (path.words(), expected(field, several, required));
        self.error("\"%\" is %: expected %", &[&path, &given, &expected])
    }

    /// Makes an error of this check.
    pub(crate) fn error(&self, sentence: &str, words: &[&str]) -> Box<Error> {
        Error::new(self.code, self.operation, sentence, words)
    }
}

/// Says what a field may hold: `several` values, or one.
pub fn expected(field: &Field, several: bool, required: bool) -> String {
    let words = field.of.words;
    if several {
        let words = match (field.many, field.kind) {
            (Many::Csv, _) => "an array of strings, or a string with commas, that is not empty",
            (_, Kind::Id) => "an array of ids",
            (_, Kind::Text) => "an array of strings",
            (_, Kind::Number) => "an array of numbers",
            _ => "an array of objects",
        };
        return words.to_owned();
    }
    let said = match field.kind {
        Kind::Text | Kind::Number if !words.is_empty() => {
            let (quote, between) = match field.kind {
                Kind::Text => ("\"", "\" or \""),
                _ => ("", " or "),
            };
            let listed = text::join(words, between);
            return text::say("%%%", &[quote, &listed, quote]);
        }
        Kind::Text | Kind::Secret if required => "a string that is not empty",
        Kind::Text | Kind::Secret => "a string",
        Kind::Id => "an id: a string other than \"\", \".\" and \"..\", without blanks around it",
        Kind::Flag => "a boolean",
        Kind::Number => "a number",
        Kind::Count | Kind::Whole => "a whole number from 0, of at most 15 digits",
        Kind::Positive => "a whole number from 1, of at most 15 digits",
        Kind::Json => "what can be sent there",
        Kind::Path => {
            "a path such as \"/users/\", encoded, without \"//\" before it or \"/.\" in it"
        }
        Kind::Object => match (field.of.rest, field.marks.has(Marks::OR_FALSE)) {
            (Some(Kind::Flag), _) => "an object of booleans",
            (Some(Kind::Text), _) => "an object of strings",
            (_, true) => "an object or false",
            _ => "an object",
        },
        Kind::Function => "a function",
        Kind::TextOrFunction => "a string or a function",
        Kind::Instance => {
            return text::say("an instance of %", &[&text::join(words, " or ")]);
        }
        Kind::Methods => {
            let listed = text::join(words, ", ");
            return text::say("an object with the functions %", &[&listed]);
        }
    };
    match field.marks.has(Marks::NULLABLE) {
        true => text::say("%, or null", &[said]),
        false => said.to_owned(),
    }
}
