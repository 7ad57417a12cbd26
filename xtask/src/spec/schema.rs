//! Schemas of OpenAPI, as things.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::thing::{Member, Thing};

/// How deep a schema is followed. One that refers to itself has no end.
const DEEPEST: usize = 12;

/// A file, among those that it may refer to.
pub struct File<'a> {
    /// All of them.
    pub files: &'a BTreeMap<PathBuf, Value>,
    /// Where it is.
    pub path: &'a Path,
    /// What it says.
    pub whole: &'a Value,
}

impl File<'_> {
    /// Reads a schema that stands in the file.
    pub fn thing(&self, schema: &Value, depth: usize) -> Thing {
        if depth > DEEPEST {
            return Thing::Anything;
        }
        if let Some(place) = schema["$ref"].as_str() {
            return self.referred(place, depth).unwrap_or(Thing::Anything);
        }
        let alternatives: Vec<Thing> = ["allOf", "anyOf", "oneOf"]
            .iter()
            .flat_map(|key| list(schema, key))
            .map(|one| self.thing(one, depth + 1))
            .collect();
        if !alternatives.is_empty() {
            return together(alternatives, schema["allOf"].is_array());
        }
        match (
            schema["type"].as_str().unwrap_or("object"),
            &schema["properties"],
        ) {
            ("string", _) => Thing::Text(words(schema)),
            ("number" | "integer", _) => Thing::Number,
            ("boolean", _) => Thing::Flag,
            ("array", _) => Thing::List(Box::new(self.thing(&schema["items"], depth + 1))),
            (_, Value::Object(properties)) => {
                let required: Vec<&str> =
                    list(schema, "required").filter_map(Value::as_str).collect();
                let member = |(name, schema): (&String, &Value)| Member {
                    name: name.clone(),
                    thing: self.thing(schema, depth + 1),
                    is_required: required.contains(&name.as_str()),
                    place: "",
                };
                Thing::Object(properties.iter().map(member).collect())
            }
            _ => match &schema["additionalProperties"] {
                item @ Value::Object(_) => Thing::Map(Box::new(self.thing(item, depth + 1))),
                _ => Thing::Anything,
            },
        }
    }

    /// What a reference leads to, in this file or in one that all have in common.
    fn referred(&self, reference: &str, depth: usize) -> Option<Thing> {
        let (file, pointer) = reference.split_once('#')?;
        let (path, whole) = match file {
            "" => (self.path, self.whole),
            file => {
                let name = Path::new(file).file_name()?;
                let mut files = self.files.iter();
                let (path, whole) = files.find(|(path, _)| path.file_name() == Some(name))?;
                (path.as_path(), whole)
            }
        };
        let file = File {
            files: self.files,
            path,
            whole,
        };
        Some(file.thing(whole.pointer(pointer)?, depth + 1))
    }
}

/// Makes one thing of several: objects become one object, of which only what all have is required.
fn together(things: Vec<Thing>, is_all: bool) -> Thing {
    let count = things.len();
    let mut members: Vec<(Member, usize)> = Vec::new();
    for thing in &things {
        let Thing::Object(own) = thing else {
            return if count == 1 {
                thing.clone()
            } else {
                Thing::Anything
            };
        };
        for member in own {
            match members
                .iter_mut()
                .find(|(known, _)| known.name == member.name)
            {
                Some((known, times)) => {
                    *times += 1;
                    known.is_required &= member.is_required;
                    if known.thing.words() != member.thing.words() {
                        known.thing = Thing::Anything;
                    }
                }
                None => members.push((member.clone(), 1)),
            }
        }
    }
    let all = members.into_iter().map(|(member, times)| Member {
        is_required: member.is_required && (is_all || times == count),
        ..member
    });
    Thing::Object(all.collect())
}

/// The words that a schema lists.
pub fn words(schema: &Value) -> Vec<String> {
    list(schema, "enum")
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The items of a member that is a list.
pub fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

/// A member that is a text; empty if it is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
