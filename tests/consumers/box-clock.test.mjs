/** The sandbox's clock: what the company makes of time, which passes when it is told to. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createSandbox, headersOf, HIGHLEVEL, isHighLevelError, NOON } from "./box.mjs";

const JSON_TYPE = { "content-type": "application/json" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Asks as the company, and gives the status. */
const statusOf = async (box, path, init) =>
  (await box.fetch(HIGHLEVEL + path, { headers: headersOf(box.tokens.agency), ...init })).status;

async function firstUser(box) {
  const url = `${HIGHLEVEL}/users/search?companyId=${box.ids.companyId}&limit=1`;
  const response = await box.fetch(url, { headers: headersOf(box.tokens.agency) });
  return (await response.json()).users[0].id;
}

test("a deleted user goes at the moment that is set, and not a millisecond before", async () => {
  const box = createSandbox({ now: NOON, deleteAfterMs: 2_000 });
  const path = `/users/${await firstUser(box)}`;
  assert.equal(await statusOf(box, path, { method: "DELETE" }), 200);
  box.clock.tick(1_999);
  assert.equal(await statusOf(box, path), 200);
  box.clock.tick(1);
  assert.equal(await statusOf(box, path), 404);
});

test("a token expires when its time is over", async () => {
  const box = createSandbox({ now: NOON, accessTokenSeconds: 60 });
  const { clientId, clientSecret, agencyCode } = box.ids.oauth;
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: "authorization_code",
    code: agencyCode,
  });
  const answer = await box.fetch(`${HIGHLEVEL}/oauth/token`, { method: "POST", headers: FORM, body });
  const { access_token: token, expires_in: seconds } = await answer.json();
  assert.equal(seconds, 60);
  const path = `/users/search?companyId=${box.ids.companyId}`;
  const ask = () => statusOf(box, path, { headers: headersOf(token) });
  box.clock.tick(59_999);
  assert.equal(await ask(), 200);
  box.clock.tick(1);
  assert.equal(await ask(), 401);
});

test("a window of the rate limit passes", async () => {
  const rateLimit = { requests: 2, perMs: 1_000, window: "sliding" };
  const box = createSandbox({ now: NOON, enforceRateLimit: true, rateLimit });
  const path = `/users/search?companyId=${box.ids.companyId}`;
  const ask = () => statusOf(box, path);
  assert.deepEqual([await ask(), await ask(), await ask()], [200, 200, 429]);
  box.clock.tick(1_000);
  assert.equal(await ask(), 200);
});

test("a clock that was given a time stands still, and what is answered bears it", async () => {
  const box = createSandbox({ now: new Date(NOON) });
  assert.equal(box.clock.now(), NOON);
  const { headers } = await box.fetch(HIGHLEVEL);
  assert.equal(headers.get("date"), "Mon, 30 Nov 2026 12:00:00 GMT");
  box.clock.tick(1_500);
  await box.fetch(HIGHLEVEL);
  assert.deepEqual(box.requests.map(({ atMs }) => atMs), [NOON, NOON + 1_500]);
});

test("a clock without a time runs with that of the runtime, from wherever it was moved to", (t) => {
  mock.timers.enable({ apis: ["Date"], now: NOON });
  t.after(() => mock.timers.reset());
  const { clock } = createSandbox();
  assert.equal(clock.now(), NOON);
  mock.timers.tick(10);
  assert.equal(clock.now(), NOON + 10);
  clock.tick(1_000);
  mock.timers.tick(5);
  assert.equal(clock.now(), NOON + 1_015);
  clock.set(NOON - 1_000);
  mock.timers.tick(5);
  assert.equal(clock.now(), NOON - 995);
});

test("a clock stops and runs on from where it stands", (t) => {
  mock.timers.enable({ apis: ["Date"], now: NOON });
  t.after(() => mock.timers.reset());
  const { clock } = createSandbox();
  clock.stop();
  mock.timers.tick(100);
  assert.equal(clock.now(), NOON);
  clock.tick(1);
  clock.run();
  mock.timers.tick(10);
  assert.equal(clock.now(), NOON + 11);
});

test("a clock that is set back is no trouble for what was there before", async () => {
  const box = createSandbox({ now: NOON, enforceRateLimit: true });
  const path = `/users/${await firstUser(box)}`;
  assert.equal(await statusOf(box, path), 200);
  box.clock.set(0);
  assert.equal(await statusOf(box, path), 200);
  assert.equal(await statusOf(box, path, { method: "DELETE" }), 200);
  box.clock.set(new Date(8.64e15));
  assert.equal(await statusOf(box, path), 404);
});

test("what is no time is refused, and the clock stays as it was", () => {
  const { clock } = createSandbox({ now: NOON });
  for (const ms of [-1, Number.NaN, Infinity, "1", undefined, 8.64e15]) {
    assert.throws(() => clock.tick(ms), (error) => isHighLevelError(error, "invalid_input"), String(ms));
  }
  for (const date of [-1, Number.NaN, Infinity, "2026", undefined, new Date(Number.NaN), 8.64e15 + 1]) {
    assert.throws(() => clock.set(date), (error) => isHighLevelError(error, "invalid_input"), String(date));
  }
  assert.equal(clock.now(), NOON);
});

test("what is made has the moment of the clock", async () => {
  const box = createSandbox({ now: NOON });
  const body = JSON.stringify({ locationId: box.ids.locationId, firstName: "Jo", email: "jo@example.com" });
  const headers = { ...headersOf(box.tokens.location), ...JSON_TYPE };
  const response = await box.fetch(`${HIGHLEVEL}/contacts/`, { method: "POST", headers, body });
  const { contact } = await response.json();
  assert.equal(contact.dateAdded, new Date(NOON).toISOString());
});
