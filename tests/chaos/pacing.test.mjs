/** Do a thousand calls at once drain smoothly, in order, as fast as the limit allows, and never too fast? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { dice } from "./dice.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const { HighLevel } = await install().import("ghl-users");
const TOKEN = "pit-00000000-0000-4000-8000-000000000000";
const CALLS = 1_000;
const DAY_MS = 86_400_000;
/** A morning. */
const NOW = Date.UTC(2026, 10, 22, 9, 30);

/** A server in virtual time that counts what arrives in any stretch of `perMs`, and refuses what is too much. */
function strictServer({ requests, perMs, wayMs = () => 0, tells = false }) {
  const arrivals = [];
  const log = [];
  const pause = (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);
  const fetch = async (url) => {
    await pause(wayMs());
    const now = Date.now();
    while (arrivals[0] <= now - perMs) arrivals.shift();
    arrivals.push(now);
    const status = arrivals.length > requests ? 429 : 200;
    log.push({ id: url.split("/").at(-1), at: now, status });
    const figures = {
      "x-ratelimit-max": `${requests}`,
      "x-ratelimit-interval-milliseconds": `${perMs}`,
      "x-ratelimit-remaining": `${Math.max(0, requests - arrivals.length)}`,
    };
    await pause(wayMs());
    return Response.json({ id: "u" }, { status, headers: tells ? figures : {} });
  };
  return { fetch, log };
}

/** Lets virtual time pass until the calls are done; returns the milliseconds it took, to the next 10. */
async function drained(t, calls) {
  const start = Date.now();
  let open = true;
  const all = Promise.all(calls).finally(() => (open = false));
  while (open) {
    t.mock.timers.tick(10);
    await new Promise(setImmediate);
  }
  await all;
  return Date.now() - start;
}

function virtualClient(t, server, options) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW });
  return new HighLevel({ token: TOKEN, companyId: "c1", fetch: server.fetch, timeoutMs: 86_400_000, ...options });
}

const ids = Array.from({ length: CALLS }, (_, n) => `u${n}`);
const refused = (log) => log.filter(({ status }) => status === 429).length;

test("drains a thousand calls in order, at no less than 95 % of the limit, without a 429", async (t) => {
  const server = strictServer({ requests: 100, perMs: 10_000 });
  const ghl = virtualClient(t, server);
  const ms = await drained(
    t,
    ids.map((id) => ghl.users.get(id)),
  );
  assert.equal(refused(server.log), 0);
  assert.deepEqual(
    server.log.map(({ id }) => id),
    ids,
  );
  // The first hundred go at once, and then a hundred every ten seconds.
  const ideal = 90_000;
  t.diagnostic(`${ms} ms: ${((100 * ideal) / ms).toFixed(1)} % of what the limit allows`);
  assert.ok(ms >= ideal && ms <= ideal / 0.95, `${ms} ms`);
});

test("keeps within the limit though some calls travel 250 ms longer than others", async (t) => {
  const { below } = dice(1);
  const server = strictServer({ requests: 100, perMs: 10_000, wayMs: () => below(250) });
  const ghl = virtualClient(t, server);
  const ms = await drained(
    t,
    ids.map((id) => ghl.users.get(id)),
  );
  assert.equal(refused(server.log), 0);
  assert.ok(ms <= 90_000 / 0.95 + 500, `${ms} ms`);
});

test("takes the server's word for a narrower limit", async (t) => {
  const server = strictServer({ requests: 20, perMs: 10_000, tells: true });
  const ghl = virtualClient(t, server);
  await drained(t, [ghl.users.get("first")]);
  const ms = await drained(
    t,
    ids.slice(0, 200).map((id) => ghl.users.get(id)),
  );
  assert.equal(refused(server.log), 0);
  assert.deepEqual(
    server.log.slice(1).map(({ id }) => id),
    ids.slice(0, 200),
  );
  assert.ok(ms <= 100_000 / 0.95, `${ms} ms`);
});

test("leaves room for those who share the budget", async (t) => {
  const server = strictServer({ requests: 100, perMs: 10_000, tells: true });
  const ghl = virtualClient(t, server);
  // Another client with the same token has used most of it.
  for (let n = 0; n < 90; n++) await server.fetch("/other");
  await drained(t, [ghl.users.get("first")]);
  await drained(
    t,
    ids.slice(0, 50).map((id) => ghl.users.get(id)),
  );
  assert.equal(refused(server.log), 0);
});

test("gives the place of a call that is cancelled to the next", async (t) => {
  const server = strictServer({ requests: 10, perMs: 10_000 });
  const ghl = virtualClient(t, server, { rateLimit: { requests: 10, perMs: 10_000 } });
  const controller = new AbortController();
  const calls = ids.slice(0, 300).map((id, n) => {
    return ghl.users.get(id, n >= 10 && n < 290 ? { signal: controller.signal } : {});
  });
  const settled = Promise.allSettled(calls);
  await new Promise(setImmediate);
  assert.equal(ghl.rateLimit.waiting, 290);
  controller.abort();
  const ms = await drained(t, [settled]);
  const ends = (await settled).map(({ reason }) => reason?.code ?? "done");
  assert.deepEqual(
    ends,
    ids.slice(0, 300).map((_, n) => (n >= 10 && n < 290 ? "aborted" : "done")),
  );
  assert.equal(server.log.length, 20);
  assert.equal(ghl.rateLimit.waiting, 0);
  assert.ok(ms <= 10_000 / 0.95, `${ms} ms`);
});

test("fails a call at once whose turn comes too late, and says when it would have come", async (t) => {
  const server = strictServer({ requests: 100, perMs: 10_000 });
  const ghl = virtualClient(t, server, { timeoutMs: 25_000 });
  const settled = Promise.allSettled(ids.map((id) => ghl.users.get(id)));
  const ms = await drained(t, [settled]);
  const ends = await settled;
  // At 0, 10 and 20 seconds; those whose turn comes at 30 seconds do not wait for it.
  assert.equal(ends.filter(({ status }) => status === "fulfilled").length, 300);
  assert.ok(ms <= 20_000 / 0.95, `${ms} ms`);
  const late = ends.filter(({ reason }) => reason);
  assert.ok(late.every(({ reason }) => reason.code === "timeout" && reason.attempts === 0));
  const first = late[0].reason.retryAfterMs;
  assert.ok(first >= 30_000 && first <= 30_000 / 0.95, `${first} ms`);
  assert.equal(refused(server.log), 0);
});

test("sends nothing when the day's requests are used up, until midnight", async (t) => {
  let left = 1;
  let sent = 0;
  const fetch = async () => {
    sent++;
    return Response.json({ id: "u" }, { headers: { "x-ratelimit-daily-remaining": `${left--}` } });
  };
  const ghl = virtualClient(t, { fetch });
  await ghl.users.get("u1");
  await ghl.users.get("u2");
  const { reason } = (await Promise.allSettled([ghl.users.get("u3")]))[0];
  assert.equal(reason.code, "daily_limit");
  assert.equal(reason.attempts, 0);
  assert.equal(reason.retryAfterMs, DAY_MS - (NOW % DAY_MS));
  t.mock.timers.tick(reason.retryAfterMs - 1);
  await assert.rejects(ghl.users.get("u4"), { code: "daily_limit", retryAfterMs: 1 });
  t.mock.timers.tick(1);
  left = 100;
  await ghl.users.get("u5");
  assert.equal(sent, 3);
});

test("keeps a server satisfied that enforces the limit", { timeout: 120_000 }, async (t) => {
  const rateLimit = { requests: 100, perMs: 3_000 };
  const { tokens, companyId } = await seed();
  const options = { token: tokens.agency, companyId, baseUrl: SANDBOX_URL, timeoutMs: 100_000, maxRetries: 0 };
  // Opening a hundred connections takes longer than using them: open ones make every burst travel alike.
  await Promise.allSettled(ids.slice(0, 100).map((id) => new HighLevel(options).users.get(id)));
  await reset({ enforceRateLimit: true, rateLimit: { ...rateLimit, window: "sliding" }, logSize: 10_000 });
  const ghl = new HighLevel({ ...options, rateLimit });
  const calls = ids.slice(0, 500);
  const results = await Promise.allSettled(calls.map((id) => ghl.users.get(id)));
  const log = await requests();
  const seconds = (log.at(-1).atMs - log[0].atMs) / 1_000;
  t.diagnostic(`${calls.length} calls in ${seconds.toFixed(1)} s, of which the limit asks for 12`);
  assert.equal(log.length, calls.length);
  assert.equal(refused(log), 0);
  assert.ok(results.every(({ reason }) => reason.code === "not_found"));
  // Connections side by side may swap calls of one burst, and no others.
  const places = log.map(({ path }) => Number(path.slice("/users/u".length)));
  assert.ok(places.every((place, n) => Math.abs(place - n) < rateLimit.requests));
});
