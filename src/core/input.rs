//! Checks what a caller gave against the shape that is declared for it, and writes it as it is sent.

use super::{
    document::{Document, Type, write_string},
    encode,
    error::{Code, Error},
    model::{EMPTY, Field, Kind, Shape},
    operation::Api,
    path::Path,
    suggest::Nearest,
    text,
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
    pub kind: &'a Kind,
    /// Whether it is required.
    pub required: bool,
    /// What it holds.
    pub value: D,
}

type Put<'a, D> = &'a mut dyn FnMut(&Given<'_, D>) -> Result<(), Box<Error>>;

type PutItem<'a, D> = &'a mut dyn FnMut(&Path, &Kind, &D) -> Result<(), Box<Error>>;

impl Check<'_> {
    /// Hands each field of an object to `put`: those given, in their order, and those that the client fills.
    ///
    /// # Errors
    /// An error of [`Check::code`] that names the first wrong field by its path, and what was expected.
    pub fn object<D: Document>(
        &self,
        subject: Option<&Field>,
        shape: &Shape,
        given: &D,
        put: Put<'_, D>,
    ) -> Result<(), Box<Error>> {
        if !matches!(given.kind(), Type::Object | Type::Null) {
            return Err(self.error("the input is %: expected an object", &[&given.words()]));
        }
        self.members(&Path::ROOT, subject, shape, None, given, put)
    }

    /// Hands each field of the object at `path` to `put`. It may have fields of other names, if `rest` says what they hold.
    pub(super) fn members<D: Document>(
        &self,
        path: &Path,
        subject: Option<&Field>,
        shape: &Shape,
        rest: Option<&Kind>,
        object: &D,
        put: Put<'_, D>,
    ) -> Result<(), Box<Error>> {
        let fields = || subject.into_iter().chain(shape.fields);
        let Some(names) = object.keys() else {
            return Err(self.error("the input cannot be read: expected an object", &[]));
        };
        for name in &names {
            let Some(value) = object.member(name) else {
                continue;
            };
            let known = fields().find(|field| field.name == name && field.apis.has(self.api));
            let (kind, required) = match (known, rest) {
                (Some(field), _) => (&field.kind, field.required.has(self.api)),
                (None, Some(rest)) if !self.is_misspelt(name, shape) => (rest, false),
                _ => return Err(self.unknown(path, name, subject, shape)),
            };
            put(&Given {
                path: path.member(name),
                name,
                kind,
                required,
                value,
            })?;
        }
        for field in fields() {
            let required = field.required.has(self.api);
            let wanted = required || field.filled && field.apis.has(self.api);
            // Its name counts, too: what an object inherits is not sent, and so is not given.
            let given = names.iter().any(|name| name == field.name);
            if !wanted || given && object.member(field.name).is_some() {
                continue;
            }
            let path = path.member(field.name);
            match (self.filler)(field.name) {
                Some(own) => put(&Given {
                    path,
                    name: field.name,
                    kind: &field.kind,
                    required,
                    value: D::from_text(own),
                })?,
                None if required => return Err(self.missing(&path, field)),
                None => {}
            }
        }
        Ok(())
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
        self.json_value(&given.path, given.kind, given.required, &given.value, out)
    }

    fn json_value<D: Document>(
        &self,
        path: &Path,
        kind: &Kind,
        required: bool,
        value: &D,
        out: &mut String,
    ) -> Result<(), Box<Error>> {
        let (shape, rest) = match kind {
            Kind::Texts | Kind::Ids => {
                let start = out.len() + 1;
                out.push_str("[");
                self.items(path, kind, value, &mut |path, kind, item| {
                    separate(start, ",", out);
                    self.json_value(path, kind, true, item, out)
                })?;
                out.push_str("]");
                return Ok(());
            }
            Kind::Json => {
                let json = value.json();
                out.push_str(&json.ok_or_else(|| self.unfit(path, kind, required, value))?);
                return Ok(());
            }
            Kind::Object(shape) => (*shape, None),
            Kind::Flags(shape) => (*shape, Some(&Kind::Flag)),
            Kind::TextMap => (&EMPTY, Some(&Kind::Text)),
            _ => {
                let word = self.word(path, kind, required, value)?;
                match kind {
                    Kind::Flag => out.push_str(&word),
                    _ => write_string(&word, out),
                }
                return Ok(());
            }
        };
        if value.kind() != Type::Object {
            return Err(self.unfit(path, kind, required, value));
        }
        let start = out.len() + 1;
        out.push_str("{");
        let mut put = |given: &Given<D>| {
            separate(start, ",", out);
            self.json(given, out)
        };
        self.members(path, None, shape, rest, value, &mut put)?;
        out.push_str("}");
        Ok(())
    }

    /// Appends a field as `name=value`, with `&` before it unless it is the first; a list repeats its name.
    pub fn pair<D: Document>(&self, given: &Given<D>, out: &mut String) -> Result<(), Box<Error>> {
        if matches!(given.kind, Kind::Texts | Kind::Ids) {
            return self.items(
                &given.path,
                given.kind,
                &given.value,
                &mut |path, kind, item| {
                    encode::pair(given.name, &self.word(path, kind, true, item)?, out);
                    Ok(())
                },
            );
        }
        let word = self.word(&given.path, given.kind, given.required, &given.value)?;
        encode::pair(given.name, &word, out);
        Ok(())
    }

    /// Hands each item of an array to `put`, with the kind that it must have.
    fn items<D: Document>(
        &self,
        path: &Path,
        kind: &Kind,
        value: &D,
        put: PutItem<'_, D>,
    ) -> Result<(), Box<Error>> {
        if value.kind() != Type::List {
            return Err(self.unfit(path, kind, true, value));
        }
        let item_kind = match kind {
            Kind::Ids => &Kind::Id,
            _ => &Kind::Text,
        };
        let mut index = 0;
        while let Some(item) = value.item(index) {
            put(&path.item(index), item_kind, &item)?;
            index += 1;
        }
        Ok(())
    }

    /// Checks a value that is sent as one word, and returns it in the form in which it is sent.
    pub fn word<D: Document>(
        &self,
        path: &Path,
        kind: &Kind,
        required: bool,
        value: &D,
    ) -> Result<String, Box<Error>> {
        let found = value.kind();
        if matches!((kind, found), (Kind::Csv, Type::List)) {
            return self.comma_list(path, kind, value);
        }
        let text = value.text();
        // A string that cannot be sent as it is has no text.
        let whole = found != Type::Text || text.is_some();
        let word = text.unwrap_or_default();
        let fits = match (kind, found) {
            (Kind::Text | Kind::Secret, Type::Text) => !(required && word.is_empty()),
            (Kind::Id, Type::Text) => is_id(&word),
            (Kind::Choice(words), Type::Text) => words.contains(&word.as_str()),
            (Kind::Csv, Type::Text) => !word.is_empty(),
            (Kind::Count, Type::Number | Type::Text) => is_count(&word),
            (Kind::Flag, Type::Flag)
            | (Kind::Function, Type::Function)
            | (Kind::TextOrFunction, Type::Function | Type::Text) => true,
            (Kind::Instance(name), Type::Foreign) => is_instance(value, name),
            (Kind::Whole(least), Type::Number) => {
                is_count(&word) && text::whole(&word) >= Some(f64::from(*least))
            }
            (Kind::Anything, Type::Object) => true,
            (Kind::Json, Type::Text | Type::Number | Type::Flag) => true,
            (Kind::OptionsOrFalse(_), Type::Flag) => word == "false",
            (Kind::Methods(names), Type::Object | Type::Foreign) => names.iter().all(|name| {
                let method = value.member(name);
                method.is_some_and(|method| method.kind() == Type::Function)
            }),
            _ => false,
        };
        match fits && whole {
            true => Ok(word),
            false => Err(self.unfit(path, kind, required, value)),
        }
    }

    fn comma_list<D: Document>(
        &self,
        path: &Path,
        kind: &Kind,
        value: &D,
    ) -> Result<String, Box<Error>> {
        let mut list = String::new();
        self.items(path, kind, value, &mut |path, kind, item| {
            let word = self.word(path, kind, true, item)?;
            if word.bytes().any(|byte| byte == b',') {
                let sentence = "\"%\" has a comma, which separates the items of the list";
                return Err(self.error(sentence, &[&path.words()]));
            }
            separate(0, ",", &mut list);
            list.push_str(&word);
            Ok(())
        })?;
        match list.is_empty() {
            true => Err(self.unfit(path, kind, true, value)),
            false => Ok(list),
        }
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
    let is_seen = |end: Option<char>| end.is_some_and(|end| !is_blank(end));
    let mut letters = text.chars();
    !matches!(text, "." | "..") && is_seen(letters.clone().next()) && is_seen(letters.next_back())
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
