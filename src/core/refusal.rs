//! What is said of input that is refused: the field's path, what it is, what was expected.

use super::{
    config,
    document::{Document, Type, write_string},
    error::Error,
    input::Check,
    model::{Field, Kind, Shape},
    path::Path,
    suggest::Nearest,
    text,
};

impl Check<'_> {
    /// Says that a field is missing.
    pub(super) fn missing(&self, path: &Path, field: &Field) -> Box<Error> {
        let hint = match config::FILLED.contains(&field.name) {
            true => ", here or as an option of the constructor",
            false => "",
        };
        let expected = field.kind.words(true);
        self.error(
            "\"%\" is missing: expected %%",
            &[&path.words(), &expected, hint],
        )
    }

    /// Says that a field is not known, and which one may be meant.
    pub(super) fn unknown(
        &self,
        path: &Path,
        name: &str,
        subject: Option<&Field>,
        shape: &Shape,
    ) -> Box<Error> {
        let shown = path.member(text::shortened(name)).words();
        let what = match self.operation {
            Some(_) => "a field of this call",
            None => "an option",
        };
        let mut nearest = Nearest::to(name);
        for field in subject.into_iter().chain(shape.fields) {
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

    /// Says what is wrong with a value. Only ids and choices are shown: others may be secret.
    pub(super) fn unfit<D: Document>(
        &self,
        path: &Path,
        kind: &Kind,
        required: bool,
        value: &D,
    ) -> Box<Error> {
        let given = match (kind, value.kind()) {
            (Kind::Id | Kind::Choice(_), Type::Text) => {
                let mut quoted = String::new();
                write_string(
                    text::shortened(&value.text().unwrap_or_default()),
                    &mut quoted,
                );
                quoted
            }
            _ => value.words(),
        };
        let (path, expected) = (path.words(), kind.words(required));
        self.error("\"%\" is %: expected %", &[&path, &given, &expected])
    }

    /// Makes an error of this check.
    pub(super) fn error(&self, sentence: &str, words: &[&str]) -> Box<Error> {
        Error::new(self.code, self.operation, sentence, words)
    }
}
