//! Checks what a caller gave against the shape that is declared for it, and writes it as it is sent.

pub mod path;
pub mod refusal;
mod word;

use crate::core::{
    document::{Document, Type, write_string},
    encode,
    error::{Code, Error},
    input::path::Path,
    model::{Field, Kind, Many, Marks, Shape, version::Api},
    suggest::Nearest,
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
    pub filler: &'a dyn Fn(&str) -> Option<&'a str>,
}

/// One field of an input: where it is, what it is called, what it may hold, and what it holds.
pub struct Given<'a, D> {
    /// Where it is, for errors.
    pub path: Path<'a>,
    /// Its name on the wire.
    pub name: &'a str,
    /// What it may hold.
    pub field: &'a Field,
    /// Whether it is required.
    pub required: bool,
    /// What it holds.
    pub value: D,
}

type Put<'a, D> = &'a mut dyn FnMut(&Given<'_, D>) -> Result<(), Box<Error>>;

type PutItem<'a, D> = &'a mut dyn FnMut(&Path, &D) -> Result<(), Box<Error>>;

impl Check<'_> {
    /// Hands each field of an object to `put`: those given, in their order, and those that the client fills.
    ///
    /// # Errors
    /// An error of [`Check::code`] that names the first wrong field by its path, and what was expected.
    pub fn object<D: Document>(
        &self,
        shape: &Shape,
        given: &D,
        put: Put<'_, D>,
    ) -> Result<(), Box<Error>> {
        if !matches!(given.kind(), Type::Object | Type::Null) {
            return Err(self.error("the input is %: expected an object", &[&given.words()]));
        }
        self.members(&Path::ROOT, shape, given, put)
    }

    /// Hands each field of the object at `path` to `put`.
    pub(crate) fn members<D: Document>(
        &self,
        path: &Path,
        shape: &Shape,
        object: &D,
        put: Put<'_, D>,
    ) -> Result<(), Box<Error>> {
        let Some(names) = object.keys() else {
            return Err(self.error("the input cannot be read: expected an object", &[]));
        };
        // By their own names: what an object inherits is not sent, and so is not given.
        let mut given = Vec::new();
        for name in &names {
            let Some(value) = object.member(name) else {
                continue;
            };
            given.push(name);
            let known = |field: &&Field| field.name == name && field.apis.has(self.api);
            let other;
            let field = match (shape.fields.iter().find(known), shape.rest) {
                (Some(field), _) => field,
                (None, Some(rest)) if !self.is_misspelt(name, shape) => {
                    other = Field::new("", rest);
                    &other
                }
                _ => return Err(self.unknown(path, name, shape)),
            };
            put(&Given {
                path: path.member(name),
                name,
                field,
                required: field.required.has(self.api),
                value,
            })?;
        }
        let is_given = |name: &str| given.iter().any(|own| *own == name);
        for field in shape.fields {
            let required = field.required.has(self.api);
            let filled = field.marks.has(Marks::FILLED) && field.apis.has(self.api);
            if !(required || filled) || is_given(field.name) {
                continue;
            }
            let path = path.member(field.name);
            match (self.filler)(field.name) {
                Some(own) => put(&Given {
                    path,
                    name: field.name,
                    field,
                    required,
                    value: D::from_text(own),
                })?,
                None if required => return Err(self.missing(&path, field)),
                None => {}
            }
        }
        let has_one = shape.words.is_empty() || shape.words.iter().any(|name| is_given(name));
        match has_one {
            true => Ok(()),
            false => Err(self.missing_one(path, shape)),
        }
    }

    /// Returns whether a name that an open shape does not know is probably meant to be one that it knows. What only other
    /// versions document is none of them: servers send it in every version.
    fn is_misspelt(&self, name: &str, shape: &Shape) -> bool {
        let mut nearest = Nearest::very(name);
        for field in shape.fields {
            if field.apis.has(self.api) {
                nearest.consider(field.name);
            }
        }
        nearest.name.is_some()
    }

    /// Appends a field as `"name":value`.
    pub fn json<D: Document>(&self, given: &Given<D>, out: &mut String) -> Result<(), Box<Error>> {
        write_string(given.name, out);
        out.push_str(":");
        self.value(given, out)
    }

    /// Appends the value of a field as JSON.
    pub fn value<D: Document>(&self, given: &Given<D>, out: &mut String) -> Result<(), Box<Error>> {
        let Given {
            path, field, value, ..
        } = given;
        if field.many == Many::List {
            let start = out.len() + 1;
            out.push_str("[");
            self.items(path, field, value, &mut |path, item| {
                separate(start, ",", out);
                self.one(path, field, true, item, out)
            })?;
            out.push_str("]");
            return Ok(());
        }
        self.one(path, field, given.required, value, out)
    }

    /// Appends one value as JSON.
    fn one<D: Document>(
        &self,
        path: &Path,
        field: &Field,
        required: bool,
        value: &D,
        out: &mut String,
    ) -> Result<(), Box<Error>> {
        match (field.kind, value.kind()) {
            (_, Type::Null) if field.marks.has(Marks::NULLABLE) => out.push_str("null"),
            (Kind::Json, _) => {
                let json = value.json();
                out.push_str(
                    &json.ok_or_else(|| self.misfit(path, field, false, required, value))?,
                );
            }
            (Kind::Object, Type::Object) => {
                let start = out.len() + 1;
                out.push_str("{");
                let mut put = |given: &Given<D>| {
                    separate(start, ",", out);
                    self.json(given, out)
                };
                self.members(path, field.of, value, &mut put)?;
                out.push_str("}");
            }
            _ => {
                let word = self.word(path, field, required, value)?;
                match field.kind {
                    Kind::Flag | Kind::Number => out.push_str(&word),
                    _ => write_string(&word, out),
                }
            }
        }
        Ok(())
    }

    /// Appends a field as `name=value`, with `&` before it unless it is the first; a list repeats its name, and the members of
    /// an object have theirs.
    pub fn pair<D: Document>(&self, given: &Given<D>, out: &mut String) -> Result<(), Box<Error>> {
        let Given {
            path, field, value, ..
        } = given;
        let mut put = |path: &Path, value: &D| {
            let required = given.required || field.many == Many::List;
            encode::pair(given.name, &self.word(path, field, required, value)?, out);
            Ok(())
        };
        match (field.kind, value.kind()) {
            (Kind::Object, Type::Object) => {
                self.members(path, field.of, value, &mut |member| self.pair(member, out))
            }
            // None of its items would leave nothing: all of what there is, where it chooses among that.
            (Kind::Json, Type::List) if value.item(0).is_some() => {
                self.items(path, field, value, &mut put)
            }
            _ if field.many == Many::List => self.items(path, field, value, &mut put),
            _ => put(path, value),
        }
    }

    /// Hands each item of an array to `put`.
    fn items<D: Document>(
        &self,
        path: &Path,
        field: &Field,
        value: &D,
        put: PutItem<'_, D>,
    ) -> Result<(), Box<Error>> {
        if value.kind() != Type::List {
            return Err(self.misfit(path, field, true, true, value));
        }
        let mut index = 0;
        while let Some(item) = value.item(index) {
            put(&path.item(index), &item)?;
            index += 1;
        }
        Ok(())
    }
}

/// Appends a separator unless `out` is still as long as it was at the start.
fn separate(start: usize, separator: &str, out: &mut String) {
    if out.len() > start {
        out.push_str(separator);
    }
}
