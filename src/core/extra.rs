//! Fields that no specification has.

use super::{
    document::{Document, Type, write_string},
    encode,
    error::Error,
    input::Check,
    operation::{Body, Operation},
    path::Path,
};

impl Check<'_> {
    /// Appends the fields of `extra` to a body, or to a query, as they are.
    ///
    /// # Errors
    /// An error that names the first field which the operation has itself, or which cannot be sent there.
    pub(super) fn extra<D: Document>(
        &self,
        operation: &Operation,
        extra: &D,
        out: &mut String,
    ) -> Result<(), Box<Error>> {
        let root = Path::ROOT.member("extra");
        for name in extra.keys().unwrap_or_default() {
            let Some(value) = extra.member(&name) else {
                continue;
            };
            let path = root.member(&name);
            let mut fields = operation.input.fields.iter().chain(&operation.subject);
            if fields.any(|field| field.name == name && field.apis.has(self.api)) {
                let sentence = "\"%\" is a field of this call: give it in the input";
                return Err(self.error(sentence, &[&path.words()]));
            }
            let is_word = matches!(value.kind(), Type::Text | Type::Number | Type::Flag);
            let (written, expected) = match operation.body {
                Body::Json => (value.json(), "what JSON can carry"),
                Body::None | Body::Form => (
                    value.text().filter(|_| is_word),
                    "a string, a number or a boolean",
                ),
            };
            let Some(written) = written else {
                let words = [&path.words(), &value.words(), expected];
                return Err(self.error("\"%\" is %: expected %", &words));
            };
            if operation.body == Body::Json {
                if !out.is_empty() {
                    out.push_str(",");
                }
                write_string(&name, out);
                out.push_str(":");
                out.push_str(&written);
            } else {
                encode::pair(&name, &written, out);
            }
        }
        Ok(())
    }
}
