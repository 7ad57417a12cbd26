/** The resources of the catalogue: in every kind of module and runtime, beside every client, and only for those who import them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { install } from "./install.mjs";
import { bundled } from "./runtimes.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { clientOf, failureOf, json } from "./stub.mjs";

const consumer = install("programs");
const { folder } = consumer;
const { HighLevel } = await consumer.import("ghl-users");
const { catalogue, socialPosting } = await consumer.import("ghl-users/catalogue");
const VERSIONS = ["v2", "v3"];

/** What the program needs to know of the sandbox. */
async function contextOf(api) {
  await reset();
  const { tokens, locationTokenLocationId: locationId, profiles } = await seed();
  const profileIds = profiles.filter((profile) => profile.locationId === locationId).map(({ id }) => id);
  return { options: { api, baseUrl: SANDBOX_URL, token: tokens.location, locationId }, profileIds };
}

function judge({ names, ...others }) {
  assert.equal(names.length, 13);
  assert.equal(new Set(names).size, 13);
  assert.deepEqual(others, {
    count: 13,
    found: 2,
    days: 7,
    sum: 0,
    same: true,
    refused: ["invalid_input", 'socialPosting.statistics: "profileIds" is a string: expected an array of ids'],
    ids: ["socialPosting.tags.list", "socialPosting.tags.details", "socialPosting.statistics"],
  });
}

for (const api of VERSIONS) {
  test(`Node imports them, ${api}`, async () => {
    const { social } = await import(pathToFileURL(join(folder, "programs/social.mjs")).href);
    judge(await social({ HighLevel, catalogue, socialPosting }, await contextOf(api)));
    const asked = (await requests()).map(({ method, path, status }) => `${method} ${path.split("?")[0]} ${status}`);
    assert.ok(asked.includes(`POST /social-media-posting/statistics ${api === "v2" ? 201 : 200}`), String(asked));
  });

  test(`Node requires them, ${api}`, async () => {
    const { social } = await import(pathToFileURL(join(folder, "programs/social.mjs")).href);
    const entries = { ...consumer.require("ghl-users"), ...consumer.require("ghl-users/catalogue") };
    judge(await social(entries, await contextOf(api)));
  });

  test(`a Worker bundles them, ${api}`, async () => {
    const run = await bundled(
      folder,
      `import { HighLevel } from "ghl-users";
       import { catalogue, socialPosting } from "ghl-users/catalogue";
       import { social } from "./programs/social.mjs";
       export default {
         async fetch(request) {
           return Response.json(await social({ HighLevel, catalogue, socialPosting }, await request.json()));
         },
       };`,
    );
    judge(await run(await contextOf(api)));
  });
}

test("a resource of its own entry is the same object as that of all of them", async () => {
  const single = await consumer.import("ghl-users/catalogue/social-posting");
  const { ghl } = clientOf(HighLevel, json({}));
  assert.equal(single.socialPosting(ghl), socialPosting(ghl));
  assert.equal(catalogue(ghl).socialPosting, socialPosting(ghl));
});

test("a resource goes with a client of any entry, each with rows of its own", async () => {
  const slim = await consumer.import("ghl-users/slim");
  slim.initSync(readFileSync(join(folder, "node_modules/ghl-users/dist/ghl_users_bg.wasm")));
  const common = consumer.require("ghl-users");
  const body = { results: { tags: [{ _id: "t1" }], count: 1 } };
  for (const entry of [HighLevel, slim.HighLevel, common.HighLevel]) {
    const { ghl, requests } = clientOf(entry, json(body));
    const { tags } = await socialPosting(ghl).tags.list({ searchText: "a b" });
    assert.deepEqual(tags, [{ _id: "t1" }]);
    assert.equal(requests[0].url.pathname, "/social-media-posting/l1/tags");
    assert.equal(requests[0].url.searchParams.get("searchText"), "a b");
  }
});

test("two clients share what the engine has learnt, and nothing else", async () => {
  const answer = json({ results: { tags: [] } });
  const [one, other] = [clientOf(HighLevel, answer), clientOf(HighLevel, answer, { api: "v3" })];
  assert.notEqual(socialPosting(one.ghl), socialPosting(other.ghl));
  await Promise.all([socialPosting(one.ghl).tags.list(), socialPosting(other.ghl).tags.list()]);
  assert.deepEqual([one.requests.length, other.requests.length], [1, 1]);
  one.ghl.close();
  assert.equal((await failureOf(socialPosting(one.ghl).tags.list())).code, "closed");
  await socialPosting(other.ghl).tags.list();
});

test("what is no client of this package is refused in words", () => {
  const stranger = { api: "v2", users: {}, close() {} };
  for (const ghl of [undefined, null, 5, "ghl", {}, stranger, HighLevel]) {
    const said = { name: "TypeError", message: /^socialPosting: expected a client, new HighLevel\(…\), of this version/ };
    assert.throws(() => socialPosting(ghl), said);
  }
});

test("rows of another version of the package are refused in words", () => {
  const { ghl } = clientOf(HighLevel, json({}));
  const connect = ghl[Symbol.for("ghl-users.connect")];
  for (const pack of ["2", "", "1", "1000?", "0123", "💥"]) {
    const said = { name: "HighLevelError", code: "invalid_config", message: /another version of ghl-users/ };
    assert.throws(() => connect({ name: "later", pack, methods: {} }), said, pack);
  }
});

test("a client without v1's operations says which versions have them", async () => {
  const { ghl } = clientOf(HighLevel, json({}), { api: "v1" });
  const error = await failureOf(socialPosting(ghl).statistics({ profileIds: ["p1"] }));
  assert.deepEqual(
    [error.code, error.message],
    ["unsupported_operation", "socialPosting.statistics: api v1 has no such operation; it is in v2 and v3"],
  );
});

test("a call that the token's kind forbids is refused before it is sent", async () => {
  const { ghl, requests } = clientOf(HighLevel, json({}), { tokenKind: "agency" });
  for (const call of [
    () => socialPosting(ghl).tags.list(),
    () => catalogue(ghl).request("socialPosting.statistics", { profileIds: ["p1"] }),
  ]) {
    assert.equal((await failureOf(call())).code, "insufficient_scope");
  }
  assert.deepEqual(requests, []);
});

test("dates may be given as text or as a Date, and nothing as both", async () => {
  const { ghl, requests } = clientOf(HighLevel, json({ results: {} }), { api: "v3" });
  const [startDate, endDate] = [new Date(Date.UTC(2026, 10, 1)), "2026-11-08"];
  const input = { profileIds: ["p1"], currentRange: { startDate, endDate } };
  await socialPosting(ghl).statistics(input);
  await catalogue(ghl).request("socialPosting.statistics", input);
  for (const { body } of requests) {
    assert.deepEqual(body.currentRange, { startDate: "2026-11-01T00:00:00.000Z", endDate: "2026-11-08" });
  }
  assert.equal(input.currentRange.startDate, startDate);
  for (const wrong of [new Date(NaN), 5, null, "", {}]) {
    const range = { profileIds: ["p1"], currentRange: { startDate: wrong, endDate } };
    const error = await failureOf(socialPosting(ghl).statistics(range));
    assert.equal(error.code, "invalid_input");
    assert.match(error.message, /"currentRange\.startDate" is /);
  }
});

test("answers are checked with the tables of their resource", async () => {
  const answer = json({ results: { totals: { posts: "five" } } });
  const { ghl } = clientOf(HighLevel, answer, { validate: "strict" });
  const error = await failureOf(socialPosting(ghl).statistics({ profileIds: ["p1"] }));
  assert.deepEqual(
    [error.code, error.message],
    ["unexpected_response", "socialPosting.statistics: the answer's totals.posts is a string: expected a number"],
  );
});

test("the rows as data are those of the client's version", () => {
  const of = (api) => catalogue(clientOf(HighLevel, json({}), { api }).ghl).operations;
  const fields = (api) => of(api).find(({ id }) => id === "socialPosting.statistics").fields;
  assert.deepEqual(of("v1").map(({ id }) => id.split(".")[0]), Array(7).fill("users"));
  const [location, profiles] = fields("v3");
  assert.deepEqual([location.name, location.in, location.required], ["locationId", "query", ["v2", "v3"]]);
  assert.deepEqual([profiles.name, profiles.in, profiles.kind, profiles.many], ["profileIds", "body", "id", true]);
  assert.ok(fields("v2").find(({ name }) => name === "platforms").words.includes("tiktok"));
  const compared = of("v3").flatMap(({ fields }) => fields).find(({ name }) => name === "prevRange");
  assert.deepEqual(compared?.fields.map(({ kind }) => kind), ["date", "date"]);
  for (const { id, tokens, fields } of of("v3")) {
    for (const { versions } of fields) assert.ok(versions.every((api) => tokens[api] !== undefined), id);
  }
});

test("each operation and each of its fields is told in words", async () => {
  for (const api of ["v1", "v2", "v3"]) {
    const all = catalogue(clientOf(HighLevel, json({}), { api }).ghl);
    const docs = await all.docs();
    for (const { id, fields } of all.operations) {
      assert.match(docs[id].doc, /\w/, id);
      for (const { name } of fields) assert.match(docs[id].fields[name], /\w/, `${id} ${name}`);
    }
  }
});

/** The text of a page's bundle. */
async function pageOf(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    outfile: join(folder, "page.js"),
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}

test("a page that uses users alone has nothing of other resources", async () => {
  const users = 'import { HighLevel } from "ghl-users"; console.log(new HighLevel({}).users);';
  const page = await pageOf(users);
  assert.ok(!page.includes("social-media-posting"));
  const unused = await pageOf(`import { socialPosting } from "ghl-users/catalogue"; ${users}`);
  assert.equal(unused.length, page.length);
  const single = await pageOf(`import { socialPosting } from "ghl-users/catalogue/social-posting"; ${users} console.log(socialPosting);`);
  const all = await pageOf(`import { socialPosting } from "ghl-users/catalogue"; ${users} console.log(socialPosting);`);
  assert.ok(single.includes("social-media-posting"));
  // The one brings no more than the other: neither the other resources nor the rows as data.
  assert.ok(Math.abs(all.length - single.length) < 100, `${all.length} and ${single.length}`);
});
