/** What the OAuth functions send again, how often, and when. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { install } from "./install.mjs";
import { answering, callsOf, errorOf, GRANTED, withoutWaits } from "./oauth.mjs";

const calls = callsOf(await install().import("ghl-users/server"));
const waits = withoutWaits();
beforeEach((t) => {
  waits.splice(0);
  t.mock.method(Math, "random", () => 0.5);
});

const status = (number, headers) => new Response(null, { status: number, headers });
const cut = new Response('{"access_tok');
const never = () => new Promise(() => {});
const lost = () => Promise.reject(new TypeError("fetch failed"));
const good = Response.json({ ...GRANTED.v2, locations: [], count: 0 });

/** How often a function sends what is answered like this each time. */
const TIMES = {
  exchangeCode: { lost: 1, cut: 1, 400: 1, 401: 1, 403: 1, 408: 1, 429: 1, 500: 1, 503: 1, 301: 1 },
  refresh: { lost: 3, cut: 3, 400: 1, 401: 1, 403: 1, 408: 1, 429: 3, 500: 3, 503: 3, 301: 1 },
  locationToken: { lost: 3, cut: 1, 400: 1, 401: 1, 403: 1, 408: 1, 429: 3, 500: 3, 503: 3, 301: 1 },
  installedLocations: { lost: 3, cut: 1, 400: 1, 401: 1, 403: 1, 408: 1, 429: 3, 500: 3, 503: 3, 301: 1 },
};

for (const [name, times] of Object.entries(TIMES)) {
  for (const [what, count] of Object.entries(times)) {
    test(`${name}: ${what} is sent ${count === 1 ? "once" : "three times at most"}`, async () => {
      const answer = { lost, cut }[what] ?? status(Number(what));
      const { fetch, requests } = answering(answer);
      const { attempts } = await errorOf(name, calls[name]({ fetch }));
      assert.deepEqual([requests.length, attempts], [count, count]);
      // From 250 and from 500 milliseconds on, and up to as much again by chance.
      assert.deepEqual(waits, [375, 750].slice(0, count - 1));
    });

    test(`${name}: what is good the ${count === 1 ? "first" : "third"} time is good`, async () => {
      const bad = { lost, cut }[what] ?? status(Number(what));
      const { fetch, requests } = answering(...Array(count - 1).fill(bad), good);
      await calls[name]({ fetch });
      assert.equal(requests.length, count);
      assert.equal(new Set(requests.map(({ url, text, init }) => `${url} ${text} ${init.method}`)).size, 1);
    });
  }
}

test("waits as long as the server asks, and a little more", async () => {
  for (const name of ["refresh", "locationToken", "installedLocations"]) {
    waits.splice(0);
    await calls[name]({ fetch: answering(status(429, { "retry-after": "1" }), good).fetch });
    assert.deepEqual(waits, [1125]);
  }
});

test("does not wait for what would come too late", async () => {
  const asked = async (name, seconds) => {
    const { fetch, requests } = answering(status(429, { "retry-after": String(seconds) }), good);
    const error = await errorOf(name, calls[name]({ fetch }));
    assert.deepEqual([requests.length, error.code, error.retryAfterMs], [1, "rate_limited", seconds * 1000]);
  };
  // A refresh token is answered alike for a while only.
  await asked("refresh", 20);
  await asked("locationToken", 30);
  await asked("installedLocations", 30);
  assert.deepEqual(waits, []);
});

test("a refresh does not wait too long for an answer that may be lost, and longest for the last", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const signals = [];
  const hanging = ({ init }) => (signals.push(init.signal), never());
  const { fetch, requests } = answering(hanging, hanging, hanging);
  const failure = errorOf("refresh", calls.refresh({ fetch }));
  const sentAt = [];
  for (let second = 0; second <= 31; second += 0.25) {
    while (sentAt.length < requests.length) sentAt.push(second);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    t.mock.timers.tick(250);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
  const { code, attempts } = await failure;
  assert.deepEqual([code, attempts], ["timeout", 3]);
  const [first, second, third] = sentAt;
  assert.ok(first <= 0.5 && second >= 8 && second <= 9 && third >= 16 && third <= 19, String(sentAt));
  assert.ok(signals.every(({ aborted }) => aborted));
});

test("a refresh that may take little time still asks three times", async () => {
  const { fetch, requests } = answering(never, never, good);
  const { accessToken } = await calls.refresh({ fetch, timeoutMs: 5_900 });
  assert.deepEqual([accessToken, requests.length], ["access-1", 3]);
});

test("each page has its own tries", async () => {
  const page = (skip, ids) => () => Response.json({ locations: ids.map((_id) => ({ _id })), count: 3, skip });
  const answers = [status(503), page(0, ["1", "2"]), lost, status(429), page(2, ["3"])];
  const { fetch, requests } = answering(...answers);
  const found = await calls.installedLocations({ fetch }, { pageSize: 2 });
  assert.deepEqual([found.map(({ id }) => id), requests.length], [["1", "2", "3"], 5]);
});

test("waits for no longer than a minute, however long a call may take and a server asks", async () => {
  // As milliseconds, the second one is more than a timer can take, which then goes off at once.
  for (const asked of ["61", String(35 * 86_400), "999999999"]) {
    for (const name of ["locationToken", "installedLocations"]) {
      const { fetch, requests } = answering(status(429, { "retry-after": asked }), good);
      const { code, retryAfterMs } = await errorOf(name, calls[name]({ fetch, timeoutMs: 2 ** 40 }));
      assert.deepEqual([requests.length, code, retryAfterMs], [1, "rate_limited", Number(asked) * 1000]);
    }
  }
});
