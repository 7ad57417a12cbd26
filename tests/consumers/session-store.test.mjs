/** `OAuthSession` and its store: what is written before what, what it may have, and what if it fails. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { DAY, expired, gate, KEY, NOW, put, SECRET, stage, tokensOf } from "./session.mjs";
import { failureOf, settle } from "./stub.mjs";

const server = await install().import("ghl-users/server");
const { memoryStore, OAuthSession } = server;

test("stores the new refresh token before it hands out the new access token", async () => {
  const { log, store, sessionOf, memory } = await expired(server);
  const { opened, open } = gate();
  const slow = { get: store.get, set: (...given) => opened.then(() => store.set(...given)) };
  const call = sessionOf({ store: slow }).token();
  call.then(() => log.push("handed out"));
  while (!log.includes("refresh refresh-1")) await settle();
  await settle();
  assert.ok(!log.includes("handed out"));
  open();
  assert.equal(await call, "access-2");
  assert.deepEqual(log.slice(-3), ["refresh refresh-1", "set access-2", "handed out"]);
  assert.equal((await memory.get(KEY)).value.refreshToken, "refresh-2");
});

test("keeps each resource's tokens under a key of its own", async () => {
  const { sessionOf } = stage(OAuthSession);
  const keys = [];
  const store = { get: async () => undefined, set: async (key) => String(keys.push(key)) };
  const own = { userType: "Location", companyId: undefined };
  await sessionOf({ store }).setTokens(tokensOf(1));
  await sessionOf({ store, resource: { locationId: "l1" } }).setTokens(tokensOf(1, { ...own, locationId: "l1" }));
  const crafty = { companyId: "c1:location:l1" };
  await sessionOf({ store, resource: crafty }).setTokens(tokensOf(1, crafty));
  const app = "ghl-users:oauth:app-1";
  assert.deepEqual(keys, [KEY, `${app}:location:l1`, `${app}:company:c1%3Alocation%3Al1`]);
});

test("writes again what is no longer in the store at all", async () => {
  const { session, memory, sessionOf } = await expired(server);
  let gone = true;
  const forgetful = {
    get: async (key) => (gone ? memory.get(key) : undefined),
    set: async (key, tokens, version) => {
      if (version !== undefined) gone = false;
      return version === undefined ? "1" : undefined;
    },
  };
  assert.equal(await sessionOf({ store: forgetful }).token(), "access-2");
  assert.equal(await session.token(), "access-2");
});

test("keeps tokens that the store did not take, and hands them out once it has", async () => {
  const { session, failing, log, refreshes, memory } = await expired(server);
  failing.set = new Error("disk full");
  for (let tries = 1; tries <= 2; tries += 1) {
    const failure = await failureOf(session.token());
    assert.equal(failure.code, "store_failed");
    assert.equal(failure.cause, failing.set);
    assert.match(failure.message, /company "c1": the store did not take the new tokens/);
    assert.equal(session.unsaved.refreshToken, "refresh-2");
  }
  failing.set = undefined;
  assert.equal(await session.token(), "access-2");
  assert.equal(session.unsaved, undefined);
  assert.equal(refreshes(), 1);
  assert.equal(log.at(-1), "set access-2");
  assert.equal((await memory.get(KEY)).value.refreshToken, "refresh-2");
});

test("hands out no older token either while the store does not take the newer ones", async () => {
  for (const writeMs of [0, 15_000]) {
    const { sessionOf, store, failing, clock, refreshes, log } = await expired(server);
    const set = (...given) => {
      clock.now += writeMs;
      return store.set(...given);
    };
    const session = sessionOf({ store: { get: store.get, set } });
    assert.equal(await session.token(), "access-2");
    clock.now = NOW + 2 * DAY - 120_000;
    failing.set = new Error("disk full");
    for (let tries = 1; tries <= 3; tries += 1) {
      assert.equal((await failureOf(session.token())).code, "store_failed");
    }
    failing.set = undefined;
    assert.equal(await session.token(), "access-3");
    assert.equal(refreshes(), 2);
    assert.equal(log.at(-1), "set access-3");
  }
});

test("finds tokens in the store whose write had only seemed to fail", async () => {
  const { store, sessionOf, refreshes } = await expired(server);
  let failures = 1;
  const set = async (...given) => {
    const version = await store.set(...given);
    if (failures-- > 0) throw new Error("no answer");
    return version;
  };
  const session = sessionOf({ store: { get: store.get, set } });
  assert.equal((await failureOf(session.token())).code, "store_failed");
  assert.equal(await session.token(), "access-2");
  assert.equal(session.unsaved, undefined);
  assert.equal(refreshes(), 1);
});

test("prefers what another wrote to tokens that the store did not take", async () => {
  const { session, failing, memory, refreshes } = await expired(server);
  failing.set = new Error("disk full");
  await failureOf(session.token());
  failing.set = undefined;
  await put(memory, tokensOf(3, { expiresAt: NOW + 2 * DAY }));
  assert.equal(await session.token(), "access-3");
  assert.equal(session.unsaved, undefined);
  assert.equal(refreshes(), 1);
});

test("says that the store could not be read, and asks it again with the next call", async () => {
  const { session, failing, refreshes } = await expired(server);
  failing.get = new Error("no connection");
  const failure = await failureOf(session.token());
  assert.equal(failure.code, "store_failed");
  assert.equal(failure.cause, failing.get);
  assert.equal(refreshes(), 0);
  failing.get = undefined;
  assert.equal(await session.token(), "access-2");
});

test("does not need the store for tokens that it knows and that still work", async () => {
  const { session, failing, clock } = await expired(server);
  assert.equal(await session.token(), "access-2");
  failing.get = failing.set = new Error("no connection");
  clock.now = NOW + 2 * DAY - 1;
  assert.equal(await session.token(), "access-2");
  clock.now += 1;
  assert.equal((await failureOf(session.token())).code, "store_failed");
});

test("refuses what cannot be tokens of its own in the store, naming the field", async () => {
  const secret = "access-1 with a blank";
  const wrong = [
    [{ accessToken: secret }, /"accessToken" is a string: expected printable ASCII/],
    [{ accessToken: undefined }, /"accessToken" is missing/],
    [{ refreshToken: 7 }, /"refreshToken" is a number/],
    [{ expiresAt: "2026-01-01" }, /"expiresAt" is a string: expected milliseconds since 1970/],
    [{ expiresAt: null }, /"expiresAt" is null/],
    [{ scopes: "users.readonly" }, /"scopes" is a string: expected a list of texts/],
    [{ userType: "Location" }, /"userType" is "Location": expected "Company"/],
    [{ companyId: "c2" }, /"companyId" is not that of company "c1"/],
  ];
  const { sessionOf, log } = stage(OAuthSession);
  for (const [fields, message] of wrong) {
    const store = { get: async () => ({ value: tokensOf(1, fields), version: "1" }), set: async () => "2" };
    const failure = await failureOf(sessionOf({ store }).token());
    assert.equal(failure.code, "store_failed");
    assert.match(failure.message, message);
    assert.ok(!failure.message.includes(secret));
  }
  for (const stored of [null, "tokens", { value: tokensOf(1) }, { value: null, version: "1" }, { version: 1 }]) {
    const store = { get: async () => stored, set: async () => "2" };
    assert.equal((await failureOf(sessionOf({ store }).token())).code, "store_failed");
  }
  assert.deepEqual(log, []);
});

test("takes tokens with fields that a later version has stored", async () => {
  const store = { get: async () => ({ value: tokensOf(1, { later: true }), version: "1" }), set: async () => "2" };
  assert.equal(await stage(OAuthSession).sessionOf({ store }).token(), "access-1");
});

test("replaces with setTokens what could not be used", async () => {
  const { sessionOf } = stage(OAuthSession);
  const store = memoryStore();
  await put(store, { from: "an older version", accessToken: SECRET });
  const session = sessionOf({ store });
  assert.equal((await failureOf(session.token())).code, "store_failed");
  await session.setTokens(tokensOf(1));
  assert.equal(await session.token(), "access-1");
});

test("says that a store failed which answers a write with anything but a version", async () => {
  const { sessionOf } = stage(OAuthSession);
  for (const version of [null, true, 7]) {
    const session = sessionOf({ store: { get: async () => undefined, set: async () => version } });
    const { code, message } = await failureOf(session.setTokens(tokensOf(1)));
    assert.equal(code, "store_failed");
    assert.match(message, /"set" gave .*: expected a version, or undefined/);
  }
});

test("has a store in memory that compares, copies, and gives turns one after the other", async () => {
  const store = memoryStore();
  const tokens = tokensOf(1);
  const version = await store.set(KEY, tokens, undefined);
  tokens.accessToken = "changed";
  assert.equal(await store.set(KEY, tokensOf(2), undefined), undefined);
  assert.deepEqual(await store.get(KEY), { value: tokensOf(1), version });
  assert.equal(await store.get("another"), undefined);
  const log = [];
  const { opened, open } = gate();
  const first = store.exclusively(KEY, () => opened.then(() => Promise.reject(new Error(`after ${log}`))));
  const second = store.exclusively(KEY, async () => log.push("second"));
  assert.equal(await store.exclusively("another", async () => log.push("another")), 1);
  open();
  assert.equal((await failureOf(first)).message, "after another");
  assert.equal(await second, 2);
});
