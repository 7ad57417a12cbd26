/** What goes wrong in a sandbox on order, and what of it the log tells. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSandbox, headersOf, HIGHLEVEL, NOON } from "./box.mjs";

/** A sandbox, and what asks it for statuses. */
function begin(options) {
  const box = createSandbox({ now: NOON, ...options });
  const headers = headersOf(box.tokens.agency);
  const ask = async (path) => (await box.fetch(HIGHLEVEL + path, { headers })).status;
  const users = () => ask(`/users/search?companyId=${box.ids.companyId}`);
  const locations = () => ask(`/locations/${box.ids.locationId}`);
  return { box, users, locations };
}

test("a fault strikes the next call only, unless it says more", async () => {
  const { box, users } = begin();
  box.fault({ status: 503 });
  assert.deepEqual([await users(), await users()], [503, 200]);
});

test("a fault strikes so many calls", async () => {
  const { box, users } = begin();
  box.fault({ status: 503, times: 2 });
  assert.deepEqual([await users(), await users(), await users()], [503, 503, 200]);
});

test("a fault strikes until it is ended, and ending it again does nothing", async () => {
  const { box, users } = begin();
  const off = box.fault({ status: 503, times: "untilOff" });
  const other = box.fault({ status: 500, times: "untilOff" });
  for (let turn = 0; turn < 20; turn += 1) assert.equal(await users(), 503);
  off();
  off();
  assert.equal(await users(), 500);
  other();
  assert.equal(await users(), 200);
});

test("what ends a fault ends none of a later run", async () => {
  const { box, users } = begin();
  const off = box.fault({ status: 503, times: "untilOff" });
  box.reset();
  box.fault({ status: 500, times: "untilOff" });
  off();
  assert.equal(await users(), 500);
});

test("a fault strikes an operation, or all that have to do with something", async () => {
  const { box, users, locations } = begin();
  box.fault({ status: 503, only: { operation: "locations.get" } });
  assert.deepEqual([await users(), await locations(), await locations()], [200, 503, 200]);
  box.fault({ status: 500, only: { operation: "users." } });
  assert.deepEqual([await locations(), await users(), await users()], [200, 500, 200]);
});

test("a fault strikes the calls that reuse a connection: those of a sandbox are all over one, from the reset", async () => {
  const { box, users } = begin();
  const later = { status: 503, only: { fromNth: 3 }, times: 2 };
  box.fault(later);
  assert.deepEqual([await users(), await users(), await users(), await users(), await users()], [200, 200, 503, 503, 200]);
  box.reset({ faults: [later] });
  assert.deepEqual([await users(), await users(), await users()], [200, 200, 503]);
});

test("an operation that there is not is refused, with one that may be meant", () => {
  const { box } = begin();
  const message = /^sandbox\.fault: only\.operation is "users\.gett": .*, such as "users\.get"$/;
  assert.throws(() => box.fault({ only: { operation: "users.gett" } }), { code: "invalid_input", message });
});

test("faults of the options strike from the start, and after each reset", async () => {
  const { box, users } = begin({ faults: [{ status: 503 }, { status: 500 }] });
  assert.deepEqual([await users(), await users(), await users()], [503, 500, 200]);
  box.reset();
  assert.equal(await users(), 503);
  box.reset({ faults: [] });
  assert.equal(await users(), 200);
});

test("a storm is the same for the same seed, that of the sandbox where it has none", async () => {
  const storm = { calm: 1, faults: [{ weight: 1, fault: { status: 503 } }] };
  const drawn = async (options, own) => {
    const { box, users } = begin(options);
    box.storm({ ...storm, ...own });
    const statuses = [];
    for (let turn = 0; turn < 32; turn += 1) statuses.push(await users());
    return statuses.join(" ");
  };
  const usual = await drawn();
  assert.match(usual, /200/);
  assert.match(usual, /503/);
  assert.equal(await drawn({ seed: 1 }), usual);
  assert.notEqual(await drawn({ seed: 2 }), usual);
  assert.equal(await drawn({ seed: 2 }, { seed: 1 }), usual);
});

test("a storm ends, and leaves alone what was ordered and the storm after it", async () => {
  const { box, users } = begin();
  const all = (status) => ({ faults: [{ weight: 1, fault: { status } }] });
  const off = box.storm(all(503));
  assert.equal(await users(), 503);
  box.storm(all(500));
  off();
  assert.equal(await users(), 500);
  box.fault({ status: 429 });
  box.storm(all(502))();
  assert.deepEqual([await users(), await users()], [429, 200]);
});

test("all that was ordered ends at once", async () => {
  const { box, users } = begin();
  box.fault({ status: 500, times: "untilOff" });
  box.storm({ faults: [{ weight: 1, fault: { status: 503 } }] });
  box.calm();
  assert.equal(await users(), 200);
});

test("a wrong order is refused in words, and nothing has changed", async () => {
  const { box, users } = begin();
  for (const [order, words] of [
    [() => box.fault({ status: 99 }), "sandbox.fault: status is 99: expected 200 to 599"],
    [() => box.fault({ delayMS: 1 }), /^sandbox\.fault: .*unknown field `delayMS`/],
    [() => box.fault(), "sandbox.fault: it is missing: expected an object that can be written as JSON"],
    [() => box.fault({ body: 1n }), "sandbox.fault: it is an object: expected an object that can be written as JSON"],
    [() => box.storm({ faults: [] }), "sandbox.storm: the weights are 0: expected a sum of 1 or more"],
    [() => box.storm(null), "sandbox.storm: it is null: expected an object that can be written as JSON"],
    [() => box.oauth({ authorize: { locationId: "x" } }), /^sandbox\.oauth: authorize\.locationId is x: expected/],
  ]) {
    assert.throws(order, { code: "invalid_input", message: words }, String(order));
  }
  assert.equal(await users(), 200);
});

test("the log names the operations, and what was answered and by whom", async () => {
  const { box, users, locations } = begin();
  await users();
  box.fault({ status: 503, execute: true });
  await locations();
  await box.fetch(`${HIGHLEVEL}/nowhere`);
  const told = box.requests.map(({ operation, status, apiStatus }) => [operation, status, apiStatus]);
  assert.deepEqual(told, [
    ["users.search", 200, 200],
    ["locations.get", 503, 200],
    [null, 501, 501],
  ]);
  assert.deepEqual(box.unmatched, box.requests.slice(2));
});

test("what the log gives is the caller's, and can do nothing to the log", async () => {
  const { box, users } = begin();
  await users();
  const { requests } = box;
  assert.throws(() => requests.push({}), TypeError);
  requests[0].method = "changed";
  await users();
  assert.equal(requests.length, 1);
  assert.deepEqual(box.requests.map(({ method }) => method), ["GET", "GET"]);
});

test("the log keeps no token, no password and no secret", async () => {
  const { box } = begin();
  const { clientSecret, agencyCode } = box.ids.oauth;
  const post = (path, body, headers) => box.fetch(HIGHLEVEL + path, { method: "POST", body, headers });
  const json = { ...headersOf(box.tokens.agency), "content-type": "application/json" };
  await post("/users/", JSON.stringify({ password: "Correct-Horse-1" }), json);
  await post("/oauth/token", new URLSearchParams({ client_secret: clientSecret, code: agencyCode }));
  await box.fetch(`https://example.com/?access_token=${box.tokens.location}`);
  const told = JSON.stringify(box.requests);
  for (const secret of [box.tokens.agency, box.tokens.location, "Correct-Horse-1", clientSecret, agencyCode]) {
    assert.ok(!told.includes(secret), secret);
  }
  assert.match(told, /Bearer pit-…9f2c/);
});

test("a call that there is not is answered with nothing where that is wanted, and told all the same", async () => {
  const { box } = begin({ lenient: true });
  const response = await box.fetch(`${HIGHLEVEL}/nowhere`);
  assert.deepEqual([response.status, await response.json()], [200, {}]);
  assert.deepEqual(box.unmatched.map(({ path }) => path), ["/nowhere"]);
});
