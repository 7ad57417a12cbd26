/** A rate limit that the clients of two Workers share through a Durable Object. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { install } from "./install.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { crowd, deploy, temporary } from "./workers.mjs";

const { folder } = install("programs");
const APP = { program: "budget.mjs", objects: { BUDGET: "RateBudget" }, persist: temporary() };
const { ask, kill } = await deploy(folder, APP);

const { companyId, tokens } = await seed();
const options = { baseUrl: SANDBOX_URL, token: tokens.agency, companyId, maxRetries: 0 };
const [{ id: userId }] = await users();

async function users() {
  const headers = { authorization: `Bearer ${tokens.agency}`, version: "2021-07-28" };
  const reply = await fetch(`${SANDBOX_URL}/users/search?companyId=${companyId}&limit=1`, { headers });
  return (await reply.json()).users;
}

/** A limit that lets one request start, and the next one far beyond the test. */
const ONE = { requests: 1, perMs: 60_000 };

beforeEach(() => reset({ enforceRateLimit: false }));

test("two Workers together never exceed the limit in any window, and use it", async () => {
  const server = { requests: 20, perMs: 1_000 };
  // HighLevel's ten seconds leave 400 ms for the ways of a request; so do these.
  const limit = { requests: 20, perMs: 1_360 };
  await crowd(2, ask, "call", { name: "warm", limit, options, userId });
  await reset({ enforceRateLimit: true, rateLimit: { ...server, window: "sliding" } });

  const ids = await crowd(90, ask, "call", { name: "shared", limit, options, userId });
  assert.deepEqual(new Set(ids), new Set([userId]));
  const log = await requests();
  assert.equal(log.length, 90);
  assert.deepEqual(
    log.filter(({ status }) => status !== 200),
    [],
  );
  const arrivals = log.map(({ atMs }) => atMs).sort((one, other) => one - other);
  arrivals.slice(server.requests).forEach((arrival, first) => assert.ok(arrival - arrivals[first] >= server.perMs));
});

test("budgets of other names are others", async () => {
  const reserve = (name) => ask("first", "reserve", { name, limit: ONE });
  assert.equal(await reserve("one location"), 0);
  assert.equal(await reserve("another location"), 0);
  assert.ok((await ask("second", "reserve", { name: "one location", limit: ONE })) > 50_000);
});

test("a call whose turn would come too late is not sent, and takes no place", async () => {
  const input = { name: "late", limit: ONE, options: { ...options, timeoutMs: 5_000 }, userId };
  assert.equal(await ask("first", "call", input), userId);
  for (const name of ["first", "second"]) await assert.rejects(ask(name, "call", input), { code: "timeout" });
  assert.equal((await requests()).length, 1);
  // One window away, not two.
  assert.ok((await ask("first", "reserve", { ...input, maxWaitMs: 0 })) <= 62_401);
});

test("a call that is given up is not sent, and holds up nobody", async () => {
  const input = { name: "given up", limit: { requests: 1, perMs: 300 }, options, userId };
  assert.equal(await ask("first", "call", input), userId);
  await assert.rejects(ask("second", "giveUp", input), { code: "aborted" });
  assert.equal(await ask("first", "call", input), userId);
  assert.equal((await requests()).length, 2);
});

test("each try of a call takes a place of its own", async () => {
  const input = { name: "tries", limit: { requests: 2, perMs: 60_000 }, userId };
  const broken = { ...options, maxRetries: 1, baseUrl: "http://127.0.0.1:1" };
  await assert.rejects(ask("first", "call", { ...input, options: broken }), { code: "network" });
  assert.ok((await ask("second", "reserve", { ...input, maxWaitMs: 0 })) > 50_000);
});

test("refuses a name and limits that are not as described", async () => {
  const wrong = [
    [{ name: "" }, /durableBudget: "name" is an empty string: expected a text of at most 512 characters/],
    [{ name: "n".repeat(513) }, /"name" is a string/],
    [{ name: "n", limit: { requests: 0 } }, /"requests" is a number: expected a whole number from 1 to 10,000/],
    [{ name: "n", limit: { perMs: 0.5 } }, /"perMs" is a number: expected a whole number of milliseconds/],
    [{ name: "n", limit: { request: 1 } }, /there is no option "request"/],
  ];
  for (const [input, message] of wrong) {
    await assert.rejects(ask("first", "make", input), { name: "HighLevelError", code: "invalid_config", message });
  }
});

test("remembers its places beyond the process", async () => {
  const input = { name: "lasting", limit: ONE };
  assert.equal(await ask("first", "reserve", input), 0);
  await kill();
  const next = await deploy(folder, APP);
  const wait = await next.ask("second", "reserve", input);
  assert.ok(wait > 0 && wait <= 62_401, `${wait} ms`);
});
