//! The generated operations of the package's TypeScript half: what each version can do, and the table of methods.

use std::fmt::Write;

use ghl_users::{
    api,
    core::{
        config::FILLED,
        model::{Field, Refers, ShapeDocs},
        operation::{Api, Operation, Output},
    },
};

use crate::{
    markdown,
    typescript::{HEADER, comment, name_for},
};

/// Writes `operations.ts`: what each version can do, and how a method's arguments become one input.
pub fn file() -> String {
    let mut imports: Vec<String> = vec!["CallOptions".into()];
    let mut body = String::new();
    for api in Api::ALL {
        let upper = api.name().to_uppercase();
        let _ = writeln!(
            body,
            "/** The operations of {} by id: what each takes and gives. */",
            api.name()
        );
        let _ = writeln!(body, "export interface Operations{upper} {{");
        for method in methods(api) {
            let _ = writeln!(
                body,
                "  \"{}\": {{ input: {}; output: {}{} }};",
                method.id,
                method.input(),
                method.output,
                method
                    .item
                    .map_or_else(String::new, |item| format!("; item: {item}"))
            );
            imports.extend(method.params.clone());
            imports.extend(
                [method.output]
                    .into_iter()
                    .chain(method.item)
                    .map(str::to_owned),
            );
        }
        body.push_str("}\n\n");
        for (resource, _) in api::DOCS {
            let _ = writeln!(
                body,
                "/** The methods of `ghl.{resource}` in {}. */",
                api.name()
            );
            let _ = writeln!(body, "export interface {}{upper} {{", capitalised(resource));
            for method in methods(api).filter(|method| method.resource == *resource) {
                body.push_str(&method.signature());
            }
            body.push_str("}\n\n");
        }
    }
    imports.sort();
    imports.dedup();
    format!(
        "{HEADER}import type {{ PagePromise }} from \"../pages.js\";\nimport type {{ ApiPromise }} from \"../promise.js\";\nimport type {{\n  {},\n}} from \"./types.js\";\n\n{body}{}",
        imports.join(",\n  "),
        method_table()
    )
}

/// What is said of a method that gives one page of many.
const PAGED: &str = "Await it for one page, or iterate over it for all of them: `for await (const item of …)`, `.pages()`, `.all()`.\n\
     `options` then hold for each page's request.\n\n";

/// A method of a resource, in one version.
struct Method {
    resource: &'static str,
    name: &'static str,
    id: &'static str,
    text: String,
    subject: Option<(&'static str, &'static str)>,
    params: Option<String>,
    params_optional: bool,
    output: &'static str,
    /// The type of what iterating gives, if the answer is one page of many.
    item: Option<&'static str>,
    deprecated: bool,
}

fn methods(api: Api) -> impl Iterator<Item = Method> {
    let all = api::DOCS.iter().zip(api::RESOURCES);
    all.flat_map(move |((resource, docs), rows)| {
        docs.iter().zip(*rows).filter_map(move |(docs, row)| {
            let access = row.access(api)?;
            let optional = |field: &Field| !field.required.has(api) || FILLED.contains(&field.name);
            let item = list_of_pages(row).and_then(|list| item_of(docs.output, list));
            Some(Method {
                resource,
                name: docs.method,
                id: docs.id,
                text: format!(
                    "{}\n{}`{} {}`; token: {}.",
                    docs.text,
                    item.map_or("", |_| PAGED),
                    row.method.as_str(),
                    row.path,
                    markdown::access(access)
                ),
                subject: row
                    .subject
                    .as_ref()
                    .map(|field| field.name)
                    .zip(docs.subject),
                params: docs.input.map(|input| name_for(input, api)),
                params_optional: row
                    .input
                    .fields
                    .iter()
                    .filter(|field| field.apis.has(api))
                    .all(optional),
                output: docs.output.name,
                item,
                deprecated: row.deprecated.has(api),
            })
        })
    })
}

impl Method {
    fn input(&self) -> String {
        let subject = self
            .subject
            .map(|(name, _)| format!("{{ {name}: string }}"));
        let parts: Vec<String> = subject.into_iter().chain(self.params.clone()).collect();
        match parts.as_slice() {
            [] => "Record<string, never> | undefined".to_owned(),
            parts => parts.join(" & "),
        }
    }

    fn signature(&self) -> String {
        let mut arguments = Vec::new();
        let mut tags = Vec::new();
        if let Some((name, text)) = self.subject {
            arguments.push(format!("{name}: string"));
            tags.push(format!("@param {name} - {text}"));
        }
        if let Some(params) = &self.params {
            let mark = if self.params_optional && self.subject.is_none() {
                "?"
            } else {
                ""
            };
            arguments.push(format!("params{mark}: {params}"));
        }
        arguments.push("options?: CallOptions".to_owned());
        if self.deprecated {
            tags.push("@deprecated HighLevel has deprecated this operation.".to_owned());
        }
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        let comment = comment("  ", &self.text, &tags);
        let promise = match self.item {
            Some(item) => format!("PagePromise<{}, {item}>", self.output),
            None => format!("ApiPromise<{}>", self.output),
        };
        format!(
            "{comment}  {}({}): {promise};\n",
            self.name,
            arguments.join(", ")
        )
    }
}

/// Returns the key of the list that a row gives page by page: one that takes `skip` and `limit`.
fn list_of_pages(row: &Operation) -> Option<&'static str> {
    let takes = |name| row.input.fields.iter().any(|field| field.name == name);
    match row.output {
        Output::List(key) if takes("skip") && takes("limit") => Some(key),
        _ => None,
    }
}

/// Returns the type of the items of a list.
fn item_of(docs: &ShapeDocs, list: &str) -> Option<&'static str> {
    let mut fields = docs.shape.fields.iter().zip(docs.fields);
    let (_, field) = fields.find(|(field, _)| field.name == list)?;
    match field.refers {
        Refers::Shape(item) => Some(item.name),
        _ => None,
    }
}

fn method_table() -> String {
    let mut out = "/**\n \
         * What each method takes before its options: the field that stands alone, and whether an object with the others;\n \
         * and where its pages have their items, if it gives one of many.\n \
         */\n\
         export const METHODS = {\n"
        .to_owned();
    for ((resource, docs), rows) in api::DOCS.iter().zip(api::RESOURCES) {
        let _ = writeln!(out, "  {resource}: {{");
        for (docs, row) in docs.iter().zip(*rows) {
            let subject = row
                .subject
                .as_ref()
                .map(|field| format!("id: \"{}\"", field.name));
            let input = docs.input.map(|_| "input: true".to_owned());
            let pages = list_of_pages(row).map(|list| format!("pages: \"{list}\""));
            let parts: Vec<String> = subject.into_iter().chain(input).chain(pages).collect();
            let _ = writeln!(out, "    {}: {{ {} }},", docs.method, parts.join(", "));
        }
        out.push_str("  },\n");
    }
    out.push_str("} as const;\n");
    out.replace("{  }", "{}")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
