/** What the package really sends about social posting, judged by HighLevel's OpenAPI files. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { skip, specOf } from "./social.mjs";
import { explained, VERSIONS } from "./spec.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { socialPosting } = await consumer.import("ghl-users/catalogue");
const range = (month) => ({ startDate: new Date(Date.UTC(2025, month, 1)), endDate: new Date(Date.UTC(2025, month, 28)) });

/** Each method with every field that its documentation names. */
const CALLS = {
  tags: ({ tags }) => tags.list({ searchText: "a&b", limit: 3, skip: 1 }),
  details: ({ tags }) => tags.details({ tagIds: ["65fbdcfecc884f07e645ea8b"] }),
  statistics: ({ statistics }, api) =>
    statistics({
      profileIds: ["p1"],
      platforms: ["facebook", "instagram", "linkedin", "google", "pinterest", "youtube", "tiktok"],
      ...(api === "v3" && { currentRange: range(2), prevRange: range(1) }),
    }),
};

/** The request of a call, as a validator takes it. */
async function sent(api, call) {
  const requests = [];
  const fetch = async (url, init) => {
    requests.push(new Request(url, init));
    return Response.json({ results: { tags: [] } });
  };
  await call(socialPosting(new HighLevel({ api, token: "pit-0123456789abcdef", locationId: "l1", fetch })), api);
  assert.equal(requests.length, 1);
  const [request] = requests;
  const { pathname, searchParams } = new URL(request.url);
  const body = await request.text();
  return {
    method: request.method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(request.headers),
    ...(body && { body: JSON.parse(body) }),
  };
}

const namesOf = (object) => Object.keys(object ?? {}).sort();

for (const api of VERSIONS) {
  test(`the requests about social posting conform to the spec of ${api}`, { skip }, async (t) => {
    const { router, validator, ids } = await specOf(api);
    for (const [name, call] of Object.entries(CALLS)) {
      await t.test(`${name} conforms, with every documented field`, async () => {
        const request = await sent(api, call);
        const operation = router.matchOperation(request);
        assert.equal(operation?.operationId, ids[name]);
        assert.deepEqual(explained(validator.validateRequest(request, operation)), []);
        const query = operation.parameters.filter((parameter) => parameter.in === "query");
        const body = operation.requestBody?.content["application/json"].schema.properties;
        assert.deepEqual(
          [namesOf(request.query), namesOf(request.body)],
          [query.map((parameter) => parameter.name).sort(), namesOf(body)],
        );
      });
    }

    await t.test("the judge refuses what does not conform", async () => {
      const right = await sent(api, CALLS.statistics);
      const operation = router.matchOperation(right);
      for (const spoil of [
        ({ query }) => delete query.locationId,
        ({ body }) => delete body.profileIds,
        ({ body }) => body.platforms.push("fax"),
        ({ headers }) => (headers.version = "2015-01-01"),
      ]) {
        const request = structuredClone(right);
        spoil(request);
        assert.notDeepEqual(explained(validator.validateRequest(request, operation)), []);
      }
    });
  });
}
