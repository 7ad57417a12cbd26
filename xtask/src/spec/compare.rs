//! What differs between a declaration and HighLevel's file.

use ghl_users::core::model::{
    docs::OperationDocs,
    operation::{Form, Operation},
    version::Api,
};

use super::{
    declared,
    thing::{Member, Thing},
    vendor::{Request, Vendor},
};

/// Lists the differences of one operation, each with its version, id and place.
pub fn operation(api: Api, row: &Operation, docs: &OperationDocs, vendor: &Vendor) -> Vec<String> {
    let mut differences = Differences {
        about: format!("{} {}", api.name(), row.id),
        found: Vec::new(),
    };
    match vendor.request(row.method.as_str(), row.path) {
        Some(theirs) => {
            head(api, row, docs, &theirs, &mut differences);
            members(
                "input",
                &declared::input(row, docs, api),
                &theirs.input,
                &mut differences,
            );
            answer(api, row, docs, &theirs, &mut differences);
        }
        None => differences.add(
            "",
            format!("HighLevel has no {} {}", row.method.as_str(), row.path),
        ),
    }
    differences.found
}

struct Differences {
    about: String,
    found: Vec<String>,
}

impl Differences {
    fn add(&mut self, place: &str, what: impl std::fmt::Display) {
        let separator = if place.is_empty() { "" } else { " " };
        self.found
            .push(format!("{}{separator}{place}: {what}", self.about));
    }
}

fn head(
    api: Api,
    row: &Operation,
    docs: &OperationDocs,
    theirs: &Request,
    differences: &mut Differences,
) {
    let version = if api == Api::V3 { "v3" } else { row.version };
    if !theirs.versions.iter().any(|known| known == version) {
        differences.add(
            "version",
            format!("ours is {version}, theirs {}", shown(&theirs.versions)),
        );
    }
    if row.path != theirs.path {
        differences.add(
            "path",
            format!("ours is {}, theirs {}", row.path, theirs.path),
        );
    }
    if docs.deprecated.has(api) != theirs.is_deprecated {
        differences.add("deprecated", format!("theirs is {}", theirs.is_deprecated));
    }
    let is_named = match docs.scope {
        "" => theirs.scopes.is_empty(),
        own => theirs.scopes.iter().any(|scope| scope == own),
    };
    if !is_named {
        differences.add(
            "scope",
            format!(
                "ours is \"{}\", theirs {}",
                docs.scope,
                shown(&theirs.scopes)
            ),
        );
    }
    let access = row
        .access(api)
        .map(|access| format!("{access:?}"))
        .unwrap_or_default();
    if access != theirs.access {
        differences.add(
            "token",
            format!("ours is {access}, theirs \"{}\"", theirs.access),
        );
    }
}

fn answer(
    api: Api,
    row: &Operation,
    docs: &OperationDocs,
    theirs: &Request,
    differences: &mut Differences,
) {
    let whole = match (row.output.form, &theirs.answer) {
        (Form::Text | Form::Bytes, None) => return,
        (Form::Text | Form::Bytes, Some(thing)) => {
            return differences.add("answer", format!("theirs is {}", thing.words()));
        }
        (_, None) => return differences.add("answer", "theirs has no schema"),
        (_, Some(thing)) => thing,
    };
    let thing = match (row.output.within, whole) {
        ("", whole) => whole,
        (key, Thing::Object(members)) => match members.iter().find(|member| member.name == key) {
            Some(member) => &member.thing,
            None => return differences.add("answer", format!("theirs has no \"{key}\"")),
        },
        (_, other) => return differences.add("answer", format!("theirs is {}", other.words())),
    };
    things(
        "answer",
        &declared::answer(row, docs, api),
        thing,
        differences,
    );
}

fn members(place: &str, ours: &[Member], theirs: &[Member], differences: &mut Differences) {
    for member in theirs {
        let place = format!("{place}.{}", member.name);
        let Some(own) = ours.iter().find(|own| own.name == member.name) else {
            differences.add(&place, format!("only theirs, {}", member.thing.words()));
            continue;
        };
        if own.is_required != member.is_required {
            let required = if member.is_required {
                "required"
            } else {
                "optional"
            };
            differences.add(&place, format!("theirs is {required}"));
        }
        if own.place != member.place {
            differences.add(
                &place,
                format!(
                    "ours travels in the {}, theirs in the {}",
                    own.place, member.place
                ),
            );
        }
        things(&place, &own.thing, &member.thing, differences);
    }
    for own in ours {
        if !theirs.iter().any(|member| member.name == own.name) {
            differences.add(
                &format!("{place}.{}", own.name),
                format!("only ours, {}", own.thing.words()),
            );
        }
    }
}

fn things(place: &str, ours: &Thing, theirs: &Thing, differences: &mut Differences) {
    match (ours, theirs) {
        (Thing::Anything, Thing::Anything)
        | (Thing::Number, Thing::Number)
        | (Thing::Digits, Thing::Number | Thing::Digits)
        | (Thing::Flag, Thing::Flag) => {}
        (Thing::Digits, Thing::Text(words)) if words.is_empty() => {}
        (Thing::Text(ours), Thing::Text(theirs)) => words(place, ours, theirs, differences),
        (Thing::Object(ours), Thing::Object(theirs)) => members(place, ours, theirs, differences),
        (Thing::Map(ours), Thing::Map(theirs)) => {
            things(&format!("{place}{{}}"), ours, theirs, differences)
        }
        (Thing::List(ours), Thing::List(theirs)) => {
            things(&format!("{place}[]"), ours, theirs, differences)
        }
        _ => differences.add(
            place,
            format!("ours is {}, theirs {}", ours.words(), theirs.words()),
        ),
    }
}

fn words(place: &str, ours: &[String], theirs: &[String], differences: &mut Differences) {
    let lacking = |all: &[String], of: &[String]| -> Vec<String> {
        all.iter()
            .filter(|word| !of.contains(word))
            .cloned()
            .collect()
    };
    for (whose, words) in [
        ("theirs", lacking(theirs, ours)),
        ("ours", lacking(ours, theirs)),
    ] {
        if !words.is_empty() {
            differences.add(place, format!("only {whose} has {}", shown(&words)));
        }
    }
}

fn shown(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    if quoted.is_empty() {
        "none".to_owned()
    } else {
        quoted.join(" ")
    }
}
