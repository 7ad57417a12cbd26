//! Fields that no specification has.

use super::{
    document::Document,
    error::Error,
    input::{Check, Given, Put},
    model::Kind,
    operation::Operation,
    path::Path,
};

impl Check<'_> {
    /// Hands each field of `extra` to `put`, to be sent as it is.
    ///
    /// # Errors
    /// An error that names the first field which the operation has itself, or what `put` says.
    pub(super) fn extra<D: Document>(
        &self,
        operation: &Operation,
        extra: &D,
        put: Put<'_, D>,
    ) -> Result<(), Box<Error>> {
        let root = Path::ROOT.member("extra");
        for name in &extra.keys().unwrap_or_default() {
            let Some(value) = extra.member(name) else {
                continue;
            };
            let path = root.member(name);
            let mut fields = operation.input.fields.iter().chain(&operation.subject);
            if fields.any(|field| field.name == name && field.apis.has(self.api)) {
                let sentence = "\"%\" is a field of this call: give it in the input";
                return Err(self.error(sentence, &[&path.words()]));
            }
            put(&Given {
                path,
                name,
                kind: &Kind::Json,
                required: true,
                value,
            })?;
        }
        Ok(())
    }
}
