//! The generated operations of the package's TypeScript half: what each version can do, and the table of methods.

use std::fmt::Write;

use ghl_users::{
    api,
    core::{config::FILLED, model::Field, operation::Api},
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
                "  \"{}\": {{ input: {}; output: {} }};",
                method.id,
                method.input(),
                method.output
            );
            imports.extend(method.params.clone());
            imports.push(method.output.to_owned());
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
        "{HEADER}import type {{ ApiPromise }} from \"../promise.js\";\nimport type {{\n  {},\n}} from \"./types.js\";\n\n{body}{}",
        imports.join(",\n  "),
        method_table()
    )
}

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
    deprecated: bool,
}

fn methods(api: Api) -> impl Iterator<Item = Method> {
    let all = api::DOCS.iter().zip(api::RESOURCES);
    all.flat_map(move |((resource, docs), rows)| {
        docs.iter().zip(*rows).filter_map(move |(docs, row)| {
            let access = row.access(api)?;
            let optional = |field: &Field| !field.required.has(api) || FILLED.contains(&field.name);
            Some(Method {
                resource,
                name: docs.method,
                id: docs.id,
                text: format!(
                    "{}\n`{} {}`; token: {}.",
                    docs.text,
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
        format!(
            "{comment}  {}({}): ApiPromise<{}>;\n",
            self.name,
            arguments.join(", "),
            self.output
        )
    }
}

fn method_table() -> String {
    let mut out = "/** What each method takes before its options: the field that stands alone, and whether an object with the others. */\n\
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
            let parts: Vec<String> = subject.into_iter().chain(input).collect();
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
