/**
 * HighLevel's OpenAPI files, validators that judge by them, and what that of the Users API gets wrong. The files are
 * HighLevel's, and are read where they lie beside the checkout; nothing of them is copied.
 */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { OpenAPIBackend, OpenAPIRouter, OpenAPIValidator } from "openapi-backend";
import { ROOT } from "../consumers/install.mjs";

export const SPECS = join(ROOT, "../shared/spec");
/** The file of a version. @param {string} api @param {string} name */
export const specFile = (api, name) => join(SPECS, api, name);
const fileOf = (api) => specFile(api, "users.json");

/** Why there is nothing to judge by, or `false`: an option for `test`. @param {string[]} files */
export const missing = (files) =>
  !files.every((file) => existsSync(file)) &&
  `HighLevel's OpenAPI files are not beside the checkout: expected ${files.join(" and ")}`;

/** The API versions that have a spec. */
export const VERSIONS = ["v2", "v3"];

/** Whether there is a spec of the Users API. */
export const skip = missing(VERSIONS.map(fileOf));

/** The schemas of one user in an answer: in a list, and alone. */
const USER_SCHEMAS = ["UserSchema", "UserSuccessfulResponseDto"];

const text = { type: "string" };

/** A moment as HighLevel writes one. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Where the specs are known to be wrong. A request is judged by the first list, an answer by both: these two lists are
 * all the leniency there is.
 */
export const MISTAKES = {
  "PUT and DELETE do not declare the id in their path"({ paths }) {
    for (const [path, methods] of Object.entries(paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        for (const name of names.filter((name) => !parameters.some((parameter) => parameter.name === name))) {
          parameters.push({ name, in: "path", required: true, schema: text });
        }
      }
    }
  },
};
const MISTAKES_IN_ANSWERS = {
  "scopes are said to be one word, and shown as a list"({ components: { schemas } }) {
    for (const name of USER_SCHEMAS) {
      const { properties } = schemas[name];
      // A copy, since the validator takes an object that it meets twice for a reference.
      properties.scopes = { anyOf: [properties.scopes, { type: "array", items: structuredClone(properties.scopes) }] };
    }
  },
  "live users have fields that are not documented"({ components: { schemas } }) {
    for (const name of USER_SCHEMAS) {
      const { properties } = schemas[name];
      Object.assign(properties, { scopesAssignedToOnly: properties.scopes, dateAdded: text, dateUpdated: text });
      Object.assign(properties, { externalUserId: text, totpEnabled: { type: "boolean" } });
    }
    schemas.UserSuccessfulResponseDto.properties.traceId = text;
  },
  "live users have permissions that are not documented"({ components: { schemas } }) {
    schemas.PermissionsDto.additionalProperties = { type: "boolean" };
  },
  "live answers to a deletion and live errors have a trace id"(definition) {
    for (const { operationId, responses } of operationsOf(definition)) {
      for (const [status, { content }] of Object.entries(responses)) {
        if (status >= 400 || operationId === "delete-user")
          content["application/json"].schema.properties.traceId = text;
      }
    }
  },
};

/** @typedef {{ definition: any, router: OpenAPIRouter, validator: OpenAPIValidator }} Spec */

/** The spec that requests are judged by. @returns {Promise<Spec>} */
export const requestSpec = (api) => load(fileOf(api), Object.values(MISTAKES));

/** The spec that answers are judged by. @returns {Promise<Spec>} */
export const answerSpec = (api) => load(fileOf(api), Object.values({ ...MISTAKES, ...MISTAKES_IN_ANSWERS }));

/** Every operation that a spec has. */
export const operationsOf = ({ paths }) => Object.values(paths).flatMap((methods) => Object.values(methods));

/** What a validator found, in words. @returns {string[]} */
export const explained = ({ errors }) =>
  (errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);

/** What is wrong with an answer: its status, or its body. @param {Spec} spec @param {string} vendorId @returns {string[]} */
export function judged({ definition, validator }, vendorId, { status, body }) {
  const operation = operationsOf(definition).find(({ operationId }) => operationId === vendorId);
  if (!operation.responses[status]) return [`${vendorId} documents no status ${status}`];
  return explained(validator.validateResponse(body, vendorId, status));
}

/**
 * The spec of a file, or of what was read from one, once its mistakes are amended.
 *
 * @param {boolean} [isValid] - Whether it is to be a valid document of OpenAPI itself.
 * @returns {Promise<Spec>}
 */
export async function load(source, mistakes, isValid = true) {
  // It resolves the references, also those from file to file. A reference stays one object wherever it is used.
  const options = { definition: source, strict: isValid, quick: !isValid, validate: false };
  const { definition } = await new OpenAPIBackend(options).init();
  for (const amend of mistakes) amend(definition);
  for (const { requestBody, responses } of operationsOf(definition)) {
    for (const { content } of [requestBody ?? {}, ...Object.values(responses)])
      close(content?.["application/json"].schema);
  }
  const router = new OpenAPIRouter({ definition, apiRoot: "/", ignoreTrailingSlashes: false });
  const ajvOpts = { formats: { "date-time": DATE_TIME }, allErrors: true };
  // Most of the operations of a file are judged by no test.
  const judging = { coerceTypes: true, lazyCompileValidators: true, ajvOpts };
  return { definition, router, validator: new OpenAPIValidator({ definition, router, ...judging }) };
}

/**
 * Makes unknown properties an error, which OpenAPI by itself lets pass. Of what `allOf` joins, each part would refuse what
 * is the others': the files that are judged by join one part with nothing.
 */
function close(schema) {
  if (!schema) return;
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  assert.ok(allOf.length < 2, "a schema of several parts cannot be closed part by part");
  if (schema.properties) schema.additionalProperties ??= false;
  const others = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  for (const inner of [items, others, ...Object.values(properties), ...allOf, ...anyOf, ...oneOf]) close(inner);
}
