/** HighLevel's own examples, sent to the sandbox: it has the calls of the catalogue, and refuses none for its form. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";
import { missing, specFile, VERSIONS } from "./spec.mjs";

const RESOURCES = [
  "associations",
  "blogs",
  "businesses",
  "calendars",
  "campaigns",
  "companies",
  "contacts",
  "conversations",
  "locations",
  "opportunities",
  "snapshots",
  "workflows",
];
/** How many of the operations the sandbox has; the specs have more. */
const ANSWERED = { v2: 147, v3: 146 };
/** The words that stand in paths, where the specs name none. */
const WORDS = { type: "add", resourceType: "rooms" };
/** The bodies that the specs leave empty, and no server takes so. */
const UNDOCUMENTED = { "POST /contacts/search": { pageLimit: 1 } };
/** What would take away the location that all other calls are about. */
const LEFT_OUT = "DELETE /locations/{locationId}";

const fileOf = (api, name) => specFile(api, `${name}.json`);
const skip = missing(VERSIONS.flatMap((api) => RESOURCES.map((name) => fileOf(api, name))));

/** What a reference leads to. */
function resolved(definition, schema) {
  if (!schema.$ref) return schema;
  const names = schema.$ref.split("/").slice(1);
  return resolved(
    definition,
    names.reduce((part, name) => part[name], definition),
  );
}

/** A value of the schema: its example, or the least that fits. */
function example(definition, schema, name, own) {
  if (name in own) return own[name];
  const { type, properties, items, enum: words, example: given, anyOf, oneOf, allOf } = resolved(definition, schema);
  const [variant] = anyOf ?? oneOf ?? allOf ?? [];
  if (variant) return example(definition, variant, name, own);
  if (type === "array") return Array.isArray(given) ? given : [example(definition, items ?? {}, "", own)];
  if (properties) {
    const members = Object.entries(properties);
    return Object.fromEntries(members.map(([key, inner]) => [key, example(definition, inner, key, own)]));
  }
  if (words) return words.includes(given) ? given : words[0];
  if (["number", "integer"].includes(type)) return Number.isFinite(Number(given)) ? Number(given) : 1;
  if (type === "boolean") return String(given ?? true) === "true";
  return given ?? (["skip", "limit"].includes(name) ? "1" : "x");
}

/** The operation's request, as its examples have it. */
function request(definition, method, path, { parameters = [], requestBody }, own) {
  const url = new URL(
    path.replace(/\{(\w+)\}/g, (_, name) => own[name] ?? WORDS[name] ?? "nobody"),
    SANDBOX_URL,
  );
  const all = parameters.map((parameter) => resolved(definition, parameter));
  for (const { name, schema } of all.filter((parameter) => parameter.in === "query")) {
    for (const value of [example(definition, schema, name, own)].flat()) url.searchParams.append(name, String(value));
  }
  const content = requestBody && resolved(definition, requestBody).content["application/json"];
  const more = UNDOCUMENTED[`${method.toUpperCase()} ${path}`];
  const value = more ? { locationId: own.locationId, ...more } : content && example(definition, content.schema, "", own);
  const body = value && JSON.stringify(value);
  return { url, init: { method: method.toUpperCase(), body } };
}

for (const api of VERSIONS) {
  test(`the sandbox takes the examples of ${api}`, { skip }, async () => {
    await reset();
    const { tokens, companyId, locationTokenLocationId: locationId } = await seed();
    const own = { companyId, locationId, location_id: locationId };
    const [refused, answered] = [[], []];
    for (const name of RESOURCES) {
      const definition = JSON.parse(readFileSync(fileOf(api, name), "utf8"));
      const early = ["calendars", "conversations"].includes(name);
      const version = api === "v3" ? api : early ? "2021-04-15" : "2021-07-28";
      for (const [path, methods] of Object.entries(definition.paths)) {
        for (const [method, operation] of Object.entries(methods)) {
          const line = `${method.toUpperCase()} ${path}`;
          if (line === LEFT_OUT) continue;
          const { url, init } = request(definition, method, path, operation, own);
          const send = (token) =>
            fetch(url, {
              ...init,
              headers: { version, authorization: `Bearer ${token}`, "content-type": "application/json" },
            });
          let reply = await send(tokens.location);
          if (reply.status === 401) reply = await send(tokens.agency);
          if (reply.status === 501) continue;
          answered.push(line);
          if (![200, 201, 400, 404].includes(reply.status)) refused.push(`${line}: ${await reply.text()}`);
        }
      }
    }
    assert.deepEqual(refused, []);
    assert.equal(answered.length, ANSWERED[api]);
  });
}
