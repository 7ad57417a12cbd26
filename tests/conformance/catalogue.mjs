/** HighLevel's OpenAPI files of the whole catalogue, and inputs that they describe. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load, MISTAKES, missing, SPECS, VERSIONS } from "./spec.mjs";

/** Why there is nothing to judge by, or `false`. */
export const skip = missing(VERSIONS.map((api) => join(SPECS, api)));

/** The files of a version, each with those that it refers to in itself: several are no valid OpenAPI, which only the quick loader takes. */
function filesOf(api) {
  if (!existsSync(join(SPECS, api))) return [];
  const others = { [LEFT_OUT]: { components: read("history", LEFT_OUT, LEFT_OUT) } };
  for (const name of readdirSync(join(SPECS, "common"))) others[name] = read("common", name, name);
  const files = readdirSync(join(SPECS, api)).map((name) => ({ ...read(api, name), others }));
  for (const file of files) recall(file);
  return files;
}

/** The answer to a search of contacts, which the files of 2025 describe, and those of today leave out. */
const LEFT_OUT = "contacts-search-answer-2025-09.json";

/** Has operations refer to what is described of them, where they refer to nothing. */
function recall({ paths, components }) {
  const search = paths["/contacts/search"]?.post.responses[200];
  const found = { $ref: `#/others/${LEFT_OUT}/components/schemas/SearchContactSuccessResponseDto` };
  if (search) search.content = { "application/json": { schema: found } };
  // v2's file says where a page of contacts is, and not that its list has that.
  const list = paths["/contacts/"]?.get?.responses[200];
  if (!list) return;
  const { properties, ...page } = components.schemas.ContactsSearchSuccessfulResponseDto;
  const meta = { $ref: "#/components/schemas/ContactsMetaSchema" };
  list.content = { "application/json": { schema: { ...page, properties: { ...properties, meta } } } };
}

/** A file, whose references lead to where it stands within another. */
function read(folder, name, within) {
  return JSON.parse(readFileSync(join(SPECS, folder, name), "utf8"), (key, value) => {
    // OpenAPI has no such type: it says it by saying nothing.
    if (key === "type" && value === "any") return undefined;
    if (key !== "$ref") return value;
    const [file, place] = value.split("#");
    const other = file ? basename(file) : within;
    return other ? `#/others/${other}${place}` : value;
  });
}

/** A path without the names in it. */
const formOf = (path) => path.replace(/\{\w+\}/g, "{}");

/**
 * What judges each of these operations: the spec of its own path, and what it is there.
 *
 * @param {string} api @param {readonly any[]} operations - As data.
 */
export async function judgesOf(api, operations) {
  const judges = new Map();
  for (const file of filesOf(api)) {
    const { paths } = file;
    const wanted = operations.flatMap((operation) => {
      const path = Object.keys(paths).find((path) => formOf(path) === formOf(operation.path) && paths[path][operation.method.toLowerCase()]);
      return path === undefined ? [] : [{ operation, path }];
    });
    if (wanted.length === 0) continue;
    // Of other paths, v3 refers to errors that it does not have.
    file.paths = Object.fromEntries(wanted.map(({ path }) => [path, paths[path]]));
    // Several of the files are no valid OpenAPI.
    const spec = await load(file, Object.values(MISTAKES), false);
    for (const { operation, path } of wanted) {
      judges.set(operation.id, { ...spec, path, said: spec.definition.paths[path][operation.method.toLowerCase()] });
    }
  }
  return judges;
}

const ID = "ve9EPM428h8vShlRW1KT";
const DAY = new Date(Date.UTC(2026, 10, 30));

/**
 * An input of an operation: with all fields, or with those alone that have to be there. What a field may be that we say
 * nothing of, the spec says.
 *
 * @param {any} operation - As data. @param {string} api @param {boolean} isFull @param {any} said - What the spec says of it.
 */
export function inputOf({ fields }, api, isFull, said) {
  const body = said.requestBody?.content?.["application/json"]?.schema;
  const schemaOf = (name) => said.parameters?.find((parameter) => parameter.name === name)?.schema ?? memberOf(body, name);
  return objectOf(fields, api, isFull, schemaOf);
}

function objectOf(fields, api, isFull, schemaOf) {
  const wanted = fields.filter(({ versions, required }) => versions.includes(api) && (isFull || required.includes(api)));
  return Object.fromEntries(wanted.map((field) => [field.name, valueOf(field, api, isFull, schemaOf(field.name))]));
}

function valueOf({ many, ...field }, api, isFull, schema) {
  const one = (schema) => {
    const { kind, words, fields } = field;
    if (kind === "json") return sampleOf(schema);
    if (kind === "object") return fields ? objectOf(fields, api, isFull, (name) => memberOf(schema, name)) : sampleOf(schema);
    const word = words?.[0] ?? schema?.enum?.[0];
    return word ?? { id: ID, boolean: true, count: 3, number: 2, date: DAY }[kind] ?? "A & b/ü";
  };
  return many ? [one(schema?.items ?? schema)] : one(schema);
}

/** What a schema says of a member, whichever of several it may be. */
function memberOf(schema, name) {
  if (schema?.properties?.[name] !== undefined) return schema.properties[name];
  return ["allOf", "anyOf", "oneOf"].flatMap((key) => schema?.[key] ?? []).map((one) => memberOf(one, name)).find(Boolean);
}

/** A value that a schema describes. */
export function sampleOf(schema) {
  if (schema === undefined) return "anything";
  const [one] = ["anyOf", "oneOf", "allOf"].flatMap((key) => schema[key] ?? []);
  if (one) return sampleOf(one);
  if (schema.enum) return schema.enum[0];
  const { type, properties = {}, items } = schema;
  const samples = { string: "A & b/ü", number: 2, integer: 2, boolean: true, array: () => [sampleOf(items)] };
  if (type in samples) return typeof samples[type] === "function" ? samples[type]() : samples[type];
  if (type === undefined && schema.properties === undefined) return "anything";
  return Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, sampleOf(member)]));
}
