//! The generated entries of the package's catalogue: a function per resource, all of them together, and the rows as data.

use std::fmt::Write;

use anyhow::Result;
use ghl_users::{
    api,
    core::model::{
        Field, Kind, Many, Shape,
        docs::{FieldDocs, OperationDocs, Refers},
        operation::{Operation, Place},
        version::{Api, Apis},
    },
};
use serde_json::{Value, json};

use crate::{
    markdown,
    operations::capitalised,
    resource::{constant, folder},
    typescript::HEADER,
};

/// The resource that a client brings along.
const OWN: &str = "users";

/// Names the resources that the catalogue adds to a client's own.
pub fn added() -> impl Iterator<Item = &'static str> {
    api::DOCS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| *name != OWN)
}

/// Writes the entry of one resource.
pub fn entry(resource: &str) -> String {
    let (function, kind, folder) = (resource, capitalised(resource), folder(resource));
    let versions: String = Api::ALL
        .iter()
        .map(|api| {
            let upper = api.name().to_uppercase();
            format!(
                "  {}: {{ methods: operations.{kind}{upper}; operations: operations.{kind}Operations{upper} }};\n",
                api.name()
            )
        })
        .collect();
    let name = constant(resource);
    let named = of_versions(&kind);
    format!(
        "{HEADER}import {{ connect, type Client }} from \"../../client/connect.js\";\n\
         import type {{ Api }} from \"../types.js\";\n\
         import type * as operations from \"../{folder}/operations.js\";\n\
         import {{ {name} }} from \"../{folder}/resource.js\";\n\n\
         export type * from \"../{folder}/types.js\";\n\
         export type {{ {named} }} from \"../{folder}/operations.js\";\n\
         export type {{ Client }};\n\n\
         interface Versions {{\n{versions}}}\n\n\
         /** `{function}(ghl)` for an API version. */\n\
         export type {kind}<A extends Api> = Versions[A][\"methods\"];\n\n\
         /** The operations of `{function}` for an API version by id: what each takes and what it gives. */\n\
         export type {kind}Operations<A extends Api> = Versions[A][\"operations\"];\n\n\
         /**\n * The operations of `{function}` for a client: the same object each time.\n *\n \
         * @throws {{TypeError}} For what is no client of this package.\n \
         * @throws {{HighLevelError}} `invalid_config` for a client of another version of it.\n */\n\
         export function {function}<A extends Api>(ghl: Client<A>): {kind}<A> {{\n  \
         return connect(ghl, {name}) as {kind}<A>;\n}}\n"
    )
}

/// Writes what the entry of all resources has of each.
pub fn index() -> String {
    let mut out = HEADER.to_owned();
    for name in added() {
        let kind = capitalised(name);
        let file = folder(name);
        let _ = writeln!(
            out,
            "export {{ {name} }} from \"./{file}.js\";\n\
             export type {{ {kind}, {kind}Operations, {} }} from \"./{file}.js\";\n\
             export type * from \"../{file}/types.js\";",
            of_versions(&kind)
        );
    }
    // Those of users' methods are the client's own.
    let users = Api::ALL.map(|api| format!("UsersOperations{}", api.name().to_uppercase()));
    let _ = writeln!(
        out,
        "export type {{ {} }} from \"../users/operations.js\";",
        users.join(", ")
    );
    out
}

/// The names of what a resource has in each version: without them, nobody could export what is made of it, since its type
/// would have no name.
fn of_versions(kind: &str) -> String {
    let names = Api::ALL.map(|api| {
        let upper = api.name().to_uppercase();
        format!("{kind}{upper}, {kind}Operations{upper}")
    });
    names.join(", ")
}

/// Writes what `catalogue.ts` is made of: the functions of the resources, and the types of their operations.
pub fn resources() -> String {
    let mut imports = String::new();
    let mut functions = String::new();
    let mut members = String::new();
    for name in added() {
        let (kind, file) = (capitalised(name), folder(name));
        let _ = writeln!(
            imports,
            "import {{ {name}, type {kind} }} from \"./{file}.js\";"
        );
        let _ = write!(
            functions,
            "{}{name}",
            if functions.is_empty() { "" } else { ", " }
        );
        let _ = writeln!(
            members,
            "  /** The operations of `{name}`. */\n  readonly {name}: {kind}<A>;"
        );
    }
    // Not as an intersection of what each resource has for a version that is not known yet: that is too much for the compiler.
    let mut versions = String::new();
    let mut names = String::new();
    for api in Api::ALL {
        let (version, upper) = (api.name(), api.name().to_uppercase());
        let own = api::DOCS.iter().map(|(name, _)| *name);
        let parts: Vec<String> = own
            .map(|name| format!("{}.{}Operations{upper}", alias(name), capitalised(name)))
            .collect();
        let _ = writeln!(
            versions,
            "/** The operations of {version} by id, all resources together. */\nexport interface CatalogueOperations{upper} extends {} {{}}",
            parts.join(", ")
        );
        let _ = write!(names, " {version}: CatalogueOperations{upper};");
    }
    for (name, _) in api::DOCS {
        let _ = writeln!(
            imports,
            "import type * as {} from \"../{}/operations.js\";",
            alias(name),
            folder(name)
        );
    }
    format!(
        "{HEADER}import type {{ Api }} from \"../types.js\";\n{imports}\n{versions}\n\
         /** The operations of an API version by id, all resources together. */\n\
         export type Operations<A extends Api> = {{{names} }}[A];\n\n\
         /** Every resource besides users. */\n\
         export interface Resources<A extends Api> {{\n{members}}}\n\n\
         /** The function of each resource. */\n\
         export const FUNCTIONS = {{ {functions} }};\n"
    )
}

/// What the types of a resource's operations are imported as.
fn alias(resource: &str) -> String {
    format!("{resource}Types")
}

/// Writes the rows as data, from which a tool can build a form.
///
/// # Errors
/// When they cannot be written as JSON.
pub fn data() -> Result<String> {
    let mut rows = String::new();
    for (row, docs) in documented() {
        let _ = writeln!(rows, "  {},", serde_json::to_string(&operation(docs, row))?);
    }
    Ok(format!(
        "{HEADER}import type {{ CatalogueOperation }} from \"../../resource/description.js\";\n\n\
         /** Every operation. */\n\
         export const OPERATIONS: readonly CatalogueOperation[] = [\n{rows}];\n"
    ))
}

/// Every row of every resource with its documentation.
pub fn documented() -> impl Iterator<Item = (&'static Operation, &'static OperationDocs)> {
    let resources = api::RESOURCES.iter().zip(api::DOCS);
    resources.flat_map(|(rows, (_, docs))| rows.iter().zip(*docs))
}

/// Writes what operations and their fields are, in words, by the operation's id.
///
/// # Errors
/// When they cannot be written as JSON.
pub fn docs() -> Result<String> {
    let mut ids: Vec<&str> = Vec::new();
    let mut rows = String::new();
    for (row, docs) in documented() {
        // Of several versions of an operation, the first has all of its fields.
        if ids.contains(&row.id) {
            continue;
        }
        ids.push(row.id);
        let fields: serde_json::Map<String, Value> = described(docs)
            .map(|(name, field)| (name.to_owned(), json!(line(field.text))))
            .collect();
        let value = json!({ "doc": docs.text.trim(), "fields": fields });
        let _ = writeln!(rows, "  {}: {value},", json!(row.id));
    }
    Ok(format!(
        "{HEADER}import type {{ CatalogueDocs }} from \"../../resource/description.js\";\n\n\
         /** What each operation is, by its id. */\n\
         export const DOCS: Readonly<Record<string, CatalogueDocs>> = {{\n{rows}}};\n"
    ))
}

/// The fields of an operation by name: those of its input, and those that its path names.
fn described(docs: &OperationDocs) -> impl Iterator<Item = (&'static str, &'static FieldDocs)> {
    let about = docs.about.iter().map(|(name, field)| (*name, field));
    let inputs = docs.input.into_iter().flat_map(|input| {
        let names = input.shape.fields.iter().map(|field| field.name);
        names.zip(input.fields)
    });
    inputs.chain(about)
}

/// A text on one line.
fn line(text: &str) -> String {
    text.trim().replace('\n', " ").replace("  ", " ")
}

fn operation(docs: &OperationDocs, row: &Operation) -> Value {
    let known = Api::ALL
        .into_iter()
        .filter_map(|api| Some((api, row.access(api)?)));
    let tokens: serde_json::Map<String, Value> = known
        .map(|(api, access)| (api.name().to_owned(), json!(markdown::access(access))))
        .collect();
    let fields = row.input.fields.iter().map(|field| {
        let docs = described(docs).find(|(name, _)| *name == field.name);
        let place = match row.place_of(field.name, field) {
            Place::Path => "path",
            Place::Query => "query",
            Place::Version => "header",
            Place::Body => "body",
        };
        let has = |api: Api| row.access(api).is_some();
        let mut value = self::field(field, docs.map(|(_, docs)| docs), &has);
        if let Some(members) = value.as_object_mut() {
            members.insert("in".to_owned(), json!(place));
        }
        value
    });
    json!({
        "id": row.id,
        "method": row.method.as_str(),
        "path": row.path,
        "tokens": tokens,
        "scope": docs.scope,
        "reads": row.reads,
        "fields": fields.collect::<Vec<_>>(),
    })
}

/// A field as data, for the versions that its operation `has`.
fn field(field: &Field, docs: Option<&FieldDocs>, has: &dyn Fn(Api) -> bool) -> Value {
    let refers = docs.map(|docs| &docs.refers);
    let is_date = matches!(refers, Some(Refers::Date(_)));
    let mut value = json!({
        "name": field.name,
        "kind": if is_date { "date" } else { kind(field) },
        "many": field.many != Many::One,
        "versions": names(field.apis, has),
        "required": names(field.required, has),
    });
    if let Some(members) = value.as_object_mut() {
        if field.kind == Kind::Text && !field.of.words.is_empty() {
            members.insert("words".to_owned(), json!(field.of.words));
        }
        if field.kind == Kind::Object && !field.of.fields.is_empty() {
            let docs = match refers {
                Some(Refers::Shape(inner)) => inner.fields,
                _ => &[],
            };
            members.insert("fields".to_owned(), inner(field.of, docs, has));
        }
    }
    value
}

fn inner(shape: &Shape, docs: &[FieldDocs], has: &dyn Fn(Api) -> bool) -> Value {
    let members = shape.fields.iter().enumerate();
    members
        .map(|(number, inner)| field(inner, docs.get(number), has))
        .collect()
}

fn names(apis: Apis, has: &dyn Fn(Api) -> bool) -> Vec<&'static str> {
    let known = Api::ALL
        .into_iter()
        .filter(|api| apis.has(*api) && has(*api));
    known.map(Api::name).collect()
}

/// What a value is, in the words that `description.ts` documents.
fn kind(field: &Field) -> &'static str {
    match field.kind {
        Kind::Id => "id",
        Kind::Secret => "secret",
        Kind::Flag => "boolean",
        Kind::Count => "count",
        Kind::Number => "number",
        Kind::Object => "object",
        Kind::Json => "json",
        _ => "text",
    }
}
