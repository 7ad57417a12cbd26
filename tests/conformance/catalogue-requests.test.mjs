/** What the package really sends for every operation besides users, judged by HighLevel's OpenAPI files. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { inputOf, judgesOf, skip } from "./catalogue.mjs";
import { EXCEPTIONS, FIRST, WITHOUT_VERSION } from "./exceptions.mjs";
import { explained, VERSIONS } from "./spec.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { catalogue } = await consumer.import("ghl-users/catalogue");

/** The request that an operation sends, as a validator takes it. */
async function sent(api, id, input) {
  const requests = [];
  const fetch = async (url, init) => {
    requests.push(new Request(url, init));
    return Response.json({ id: "i", succeeded: true }, { status: 418 });
  };
  const ghl = new HighLevel({ api, token: "pit-0123456789abcdef", companyId: "c1", locationId: "l1", fetch, maxRetries: 0 });
  // What is answered does not matter here.
  await catalogue(ghl).request(id, input).catch(({ code, message }) => assert.equal(code, "rejected", message));
  assert.equal(requests.length, 1);
  const [request] = requests;
  const { pathname, searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  const body = await request.text();
  return {
    method: request.method,
    path: pathname,
    query: Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)].map((entry) => (Array.isArray(entry) && entry.length === 1 ? entry[0] : entry)))),
    headers: Object.fromEntries(request.headers),
    ...(body && { body: JSON.parse(body) }),
  };
}

const operationsOf = (api) => {
  const { operations } = catalogue(new HighLevel({ api, token: "t", companyId: "c1", locationId: "l1" }));
  return operations.filter(({ id }) => !id.startsWith("users."));
};
const namesOf = (object) => Object.keys(object ?? {}).sort();

/** The fields that the spec has, in the query and in the body; nothing of a body that is no object. */
function documented({ parameters = [], requestBody }) {
  const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const body = requestBody?.content["application/json"]?.schema;
  return [query.sort(), Array.isArray(body?.properties) ? [] : namesOf(body?.properties)];
}

/** Takes out of a list what is known to differ for an operation, by name. */
function judge(errors, api, id, kind) {
  const known = (EXCEPTIONS[kind][id] ?? []).filter(({ only = api }) => only === api);
  const left = errors.filter((error) => !known.some(({ error: pattern }) => pattern.test(error)));
  for (const { error, because } of known) {
    assert.ok(errors.some((text) => error.test(text)), `${id}: an exception that is none any more (${because})`);
  }
  assert.deepEqual(left, []);
}

for (const api of VERSIONS) {
  test(`the requests of the whole catalogue conform to the specs of ${api}`, { skip }, async (t) => {
    const operations = operationsOf(api);
    const judges = await judgesOf(api, operations);
    for (const operation of operations) {
      const { id } = operation;
      await t.test(id, async () => {
        const { said, path, router, validator } = judges.get(id);
        for (const kind of ["full", "minimal"]) {
          const input = { ...FIRST[id], ...inputOf(operation, api, kind === "full", said) };
          const request = await sent(api, id, input);
          const met = router.matchOperation(request);
          assert.equal(met?.path, path);
          judge(explained(validator.validateRequest(request, met)), api, id, kind);
          if (kind === "minimal") continue;
          const [query, body] = documented(said);
          const lacking = [
            ...query.filter((name) => !(name in request.query)).map((name) => `the query lacks ${name}`),
            ...body.filter((name) => !(name in (request.body ?? {}))).map((name) => `the body lacks ${name}`),
          ];
          judge(lacking, api, id, "lacking");
          request.headers.version = "2015-01-01";
          const isRefused = explained(validator.validateRequest(request, met)).some((error) => error.includes("ersion"));
          assert.equal(isRefused, !WITHOUT_VERSION.includes(id), "the judge takes another Version");
        }
      });
    }
  });

  test(`the judge of the requests of ${api} refuses a member that none of several forms has`, { skip }, async () => {
    const [operation] = operationsOf(api).filter(({ id }) => id === "contacts.create");
    const { path, router, validator } = (await judgesOf(api, [operation])).get(operation.id);
    const judged = async (more) => {
      const value = { id: "f1", [api === "v3" ? "fieldValue" : "field_value"]: "blue" };
      const request = await sent(api, operation.id, { customFields: [value] });
      Object.assign(request.body.customFields[0], more);
      const met = router.matchOperation(request);
      assert.equal(met?.path, path);
      return explained(validator.validateRequest(request, met));
    };
    assert.deepEqual(await judged({}), []);
    assert.notDeepEqual(await judged({ colour: "blue" }), []);
  });
}
