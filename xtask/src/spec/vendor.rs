//! HighLevel's OpenAPI files, as things.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use ghl_users::core::model::version::Api;
use serde_json::Value;
use xshell::Shell;

use super::thing::{Member, Thing, WHOLE};

/// How deep a schema is followed. One that refers to itself has no end.
const DEEPEST: usize = 12;

/// The files of one version.
pub struct Vendor {
    files: BTreeMap<PathBuf, Value>,
}

/// What HighLevel says of a request.
pub struct Request {
    /// The path, with HighLevel's own names in it.
    pub path: String,
    /// The `Version` headers that it takes.
    pub versions: Vec<String>,
    /// Whether it is deprecated.
    pub is_deprecated: bool,
    /// The scopes, of which a token needs one.
    pub scopes: Vec<String>,
    /// Whose token it asks for: `Agency`, `Location`, `Either`; empty if it does not say.
    pub access: String,
    /// The fields.
    pub input: Vec<Member>,
    /// The answer; nothing if it has no schema of JSON.
    pub answer: Option<Thing>,
}

impl Vendor {
    /// Reads the files of a version, and what they refer to.
    ///
    /// # Errors
    /// When there are none, or one is not JSON.
    pub fn read(sh: &Shell, directory: &Path, api: Api) -> Result<Self> {
        let mut files = BTreeMap::new();
        for folder in [api.name(), "common"] {
            let paths = sh.read_dir(directory.join(folder))?;
            for path in paths
                .into_iter()
                .filter(|path| path.extension().is_some_and(|end| end == "json"))
            {
                let file = serde_json::from_str(&sh.read_file(&path)?)
                    .with_context(|| format!("{} is not JSON", path.display()))?;
                files.insert(path, file);
            }
        }
        Ok(Self { files })
    }

    /// What is said of a request, whatever the names in its path are.
    pub fn request(&self, method: &str, path: &str) -> Option<Request> {
        let method = method.to_ascii_lowercase();
        self.files.iter().find_map(|(file, whole)| {
            let paths = whole.get("paths")?.as_object()?;
            let exact = paths.get_key_value(path);
            let (known, methods) =
                exact.or_else(|| paths.iter().find(|(known, _)| form(known) == form(path)))?;
            Some(
                Reader {
                    vendor: self,
                    file,
                    whole,
                }
                .request(known, methods.get(&method)?),
            )
        })
    }
}

/// A path without the names in it.
fn form(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Reads one of the files.
struct Reader<'a> {
    vendor: &'a Vendor,
    file: &'a Path,
    whole: &'a Value,
}

impl Reader<'_> {
    fn request(&self, path: &str, said: &Value) -> Request {
        let parameters: Vec<&Value> = list(said, "parameters").collect();
        let is = |parameter: &Value, place: &str| text(parameter, "in") == place;
        let mut input = Vec::new();
        for place in ["path", "query"] {
            input.extend(
                parameters
                    .iter()
                    .filter(|parameter| is(parameter, place))
                    .map(|parameter| Member {
                        name: text(parameter, "name").to_owned(),
                        thing: self.thing(&parameter["schema"], 0),
                        is_required: place == "path" || parameter["required"] == true,
                        place,
                    }),
            );
        }
        for name in path.split(['{', '}']).skip(1).step_by(2) {
            if !input.iter().any(|member| member.name == name) {
                input.push(Member {
                    name: name.to_owned(),
                    thing: Thing::Text(Vec::new()),
                    is_required: true,
                    place: "path",
                });
            }
        }
        match self.body(&said["requestBody"]) {
            Some(Thing::Object(members)) => {
                input.extend(members.into_iter().map(|member| Member {
                    place: "body",
                    ..member
                }))
            }
            Some(thing) => input.push(Member {
                name: WHOLE.to_owned(),
                thing,
                is_required: true,
                place: "body",
            }),
            None => {}
        }
        let (schemes, scopes) = self.security(said);
        let version = parameters
            .iter()
            .find(|parameter| is(parameter, "header") && text(parameter, "name") == "Version");
        Request {
            path: path.to_owned(),
            versions: version
                .map(|version| words(&version["schema"]))
                .unwrap_or_default(),
            is_deprecated: said["deprecated"] == true,
            scopes,
            access: access(&schemes),
            input,
            answer: self.answer(said),
        }
    }

    fn answer(&self, said: &Value) -> Option<Thing> {
        let good = said["responses"]
            .as_object()?
            .iter()
            .find(|(status, _)| status.starts_with('2'));
        self.body(good?.1)
    }

    fn body(&self, said: &Value) -> Option<Thing> {
        let content = said.get("content")?.as_object()?;
        let (_, json) = content.iter().find(|(kind, _)| kind.contains("json"))?;
        Some(self.thing(json.get("schema")?, 0))
    }

    /// The descriptions of the schemes, and the scopes.
    fn security(&self, said: &Value) -> (String, Vec<String>) {
        let (mut described, mut scopes) = (String::new(), BTreeSet::new());
        for scheme in list(said, "security")
            .filter_map(Value::as_object)
            .flatten()
        {
            described += text(
                &self.whole["components"]["securitySchemes"][scheme.0],
                "description",
            );
            scopes.extend(
                scheme
                    .1
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .map(str::to_owned),
            );
        }
        (described, scopes.into_iter().collect())
    }

    fn thing(&self, schema: &Value, depth: usize) -> Thing {
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
            "" => (self.file, self.whole),
            file => {
                let name = Path::new(file).file_name()?;
                let mut files = self.vendor.files.iter();
                let (path, whole) = files.find(|(path, _)| path.file_name() == Some(name))?;
                (path.as_path(), whole)
            }
        };
        let reader = Reader {
            vendor: self.vendor,
            file: path,
            whole,
        };
        Some(reader.thing(whole.pointer(pointer)?, depth + 1))
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

fn access(described: &str) -> String {
    let access = match (
        described.contains("Agency"),
        described.contains("Sub-Account"),
    ) {
        (true, true) => "Either",
        (true, false) => "Agency",
        (false, true) => "Location",
        (false, false) => "",
    };
    access.to_owned()
}

fn words(schema: &Value) -> Vec<String> {
    list(schema, "enum")
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
