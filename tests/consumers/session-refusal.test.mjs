/** `OAuthSession` when its app has to be connected again, and when it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { COMPANY, DAY, granted, KEY, NOW, put, refused, stage, tokensOf, watched } from "./session.mjs";
import { failureOf } from "./stub.mjs";

const consumer = install();
const { memoryStore, OAuthSession } = await consumer.import("ghl-users/server");
const { HighLevel } = await consumer.import("ghl-users");

/** A session whose refresh token is refused, and what it has failed with. */
async function disconnected() {
  const scene = stage(OAuthSession);
  const memory = memoryStore();
  const failing = {};
  const session = scene.sessionOf({ store: watched(memory, scene.log, failing) });
  await session.setTokens(tokensOf(1));
  scene.stub.answer = refused;
  const failure = await failureOf(session.token({ rejected: "access-1" }));
  return { ...scene, memory, failing, session, failure };
}

test("says to connect an app that has no tokens yet", async () => {
  const { log, sessionOf } = stage(OAuthSession);
  const failure = await failureOf(sessionOf().token());
  assert.equal(failure.code, "invalid_grant");
  assert.match(failure.message, /company "c1" has no tokens yet: connect the app, and give its tokens to setTokens/);
  assert.deepEqual(log, []);
});

test("says to connect an app again whose refresh token is refused", async () => {
  const { failure } = await disconnected();
  assert.equal(failure.code, "invalid_grant");
  assert.equal(failure.status, 400);
  assert.match(failure.message, /HighLevel refuses to renew the tokens of company "c1": connect the app again/);
  assert.match(failure.messages.join(), /refresh token is invalid/);
  assert.ok(!inspect(failure, { depth: 9 }).includes("refresh-1"));
});

test("does not ask HighLevel again once it has refused, but the store each time", async () => {
  const { session, log, refreshes } = await disconnected();
  log.length = 0;
  for (const why of [undefined, {}, { rejected: "access-1" }]) {
    assert.equal((await failureOf(session.token(why))).code, "invalid_grant");
    assert.equal(log.at(-1), "get");
  }
  assert.equal(refreshes(), 0);
});

test("goes on with tokens that another process has stored", async () => {
  const { session, memory, refreshes } = await disconnected();
  await put(memory, tokensOf(4));
  assert.equal(await session.token(), "access-4");
  assert.equal(refreshes(), 1);
});

test("refreshes what another process has stored, if that was rejected or has expired", async () => {
  const { session, memory, stub, clock } = await disconnected();
  stub.answer = ({ generation }) => granted(generation + 1);
  await put(memory, tokensOf(4, { expiresAt: NOW }));
  assert.equal(await session.token(), "access-5");
  clock.now = NOW + DAY;
  assert.equal(await session.token(), "access-6");
});

test("uses what another process stored while its own refresh was refused", async () => {
  const { sessionOf, stub } = stage(OAuthSession);
  const store = memoryStore();
  await put(store, tokensOf(1));
  stub.answer = async () => {
    await put(store, tokensOf(2));
    return refused();
  };
  assert.equal(await sessionOf({ store }).token({ rejected: "access-1" }), "access-2");
});

test("is connected again by setTokens", async () => {
  const { session, memory, stub } = await disconnected();
  await session.setTokens(tokensOf(8));
  assert.equal(await session.token(), "access-8");
  assert.equal((await memory.get(KEY)).value.refreshToken, "refresh-8");
  stub.answer = ({ generation }) => granted(generation + 1);
  assert.equal(await session.token({ rejected: "access-8" }), "access-9");
});

test("forgets no refusal while the store fails", async () => {
  const { session, failing, refreshes } = await disconnected();
  failing.get = new Error("no connection");
  assert.equal((await failureOf(session.token())).code, "store_failed");
  failing.get = undefined;
  assert.equal((await failureOf(session.token())).code, "invalid_grant");
  assert.equal(refreshes(), 1);
});

test("fails a client's call with the session's own code", async () => {
  const { session } = await disconnected();
  const fetch = async () => assert.fail("a request was sent");
  const ghl = new HighLevel({ token: session.token, ...COMPANY, fetch, maxRetries: 0 });
  const { code, message } = await failureOf(ghl.users.get("u1"));
  assert.equal(code, "invalid_grant");
  assert.match(message, /the tokens of company "c1": connect the app again, and give its tokens to setTokens$/);
});
