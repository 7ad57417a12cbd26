//! The generated table that the gateway judges requests by.

use std::fmt::Write;

use ghl_users::{
    api::users,
    core::model::{
        operation::{Body, Operation, Place},
        version::Api,
    },
};

use crate::typescript::HEADER;

/// What a row of the table is. Written with it, not in the gateway, which reads the table.
const ROUTE: &str = "\
/** A request that a version of the API knows. */
export interface Route {
  /** The operation. */
  readonly id: OperationId;
  readonly method: string;
  /** The path behind the URL before it, with placeholders: `/users/{userId}`. */
  readonly path: string;
  /** The `Version` header, if the version has one. */
  readonly version?: string;
  /** The parameters of the query. */
  readonly query: readonly string[];
  /** The members of the body, if there is one: an object of JSON. */
  readonly json?: readonly string[];
}

";

/// Writes `routes.ts`: where each version is, and which requests of users it knows.
pub fn file() -> String {
    let ids: String = users::OPERATIONS
        .iter()
        .map(|row| format!("\n  | \"{}\"", row.id))
        .collect();
    let mut urls = String::new();
    let mut routes = String::new();
    for api in Api::ALL {
        let _ = writeln!(urls, "  {}: \"{}\",", api.name(), api.base_url());
        let _ = writeln!(routes, "  {}: [", api.name());
        for row in users::OPERATIONS
            .iter()
            .filter(|row| row.access(api).is_some())
        {
            let _ = write!(routes, "{}", route(row, api));
        }
        routes.push_str("  ],\n");
    }
    format!(
        "{HEADER}import type {{ Api }} from \"./types.js\";\n\n\
         /** The id of an operation, of any version. */\n\
         export type OperationId ={ids};\n\n\
         {ROUTE}\
         /** The URL before the paths of each version. */\n\
         export const BASE_URLS: Readonly<Record<Api, string>> = {{\n{urls}}};\n\n\
         /** The requests of each version. */\n\
         export const ROUTES: Readonly<Record<Api, readonly Route[]>> = {{\n{routes}}};\n"
    )
}

fn route(row: &Operation, api: Api) -> String {
    let fields = row.input.fields.iter().filter(|field| field.apis.has(api));
    let in_place = |place| {
        let fields = fields.clone();
        let fields = fields.filter(move |field| row.place_of(field.name, field) == place);
        fields.map(|field| field.name).collect::<Vec<_>>()
    };
    let (query, others) = (in_place(Place::Query), in_place(Place::Body));
    let mut body = None;
    match row.body {
        // The gateway knows no lists as bodies yet.
        Body::None | Body::Whole => {}
        // The gateway knows no other: TypeScript refuses a table with a key of another name.
        Body::Json => body = Some("json"),
        Body::Form => body = Some("form"),
    }
    let version = match api {
        Api::V1 => None,
        Api::V2 => Some(row.version),
        Api::V3 => Some("v3"),
    };
    let mut out = format!(
        "    {{\n      id: \"{}\",\n      method: \"{}\",\n      path: \"{}\",\n",
        row.id,
        row.method.as_str(),
        row.path
    );
    if let Some(version) = version {
        let _ = writeln!(out, "      version: \"{version}\",");
    }
    let _ = writeln!(out, "      query: {},", list(&query));
    if let Some(body) = body {
        let _ = writeln!(out, "      {body}: {},", list(&others));
    }
    out.push_str("    },\n");
    out
}

fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", quoted.join(", "))
}
