/** What the OAuth functions really send, judged by HighLevel's OpenAPI files, which lie beside the checkout. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { OpenAPIBackend, OpenAPIRouter, OpenAPIValidator } from "openapi-backend";
import { install } from "../consumers/install.mjs";
import { explained, missing, operationsOf, specFile, VERSIONS } from "./spec.mjs";

const { exchangeCode, refresh, locationToken, installedLocations } = await install().import("ghl-users/server");
const fileOf = (api) => specFile(api, "oauth.json");
const skip = missing(VERSIONS.map(fileOf));

const FORM = "application/x-www-form-urlencoded";
const ID = "l1C08ntBrFjLS0elLIYU";
const APP = { clientId: "6578278e879ad2646715ba9c-abc", clientSecret: "a secret/+&=é" };
const FILTERS = { query: "a name", isInstalled: true, versionId: ID, onTrial: false, planId: ID, locationId: ID };

/** Each function with every argument, by version, and the operation that it has to be. */
const CALLS = {
  exchangeCode: {
    operationId: "get-access-token",
    send: (server) => {
      const exchange = { code: "code/+&=", redirectUri: "https://app.example/callback?a=b", userType: "Location" };
      return exchangeCode({ ...APP, ...server }, exchange);
    },
    left: ["refreshToken"],
  },
  refresh: {
    operationId: "get-access-token",
    send: (server) => refresh({ ...APP, ...server }, { refreshToken: "token/+&=", userType: "Company" }),
    left: ["code", "redirectUri"],
  },
  locationToken: {
    operationId: "get-location-access-token",
    send: (server) => locationToken(server, { accessToken: "token-1", companyId: ID, locationId: ID }),
    left: [],
  },
  installedLocations: {
    operationId: "get-installed-location",
    async send(server) {
      const own = server.api === "v3" ? { restrictToUserLocations: true } : {};
      const input = { accessToken: "token-1", companyId: ID, appId: ID, ...FILTERS, ...own, pageSize: 1 };
      for await (const location of installedLocations(server, input)) assert.ok(location.id.startsWith(ID));
    },
    left: [],
  },
};

/** Every request of a function. A list has two pages, and in v2 an empty one. */
async function sentBy(name, api) {
  const requests = [];
  const fetch = async (url, init) => {
    requests.push(await plain(new Request(url, init)));
    const page = requests.length > 2 ? [] : [{ _id: `${ID}${requests.length}`, name: "n", address: "a" }];
    const pagination = { hasNextPage: requests.length < 2, nextPageToken: "eyJza2lwIjoyMH0" };
    return Response.json({
      ...{ accessToken: "access-1", expiresIn: 86_399, refreshToken: "refresh-1" },
      ...{ locations: page, count: 2, items: page, pagination },
    });
  };
  await CALLS[name].send({ api, fetch });
  return requests;
}

/** A request as a validator takes it. */
async function plain(request) {
  const { origin, pathname, searchParams } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  return {
    origin,
    method: request.method,
    path: pathname,
    query: fieldsOf(searchParams),
    headers,
    ...(request.method === "POST" && { body: fieldsOf(new URLSearchParams(await request.text())) }),
  };
}

function fieldsOf(parameters) {
  const fields = Object.fromEntries(parameters);
  assert.equal(parameters.size, Object.keys(fields).length, "a parameter was sent twice");
  return fields;
}

/** The spec, and what finds a request's operation there, and what is wrong with it. */
async function specOf(api) {
  const { definition } = await new OpenAPIBackend({ definition: fileOf(api), strict: true, validate: false }).init();
  for (const { requestBody } of operationsOf(definition)) {
    // Unknown fields, which OpenAPI by itself lets pass.
    for (const { schema } of Object.values(requestBody?.content ?? {})) schema.additionalProperties = false;
  }
  const router = new OpenAPIRouter({ definition, apiRoot: "/", ignoreTrailingSlashes: false });
  const ajvOpts = { formats: { "date-time": true } };
  const validator = new OpenAPIValidator({ definition, router, coerceTypes: true, ajvOpts });
  const judge = (request) => {
    const operation = router.matchOperation(request);
    if (!operation) return { errors: [`no operation ${request.method} ${request.path}`] };
    const errors = explained(validator.validateRequest(request, operation));
    return { operation, errors: [...errors, ...strangenessOf(request, operation)] };
  };
  return { definition, judge };
}

/** What the validator does not look at: the type of a body, and headers and tokens that nobody asks for. */
function strangenessOf({ headers, body }, { requestBody, parameters, security = [] }) {
  const needsToken = security.length > 0;
  const documented = parameters.filter(({ in: place }) => place === "header").map(({ name }) => name.toLowerCase());
  const needed = [...(needsToken ? ["authorization"] : []), ...(body ? ["content-type"] : [])];
  const expected = ["accept", ...documented, ...needed];
  const isForm = !body || (headers["content-type"] === FORM && FORM in requestBody.content);
  return [
    ...(isForm ? [] : [`a body of the type ${headers["content-type"]}`]),
    ...(Object.keys(headers).sort().join() === expected.sort().join() ? [] : [`the headers ${Object.keys(headers)}`]),
    ...(!needsToken || /^Bearer \S+$/.test(headers.authorization) ? [] : ["no token"]),
  ];
}

/** The fields that an operation documents, in its query or its form, as v3 spells them. */
function documented({ parameters, requestBody }) {
  const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return [...query, ...Object.keys(requestBody?.content[FORM].schema.properties ?? {})].map(camel).sort();
}
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

for (const api of VERSIONS) {
  test(`the OAuth requests of ${api} conform to its spec`, { skip }, async (t) => {
    const { definition, judge } = await specOf(api);

    for (const [name, { operationId, left }] of Object.entries(CALLS)) {
      await t.test(`${name} conforms, with every documented field`, async () => {
        const requests = await sentBy(name, api);
        assert.equal(requests.length > 1, name === "installedLocations");
        const used = new Set();
        for (const request of requests) {
          const { operation, errors } = judge(request);
          assert.deepEqual(errors, []);
          assert.equal(operation.operationId, operationId);
          assert.equal(request.origin, definition.servers[0].url);
          for (const field of Object.keys({ ...request.query, ...request.body })) used.add(camel(field));
        }
        const { operation } = judge(requests[0]);
        assert.deepEqual([...used, ...left].sort(), documented(operation));
      });
    }

    await t.test("every operation of the spec has a function", () => {
      const inSpec = operationsOf(definition).map(({ operationId }) => operationId);
      assert.deepEqual([...new Set(Object.values(CALLS).map(({ operationId }) => operationId))].sort(), inSpec.sort());
    });
  });
}

const rename = (object, from, to) => {
  object[to] = object[from];
  delete object[from];
};

/** What a judge has to refuse: were it to let one of these pass, the tests above would prove nothing. */
const SPOILED = {
  "the Version of another API": ["locationToken", ({ headers }) => (headers.version = "2015-01-01")],
  "no Version header": ["installedLocations", ({ headers }) => delete headers.version],
  "the path of the other version": [
    "locationToken",
    (request) =>
      (request.path = { "/oauth/locationToken": "/oauth/location-token" }[request.path] ?? "/oauth/locationToken"),
  ],
  "no token": ["locationToken", ({ headers }) => delete headers.authorization],
  "a token where there is none": ["refresh", ({ headers }) => (headers.authorization = "Bearer token-1")],
  "the spelling of the other version": [
    "exchangeCode",
    ({ body }) => ("client_id" in body ? rename(body, "client_id", "clientId") : rename(body, "clientId", "client_id")),
  ],
  "a grant type that does not exist": [
    "refresh",
    ({ body }) => (body["grant_type" in body ? "grant_type" : "grantType"] = "refresh"),
  ],
  "a user type that does not exist": [
    "refresh",
    ({ body }) => (body["user_type" in body ? "user_type" : "userType"] = "Agency"),
  ],
  "a field that does not exist": ["exchangeCode", ({ body }) => (body.code_verifier = "1")],
  "a required field left out": ["locationToken", ({ body }) => delete body.companyId],
  "no body": ["locationToken", (request) => delete request.body],
  "a body of another type": ["refresh", ({ headers }) => (headers["content-type"] = "text/plain")],
  "a required parameter left out": ["installedLocations", ({ query }) => delete query.appId],
  "the paging of the other version": [
    "installedLocations",
    ({ query }) => ("limit" in query ? rename(query, "limit", "pageSize") : rename(query, "pageSize", "limit")),
  ],
  "a word for a boolean": ["installedLocations", ({ query }) => (query.isInstalled = "yes")],
  "a parameter that does not exist": ["installedLocations", ({ query }) => (query.page = "2")],
};

for (const api of VERSIONS) {
  test(`the judge of ${api}'s OAuth refuses`, { skip }, async (t) => {
    const { judge } = await specOf(api);
    for (const [what, [name, spoil]] of Object.entries(SPOILED)) {
      await t.test(what, async () => {
        const [request] = await sentBy(name, api);
        assert.deepEqual(judge(request).errors, []);
        spoil(request);
        assert.notDeepEqual(judge(request).errors, []);
      });
    }
  });
}
