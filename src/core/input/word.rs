//! A value that is sent as one word: in a path, in a query, or as what JSON has besides objects and lists.

use super::{Check, path::Path, separate};
use crate::core::{
    document::{Document, Type},
    error::Error,
    model::{Field, Kind, Many, Marks},
    text,
};

impl Check<'_> {
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
            (Kind::Path, Type::Text) => is_path(&word),
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

/// Returns whether a text is a path, perhaps with a query, that every reader of URLs leaves as it is and on its host.
fn is_path(text: &str) -> bool {
    let path = text::place(text, "?").and_then(|end| text.get(..end));
    let path = path.unwrap_or(text);
    // A dot, or its code, at the beginning of a segment may lead upwards.
    let is_still = !["/.", "/%2e"].iter().any(|dot| text::has(path, dot));
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'\\' | b'#');
    let is_rooted = text.starts_with("/") && !text.starts_with("//");
    is_still && is_rooted && text.bytes().all(is_plain)
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
