/** What the package really sends, judged by HighLevel's OpenAPI files. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { operationsOf as catalogueOf } from "../consumers/catalogue.mjs";
import { install } from "../consumers/install.mjs";
import { operationsFor } from "./operations.mjs";
import { explained, operationsOf, requestSpec, skip, VERSIONS } from "./spec.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const ID = "ve9EPM428h8vShlRW1KT";
/** All that may be sent: another would change what a browser asks for before it sends the request. */
const HEADERS = ["accept", "authorization", "version"];
const HEADERS_WITH_A_BODY = ["accept", "authorization", "content-type", "version"];

/** The request that an operation sends with everything that its documentation names. */
async function sent(api, { id, input }, definition) {
  const requests = [];
  const fetch = async (url, init) => {
    requests.push(new Request(url, init));
    return Response.json({ id: ID, users: [], succeeded: true });
  };
  const scene = {
    definition,
    companyId: ID,
    userId: ID,
    locations: ["C2QujeCh8ZnC7al2InWR", "M2QrtfVt8ZnC7cv2InDL"],
    email: "a+b@example.com",
  };
  const ghl = new HighLevel({ api, token: "pit-0123456789abcdef", fetch });
  await ghl.request(id, input(scene));
  assert.equal(requests.length, 1);
  return plain(requests[0]);
}

/** A request as a validator takes it. */
async function plain(request) {
  const { origin, pathname, searchParams } = new URL(request.url);
  const query = Object.fromEntries(searchParams);
  assert.equal(searchParams.size, Object.keys(query).length, "a parameter was sent twice");
  const body = await request.text();
  return {
    origin,
    method: request.method,
    path: pathname,
    query,
    headers: Object.fromEntries(request.headers),
    ...(body && { body: JSON.parse(body) }),
  };
}

/** The spec's operation for a request, and what is wrong with it there. */
function judged({ router, validator }, request) {
  const operation = router.matchOperation(request);
  if (!operation) return { errors: [`no operation ${request.method} ${request.path}`] };
  return { operation, errors: explained(validator.validateRequest(request, operation)) };
}

/** The fields that an operation documents: in the query, in the body, and in the permissions there. */
function documented({ parameters, requestBody }) {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const body = requestBody?.content["application/json"].schema.properties ?? {};
  const permissions = body.permissions?.allOf?.[0] ?? body.permissions;
  return [query.map(({ name }) => name).sort(), namesOf(body), namesOf(permissions?.properties)];
}

/** The fields that a request has, in the same order. */
const used = ({ query, body }) => [namesOf(query), namesOf(body), namesOf(body?.permissions)];

const namesOf = (object) => Object.keys(object ?? {}).sort();

for (const api of VERSIONS) {
  test(`the requests of ${api} conform to its spec`, { skip }, async (t) => {
    const spec = await requestSpec(api);
    const operations = operationsFor(api);

    await t.test("every operation of the spec is in the catalogue, and no other", () => {
      assert.deepEqual(operations.map(({ id }) => id).sort(), catalogueOf(consumer.folder, api));
      const inSpec = operationsOf(spec.definition).map(({ operationId }) => operationId);
      assert.deepEqual(operations.map(({ vendorId }) => vendorId).sort(), inSpec.sort());
    });

    for (const row of operations) {
      await t.test(`${row.id} conforms, with every documented field`, async () => {
        const request = await sent(api, row, spec.definition);
        const { operation, errors } = judged(spec, request);
        assert.deepEqual(errors, []);
        assert.equal(operation.operationId, row.vendorId);
        assert.equal(request.origin, spec.definition.servers[0].url);
        assert.match(request.headers.authorization, /^Bearer \S+$/);
        assert.deepEqual(namesOf(request.headers), request.body ? HEADERS_WITH_A_BODY : HEADERS);
        if (request.body) assert.equal(request.headers["content-type"], "application/json");
        assert.deepEqual(used(request), documented(operation));
      });
    }
  });
}

/** What a validator has to refuse: were it to let one of these pass, the tests above would prove nothing. */
const SPOILED = {
  "no Version header": ["users.get", ({ headers }) => delete headers.version],
  "the Version of another API": ["users.get", ({ headers }) => (headers.version = "2015-01-01")],
  "a path that does not exist": ["users.get", (request) => (request.path = "/user/1")],
  "a missing slash": ["users.create", (request) => (request.path = "/users")],
  "a required parameter left out": ["users.search", ({ query }) => delete query.companyId],
  "a parameter that does not exist": ["users.search", ({ query }) => (query.page = "2")],
  "a word for a boolean": ["users.search", ({ query }) => (query.enabled2waySync = "yes")],
  "no body": ["users.create", (request) => delete request.body],
  "a required field left out": ["users.create", ({ body }) => delete body.email],
  "a field that does not exist": ["users.update", ({ body }) => (body.emailChangeOTP = "1")],
  "a permission that does not exist": ["users.update", ({ body }) => (body.permissions.campaignEnabled = true)],
  "a permission that is no boolean": ["users.update", ({ body }) => (body.permissions.campaignsEnabled = "yes")],
  "a scope that does not exist": ["users.update", ({ body }) => body.scopes.push("contact.write")],
  "a number for a string": ["users.filterByEmail", ({ body }) => (body.limit = 10)],
  "a list for a string": ["users.filterByEmail", ({ body }) => (body.emails = ["a@example.com"])],
};

for (const api of VERSIONS) {
  test(`the judge of ${api} refuses`, { skip }, async (t) => {
    const spec = await requestSpec(api);
    for (const [name, [id, spoil]] of Object.entries(SPOILED)) {
      await t.test(name, async () => {
        const request = await sent(
          api,
          operationsFor(api).find((row) => row.id === id),
          spec.definition,
        );
        assert.deepEqual(judged(spec, request).errors, []);
        spoil(request);
        assert.notDeepEqual(judged(spec, request).errors, []);
      });
    }
  });
}
