//! The generated operations of a resource in the package's TypeScript half: what each version can do.

use std::fmt::Write;

use ghl_users::core::model::{
    FILLED, Field,
    docs::{OperationDocs, Refers, ShapeDocs},
    operation::{Access, Form, Operation},
    version::Api,
};

use crate::{
    markdown,
    tree::Tree,
    typescript::{HEADER, comment, name_for, refers_to},
};

/// Writes a resource's `operations.ts`: what each version can do.
pub fn file(resource: &str, operations: &'static [OperationDocs], rows: &[Operation]) -> String {
    let mut names: Vec<String> = vec!["CallOptions".into()];
    let mut body = String::new();
    let type_name = capitalised(resource);
    for api in Api::ALL {
        let (version, upper) = (api.name(), api.name().to_uppercase());
        let methods = methods(api, operations, rows);
        let _ = writeln!(
            body,
            "/** The operations of `{resource}` in {version} by id: what each takes and gives. */\nexport interface {type_name}Operations{upper} {{"
        );
        for method in &methods {
            let item = method.item.map(|item| format!("; item: {item}"));
            let _ = writeln!(
                body,
                "  \"{}\": {{ input: {}; output: {}{} }};",
                method.id,
                method.input(),
                method.output,
                item.unwrap_or_default()
            );
            names.extend(method.params.clone());
            names.extend(method.about.iter().map(|(_, kind, _)| kind.clone()));
            let output = method.output.trim_end_matches("[]");
            let answers = [output].into_iter().chain(method.item);
            names.extend(answers.map(str::to_owned));
        }
        let _ = writeln!(
            body,
            "}}\n\n/** The methods of `{resource}` in {version}. */\nexport interface {type_name}{upper} {{"
        );
        let tree = Tree::of(methods.iter().map(|method| (method.id, method)));
        tree.write(&mut body, "  ", &|name, method, indent| {
            method.signature(name, indent)
        });
        body.push_str("}\n\n");
    }
    body.truncate(body.trim_end().len());
    let used = |name: &str| {
        let mut words = body.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| word == name)
    };
    let promises: String = [("PagePromise", "pages"), ("ApiPromise", "promise")]
        .iter()
        .filter(|(name, _)| used(name))
        .map(|(name, file)| {
            format!("import type {{ {name} }} from \"../../resource/{file}.js\";\n")
        })
        .collect();
    names.retain(|name| {
        !matches!(name.as_str(), "CallOptions" | "Blob")
            && name.chars().next().is_some_and(char::is_uppercase)
    });
    names.sort();
    names.dedup();
    format!(
        "{HEADER}{promises}import type {{ CallOptions }} from \"../types.js\";\nimport type {{\n  {},\n}} from \"./types.js\";\n\n{body}\n",
        names.join(",\n  ")
    )
}

/// What is said of a method that gives one page of many.
const PAGED: &str = "Await it for one page, or iterate over it for all of them: `for await (const item of …)`, `.pages()`, `.all()`.\n\
     `options` then hold for each page's request.\n\n";

/// A method of a resource, in one version.
struct Method {
    id: &'static str,
    text: String,
    /// The arguments before the others: names, types, and what they are.
    about: Vec<(&'static str, String, &'static str)>,
    params: Option<String>,
    params_optional: bool,
    output: String,
    /// The type of what iterating gives, if the answer is one page of many.
    item: Option<&'static str>,
    deprecated: bool,
}

fn methods(api: Api, operations: &'static [OperationDocs], rows: &[Operation]) -> Vec<Method> {
    let all = operations.iter().zip(rows);
    let known = all.filter_map(|(docs, row)| row.access(api).map(|access| (docs, row, access)));
    known
        .map(|(docs, row, access)| method(api, docs, row, access))
        .collect()
}

fn method(api: Api, docs: &'static OperationDocs, row: &Operation, access: Access) -> Method {
    let is_about = |field: &&Field| docs.about.iter().any(|(name, _)| *name == field.name);
    let optional = |field: &Field| !field.required.has(api) || FILLED.contains(&field.name);
    let mut others = row.input.fields.iter().filter(|field| !is_about(field));
    let item = docs
        .pages
        .and_then(|_| item_of(docs.output, row.output.list));
    Method {
        id: docs.id,
        text: format!(
            "{}\n{}`{} {}`; token: {}{}.",
            docs.text,
            item.map_or("", |_| PAGED),
            row.method.as_str(),
            row.path,
            markdown::access(access),
            match docs.scope {
                "" => String::new(),
                scope => format!("; scope: `{scope}`"),
            }
        ),
        about: docs
            .about
            .iter()
            .map(|(name, field)| (*name, refers_to(field, false, api), field.text))
            .collect(),
        params: docs.input.map(|input| name_for(input, api)),
        params_optional: others.all(|field| !field.apis.has(api) || optional(field)),
        output: match row.output.form {
            Form::Text => "string".to_owned(),
            Form::Bytes => "Blob".to_owned(),
            Form::List if row.output.list.is_empty() => format!("{}[]", docs.output.name),
            _ => docs.output.name.to_owned(),
        },
        item,
        deprecated: docs.deprecated.has(api),
    }
}

impl Method {
    fn input(&self) -> String {
        let about = self
            .about
            .iter()
            .map(|(name, kind, _)| format!("{name}: {kind}"));
        let about: Vec<String> = about.collect();
        let about = (!about.is_empty()).then(|| format!("{{ {} }}", about.join("; ")));
        let parts: Vec<String> = about.into_iter().chain(self.params.clone()).collect();
        match parts.as_slice() {
            [] => "Record<string, never> | undefined".to_owned(),
            parts => parts.join(" & "),
        }
    }

    fn signature(&self, name: &str, indent: &str) -> String {
        let mut arguments = Vec::new();
        let mut tags = Vec::new();
        for (name, kind, text) in &self.about {
            arguments.push(format!("{name}: {kind}"));
            tags.push(format!("@param {name} - {text}"));
        }
        if let Some(params) = &self.params {
            let mark = if self.params_optional { "?" } else { "" };
            arguments.push(format!("params{mark}: {params}"));
        }
        arguments.push("options?: CallOptions".to_owned());
        if self.deprecated {
            tags.push("@deprecated HighLevel has deprecated this operation.".to_owned());
        }
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        let comment = comment(indent, &self.text, &tags);
        let promise = match self.item {
            Some(item) => format!("PagePromise<{}, {item}>", self.output),
            None => format!("ApiPromise<{}>", self.output),
        };
        format!(
            "{comment}{indent}{name}({}): {promise};\n",
            arguments.join(", ")
        )
    }
}

/// Returns the type of the items of a list.
pub fn item_of(docs: &ShapeDocs, list: &str) -> Option<&'static str> {
    let mut fields = docs.shape.fields.iter().zip(docs.fields);
    let (_, field) = fields.find(|(field, _)| field.name == list)?;
    match field.refers {
        Refers::Shape(item) => Some(item.name),
        _ => None,
    }
}

/// `socialPosting` becomes `SocialPosting`.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
