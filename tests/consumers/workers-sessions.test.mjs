/** OAuth sessions of two Workers, whose tokens are in one Durable Object. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, beforeEach, test } from "node:test";
import { install } from "./install.mjs";
import { intervene, requests, reset, SANDBOX_URL, seed, tally } from "./sandbox.mjs";
import { crowd, deploy, temporary } from "./workers.mjs";

const { folder } = install("programs");
const APP = { program: "sessions.mjs", objects: { TOKENS: "Vault" } };

/** What the Workers tell the test, while they go on. */
const notices = createServer((_, reply) => reply.end());
await once(notices.listen(0, "127.0.0.1"), "listening");
after(() => notices.close());
const noticed = `http://127.0.0.1:${notices.address().port}/`;

beforeEach(() => reset({ enforceRateLimit: false }));

/** Two Workers, newly deployed, and the app's company, which has connected it. */
async function connect(api, { persist, expiresAt } = {}) {
  const { companyId, locations, oauth } = await seed();
  const { clientId, clientSecret, agencyCode: code } = oauth;
  const app = { clientId, clientSecret, api, baseUrl: SANDBOX_URL };
  const { ask, kill } = await deploy(folder, { ...APP, persist });
  const [{ id: locationId }] = locations;
  const input = { app, companyId, locationId, userId: await anyUser() };
  await ask("first", "connect", { ...input, code, expiresAt });
  return { ask, kill, input };
}

async function anyUser() {
  const { companyId, tokens } = await seed();
  const headers = { authorization: `Bearer ${tokens.agency}`, version: "2021-07-28" };
  const reply = await fetch(`${SANDBOX_URL}/users/search?companyId=${companyId}&limit=1`, { headers });
  return (await reply.json()).users[0].id;
}

for (const api of ["v2", "v3"]) {
  for (const kind of ["per request", "per isolate"]) {
    test(`${api}: 200 calls at once with an expired token, a session ${kind}: one refresh`, async () => {
      const { ask, input } = await connect(api, { expiresAt: Date.now() });
      await intervene({ expireAccessTokens: true });
      const ids = await crowd(200, ask, "call", { ...input, kind });
      assert.deepEqual(new Set(ids), new Set([input.userId]));
      assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 0, locationTokens: 0 });
    });
  }
}

test("200 calls at once whose token only HighLevel knows to be over: one refresh", async () => {
  const { ask, input } = await connect("v2");
  await crowd(20, ask, "call", { ...input, kind: "per isolate" });
  await intervene({ expireAccessTokens: true });
  const ids = await crowd(200, ask, "call", { ...input, kind: "per isolate" });
  assert.deepEqual(new Set(ids), new Set([input.userId]));
  assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 0, locationTokens: 0 });
});

test("100 calls at once for a location derive its token once", async () => {
  const { ask, input } = await connect("v2", { expiresAt: Date.now() });
  const ids = await crowd(100, ask, "callForLocation", input);
  assert.deepEqual(new Set(ids), new Set([input.userId]));
  assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 0, locationTokens: 1 });
});

/** Kills both Workers once the first one, at an act that does not end, says where it is; then deploys them anew. */
async function killedDuring(act, { ask, kill, input }, persist) {
  const told = once(notices, "request");
  const asked = ask("first", act, { ...input, noticed });
  asked.catch(() => undefined);
  await Promise.race([told, asked]);
  await kill();
  await assert.rejects(asked);
  return deploy(folder, { ...APP, persist });
}

test("killed between the refresh and its use: goes on without another refresh, and can refresh later", async () => {
  const persist = temporary();
  const app = await connect("v2", { persist });
  const { ask } = await killedDuring("renewOnly", app, persist);
  assert.equal((await tally()).refreshes, 1);
  assert.equal(await ask("second", "call", app.input), app.input.userId);
  assert.equal((await tally()).refreshes, 1, "the new access token was stored");
  await intervene({ expireAccessTokens: true });
  assert.equal(await ask("first", "call", app.input), app.input.userId);
  assert.deepEqual(await tally(), { exchanges: 1, refreshes: 2, graceAnswers: 0, locationTokens: 0 });
});

test("killed between the refresh and storing it, under the lock: HighLevel gives the same tokens again", async () => {
  const persist = temporary();
  const app = await connect("v2", { persist, expiresAt: Date.now() });
  const { ask } = await killedDuring("renewUnsaved", app, persist);
  assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 0, locationTokens: 0 });
  const ids = await crowd(20, ask, "call", app.input);
  assert.deepEqual(new Set(ids), new Set([app.input.userId]));
  assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 1, locationTokens: 0 });
});

test("a request that ends while it renews the token holds up no other of its isolate", async () => {
  const { ask, input } = await connect("v2", { expiresAt: Date.now() });
  assert.equal(await ask("first", "leave", input), "gone");
  const call = () => ask("first", "call", { ...input, kind: "per isolate" });
  const ids = await Promise.all(Array.from({ length: 5 }, call));
  assert.deepEqual(new Set(ids), new Set([input.userId]));
});

test("a company that has disconnected the app: each call says so, and HighLevel is asked once", async () => {
  const { ask, input } = await connect("v2");
  await intervene({ expireAccessTokens: true, revokeRefreshTokens: true });
  for (let turn = 0; turn < 3; turn += 1) {
    await assert.rejects(ask("first", "call", { ...input, kind: "per isolate" }), {
      name: "HighLevelError",
      code: "invalid_grant",
      message: /connect the app again/,
    });
  }
  const grants = (await requests()).filter(({ path, status }) => path === "/oauth/token" && status >= 400);
  assert.equal(grants.length, 1);
});
