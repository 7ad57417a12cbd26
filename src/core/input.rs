//! Checks what a caller gave against the shape that is declared for it, and writes it as it is sent.

pub mod path;
pub mod refusal;

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
        for name in &names {
            let Some(value) = object.member(name) else {
                continue;
            };
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
        // Its name counts, too: what an object inherits is not sent, and so is not given.
        let is_given =
            |name: &str| names.iter().any(|other| other == name) && object.member(name).is_some();
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
                out.push_str(&json.ok_or_else(|| self.unfit(path, field, required, value))?);
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

    /// Appends a field as `name=value`, with `&` before it unless it is the first; a list repeats its name.
    pub fn pair<D: Document>(&self, given: &Given<D>, out: &mut String) -> Result<(), Box<Error>> {
        let Given {
            path, field, value, ..
        } = given;
        let mut put = |path: &Path, value: &D| {
            let required = given.required || field.many == Many::List;
            encode::pair(given.name, &self.word(path, field, required, value)?, out);
            Ok(())
        };
        match field.many {
            Many::List => self.items(path, field, value, &mut put),
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

    /// Checks a value that is sent as one word, and returns it in the form in which it is sent.
    pub fn word<D: Document>(
        &self,
        path: &Path,
        field: &Field,
        required: bool,
        value: &D,
    ) -> Result<String, Box<Error>> {
        let found = value.kind();
        let is_csv = field.many == Many::Csv;
        if is_csv && found == Type::List {
            return self.comma_list(path, field, value);
        }
        let text = value.text();
        // A string that cannot be sent as it is has no text.
        let is_whole = text.is_some();
        let word = text.unwrap_or_default();
        let words = field.of.words;
        let fits = match (field.kind, found) {
            (Kind::Instance, Type::Foreign) => words.iter().all(|name| is_instance(value, name)),
            (Kind::Methods, Type::Object | Type::Foreign) => words.iter().all(|name| {
                let method = value.member(name);
                method.is_some_and(|method| method.kind() == Type::Function)
            }),
            (Kind::Object, Type::Object)
            | (Kind::Function | Kind::TextOrFunction, Type::Function) => true,
            (Kind::Object, Type::Flag) => field.marks.has(Marks::OR_FALSE) && word == "false",
            (Kind::Flag, Type::Flag) | (Kind::Json, Type::Flag | Type::Number | Type::Text) => {
                is_whole
            }
            (Kind::Number, Type::Number) | (Kind::Text, Type::Text) if !words.is_empty() => {
                words.contains(&word.as_str())
            }
            (Kind::Number, Type::Number) => is_whole,
            (Kind::Count, Type::Text | Type::Number) | (Kind::Whole, Type::Number) => {
                is_count(&word)
            }
            (Kind::Positive, Type::Number) => is_count(&word) && word != "0",
            (Kind::Id, Type::Text) => is_id(&word),
            (Kind::Text | Kind::Secret | Kind::TextOrFunction, Type::Text) => {
                is_whole && !(word.is_empty() && (required || is_csv))
            }
            _ => false,
        };
        match fits {
            true => Ok(word),
            false => Err(self.misfit(path, field, is_csv, required, value)),
        }
    }

    fn comma_list<D: Document>(
        &self,
        path: &Path,
        field: &Field,
        value: &D,
    ) -> Result<String, Box<Error>> {
        let mut list = String::new();
        let item_field = Field {
            many: Many::One,
            ..*field
        };
        self.items(path, field, value, &mut |path, item| {
            let word = self.word(path, &item_field, true, item)?;
            if word.bytes().any(|byte| byte == b',') {
                let sentence = "\"%\" has a comma, which separates the items of the list";
                return Err(self.error(sentence, &[&path.words()]));
            }
            separate(0, ",", &mut list);
            list.push_str(&word);
            Ok(())
        })?;
        match list.is_empty() {
            true => Err(self.misfit(path, field, true, true, value)),
            false => Ok(list),
        }
    }

    /// Says what is wrong with one value.
    fn unfit<D: Document>(
        &self,
        path: &Path,
        field: &Field,
        required: bool,
        value: &D,
    ) -> Box<Error> {
        self.misfit(path, field, false, required, value)
    }
}

/// Appends a separator unless `out` is still as long as it was at the start.
fn separate(start: usize, separator: &str, out: &mut String) {
    if out.len() > start {
        out.push_str(separator);
    }
}

/// Returns whether a text is an id that nobody takes for another, or for none.
fn is_id(text: &str) -> bool {
    let mut ends = None;
    for letter in text.chars() {
        let (first, _) = ends.unwrap_or((letter, letter));
        ends = Some((first, letter));
    }
    let is_seen = ends.is_some_and(|(first, last)| !is_blank(first) && !is_blank(last));
    is_seen && !matches!(text, "." | "..")
}

/// Returns whether a character shows nothing: white space, control and format characters.
fn is_blank(character: char) -> bool {
    matches!(character, '\0'..=' ' | '\x7f'..='\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}')
}

fn is_count(digits: &str) -> bool {
    !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a value is of a class of this name. Stand-ins of a runtime's own may be labelled by another.
fn is_instance<D: Document>(value: &D, name: &str) -> bool {
    let class = value.member("constructor");
    let class = class.and_then(|class| class.member("name")?.text());
    value.name().ends_with(name) || class.as_deref() == Some(name)
}
