/** `OAuthSession` when others write at the same time, tokens are replaced meanwhile, or a call never ends. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { DAY, expired, gate, granted, KEY, NOW, put, refused, stage, tokensOf } from "./session.mjs";
import { failureOf, settle } from "./stub.mjs";

const server = await install().import("ghl-users/server");
const { memoryStore, OAuthSession } = server;

test("uses what another wrote during its refresh", async () => {
  const { session, stub, memory } = await expired(server);
  stub.answer = async ({ generation }) => {
    await put(memory, tokensOf(5, { expiresAt: NOW + 2 * DAY }));
    return granted(generation + 1);
  };
  assert.equal(await session.token(), "access-5");
  assert.equal(session.unsaved, undefined);
  assert.equal((await memory.get(KEY)).value.accessToken, "access-5");
});

test("refreshes what another wrote during its refresh if that has expired", async () => {
  const { session, stub, memory, log } = await expired(server);
  stub.answer = async ({ generation }) => {
    if (generation === 1) await put(memory, tokensOf(5));
    return granted(generation + 1);
  };
  assert.equal(await session.token(), "access-6");
  assert.deepEqual(
    log.filter((line) => line.startsWith("refresh")),
    ["refresh refresh-1", "refresh refresh-5"],
  );
});

test("gives up when others write other tokens each time", async () => {
  const { session, stub, memory, refreshes } = await expired(server);
  stub.answer = async ({ generation }) => {
    await put(memory, tokensOf(generation + 10));
    return granted(generation + 1);
  };
  const { code, message } = await failureOf(session.token());
  assert.equal(code, "store_failed");
  assert.match(message, /others kept writing/);
  assert.equal(refreshes(), 5);
});

test("does not wait for ever for a refresh that never ends, as in a request that was cancelled", async () => {
  const { session, stub, clock, refreshes, memory } = await expired(server);
  const { opened, open } = gate();
  stub.answer = () => opened;
  const cancelled = session.token();
  while (refreshes() === 0) await settle();
  clock.now += 9_999;
  const joined = session.token();
  await settle();
  assert.equal(refreshes(), 1);
  // HighLevel answers the same refresh token alike for a while.
  stub.answer = () => granted(2);
  clock.now += 1;
  assert.equal(await joined, "access-2");
  assert.equal(refreshes(), 2);
  open(granted(2));
  assert.equal(await cancelled, "access-2");
  assert.equal(await session.token(), "access-2");
  assert.equal((await memory.get(KEY)).value.refreshToken, "refresh-2");
});

test("keeps the tokens of a refresh whose write never ends", async () => {
  const { store, sessionOf, clock, refreshes } = await expired(server);
  let isStuck = true;
  const set = (...given) => (isStuck ? new Promise(() => {}) : store.set(...given));
  const session = sessionOf({ store: { get: store.get, set } });
  void session.token();
  while (session.unsaved === undefined) await settle();
  isStuck = false;
  clock.now += 10_000;
  assert.equal(await session.token(), "access-2");
  assert.equal(session.unsaved, undefined);
  assert.equal(refreshes(), 1);
});

test("replaces tokens during a refresh, which does not undo that", async () => {
  for (const late of [granted(2), refused(), new Response("", { status: 403 })]) {
    const scene = stage(OAuthSession);
    const store = memoryStore();
    const session = scene.sessionOf({ store });
    await session.setTokens(tokensOf(1));
    const { opened, open } = gate();
    scene.stub.answer = () => opened;
    const call = session.token({ rejected: "access-1" });
    while (scene.refreshes() === 0) await settle();
    await session.setTokens(tokensOf(8));
    assert.equal(await session.token(), "access-8");
    open(late);
    assert.equal(await call, "access-8");
    assert.equal(await session.token(), "access-8");
    assert.equal((await store.get(KEY)).value.accessToken, "access-8");
    assert.equal(scene.refreshes(), 1);
  }
});

test("replaces tokens while those of a refresh are being written", async () => {
  const scene = stage(OAuthSession);
  const memory = memoryStore();
  const { opened, open } = gate();
  const set = async (key, tokens, version) => {
    if (tokens.accessToken === "access-2") await opened;
    scene.log.push(`set ${tokens.accessToken}`);
    return memory.set(key, tokens, version);
  };
  const session = scene.sessionOf({ store: { get: memory.get, set } });
  await session.setTokens(tokensOf(1));
  const call = session.token({ rejected: "access-1" });
  while (scene.refreshes() === 0) await settle();
  await settle();
  // They have expired: nothing speaks for them but that they were set.
  await session.setTokens(tokensOf(8, { expiresAt: NOW }));
  open();
  assert.equal(await call, "access-9");
  assert.equal((await memory.get(KEY)).value.accessToken, "access-9");
});

test("replaces tokens while the old ones are being read", async () => {
  const memory = memoryStore();
  await put(memory, tokensOf(1));
  const { opened, open } = gate();
  const reading = [];
  const get = async (key) => {
    const stored = await memory.get(key);
    if (reading.push(key) === 1) await opened;
    return stored;
  };
  const session = stage(OAuthSession).sessionOf({ store: { get, set: memory.set } });
  const call = session.token();
  await settle();
  await session.setTokens(tokensOf(8));
  open();
  assert.equal(await call, "access-8");
  assert.equal(await session.token(), "access-8");
});

test("writes the tokens of setTokens over whatever another process writes at the same time", async () => {
  const { sessionOf } = stage(OAuthSession);
  const memory = memoryStore();
  let others = 2;
  const set = async (key, tokens, version) => {
    if (others-- > 0) await put(memory, tokensOf(20 + others));
    return memory.set(key, tokens, version);
  };
  await sessionOf({ store: { get: memory.get, set } }).setTokens(tokensOf(8));
  assert.equal((await memory.get(KEY)).value.accessToken, "access-8");
});

test("gives up on a store in which others come first each time, and writes with the next call", async () => {
  const { sessionOf } = stage(OAuthSession);
  const memory = memoryStore();
  let writes = 0;
  let isBusy = true;
  const set = async (...given) => {
    writes += 1;
    return isBusy ? undefined : memory.set(...given);
  };
  const session = sessionOf({ store: { get: memory.get, set } });
  const failure = await failureOf(session.setTokens(tokensOf(8)));
  assert.equal(failure.code, "store_failed");
  assert.match(failure.message, /others kept writing/);
  assert.equal(writes, 5);
  isBusy = false;
  assert.equal(await session.token(), "access-8");
});

test("replaces tokens for good in a store that cannot compare either", async () => {
  const scene = stage(OAuthSession);
  const entries = new Map();
  const get = async (key) => entries.get(key);
  const set = async (key, tokens) => {
    entries.set(key, { value: tokens, version: "always the same" });
    return "always the same";
  };
  const session = scene.sessionOf({ store: { get, set } });
  await session.setTokens(tokensOf(1));
  const { opened, open } = gate();
  scene.stub.answer = () => opened;
  const call = session.token({ rejected: "access-1" });
  while (scene.refreshes() === 0) await settle();
  await session.setTokens(tokensOf(8));
  open(granted(2));
  assert.equal(await call, "access-8");
  assert.equal(entries.get(KEY).value.accessToken, "access-8");
});

test("writes no tokens of setTokens late, over those that came after them", async () => {
  const scene = stage(OAuthSession);
  const memory = memoryStore();
  const { opened, open } = gate();
  let writes = 0;
  const set = async (...given) => {
    if ((writes += 1) === 1) await opened;
    return memory.set(...given);
  };
  const session = scene.sessionOf({ store: { get: memory.get, set } });
  const late = session.setTokens(tokensOf(8));
  scene.clock.now += 10_000;
  assert.equal(await session.token({ rejected: "access-8" }), "access-9");
  open();
  await late;
  assert.equal((await memory.get(KEY)).value.accessToken, "access-9");
});

test("lets the later of two setTokens count", async () => {
  const { sessionOf } = stage(OAuthSession);
  const memory = memoryStore();
  const { opened, open } = gate();
  const set = (key, tokens, version) =>
    (tokens.accessToken === "access-1" ? opened : Promise.resolve()).then(() => memory.set(key, tokens, version));
  const session = sessionOf({ store: { get: memory.get, set } });
  const first = session.setTokens(tokensOf(1));
  await session.setTokens(tokensOf(2));
  open();
  await first;
  assert.equal(await session.token(), "access-2");
  assert.equal((await memory.get(KEY)).value.accessToken, "access-2");
});
