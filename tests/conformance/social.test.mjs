/** What the sandbox answers about social posting, judged by HighLevel's OpenAPI files. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";
import { PATHS, skip, specOf } from "./social.mjs";
import { judged, VERSIONS } from "./spec.mjs";

/** Asks the sandbox, with the location's token unless another is given. */
async function scene(api, { definition }) {
  await reset();
  const { tokens, profiles, locationTokenLocationId: locationId } = await seed();
  const [version] = definition.paths[PATHS.tags].get.parameters.find(({ name }) => name === "Version").schema.enum;
  const ask = async (name, { query = {}, body, token = tokens.location } = {}) => {
    const [method] = Object.keys(definition.paths[PATHS[name]]);
    const url = new URL(PATHS[name].replace("{locationId}", locationId), SANDBOX_URL);
    url.search = new URLSearchParams(query);
    const headers = { authorization: `Bearer ${token}`, version, "content-type": "application/json" };
    const reply = await fetch(url, { method: method.toUpperCase(), headers, body: body && JSON.stringify(body) });
    return { status: reply.status, body: await reply.json() };
  };
  const profileIds = profiles.filter((profile) => profile.locationId === locationId).map(({ id }) => id);
  return { ask, query: { locationId }, profileIds };
}

const range = (startDate, endDate) => ({ startDate, endDate });
const MARCH = range("2025-03-01T00:00:00.000Z", "2025-03-31T23:59:59.999Z");
const FEBRUARY = range("2025-02-01T00:00:00.000Z", "2025-02-28T23:59:59.999Z");

/** The members of an answer, by their paths; those of a platform are of any. */
function members(value, path = "") {
  if (Array.isArray(value) || value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([name, inner]) => members(inner, `${path}/${name}`));
}

for (const api of VERSIONS) {
  test(`the sandbox's answers about social posting conform to the spec of ${api}`, { skip }, async (t) => {
    const spec = await specOf(api);
    const { ask, query, profileIds } = await scene(api, spec);
    const list = await ask("tags", { query: { searchText: "a", limit: "3", skip: "1" } });
    const tagIds = list.body.results.tags.map(({ _id }) => _id);
    assert.equal(tagIds.length, 3);
    const platforms = ["facebook", "instagram", "linkedin", "google", "pinterest", "youtube", "tiktok"];
    const ranges = [{}, { currentRange: MARCH, prevRange: FEBRUARY }, { currentRange: MARCH }];
    const answers = [
      ["tags", list],
      ["tags", await ask("tags")],
      ["details", await ask("details", { body: { tagIds } })],
    ];
    for (const dates of api === "v3" ? ranges : [{}])
      answers.push(["statistics", await ask("statistics", { query, body: { profileIds, platforms, ...dates } })]);
    for (const [name, answer] of answers) {
      await t.test(`${name} answers as documented`, () => {
        assert.ok(answer.status < 300, JSON.stringify(answer.body));
        assert.deepEqual(judged(spec, spec.ids[name], answer), []);
      });
    }
    await t.test("statistics have every member of the spec's own example", () => {
      const { responses } = spec.definition.paths[PATHS.statistics].post;
      const [{ content }] = Object.values(responses);
      const names = (body) => members(body).map((path) => path.replaceAll(/google|facebook/g, "*")).sort();
      const { example } = content["application/json"].schema;
      const own = new Set(names(answers[3][1].body));
      assert.deepEqual(
        names(example).filter((name) => !own.has(name)),
        [],
      );
    });
  });

  test(`the sandbox refuses what is wrong about social posting as ${api} documents`, { skip }, async (t) => {
    const spec = await specOf(api);
    const { ask, query, profileIds } = await scene(api, spec);
    const many = Array.from({ length: 101 }, () => profileIds[0]);
    const WRONG = {
      "an unknown token for tags": ["tags", 401, { token: "pit-unknown" }],
      "an unknown token for tags by ids": ["details", 401, { token: "pit-unknown" }],
      "an unknown token for statistics": ["statistics", 401, { token: "pit-unknown" }],
      "a limit that is no number": ["tags", 422, { query: { limit: "ten" } }],
      "no ids of tags": ["details", 422, { body: {} }],
      "no location": ["statistics", 422, { body: { profileIds } }],
      "no accounts": ["statistics", 422, { query, body: {} }],
      "too many accounts": ["statistics", 400, { query, body: { profileIds: many } }],
      "an account of somebody else": ["statistics", 400, { query, body: { profileIds: ["nobody"] } }],
      "a platform that is none": ["statistics", 400, { query, body: { profileIds, platforms: ["fax"] } }],
      ...(api === "v3" && {
        "a date that is none": [
          "statistics",
          400,
          { query, body: { profileIds, currentRange: range("soon", MARCH.endDate) } },
        ],
        "a comparison with nothing": ["statistics", 400, { query, body: { profileIds, prevRange: FEBRUARY } }],
      }),
    };
    for (const [what, [name, status, request]] of Object.entries(WRONG)) {
      await t.test(what, async () => {
        const answer = await ask(name, request);
        assert.equal(answer.status, status, JSON.stringify(answer.body));
        assert.deepEqual(judged(spec, spec.ids[name], answer), []);
      });
    }
  });

  test(`the judge of the answers of ${api} about social posting refuses`, { skip }, async (t) => {
    const spec = await specOf(api);
    const { ask, query, profileIds } = await scene(api, spec);
    const right = await ask("statistics", { query, body: { profileIds } });
    const spoil = {
      "a status that is not documented": (answer) => (answer.status = 204),
      "a member that is not documented": ({ body }) => (body.results.totals.shares = 1),
      "a member of a platform that is not documented": ({ body }) => (body.results.breakdowns.engagement.google.total = 1),
      "a number that is none": ({ body }) => (body.results.postPerformance.likes[0] = "1"),
      "a day that is no word": ({ body }) => (body.results.dayRange[0] = 1),
    };
    for (const [what, change] of Object.entries(spoil)) {
      await t.test(what, () => {
        const answer = structuredClone(right);
        assert.deepEqual(judged(spec, spec.ids.statistics, answer), []);
        change(answer);
        assert.notDeepEqual(judged(spec, spec.ids.statistics, answer), []);
      });
    }
  });
}
