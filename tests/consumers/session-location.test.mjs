/** `forLocation`: tokens of a location out of those of its agency. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { DAY, gate, granted, KEY, NOW, put, refused, stage, tokensOf, watched } from "./session.mjs";
import { failureOf, settle } from "./stub.mjs";

const { memoryStore, OAuthSession } = await install().import("ghl-users/server");
const DERIVE = "/oauth/locationToken l1";

/** The answer of `/oauth/locationToken`. */
const derived = (accessToken, fields) =>
  Response.json({ access_token: accessToken, refresh_token: "r", expires_in: 86_400, locationId: "l1", ...fields });
const invalid = () => Response.json({ message: "Invalid JWT" }, { status: 401 });

/** An agency's session whose locations have the tokens `l1-1`, `l1-2` and so on. */
async function agency(options) {
  const scene = stage(OAuthSession);
  const session = scene.sessionOf(options);
  await session.setTokens(tokensOf(1));
  let count = 0;
  scene.stub.answer = ({ pathname, form, generation }) =>
    pathname === "/oauth/token" ? granted(generation + 1) : derived(`${form.locationId}-${(count += 1)}`, form);
  const derivations = () => scene.log.filter((line) => line === DERIVE).length;
  return { ...scene, session, derivations };
}

test("derives a location's token with the agency's, and keeps it until shortly before it expires", async () => {
  const { session, stub, clock, derivations } = await agency();
  const { answer } = stub;
  const asked = [];
  stub.answer = (request) => asked.push(request) && answer(request);
  const { token } = session.forLocation("l1");
  assert.equal(await token(), "l1-1");
  assert.equal(asked[0].authorization, "Bearer access-1");
  assert.deepEqual(asked[0].form, { companyId: "c1", locationId: "l1" });
  clock.now = NOW + DAY - 300_001;
  assert.equal(await token(), "l1-1");
  assert.equal(derivations(), 1);
  clock.now += 1;
  assert.equal(await token(), "l1-2");
  assert.equal(asked.at(-1).authorization, "Bearer access-2", "the agency's token was about to expire as well");
});

test("derives anew what was rejected", async () => {
  const { session, derivations } = await agency();
  const { token } = session.forLocation("l1");
  await token();
  assert.equal(await token({ rejected: "l1-1" }), "l1-2");
  assert.equal(await token({ rejected: "l1-1" }), "l1-2");
  assert.equal(derivations(), 2);
});

test("shares one derivation among all calls for a location", async () => {
  const { session, stub, derivations } = await agency();
  const { opened, open } = gate();
  stub.answer = () => opened;
  const calls = Array.from({ length: 100 }, () => session.forLocation("l1").token());
  await settle();
  open(derived("l1-1"));
  assert.deepEqual(new Set(await Promise.all(calls)), new Set(["l1-1"]));
  assert.equal(derivations(), 1);
  assert.equal(session.forLocation("l1"), session.forLocation("l1"));
});

test("keeps the tokens of locations apart", async () => {
  const { session } = await agency();
  const tokens = await Promise.all(["l1", "l2", "l3"].map((id) => session.forLocation(id).token()));
  assert.deepEqual(tokens.map((token) => token.slice(0, 2)), ["l1", "l2", "l3"]);
});

test("keeps a location's tokens in the store too, without the refresh token that nobody needs", async () => {
  const store = memoryStore();
  const { session, sessionOf, derivations } = await agency({ store });
  await session.forLocation("l1").token();
  const { value: tokens } = await store.get(`${KEY}:location:l1`);
  assert.deepEqual([tokens.accessToken, tokens.locationId, tokens.userType], ["l1-1", "l1", "Location"]);
  assert.ok(!("refreshToken" in tokens));
  assert.equal(await sessionOf({ store }).forLocation("l1").token(), "l1-1");
  assert.equal(derivations(), 1);
});

test("renews the agency's token once if that is rejected, and derives again", async () => {
  const { session, stub, log } = await agency();
  const { answer } = stub;
  stub.answer = (request) => (request.authorization === "Bearer access-1" ? invalid() : answer(request));
  assert.equal(await session.forLocation("l1").token(), "l1-1");
  assert.deepEqual(log, [DERIVE, "refresh refresh-1", DERIVE]);
  assert.equal(await session.token(), "access-2");
});

test("renews the agency's token once for many locations", async () => {
  const { session, stub, refreshes } = await agency();
  const { answer } = stub;
  stub.answer = (request) => (request.authorization === "Bearer access-1" ? invalid() : answer(request));
  const ids = Array.from({ length: 30 }, (_, i) => `l${i}`);
  await Promise.all(ids.map((id) => session.forLocation(id).token()));
  assert.equal(refreshes(), 1);
});

test("gives up when the agency's new token is rejected as well", async () => {
  const { session, stub, log } = await agency();
  const { answer } = stub;
  stub.answer = (request) => (request.pathname === "/oauth/token" ? answer(request) : invalid());
  assert.equal((await failureOf(session.forLocation("l1").token())).code, "invalid_token");
  assert.deepEqual(log, [DERIVE, "refresh refresh-1", DERIVE]);
});

test("renews nothing if the agency's token lacks the scope, or the app the location", async () => {
  const { session, stub, log } = await agency();
  for (const [status, message, code] of [
    [401, "The token is not authorized for this scope.", "insufficient_scope"],
    [422, "The app is not installed in this location", "rejected"],
  ]) {
    log.length = 0;
    stub.answer = () => Response.json({ message }, { status });
    assert.equal((await failureOf(session.forLocation("l1").token())).code, code);
    assert.deepEqual(log, [DERIVE]);
  }
});

test("says to connect the agency's app again, and goes on when it is", async () => {
  const { session, stub } = await agency();
  const { answer } = stub;
  stub.answer = ({ pathname }) => (pathname === "/oauth/token" ? refused() : invalid());
  const { token } = session.forLocation("l1");
  const { code, message } = await failureOf(token());
  assert.equal(code, "invalid_grant");
  assert.match(message, /company "c1".*connect the app again/);
  stub.answer = answer;
  await session.setTokens(tokensOf(8));
  assert.equal(await token(), "l1-1");
});

test("keeps a location's tokens that the store did not take, and does not derive them twice", async () => {
  const failing = {};
  const { session, derivations } = await agency({ store: watched(memoryStore(), [], failing) });
  failing.set = new Error("disk full");
  const { token } = session.forLocation("l1");
  const failure = await failureOf(token());
  assert.equal(failure.code, "store_failed");
  assert.match(failure.message, /location "l1"/);
  failing.set = undefined;
  assert.equal(await token(), "l1-1");
  assert.equal(derivations(), 1);
});

test("uses a location's token that still works while no other can be derived", async () => {
  const { session, stub, clock } = await agency();
  const { token } = session.forLocation("l1");
  await token();
  clock.now = NOW + DAY - 1;
  stub.answer = () => refused();
  assert.equal(await token(), "l1-1");
  clock.now += 1;
  assert.equal((await failureOf(token())).code, "invalid_grant");
});

test("does not use a location's token that lies under another's key", async () => {
  const store = memoryStore();
  const { session } = await agency({ store });
  const foreign = tokensOf(1, { userType: "Location", locationId: "l2", accessToken: "foreign" });
  await put(store, foreign, `${KEY}:location:l1`);
  const { code, message } = await failureOf(session.forLocation("l1").token());
  assert.equal(code, "store_failed");
  assert.match(message, /"locationId" is not that of location "l1"/);
});

test("has no locations of a location, and none without an id", () => {
  const { sessionOf } = stage(OAuthSession);
  const own = sessionOf({ resource: { locationId: "l1" } });
  assert.throws(() => own.forLocation("l1"), { code: "invalid_config", message: /expected one with \{ companyId \}/ });
  for (const id of [undefined, "", 7]) {
    assert.throws(() => sessionOf().forLocation(id), { code: "invalid_input", message: /"locationId"/ });
  }
});
